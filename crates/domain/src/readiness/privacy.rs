//! What may not be public: its paragraph, its reason, its public title, its resolution, and its place.

use super::{Draft, PointState, ReadyPoint, number_of, point};
use crate::{agenda_item::AgendaItem, board::Standing, private_items};

pub(super) fn privacy(draft: &Draft<'_>) -> Vec<ReadyPoint> {
    let mut points = vec![];
    for item in draft.items {
        if let Err(refused) = item.check(draft.standing) {
            let words = format!("Item {}: {}", number_of(draft, item), refused.message);
            points.push(point(PointState::Blocked, words, Some(item.id)));
        }
    }
    for paper in draft.papers {
        if let Err(refused) = paper.check(draft.standing) {
            points.push(point(
                PointState::Blocked,
                format!("Paper “{}”: {}", paper.title, refused.message),
                None,
            ));
        }
    }
    let private: Vec<&AgendaItem> = draft.items.iter().filter(|item| !item.access.is_open()).collect();
    let Some(first) = private.first() else { return points };
    if points.is_empty() {
        points.push(point(PointState::Ready, has_its_reason(draft.standing, private.len()), None));
    }
    points.extend(draft.items.iter().filter(|item| item.shows_its_whole_title()).map(|item| {
        let words = format!(
            "Item {} shows the public its whole title. Check that it gives nothing away.",
            number_of(draft, item)
        );
        point(PointState::Advice, words, Some(item.id))
    }));
    points.push(if private_items::are_in_order(draft.items) {
        point(PointState::Ready, "Private items come last, after the resolution", None)
    } else {
        let words = if private_items::need_a_resolution(draft.items) {
            "Put private items last, after the resolution to exclude the public."
        } else {
            "Put private items last."
        };
        ReadyPoint { can_fix: true, ..point(PointState::Advice, words, Some(first.id)) }
    });
    points
}

fn has_its_reason(standing: Standing, count: usize) -> &'static str {
    match (standing, count) {
        (Standing::StatutoryCommittee, 1) => "Exempt item has its paragraph and public reason",
        (Standing::StatutoryCommittee, _) => "Exempt items have their paragraphs and public reasons",
        (Standing::NonStatutoryBoard, 1) => "Restricted item has its reason",
        (Standing::NonStatutoryBoard, _) => "Restricted items have their reasons",
    }
}
