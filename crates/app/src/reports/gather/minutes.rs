//! The minutes of a meeting, draft or approved.

use std::collections::HashMap;

use pledgeboard_documents::{
    block::Document,
    content::minutes::{self, MinutedItem, MinutesInput},
};
use pledgeboard_domain::{
    Action, AgendaItem, Audience, Board, Decision, Meeting, Minute,
    evening::Part,
    id::{AgendaItemId, MeetingId},
};
use pledgeboard_store::Reading;

use super::{Source, actions::Inherited};
use crate::{error::Outcome, meetings, reports::ReportRequest};

impl Source for MinutesInput {
    fn build(&self, audience: Audience) -> Document {
        minutes::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn meeting(&self) -> Option<&Meeting> {
        Some(&self.meeting)
    }
}

/// As they were approved, where they are.
pub(super) async fn gather(read: &mut Reading, request: &ReportRequest) -> Outcome<MinutesInput> {
    let meeting = super::meeting::held(read, request).await?;
    let board = read.board().await?;
    let records = meetings::minutes::records(read, meeting.id).await?;
    // Notes for the chair are not part of what is approved: they are read as they stand.
    let notes: HashMap<AgendaItemId, String> = read
        .by::<AgendaItem>("meeting_id", meeting.id)
        .await?
        .into_iter()
        .map(|item| (item.id, item.internal_notes))
        .collect();
    let inherited = Inherited::read(read).await?;
    let names: HashMap<_, _> =
        records.people.iter().map(|person| (person.id, person.printed_name())).collect();
    let mut items = joined(records.items, records.minutes, &records.decisions, &records.actions, |action| {
        inherited.line(action, &names)
    });
    for it in &mut items {
        it.item.internal_notes = notes.get(&it.item.id).cloned().unwrap_or_default();
    }
    let closed = records.actions.iter().filter(|action| action.closed_at_id == Some(meeting.id));
    Ok(MinutesInput {
        items,
        closed: closed.map(|action| inherited.line(action.clone(), &names)).collect(),
        put_off_to: records.meetings.iter().map(|other| (other.id, other.date)).collect(),
        attendances: records.attendances,
        members: records
            .expected
            .iter()
            .filter(|it| it.part != Part::InAttendance)
            .map(|it| it.person_id)
            .collect(),
        people: records.people,
        corrections: records.corrections,
        board,
        meeting,
    })
}

/// The items of a meeting as they stand now, with what was minuted, decided and asked for.
pub(super) async fn items(read: &mut Reading, meeting: MeetingId) -> Outcome<Vec<MinutedItem>> {
    let names = super::names(read).await?;
    let inherited = Inherited::read(read).await?;
    let this = [meeting.into()];
    let minutes = read
        .find::<Minute>("t.agenda_item_id IN (SELECT id FROM agenda_item WHERE meeting_id = $1)", &this)
        .await?;
    let decisions = read
        .find::<Decision>("t.agenda_item_id IN (SELECT id FROM agenda_item WHERE meeting_id = $1)", &this)
        .await?;
    let actions = read
        .find::<Action>("t.agenda_item_id IN (SELECT id FROM agenda_item WHERE meeting_id = $1)", &this)
        .await?;
    let items = read.by::<AgendaItem>("meeting_id", meeting).await?;
    Ok(joined(items, minutes, &decisions, &actions, |action| inherited.line(action, &names)))
}

fn joined(
    items: Vec<AgendaItem>,
    mut minutes: Vec<Minute>,
    decisions: &[Decision],
    actions: &[Action],
    line: impl Fn(Action) -> pledgeboard_documents::content::ActionLine,
) -> Vec<MinutedItem> {
    items
        .into_iter()
        .map(|item| MinutedItem {
            minute: minutes
                .iter()
                .position(|minute| minute.agenda_item_id == item.id)
                .map(|at| minutes.swap_remove(at)),
            decisions: decisions.iter().filter(|it| it.agenda_item_id == item.id).cloned().collect(),
            actions: actions
                .iter()
                .filter(|action| action.agenda_item_id == Some(item.id))
                .map(|action| line(action.clone()))
                .collect(),
            item,
        })
        .collect()
}
