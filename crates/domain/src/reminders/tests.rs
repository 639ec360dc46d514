use uuid::Uuid;

use super::*;
use crate::{
    check::Rating,
    event::EventKind,
    half_term::default_half_terms,
    id::{AssignmentId, CheckId, EventId, HalfTermId, PromiseId},
    meeting::{MeetingState, tests::meeting},
};

const SAM: PersonId = PersonId(Uuid::from_u128(7));
const HOME: ThemeId = ThemeId(Uuid::from_u128(1));

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Sunday 22 November 2026: Sam links to “A home that stays”, and has an event planned for 1 December.
#[derive(Clone)]
struct Scene {
    themes: Vec<Theme>,
    assignments: Vec<Assignment>,
    half_terms: Vec<HalfTerm>,
    events: Vec<Event>,
    promises: Vec<Promise>,
    checks: Vec<Check>,
    meetings: Vec<MeetingAhead>,
}

fn event(id: u128, date: NaiveDate) -> Event {
    Event {
        id: EventId(Uuid::from_u128(id)),
        version: 1,
        title: "Pizza night".into(),
        theme_id: HOME,
        half_term_id: None,
        date,
        place: "Youth Hub".into(),
        kind: EventKind::Meal,
        person_id: Some(SAM),
        held: false,
        came: vec![],
        came_total: None,
        what_happened: "Words that stay on the board".into(),
        take_to_board: String::new(),
    }
}

impl Scene {
    fn new() -> Self {
        let dates = default_half_terms(2026).into_iter().zip(1u128..);
        Self {
            themes: vec![Theme {
                id: HOME,
                version: 1,
                name: "A home that stays".into(),
                child_name: String::new(),
                icon: String::new(),
                colour: "teal".into(),
                keywords: vec![],
                principles: vec![],
                questions: vec![],
                position: 1,
                retired_on: None,
            }],
            assignments: vec![Assignment {
                id: AssignmentId(Uuid::nil()),
                version: 1,
                theme_id: HOME,
                person_id: SAM,
                kind: ChampionKind::LinkChampion,
                from: day(1, 1),
                to: None,
            }],
            half_terms: dates
                .map(|((term, starts, ends), n)| HalfTerm {
                    id: HalfTermId(Uuid::from_u128(n)),
                    version: 1,
                    academic_year: 2026,
                    term,
                    starts,
                    ends,
                })
                .collect(),
            events: vec![event(1, day(12, 1))],
            promises: vec![Promise {
                id: PromiseId(Uuid::from_u128(2)),
                version: 1,
                strategy_period_id: Uuid::nil().into(),
                number: 2,
                title: "You will not move".into(),
                text: "Adult words".into(),
                plain_text: String::new(),
                theme_id: HOME,
                principles: vec![],
                voices: vec![],
                you_said_plain: String::new(),
                person_id: None,
                review_every: 1,
                retired_on: None,
                follows_id: None,
            }],
            checks: vec![],
            meetings: vec![MeetingAhead {
                meeting: Meeting { themes: vec![HOME], ..meeting(MeetingState::AgendaDrafted, day(12, 3)) },
                publish_by: day(11, 25),
            }],
        }
    }

    fn of(&self, person: PersonId, today: NaiveDate) -> Vec<Reminder> {
        reminders(
            person,
            &ReminderRecords {
                today,
                board: "Corporate Parenting Board",
                themes: &self.themes,
                assignments: &self.assignments,
                half_terms: &self.half_terms,
                events: &self.events,
                promises: &self.promises,
                checks: &self.checks,
                meetings: &self.meetings,
            },
        )
    }

    fn told(&self, today: NaiveDate) -> Vec<String> {
        self.of(SAM, today).iter().map(|it| format!("{} {}", it.on.format("%-d/%-m"), it.title)).collect()
    }
}

#[test]
fn a_champion_is_reminded_of_what_is_theirs_by_day() {
    assert_eq!(
        Scene::new().told(day(11, 22)),
        [
            "25/11 Agenda of 3 December goes out",
            "1/12 Pizza night",
            "2/12 Log “Pizza night”",
            "3/12 Corporate Parenting Board",
            "18/12 See for yourself: 2. You will not move",
            "12/2 Last day for an event: A home that stays",
            "25/3 Last day for an event: A home that stays",
            "28/5 Last day for an event: A home that stays",
            "23/7 Last day for an event: A home that stays",
        ]
    );
}

