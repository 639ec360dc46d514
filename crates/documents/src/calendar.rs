//! Days and times as a calendar that any program takes in (iCalendar, RFC 5545).
//!
//! Times go out in UTC, so that no reader needs to know when British clocks change. An entry's id stays the same from
//! one export to the next: taking a calendar in again changes its entries instead of adding them once more.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use icalendar::{Alarm, Class, Component, Event, EventLike, Property, Trigger, ValueType};
use pledgeboard_domain::{british_time::to_utc, text::inert};

/// A calendar, before it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// What programs call it in their lists.
    pub name: String,
    /// Entries for one person: programs that share calendars keep them to themselves.
    pub private: bool,
    /// When it was made, by UTC: the same board and day give the same bytes.
    pub made: NaiveDateTime,
    pub entries: Vec<CalendarEntry>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CalendarEntry {
    /// Stands for this entry alone and for ever: "event-0190…".
    pub uid: String,
    pub when: When,
    pub title: String,
    pub words: String,
    pub place: String,
    /// When the calendar rings, on British clocks; none: it does not.
    pub rings: Option<NaiveDateTime>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A day as a whole; it does not make anybody busy.
    Day(NaiveDate),
    /// Days as a whole, the first and the last among them.
    Days(NaiveDate, NaiveDate),
    /// From a time and to a time, on British clocks.
    Time { starts: NaiveDateTime, ends: Option<NaiveDateTime> },
}

/// Nine in the morning, so many days before.
#[must_use]
pub fn morning(day: NaiveDate, days_before: u64) -> NaiveDateTime {
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    day.checked_sub_days(Days::new(days_before)).unwrap_or(day).and_time(nine)
}

/// The calendar's file.
#[must_use]
pub fn ics(calendar: &Calendar) -> Vec<u8> {
    let mut out = icalendar::Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//Pledgeboard//EN"), ("CALSCALE", "GREGORIAN")] {
        out.append_property(Property::new(key, value));
    }
    // RFC 7986 calls it NAME; most programs still look for the older one.
    for key in ["NAME", "X-WR-CALNAME"] {
        out.append_property(
            Property::new(key, one_line(&calendar.name)).append_parameter(ValueType::Text).done(),
        );
    }
    for entry in &calendar.entries {
        out.push(event(calendar, entry));
    }
    folded(&out.to_string()).into_bytes()
}

fn event(calendar: &Calendar, entry: &CalendarEntry) -> Event {
    let made = calendar.made.and_utc();
    let mut event = Event::new();
    event.uid(&format!("{}@pledgeboard", entry.uid)).timestamp(made).summary(&one_line(&entry.title));
    let starts = match entry.when {
        When::Day(day) => days(&mut event, day, day),
        When::Days(first, last) => days(&mut event, first, last),
        When::Time { starts, ends } => {
            event.starts(utc(starts));
            if let Some(ends) = ends.filter(|ends| *ends > starts) {
                event.ends(utc(ends));
            }
            starts
        }
    };
    if calendar.private {
        event.class(Class::Private);
    }
    if !entry.words.trim().is_empty() {
        event.description(&lines(&entry.words));
    }
    if !entry.place.trim().is_empty() {
        event.location(&one_line(&entry.place));
    }
    if let Some(rings) = entry.rings {
        let mut alarm =
            Alarm::display(&one_line(&entry.title), Trigger::before_start(ahead(entry.when, starts, rings)));
        // Without these two, the crate writes the hour of the computer and chance.
        alarm.timestamp(made).uid(&format!("{}-alarm@pledgeboard", entry.uid));
        event.alarm(alarm);
    }
    event.done()
}

fn days(event: &mut Event, first: NaiveDate, last: NaiveDate) -> NaiveDateTime {
    // The day on which it ends is the first that it does not fill (section 3.6.1).
    event.starts(first).ends(last.succ_opt().unwrap_or(last)).add_property("TRANSP", "TRANSPARENT");
    first.and_time(NaiveTime::MIN)
}

/// How long before its start an entry rings. A whole day floats with the reader's clock; a time is one for all.
fn ahead(when: When, starts: NaiveDateTime, rings: NaiveDateTime) -> TimeDelta {
    match when {
        When::Day(_) | When::Days(..) => starts - rings,
        When::Time { .. } => to_utc(starts) - to_utc(rings),
    }
}

fn utc(clock: NaiveDateTime) -> DateTime<Utc> {
    to_utc(clock).and_utc()
}

/// Lines of at most 75 bytes (section 3.1). The crate's own last lines are one longer: it does not count the space that
/// they begin with.
fn folded(file: &str) -> String {
    let mut out = String::with_capacity(file.len());
    for line in file.replace("\r\n ", "").split_terminator("\r\n") {
        let mut room = 75;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                out.push_str("\r\n ");
                room = 74;
            }
            out.push(letter);
            room -= letter.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

/// Without what a calendar's text may not hold (section 3.3.11): characters that control.
fn lines(words: &str) -> String {
    inert(words).trim().to_owned()
}

fn one_line(words: &str) -> String {
    lines(words).split_whitespace().collect::<Vec<_>>().join(" ")
}
