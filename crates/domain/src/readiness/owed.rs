//! The progress that groups owe each meeting.

use super::{Draft, PointState, ReadyPoint, point};
use crate::agenda_item::ItemKind;

/// One reminder to a group that owes progress; a takeover or an agenda of formal items alone is reminded too.
pub(super) fn progress(draft: &Draft<'_>) -> Vec<ReadyPoint> {
    let owing = draft.groups.iter().filter(|group| group.owes_progress(draft.meeting.date));
    owing
        .map(|group| {
            // What the group asks for is not yet what it owes, but an item of its own has room for both.
            let item = draft.items.iter().filter(|item| item.kind != ItemKind::Exclusion);
            match item.into_iter().find(|item| group.is_named_by(item)) {
                Some(item) => point(
                    PointState::Ready,
                    format!("{} brings the progress that it owes", group.name),
                    Some(item.id),
                ),
                None => point(
                    PointState::Advice,
                    format!(
                        "{} owes each meeting progress, and no item names it yet: {}",
                        group.name,
                        group.owes.trim()
                    ),
                    None,
                ),
            }
        })
        .collect()
}
