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
use pledgeboard_domain::numbering::{Pattern, Place};

use super::calendar::Calendar;
use crate::{error::Outcome, transfer::Records};

pub(super) use sitting::Sitting;

pub(super) const SITTINGS: [Sitting; 7] =
    [first::FIRST, second::SECOND, third::THIRD, panel::PANEL, ahead::NEXT, ahead::TAKEOVER, ahead::PLANNED];

/// The day of a meeting of the sample.
pub(super) fn day(calendar: &Calendar, key: &str) -> Option<NaiveDate> {
    SITTINGS.iter().find(|it| it.key == key).map(|it| calendar.meeting(it.weeks))
}

pub(super) fn add(to: &mut Records, calendar: &Calendar) -> Outcome<()> {
    for sitting in &SITTINGS {
        build::add(to, calendar, sitting);
        evening::add(to, calendar, sitting);
    }
    Ok(())
}

/// Numbers the minutes of every meeting whose minutes are drafted, in the order of the meetings, and freezes what
/// was published. Once items know their actions and papers.
pub(super) fn finish(to: &mut Records, calendar: &Calendar) -> Outcome<()> {
    for sitting in &SITTINGS {
        publish::add(to, calendar, sitting);
    }
    number_minutes(to, calendar)
}

/// The first minute number that the sample gives: earlier meetings of that year were minuted on paper.
const FIRST_NUMBER: u32 = 28;

pub(super) fn number_minutes(to: &mut Records, calendar: &Calendar) -> Outcome<()> {
    let Some(board) = to.boards.first() else { return Ok(()) };
    let pattern = Pattern::parse(&board.minute_pattern).map_err(crate::AppError::fault)?;
    let annual = calendar.annual_days();
    let mut last = (None, FIRST_NUMBER);
    for meeting in &to.meetings {
        if meeting.state < pledgeboard_domain::MeetingState::MinutesDrafted {
            continue;
        }
        let year = pledgeboard_domain::academic_year::municipal_year(meeting.date, &annual);
        if last.0.is_some() && last.0 != Some(year) {
            last.1 = 0;
        }
        last.0 = Some(year);
        let place = Place { year, meeting: None, date: Some(meeting.date) };
        let mut items: Vec<_> = to.agenda_items.iter().filter(|it| it.meeting_id == meeting.id).collect();
        items.sort_by_key(|it| it.position);
        for item in items {
            if let Some(minute) = to.minutes.iter_mut().find(|it| it.agenda_item_id == item.id) {
                last.1 += 1;
                minute.number = pattern.format(last.1, place).map_err(crate::AppError::fault)?;
            }
        }
    }
    Ok(())
}
