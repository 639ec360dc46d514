//! The planned end, and the clear days. Who talks for how long is told with the meeting's shape.

use super::{Draft, PointState, ReadyPoint, point};
use crate::{board::Standing, wording};

pub(super) fn planned_end(draft: &Draft<'_>) -> Option<ReadyPoint> {
    let planned = wording::time(draft.meeting.ends?);
    let words = match draft.clock.overrun {
        0 => return Some(point(PointState::Ready, format!("It ends by {planned}"), None)),
        overrun => {
            format!("It runs {} past the planned end, {planned}.", wording::duration(overrun))
        }
    };
    Some(point(PointState::Advice, words, None))
}

pub(super) fn clear_days(draft: &Draft<'_>) -> ReadyPoint {
    let verb = match draft.standing {
        Standing::StatutoryCommittee => "Publish",
        Standing::NonStatutoryBoard => "Issue",
    };
    let by = wording::date(draft.publish_by);
    let days = wording::count(draft.clear_days.unsigned_abs(), "clear day", "clear days");
    if draft.today <= draft.publish_by {
        point(PointState::Ready, format!("{verb} by {by} ({days})"), None)
    } else {
        let words =
            format!("The day for {days} was {by}. To {} it now, say why it is late.", verb.to_lowercase());
        point(PointState::Advice, words, None)
    }
}
