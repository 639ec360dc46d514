//! Leads, times, and who comes first.

use super::{Draft, PointState, ReadyPoint, items_have, number_of, point};
use crate::{
    agenda_item::{AgendaItem, ItemKind, Purpose},
    running_clock::Speaker,
};

pub(super) fn leads_and_times(draft: &Draft<'_>) -> Vec<ReadyPoint> {
    let no_lead: Vec<&AgendaItem> = draft
        .items
        .iter()
        .filter(|item| item.lead_id.is_none() && item.lead_words.trim().is_empty() && needs_lead(item))
        .collect();
    let no_time: Vec<&AgendaItem> =
        draft.items.iter().filter(|item| item.minutes() == 0 && item.kind != ItemKind::Exclusion).collect();
    let mut points = vec![];
    for (items, lacks) in [(no_lead, "no lead yet."), (no_time, "no minutes yet.")] {
        if let Some(first) = items.first() {
            points.push(point(
                PointState::Advice,
                format!("{} {lacks}", items_have(draft, &items)),
                Some(first.id),
            ));
        }
    }
    if points.is_empty() {
        points.push(point(PointState::Ready, "Every item has a lead and a time", None));
    }
    points
}

/// The chair takes the formal items; they need no other lead.
fn needs_lead(item: &AgendaItem) -> bool {
    item.purpose != Purpose::Business
        && !matches!(
            item.kind,
            ItemKind::Welcome
                | ItemKind::Interests
                | ItemKind::Election
                | ItemKind::LastMinutes
                | ItemKind::Exclusion
        )
}

pub(super) fn children_first(draft: &Draft<'_>) -> ReadyPoint {
    let children = draft.items.iter().position(is_childrens);
    let report = draft.items.iter().position(is_report);
    match (children, report) {
        (None, _) => point(PointState::Advice, "No item lets children and young people be heard.", None),
        (Some(children), Some(report)) if report < children => {
            let (first, second) = (&draft.items[report], &draft.items[children]);
            let words = format!(
                "Item {} is a report and comes before young people's item {}.",
                number_of(draft, first),
                number_of(draft, second)
            );
            point(PointState::Advice, words, Some(second.id))
        }
        _ => point(PointState::Ready, "Young people's items come before reports", None),
    }
}

/// At which place children and young people first speak, from 1.
pub fn children_speak(items: &[AgendaItem]) -> Option<usize> {
    items.iter().position(is_childrens).map(|index| index + 1)
}

fn is_childrens(item: &AgendaItem) -> bool {
    item.kind == ItemKind::ChildrenTold || item.presented_by == Speaker::YoungPeople
}

fn is_report(item: &AgendaItem) -> bool {
    let presented = matches!(item.presented_by, Speaker::Officer | Speaker::Partner)
        && item.presenting_minutes > 0
        && item.purpose != Purpose::Business;
    item.kind == ItemKind::Report || presented
}
