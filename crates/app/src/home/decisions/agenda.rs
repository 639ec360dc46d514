//! What the draft of the next agenda asks of the chair: who talks, when children speak, who leads.

use pledgeboard_domain::{
    AgendaItem, ItemKind, Meeting,
    running_clock::{RunningClock, running_clock},
    shape::shape,
    wording,
};
use pledgeboard_store::Reading;

use super::{ToDecide, days_to_change};
use crate::{
    error::Outcome,
    home::{capital, counted, scene::Scene},
    meetings::agenda::content,
};

/// The items that stand, in their order.
pub(in crate::home) async fn items(read: &mut Reading, meeting: &Meeting) -> Outcome<Vec<AgendaItem>> {
    let mut items = read.by::<AgendaItem>("meeting_id", meeting.id).await?;
    items.retain(|item| !item.is_withdrawn());
    items.sort_by_key(|item| item.position);
    Ok(items)
}

/// The agenda against the clock.
pub(in crate::home) fn clock(meeting: &Meeting, items: &[AgendaItem]) -> RunningClock {
    let slots: Vec<_> = items.iter().map(AgendaItem::slot).collect();
    running_clock(meeting.starts, meeting.ends, &slots)
}

/// Items that somebody should lead, and for which nobody is named.
pub(in crate::home) fn without_lead(items: &[AgendaItem]) -> Vec<&AgendaItem> {
    use ItemKind::{ChildrenTold, FromGroup, Promise, Report, Theme};
    let led = |item: &&AgendaItem| matches!(item.kind, ChildrenTold | FromGroup | Promise | Report | Theme);
    let missing = |item: &&AgendaItem| item.lead_id.is_none() && item.lead_words.trim().is_empty();
    items.iter().filter(led).filter(missing).collect()
}

pub(super) async fn decisions(
    read: &mut Reading,
    scene: &Scene,
    meeting: &Meeting,
) -> Outcome<Vec<ToDecide>> {
    let items = items(read, meeting).await?;
    let days = Some(days_to_change(scene, meeting));
    let open = |title: String, detail: String| ToDecide {
        title,
        detail,
        days,
        act: "Open agenda".into(),
        href: format!("/meetings/{}/agenda", meeting.id),
        promises: vec![],
    };
    let mut found = vec![];
    let clock = clock(meeting, &items);
    let papers = content::papers(read, meeting.id).await?;
    let pages = content::pages(&items, &papers);
    for advice in shape(&items, &clock, pages, scene.board.meeting_pages).advice {
        found.push(open(format!("Agenda: {}", lower(advice.words.trim_end_matches('.'))), advice.ask));
    }
    let unled = without_lead(&items);
    if !unled.is_empty() {
        let names: Vec<String> = unled.iter().map(|item| format!("“{}”", item.title)).collect();
        let has = if unled.len() == 1 { "has" } else { "have" };
        let title = format!("{} {has} nobody to lead", counted(unled.len(), "item", "items"));
        found.push(open(capital(&title), wording::list(&names)));
    }
    if clock.overrun > 0 {
        let title = format!("The agenda runs {} over", wording::duration(clock.overrun));
        found.push(open(title, "Shorten an item, or move one to a later meeting.".into()));
    }
    Ok(found)
}

/// A sentence goes on behind "Agenda:".
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
