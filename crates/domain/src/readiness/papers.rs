//! Papers: short, there where they were promised, and no more public than their item.

use super::{Draft, PointState, ReadyPoint, items_have, number_of, point};
use crate::{
    agenda_item::{AgendaItem, ItemKind},
    paper::Paper,
};

pub(super) fn papers(draft: &Draft<'_>) -> Vec<ReadyPoint> {
    let mut points = vec![];
    let mut any = false;
    for item in draft.items {
        for paper in papers_of(draft, item) {
            any = true;
            if let Some(most) = draft.paper_pages.filter(|most| paper.pages > *most) {
                let words = format!(
                    "Item {} paper is {} pages. The board asked for {most}.",
                    number_of(draft, item),
                    paper.pages
                );
                points.push(point(PointState::Advice, words, Some(item.id)));
            }
            if !item.access.is_open() && paper.access.is_open() {
                let words = format!(
                    "Item {} is private and its paper is not marked so. It will be left out of public copies; mark it too.",
                    number_of(draft, item)
                );
                points.push(point(PointState::Advice, words, Some(item.id)));
            }
        }
    }
    if let Some(most) = draft.paper_pages.filter(|_| any && points.is_empty()) {
        points.push(point(PointState::Ready, format!("Every paper is {most} pages or shorter"), None));
    }
    let without: Vec<&AgendaItem> =
        draft.items.iter().filter(|item| item.kind == ItemKind::Report && item.papers.is_empty()).collect();
    if let Some(first) = without.first() {
        let words = format!("{} no paper yet, but a report promises one.", items_have(draft, &without));
        points.push(point(PointState::Advice, words, Some(first.id)));
    }
    points
}

fn papers_of<'a>(draft: &'a Draft<'_>, item: &'a AgendaItem) -> impl Iterator<Item = &'a Paper> {
    draft.papers.iter().filter(|paper| item.papers.contains(&paper.id))
}
