//! The content of an agenda, for screens and documents alike: built afresh while it is a draft, frozen once published.

use pledgeboard_domain::{
    AgendaContent, AgendaItem, AgendaVersion, ItemKind, Meeting, PackNumbers, Paper, Person, PublishedItem,
    PublishedPaper, Theme,
    id::{MeetingId, PersonId},
    private_items,
};
use pledgeboard_store::{Arg, Reading};

use crate::error::Outcome;

/// What a meeting's agenda says now: the newest published version, or the draft with its items numbered in order.
pub(crate) async fn content(read: &mut Reading, meeting: MeetingId) -> Outcome<AgendaContent> {
    let found = read.one::<Meeting>(meeting).await?;
    if !found.state.agenda_is_draft()
        && let Some(latest) = read.by::<AgendaVersion>("meeting_id", meeting).await?.pop()
    {
        return Ok(latest.content);
    }
    build(read, found).await
}

/// The content as the items stand at this moment; the next version of a published agenda is made of it too.
pub(super) async fn build(read: &mut Reading, meeting: Meeting) -> Outcome<AgendaContent> {
    let mut items = read.by::<AgendaItem>("meeting_id", meeting.id).await?;
    let papers = papers(read, meeting.id).await?;
    let people = read.all::<Person>().await?;
    let all_themes = read.all::<Theme>().await?;
    number_in_order(&mut items);
    word_the_resolution(&mut items);
    let themes = meeting.themes.iter().filter_map(|id| all_themes.iter().find(|theme| theme.id == *id));
    Ok(AgendaContent {
        themes: themes.map(|theme| theme.name.clone()).collect(),
        items: items
            .into_iter()
            .map(|item| PublishedItem {
                lead: lead(&item, meeting.chair_id, &people),
                papers: published(&item, &papers),
                item,
            })
            .collect(),
        meeting,
        pack: PackNumbers::default(),
    })
}

/// The papers of a meeting's items.
pub(crate) async fn papers(read: &mut Reading, meeting: MeetingId) -> Outcome<Vec<Paper>> {
    let clause = "t.id IN (SELECT l.paper_id FROM agenda_item_paper l \
                  JOIN agenda_item i ON i.id = l.agenda_item_id WHERE i.meeting_id = $1)";
    Ok(read.find::<Paper>(clause, &[Arg::from(meeting)]).await?)
}

/// The pages of the papers of these items, each paper once.
pub(crate) fn pages(items: &[AgendaItem], papers: &[Paper]) -> i64 {
    papers
        .iter()
        .filter(|paper| items.iter().any(|item| item.papers.contains(&paper.id)))
        .map(|it| it.pages)
        .sum()
}

/// Numbers those that have none yet by their place: a draft's items are 1, 2, 3…
pub(super) fn number_in_order(items: &mut [AgendaItem]) {
    for (place, item) in (1_u32..).zip(items) {
        if item.number.is_empty() {
            item.number = place.to_string();
        }
    }
}

/// The resolution to exclude the public names the items that need it, unless the officer worded it.
pub(super) fn word_the_resolution(items: &mut [AgendaItem]) {
    let words = private_items::resolution(items);
    for item in items.iter_mut().filter(|item| item.kind == ItemKind::Exclusion) {
        if item.summary.trim().is_empty() && !words.is_empty() {
            item.summary.clone_from(&words);
        }
    }
}

/// The lead as printed: in words where they are given ("with …" joins them to the person), else the person; formal
/// items are the chair's.
pub(crate) fn lead(item: &AgendaItem, chair: Option<PersonId>, people: &[Person]) -> String {
    let name = |id: PersonId| people.iter().find(|person| person.id == id).map(Person::printed_name);
    let words = item.lead_words.trim();
    match (item.lead_id.and_then(name), words) {
        (Some(person), "") => person,
        (Some(person), words) if words.starts_with("with ") || words.starts_with("and ") => {
            format!("{person} {words}")
        }
        (None, "") if item.purpose == pledgeboard_domain::Purpose::Business => {
            chair.and_then(name).map_or_else(|| "Chair".into(), |chair| format!("{chair}, chair"))
        }
        (_, words) => words.into(),
    }
}

fn published(item: &AgendaItem, papers: &[Paper]) -> Vec<PublishedPaper> {
    let found = item.papers.iter().filter_map(|id| papers.iter().find(|paper| paper.id == *id));
    found
        .map(|paper| PublishedPaper {
            paper_id: paper.id,
            title: paper.title.clone(),
            pages: paper.pages,
            // Closed by default: an item's paper is never more public than the item.
            access: if paper.access.is_open() { item.access.clone() } else { paper.access.clone() },
        })
        .collect()
}
