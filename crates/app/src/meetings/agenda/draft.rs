//! What every change of a draft agenda shares: whether it may be changed, the order of its items, their titles.

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaItem, Meeting, MeetingState, Refusal, Voice,
    agenda_item::title_copies_a_voice,
    id::{AgendaItemId, MeetingId},
    usual_order,
};
use pledgeboard_store::{Arg, Reading, Writing};

use crate::error::Outcome;

/// The meeting, if its agenda is still a draft; a published one is frozen (rule 1).
pub(super) async fn open(read: &mut Reading, meeting: MeetingId) -> Outcome<Meeting> {
    let meeting = read.one::<Meeting>(meeting).await?;
    if meeting.state.agenda_is_draft() {
        return Ok(meeting);
    }
    Err(Refusal::rule(
        "This agenda is published, so it stays as it is. Add a late item, or withdraw one, with a reason.",
    )
    .into())
}

/// Like [`open`], for a change that makes the agenda a draft if it was only planned.
pub(super) async fn begin(write: &mut Writing, meeting: MeetingId) -> Outcome<Meeting> {
    let mut meeting = open(write, meeting).await?;
    if meeting.state == MeetingState::Planned {
        meeting.advance(MeetingState::AgendaDrafted)?;
        write.update(&mut meeting).await?;
    }
    Ok(meeting)
}

/// Like [`begin`], for the next meeting whose agenda is still a draft.
pub(super) async fn next(write: &mut Writing, today: NaiveDate) -> Outcome<Meeting> {
    let coming = write
        .find::<Meeting>("t.date >= $1 AND t.state IN ('planned', 'agenda_drafted')", &[Arg::Date(today)])
        .await?;
    let next = coming.into_iter().next().ok_or(Refusal::rule(
        "No meeting is planned whose agenda is still a draft. Plan the next meeting first.",
    ))?;
    begin(write, next.id).await
}

/// A meeting's items in their order.
pub(super) async fn items(read: &mut Reading, meeting: MeetingId) -> Outcome<Vec<AgendaItem>> {
    Ok(read.by::<AgendaItem>("meeting_id", meeting).await?)
}

/// Gives the items the positions 1, 2, 3… in the order given, saving those that moved.
pub(super) async fn place_all(write: &mut Writing, items: &mut [AgendaItem]) -> Outcome<()> {
    for (position, item) in (1_i64..).zip(items) {
        if item.position != position {
            item.position = position;
            write.update(item).await?;
        }
    }
    Ok(())
}

/// Adds a new item where the usual order has it.
pub(super) async fn insert(write: &mut Writing, items: &mut Vec<AgendaItem>, new: AgendaItem) -> Outcome<()> {
    let index = usual_order::index_for(&new, items);
    insert_at(write, items, new, index).await
}

pub(super) async fn insert_at(
    write: &mut Writing,
    items: &mut Vec<AgendaItem>,
    mut new: AgendaItem,
    index: usize,
) -> Outcome<()> {
    let index = index.min(items.len());
    // Its place first, so that it is written once.
    new.position = i64::try_from(index).unwrap_or(0) + 1;
    write.insert(&mut new).await?;
    items.insert(index, new);
    place_all(write, items).await
}

/// The item with this id among those of a draft.
pub(super) async fn item_of_draft(write: &mut Writing, item: AgendaItemId) -> Outcome<AgendaItem> {
    let item = write.one::<AgendaItem>(item).await?;
    open(write, item.meeting_id).await?;
    Ok(item)
}

/// Titles never copy a voice's words (rule 5).
pub(super) async fn titles_are_our_own(read: &mut Reading, item: &AgendaItem) -> Outcome<()> {
    titles_copy_nobody(read, &[("title", &item.title), ("public_title", &item.public_title)]).await
}

/// Each title with its field.
pub(super) async fn titles_copy_nobody(read: &mut Reading, titles: &[(&'static str, &str)]) -> Outcome<()> {
    let voices = read.all::<Voice>().await?;
    for (field, title) in titles {
        if voices.iter().any(|voice| title_copies_a_voice(title, &voice.words)) {
            return Err(Refusal::field(
                field,
                "This title repeats what a child said. Say what it is about in your own words.",
            )
            .into());
        }
    }
    Ok(())
}
