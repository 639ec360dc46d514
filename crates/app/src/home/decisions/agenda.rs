//! What the draft of the next agenda asks of the chair: who talks, when children speak, who leads.

use pledgeboard_domain::{
    AgendaItem, ItemKind, Meeting, Speaker,
    running_clock::{RunningClock, running_clock},
    wording,
};
use pledgeboard_store::Reading;

use super::{ToDecide, days_to_change};
use crate::{
    error::Outcome,
    home::{capital, counted, scene::Scene},
};

/// Officers presenting for more than this share of a meeting, in per cent, leaves the board too little of it.
const TOO_MUCH: u32 = 40;
/// Children should have spoken by this place in the agenda.
const EARLY: usize = 4;

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
    if clock.officers_share > TOO_MUCH {
        let title = format!(
            "Agenda: {} of {} minutes is officer presentation",
            clock.officers_presenting, clock.total
        );
        found.push(open(title, children_speak(&items)));
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

fn children_speak(items: &[AgendaItem]) -> String {
    let speaks =
        |item: &AgendaItem| item.kind == ItemKind::ChildrenTold || item.presented_by == Speaker::YoungPeople;
    match items.iter().position(speaks) {
        None => "No item is for what children told us.".into(),
        Some(at) if at >= EARLY => format!("Children speak at item {}. Move them up?", at + 1),
        Some(at) => format!("Children speak at item {}. Leave more time to talk?", at + 1),
    }
}
