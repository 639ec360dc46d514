//! A calendar's file, read back by the crate that reads such files, and looked at byte by byte.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use chrono::{NaiveDate, NaiveDateTime};
use icalendar::{CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, EventLike};
use pledgeboard_documents::calendar::{Calendar, CalendarEntry, When, ics, morning};
use proptest::prelude::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn entry() -> CalendarEntry {
    CalendarEntry {
        uid: "event-1".into(),
        when: When::Day(day(12, 1)),
        title: "Wreaths and hot chocolate".into(),
        words: String::new(),
        place: "Youth Hub".into(),
        rings: Some(morning(day(12, 1), 1)),
    }
}

fn calendar(entries: Vec<CalendarEntry>) -> Calendar {
    Calendar {
        name: "Reminders, for Cllr Sam Okafor".into(),
        private: true,
        made: at("2026-11-22T00:00:00"),
        entries,
    }
}

fn file(entries: Vec<CalendarEntry>) -> String {
    String::from_utf8(ics(&calendar(entries))).unwrap()
}

fn read(file: &str) -> Vec<icalendar::Event> {
    let read: icalendar::Calendar = file.parse().unwrap();
    let events = read.components.into_iter().filter_map(|it| match it {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

#[test]
fn a_day_is_whole_rings_the_morning_before_and_is_private() {
    let file = file(vec![entry()]);
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pledgeboard//EN",
        "NAME;VALUE=TEXT:Reminders\\, for Cllr Sam Okafor",
        "UID:event-1@pledgeboard",
        "DTSTAMP:20261122T000000Z",
        "DTSTART;VALUE=DATE:20261201",
        "DTEND;VALUE=DATE:20261202",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "LOCATION:Youth Hub",
        "ACTION:DISPLAY",
        "TRIGGER;RELATED=START:-PT54000S",
    ] {
        assert!(file.lines().any(|it| it == line), "{line} is not in:\n{file}");
    }
    let [event] = read(&file).try_into().unwrap();
    assert_eq!(event.get_start(), Some(DatePerhapsTime::Date(day(12, 1))));
    assert_eq!(event.get_summary(), Some("Wreaths and hot chocolate"));
}

#[test]
fn times_go_out_in_utc_through_summer_and_winter() {
    let meeting = |starts: &str, ends: &str| CalendarEntry {
        when: When::Time { starts: at(starts), ends: Some(at(ends)) },
        rings: Some(at(starts) - chrono::TimeDelta::days(1)),
        ..entry()
    };
    let file = file(vec![
        meeting("2026-12-03T17:30:00", "2026-12-03T19:30:00"),
        meeting("2027-07-01T17:30:00", "2027-07-01T19:30:00"),
        // The clock went forward in the night between: the bell is an hour nearer than it looks.
        meeting("2027-03-28T17:30:00", "2027-03-28T17:30:00"),
    ]);
    let starts: Vec<_> = file.lines().filter(|it| it.starts_with("DTSTART")).collect();
    assert_eq!(starts, ["DTSTART:20261203T173000Z", "DTSTART:20270701T163000Z", "DTSTART:20270328T163000Z"]);
    let ends: Vec<_> = file.lines().filter(|it| it.starts_with("DTEND")).collect();
    assert_eq!(
        ends,
        ["DTEND:20261203T193000Z", "DTEND:20270701T183000Z"],
        "no end is better than one of no length"
    );
    let rings: Vec<_> = file.lines().filter(|it| it.starts_with("TRIGGER")).collect();
    assert_eq!(rings[2], "TRIGGER;RELATED=START:-PT82800S");
    let starts = read(&file)[1].get_start();
    let Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(utc))) = starts else { panic!("{starts:?}") };
    assert_eq!(utc.naive_utc(), at("2027-07-01T16:30:00"));
}

#[test]
fn the_same_calendar_gives_the_same_bytes() {
    assert_eq!(ics(&calendar(vec![entry(), entry()])), ics(&calendar(vec![entry(), entry()])));
    // The bell has a stamp too, and neither is the computer's hour.
    let file = file(vec![entry()]);
    let stamps: Vec<_> = file.lines().filter(|it| it.starts_with("DTSTAMP")).collect();
    assert_eq!(stamps, ["DTSTAMP:20261122T000000Z"; 2]);
}

#[test]
fn words_that_would_break_the_file_stay_words() {
    let words = "Ask; listen, and\nwrite: \\o/ 🍕🏳️‍🌈\r\nEND:VCALENDAR\r\nBEGIN:VEVENT\u{7}";
    let file = file(vec![CalendarEntry {
        title: words.into(),
        words: words.into(),
        place: words.into(),
        ..entry()
    }]);
    let [event] = read(&file).try_into().unwrap();
    assert_eq!(
        event.get_description(),
        Some("Ask; listen, and\nwrite: \\o/ 🍕🏳️‍🌈\nEND:VCALENDAR\nBEGIN:VEVENT")
    );
    let one_line = "Ask; listen, and write: \\o/ 🍕🏳️‍🌈 END:VCALENDAR BEGIN:VEVENT";
    assert_eq!((event.get_summary(), event.get_location()), (Some(one_line), Some(one_line)));
    assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_back_from_lines_of_75_bytes(
        title in "[a-z🍕é,;:\\\\\" ]{1,200}", words in "[a-zA-Z ,;:\\\\\n🏳\u{fe0f}ß老-]{0,400}",
    ) {
        let file = file(vec![CalendarEntry { title: title.clone(), words: words.clone(), ..entry() }]);
        prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} bytes: {line}", line.len());
            prop_assert!(!line.contains(['\n', '\r']));
        }
        let events = read(&file);
        prop_assert_eq!(events.len(), 1);
        let squeezed = title.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(events[0].get_summary().unwrap_or_default(), squeezed);
        prop_assert_eq!(events[0].get_description().unwrap_or_default(), words.trim());
    }
}
