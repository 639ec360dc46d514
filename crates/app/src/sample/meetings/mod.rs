//! Anytown's seven meetings, one in each state of its life and a second with approved minutes.

mod ahead;
mod build;
mod evening;
mod first;
mod panel;
mod publish;
mod second;
mod sitting;
mod third;

use chrono::NaiveDate;
use pledgeboard_domain::MeetingState;

use super::{calendar::Calendar, numbers::Numbers};
use crate::{error::Outcome, transfer::Records};

pub(super) use publish::as_published;
pub(super) use sitting::Sitting;

pub(super) const SITTINGS: [Sitting; 7] =
    [first::FIRST, second::SECOND, third::THIRD, panel::PANEL, ahead::NEXT, ahead::TAKEOVER, ahead::PLANNED];

/// The day of a meeting of the sample.
pub(super) fn day(calendar: &Calendar, key: &str) -> Option<NaiveDate> {
    SITTINGS.iter().find(|it| it.key == key).map(|it| calendar.meeting(it.weeks))
}

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    for sitting in &SITTINGS {
        build::add(to, calendar, sitting);
        evening::add(to, calendar, sitting);
    }
}

/// Numbers the minutes of every meeting whose minutes are drafted, in the order of the meetings, and freezes what
/// was published. Once items know their actions and papers.
pub(super) fn finish(to: &mut Records, calendar: &Calendar, numbers: &mut Numbers) -> Outcome<()> {
    for sitting in &SITTINGS {
        publish::add(to, calendar, sitting);
    }
    number_minutes(to, numbers)
}

fn number_minutes(to: &mut Records, numbers: &mut Numbers) -> Outcome<()> {
    for meeting in to.meetings.iter().filter(|it| it.state >= MeetingState::MinutesDrafted) {
        let mut items: Vec<_> = to.agenda_items.iter().filter(|it| it.meeting_id == meeting.id).collect();
        items.sort_by_key(|it| it.position);
        for item in items {
            if let Some(minute) = to.minutes.iter_mut().find(|it| it.agenda_item_id == item.id) {
                minute.number = numbers.minute(meeting.date)?;
            }
        }
    }
    Ok(())
}