#[test]
fn an_event_that_nobody_logged_is_due_today_and_keeps_its_key() {
    let scene = Scene::new();
    let log = |today| scene.of(SAM, today).into_iter().find(|it| it.kind == ReminderKind::LogEvent).unwrap();
    let (before, after) = (log(day(11, 22)), log(day(12, 9)));
    assert_eq!((before.on, after.on), (day(12, 2), day(12, 9)));
    assert_eq!(before.key, after.key);
    let mut held = scene.clone();
    held.events[0].held = true;
    assert!(held.of(SAM, day(12, 9)).iter().all(|it| it.kind != ReminderKind::LogEvent));
}

#[test]
fn a_promise_is_looked_at_again_by_its_own_rhythm() {
    let mut scene = Scene::new();
    let check = |lens, on| Check {
        id: CheckId(Uuid::nil()),
        version: 1,
        promise_id: scene.promises[0].id,
        lens,
        rating: Rating::CannotTell,
        on,
        evidence: "x".into(),
        source: "x".into(),
        event_id: None,
        person_id: None,
    };
    let (officers, before, lately) = (
        check(Lens::Officers, day(11, 12)),
        check(Lens::LinkChampion, day(9, 1)),
        check(Lens::LinkChampion, day(11, 12)),
    );
    let mut looks = |checks: &[Check], every: i64| {
        scene.checks = checks.to_vec();
        scene.promises[0].review_every = every;
        let told = scene.told(day(11, 22));
        told.into_iter().find(|it| it.contains("See for yourself"))
    };
    let on = |day: &str| Some(format!("{day} See for yourself: 2. You will not move"));
    assert_eq!(looks(&[officers.clone(), before.clone()], 1), on("18/12"), "officers look for themselves");
    assert_eq!(looks(&[officers.clone(), lately], 1), on("12/2"), "looked at in this half-term");
    assert_eq!(looks(&[officers, before], 2), on("12/2"), "every other half-term");
}

#[test]
fn in_a_holiday_the_next_half_term_is_the_time_to_look() {
    let told = Scene::new().told(day(12, 28));
    assert!(told.contains(&"12/2 See for yourself: 2. You will not move".to_owned()), "{told:?}");
}

#[test]
fn whoever_links_to_nothing_is_reminded_of_nothing() {
    let mut scene = Scene::new();
    assert_eq!(scene.of(PersonId(Uuid::from_u128(8)), day(11, 22)), []);
    scene.assignments[0].to = Some(day(11, 21));
    assert_eq!(scene.of(SAM, day(11, 22)), [], "their time is over");
    scene.assignments[0].to = None;
    scene.assignments[0].kind = ChampionKind::OfficerChampion;
    assert_eq!(scene.of(SAM, day(11, 22)), []);
    scene.assignments[0].kind = ChampionKind::LinkChampion;
    scene.themes[0].retired_on = Some(day(11, 1));
    assert_eq!(scene.of(SAM, day(11, 22)), []);
}

#[test]
fn nothing_is_due_after_the_last_day_of_an_assignment() {
    let mut scene = Scene::new();
    scene.assignments[0].to = Some(day(12, 10));
    let told = scene.told(day(11, 22));
    assert!(told.iter().all(|it| !it.contains("Last day") && !it.contains("See for yourself")), "{told:?}");
    assert!(told.contains(&"1/12 Pizza night".to_owned()));
}

#[test]
fn an_event_of_the_theme_with_nobody_named_is_the_champions_and_somebody_elses_is_not() {
    let mut scene = Scene::new();
    scene.events[0].person_id = None;
    assert!(scene.told(day(11, 22)).contains(&"1/12 Pizza night".to_owned()));
    scene.events[0].person_id = Some(PersonId(Uuid::from_u128(8)));
    let told = scene.told(day(11, 22));
    assert!(!told.contains(&"1/12 Pizza night".to_owned()));
    assert!(
        !told.contains(&"18/12 Last day for an event: A home that stays".to_owned()),
        "the theme has one"
    );
}

#[test]
fn a_published_agenda_has_no_deadline_and_a_meeting_held_is_over() {
    let mut scene = Scene::new();
    scene.meetings[0].meeting.state = MeetingState::AgendaPublished;
    let told = scene.told(day(11, 22));
    assert!(!told.iter().any(|it| it.contains("goes out")) && told.iter().any(|it| it.starts_with("3/12")));
    scene.meetings[0].meeting.state = MeetingState::Held;
    assert!(!scene.told(day(11, 22)).iter().any(|it| it.starts_with("3/12")));
}

#[test]
fn no_reminder_holds_what_was_written_about_children() {
    for it in Scene::new().of(SAM, day(11, 22)) {
        assert!(!format!("{it:?}").contains("Words that stay"), "{it:?}");
    }
}
