use uuid::Uuid;

use super::*;
use crate::{
    channel::tests::{channel, cohort},
    cohort::AgeBand,
    event::{Came, EventKind},
    half_term::Term,
    voice::Share,
};

fn day(m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, m, d).unwrap()
}

fn half_terms() -> [HalfTerm; 2] {
    let one = |n: u128, term, starts, ends| HalfTerm {
        id: Uuid::from_u128(n).into(),
        version: 1,
        academic_year: 2026,
        term,
        starts,
        ends,
    };
    [one(1, Term::Autumn1, day(9, 1), day(10, 23)), one(2, Term::Autumn2, day(11, 2), day(12, 18))]
}

fn named(n: u128, name: &str, age_bands: &[AgeBand]) -> Cohort {
    Cohort {
        id: cohort(n),
        version: 1,
        name: name.into(),
        heard_by: "Games and drawing".into(),
        told_by: String::new(),
        position: 0,
        age_bands: age_bands.to_vec(),
    }
}

fn event(n: u128, date: NaiveDate, came: &[(Option<u128>, AgeBand, u32)]) -> Event {
    Event {
        id: Uuid::from_u128(n).into(),
        version: 1,
        title: format!("Event {n}"),
        theme_id: Uuid::nil().into(),
        half_term_id: None,
        date,
        place: String::new(),
        kind: EventKind::Meal,
        person_id: None,
        held: true,
        came: came
            .iter()
            .map(|(n, age_band, count)| Came { cohort_id: n.map(cohort), age_band: *age_band, count: *count })
            .collect(),
        came_total: None,
        what_happened: String::new(),
        take_to_board: String::new(),
    }
}

fn voice(n: u128, heard_on: NaiveDate, of: Option<u128>, at: Option<u128>) -> Voice {
    Voice {
        id: Uuid::from_u128(n).into(),
        version: 1,
        words: "I moved.".into(),
        is_quote: true,
        heard_on,
        event_id: at.map(|n| Uuid::from_u128(n).into()),
        source: "Survey".into(),
        theme_id: Uuid::nil().into(),
        cohort_id: of.map(cohort),
        age_band: None,
        share: Share::Anywhere,
        sensitive: false,
    }
}

const PRIMARY: u128 = 1;
const FOSTER: u128 = 2;
const SECURE: u128 = 3;

fn cohorts() -> [Cohort; 3] {
    [
        named(PRIMARY, "Primary age", &[AgeBand::From5To10]),
        named(FOSTER, "In foster care", &[]),
        named(SECURE, "In secure homes", &[]),
    ]
}

fn draw(of: usize, channels: &[Channel], events: &[Event], voices: &[Voice]) -> VoiceMap {
    let half_terms = half_terms();
    voice_map(&MapSources {
        today: day(11, 22),
        half_term: &half_terms[of],
        half_terms: &half_terms,
        cohorts: &cohorts(),
        channels,
        events,
        voices,
    })
}

#[test]
fn whoever_came_to_an_event_was_heard_and_so_was_their_age() {
    let map = draw(1, &[], &[event(7, day(11, 18), &[(Some(FOSTER), AgeBand::From5To10, 6)])], &[]);
    let [primary, foster, secure] = map.lines.as_slice() else { panic!("{map:?}") };
    assert!(primary.heard && foster.heard && !secure.heard);
    assert_eq!(foster.counts, MapCounts { events: 1, came: 6, voices: 0 });
    assert_eq!(primary.counts, MapCounts::default(), "a child is counted once");
    assert_eq!((foster.last_heard, foster.last_heard_at.as_str()), (Some(day(11, 18)), "Event 7"));
    assert_eq!((secure.last_heard, secure.last_heard_at.as_str()), (None, ""));
    assert_eq!(map.not_heard().as_deref(), Some("in secure homes"));
}

#[test]
fn an_event_that_is_planned_or_to_which_nobody_came_heard_nobody() {
    let planned = Event { held: false, ..event(7, day(11, 18), &[(Some(FOSTER), AgeBand::From5To10, 6)]) };
    let empty = event(8, day(11, 18), &[(Some(FOSTER), AgeBand::From5To10, 0)]);
    assert!(draw(1, &[], &[planned, empty], &[]).lines.iter().all(|line| !line.heard));
}

#[test]
fn what_happens_in_a_holiday_belongs_to_the_half_term_before_it() {
    let football = [event(7, day(10, 27), &[(Some(FOSTER), AgeBand::From11To15, 6)])];
    assert!(draw(0, &[], &football, &[]).lines[1].heard);
    let now = draw(1, &[], &football, &[]);
    assert!(!now.lines[1].heard, "it was the half-term before");
    assert_eq!(now.lines[1].last_heard, Some(day(10, 27)), "and it was the last time");
    let moved = [Event { half_term_id: Some(Uuid::from_u128(2).into()), ..football[0].clone() }];
    assert!(draw(1, &[], &moved, &[]).lines[1].heard, "somebody said which it belongs to");
}

#[test]
fn a_voice_counts_for_its_cohort_and_one_without_is_counted_apart() {
    let voices = [voice(1, day(11, 4), Some(SECURE), None), voice(2, day(11, 5), None, None)];
    let map = draw(1, &[], &[], &voices);
    assert_eq!((map.lines[2].counts.voices, map.unsaid.voices), (1, 1));
    assert_eq!(map.lines[2].last_heard_at, "Survey");
    let at_event = [voice(1, day(11, 4), Some(SECURE), Some(7))];
    let before = [event(7, day(10, 27), &[])];
    assert!(!draw(1, &[], &before, &at_event).lines[2].heard, "a voice belongs to its event's half-term");
}

#[test]
fn a_channel_tells_for_which_cohort_it_was_heard() {
    let mut visitors = channel(1, "Independent visitors", &[FOSTER, SECURE]);
    visitors.hear(day(11, 10), &[cohort(SECURE)], day(11, 22)).unwrap();
    let map = draw(1, std::slice::from_ref(&visitors), &[], &[]);
    assert!(map.lines[2].heard && !map.lines[1].heard, "one of the two was heard");
    assert_eq!(map.lines[1].channels.len(), 1, "but it reaches both");
    assert_eq!(map.lines[1].channels[0].last_heard, None);
    assert_eq!(map.lines[2].last_heard_at, "Independent visitors");
    visitors.ended_on = Some(day(11, 15));
    assert!(draw(1, &[visitors], &[], &[]).lines[2].channels.is_empty(), "it is no more");
}

#[test]
fn an_earlier_half_term_is_shown_as_it_ended() {
    let events = [
        event(7, day(9, 20), &[(Some(FOSTER), AgeBand::From11To15, 6)]),
        event(8, day(11, 18), &[(Some(FOSTER), AgeBand::From11To15, 2)]),
    ];
    let map = draw(0, &[], &events, &[]);
    assert_eq!(map.until, day(11, 1), "with its holiday");
    assert_eq!((map.lines[1].last_heard, map.lines[1].counts.came), (Some(day(9, 20)), 6));
}

#[test]
fn names_stand_in_a_sentence_as_they_are_said() {
    assert_eq!(uncapitalised("In secure homes"), "in secure homes");
    assert_eq!(uncapitalised("UASC"), "UASC");
    assert_eq!(uncapitalised(""), "");
    assert_eq!(
        draw(1, &[], &[], &[]).not_heard().as_deref(),
        Some("primary age; in foster care; in secure homes")
    );
}
