//! Years before the sample's own, put together from phrases, for trying out a board that has been used for long.
//!
//! Each year has twelve events, sixty voices, seven meetings with minutes and decisions, forty-five actions, and checks
//! through all lenses in each half-term.

mod chance;
mod heard;
mod meeting;
mod period;
mod phrases;
mod programme;

use chrono::{Days, NaiveDate, TimeDelta};
use pledgeboard_domain::id::{MeetingId, ThemeId, VoiceId};

use super::{
    calendar::Calendar,
    ids::{id, theme},
    numbers::Numbers,
};
use crate::{error::Outcome, transfer::Records};
use chance::Chance;

/// What one change of the history adds.
pub(super) struct Change {
    pub key: String,
    pub name: &'static str,
    pub on: NaiveDate,
    pub records: Records,
}

/// Weeks after a year's first meeting.
const MEETINGS: [i64; 7] = [0, 7, 15, 22, 29, 37, 44];
const EVENTS_A_YEAR: u64 = 12;
const THEMES: [&str; 7] = ["stays", "call", "safe", "healthy", "school", "adult", "heard"];

/// What happens on a day of an earlier year.
#[derive(Clone, Copy)]
enum Happening {
    Event { year: u32, place: u64 },
    Checks { half_term: usize },
    Meeting { at: usize },
}

/// What the makers of the parts share.
struct Making<'a> {
    calendar: &'a Calendar,
    numbers: &'a mut Numbers,
    chance: Chance,
    /// Every earlier meeting, oldest first.
    meetings: Vec<(MeetingId, NaiveDate)>,
    /// Heard and not yet answered.
    waiting: Vec<VoiceId>,
}

/// The changes of `years` earlier years, oldest first.
pub(super) fn changes(calendar: &Calendar, years: u32, numbers: &mut Numbers) -> Outcome<Vec<Change>> {
    let first_meeting = |back: u32| calendar.next_meeting() - TimeDelta::weeks(29 + 52 * i64::from(back));
    let mut timeline = vec![];
    let mut meetings = vec![];
    for year in (1..=years).rev() {
        let first = first_meeting(year);
        for weeks in MEETINGS {
            let date = calendar.meeting_day(first + TimeDelta::weeks(weeks));
            timeline.push((date, Happening::Meeting { at: meetings.len() }));
            meetings.push((id("meeting", &format!("earlier {date}")), date));
        }
        for place in 0..EVENTS_A_YEAR {
            timeline.push((first + Days::new(3 + 29 * place), Happening::Event { year, place }));
        }
    }
    let since = first_meeting(years);
    for back in 6.. {
        match calendar.half_term(back) {
            Some(half_term) if half_term.starts >= since => {
                timeline.push((half_term.ends, Happening::Checks { half_term: back }));
            }
            _ => break,
        }
    }
    timeline.sort_by_key(|(date, _)| *date);

    let mut making = Making { calendar, numbers, chance: Chance::new(7), meetings, waiting: vec![] };
    let mut changes = vec![Change {
        key: "earlier years".into(),
        name: "plan the years before",
        on: since - Days::new(1),
        records: period::records(&making, years),
    }];
    for (on, happening) in timeline {
        let (key, name, records) = match happening {
            Happening::Event { year, place } => {
                (format!("event {year} {place}"), "log an event", heard::event(&mut making, year, place, on))
            }
            Happening::Checks { half_term } => (
                format!("checks {half_term}"),
                "record the half-term's checks",
                heard::checks(&mut making, half_term),
            ),
            Happening::Meeting { at } => {
                (format!("meeting {at}"), "hold and minute a meeting", meeting::records(&mut making, at)?)
            }
        };
        changes.push(Change { key, name, on, records });
    }
    Ok(changes)
}

impl Making<'_> {
    fn theme(&self, at: usize) -> ThemeId {
        theme(THEMES[at % THEMES.len()])
    }
}
