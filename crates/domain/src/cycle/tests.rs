use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    agenda_item::{ItemKind, tests::item},
    event::EventKind,
    half_term::default_half_terms,
    id::{AnswerId, PersonId},
    meeting::{MeetingState, tests::meeting},
    voice::{AnswerKind, Share, ToldHow},
};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn id<Id: From<Uuid>>(n: u128) -> Id {
    Uuid::from_u128(n).into()
}

fn theme() -> Theme {
    Theme {
        id: id(1),
        version: 1,
        name: "School".into(),
        child_name: String::new(),
        icon: String::new(),
        colour: "leaf".into(),
        keywords: vec![],
        principles: vec![],
        questions: vec![],
        position: 1,
        retired_on: None,
    }
}

fn link(from: NaiveDate, to: Option<NaiveDate>) -> Assignment {
    Assignment {
        id: id(from.to_string().bytes().map(u128::from).sum()),
        version: 1,
        theme_id: id(1),
        person_id: PersonId(Uuid::from_u128(7)),
        kind: ChampionKind::LinkChampion,
        from,
        to,
    }
}

fn event(n: u128, date: NaiveDate, held: bool) -> Event {
    Event {
        id: id(n),
        version: 1,
        title: "Homework club".into(),
        theme_id: id(1),
        half_term_id: None,
        date,
        place: String::new(),
        kind: EventKind::Visit,
        person_id: None,
        held,
        came: vec![],
        came_total: None,
        what_happened: String::new(),
        take_to_board: String::new(),
    }
}

fn voice(n: u128, heard_on: NaiveDate, event: Option<u128>) -> Voice {
    Voice {
        id: id(n),
        version: 1,
        words: "My laptop came late.".into(),
        is_quote: true,
        heard_on,
        event_id: event.map(id),
        source: String::new(),
        theme_id: id(1),
        cohort_id: None,
        age_band: None,
        share: Share::Anywhere,
        sensitive: false,
    }
}

fn answer(voice: u128, told: bool) -> Answer {
    Answer {
        id: AnswerId(Uuid::from_u128(voice)),
        version: 1,
        voice_id: id(voice),
        kind: AnswerKind::NoBecause,
        plain_text: "No, because…".into(),
        action_id: None,
        commitment_id: None,
        agenda_item_id: None,
        answered_on: day(11, 12),
        answered_by: None,
        told_on: told.then(|| day(11, 14)),
        told_how: told.then_some(ToldHow::Visit),
        told_by: None,
    }
}

/// The year 2026/27, with a Link Champion, seen in Autumn 2 (2 November to 18 December).
#[derive(Clone)]
struct Scene {
    today: NaiveDate,
    required: bool,
    theme: Theme,
    half_terms: Vec<HalfTerm>,
    assignments: Vec<Assignment>,
    events: Vec<Event>,
    voices: Vec<Voice>,
    answers: Vec<Answer>,
    items: Vec<AgendaItem>,
    meetings: Vec<Meeting>,
}

impl Scene {
    fn new() -> Self {
        let dates = default_half_terms(2026).into_iter().zip(1u128..);
        let half_term = |((term, starts, ends), n)| HalfTerm {
            id: id(n),
            version: 1,
            academic_year: 2026,
            term,
            starts,
            ends,
        };
        Self {
            today: day(11, 22),
            required: true,
            theme: theme(),
            half_terms: dates.map(half_term).collect(),
            assignments: vec![link(day(1, 1), None)],
            events: vec![event(10, day(9, 20), true), event(11, day(11, 18), true)],
            voices: vec![voice(20, day(9, 20), Some(10)), voice(21, day(11, 18), Some(11))],
            answers: vec![],
            items: vec![],
            meetings: vec![
                Meeting { id: id(30), ..meeting(MeetingState::MinutesApproved, day(10, 8)) },
                Meeting { id: id(31), ..meeting(MeetingState::AgendaDrafted, day(12, 3)) },
            ],
        }
    }

    /// `at` from 0: Autumn 1.
    fn of(&self, at: usize) -> ThemeCycle {
        let cycle = Cycle::new(CycleRecords {
            today: self.today,
            champions_required: self.required,
            half_terms: &self.half_terms,
            assignments: &self.assignments,
            events: &self.events,
            voices: &self.voices,
            answers: &self.answers,
            items: &self.items,
            meetings: &self.meetings,
        });
        cycle.of(&self.theme, &self.half_terms[at])
    }

    fn gaps(&self, at: usize) -> Vec<Gap> {
        self.of(at).gaps.iter().map(|it| it.gap).collect()
    }

    fn takes(&mut self, meeting: u128, voices: &[u128]) {
        let item = AgendaItem {
            id: id(40 + meeting),
            meeting_id: id(meeting),
            voices: voices.iter().copied().map(id).collect(),
            ..item(ItemKind::ChildrenTold)
        };
        self.items.push(item);
    }
}

#[test]
fn a_whole_half_term_has_no_gap() {
    let scene = Scene::new();
    assert_eq!(scene.gaps(1), []);
    assert_eq!(scene.of(1).events, [CycleEvent { id: id(11), held: true, voices: 1 }]);
    assert_eq!(scene.of(1).voices, [id(21)]);
    assert_eq!(scene.gaps(2), [], "the future lacks nothing yet");
}

#[test]
fn a_theme_without_a_champion_is_a_gap_from_the_half_terms_first_day_on() {
    let mut scene = Scene { meetings: vec![], ..Scene::new() };
    scene.assignments = vec![link(day(1, 1), Some(day(11, 10)))];
    assert_eq!(scene.gaps(1), [Gap::NoChampion], "somebody did, and nobody does now");
    assert_eq!(scene.gaps(0), []);
    assert_eq!(scene.gaps(2), []);
    scene.today = day(12, 20);
    assert_eq!(scene.gaps(1), [Gap::NoChampion], "in the holiday it is still its half-term");
    scene.half_terms[2].starts = day(12, 19);
    assert_eq!(scene.gaps(1), [], "once it is over, a champion for a part of it was one");
    scene.assignments.clear();
    assert_eq!(scene.gaps(0), [Gap::NoChampion]);
    scene.required = false;
    assert_eq!(scene.gaps(0), [], "this board needs none");
    scene.required = true;
    scene.theme.retired_on = Some(day(9, 1));
    assert_eq!(scene.gaps(0), [], "it is no theme any more");
}

#[test]
fn a_champion_without_an_event_is_a_gap_once_the_half_term_has_begun() {
    let mut scene = Scene::new();
    scene.events.clear();
    scene.voices.clear();
    assert_eq!(
        (scene.gaps(0), scene.gaps(1), scene.gaps(2)),
        (vec![Gap::NoEvent], vec![Gap::NoEventYet], vec![])
    );
    scene.today = day(11, 1);
    assert_eq!(scene.gaps(1), []);
    scene.today = day(12, 19);
    assert_eq!(scene.gaps(1), [Gap::NoEvent]);
    scene.events = vec![event(12, day(12, 29), false)];
    scene.today = day(11, 22);
    assert_eq!(scene.gaps(1), [], "a holiday's event belongs to the half-term before it");
}

#[test]
fn an_event_lacks_its_account_or_its_voices() {
    let mut scene = Scene::new();
    scene.voices.clear();
    let gap = |gap| vec![CycleGap { gap, event_id: Some(id(11)), voices: 0 }];
    assert_eq!(scene.of(1).gaps, gap(Gap::NoVoices));
    scene.events[1].held = false;
    assert_eq!(scene.of(1).gaps, gap(Gap::NotLogged));
    scene.today = day(11, 18);
    assert_eq!(scene.of(1).gaps, [], "it is today");
    scene.events[1].held = true;
    let mut of_another = voice(21, day(11, 18), Some(11));
    of_another.theme_id = id(2);
    scene.voices = vec![of_another];
    assert_eq!(scene.of(1).gaps, [], "what they said there was about another theme");
    assert_eq!((scene.of(1).voices.len(), scene.of(1).events[0].voices), (0, 1));
}

#[test]
fn voices_that_no_agenda_took_are_a_gap_once_the_next_meeting_is_past() {
    let mut scene = Scene::new();
    assert_eq!(scene.gaps(0), [], "the meeting after Autumn 1 is on 3 December");
    scene.today = day(12, 3);
    assert_eq!(scene.gaps(0), [], "it is this evening");
    scene.today = day(12, 4);
    assert_eq!(scene.of(0).gaps, [CycleGap { gap: Gap::NotTaken, event_id: None, voices: 1 }]);
    let mut taken = scene.clone();
    taken.takes(31, &[20]);
    assert_eq!(taken.gaps(0), []);
    taken.items[0].withdrawn_reason = "No time".into();
    assert_eq!(taken.gaps(0), [Gap::NotTaken], "what was taken off took nothing to the board");
    scene.answers = vec![answer(20, false)];
    assert_eq!(scene.gaps(0), [], "it is answered");
}

#[test]
fn what_became_of_the_voices_is_counted_once_for_each() {
    let mut scene = Scene::new();
    scene.voices.extend([
        voice(22, day(11, 19), None),
        voice(23, day(11, 20), None),
        voice(24, day(10, 28), None),
    ]);
    scene.takes(31, &[21, 22]);
    scene.takes(30, &[22]);
    scene.answers = vec![answer(22, false), answer(22, true), answer(23, false)];
    let cycle = scene.of(1);
    assert_eq!((cycle.voices.len(), cycle.taken, cycle.answered, cycle.told), (3, 2, 2, 1));
    let taken: Vec<_> = cycle.taken_to.iter().map(|it| (it.meeting_id, it.voices)).collect();
    assert_eq!(taken, [(id(30), 1), (id(31), 2)], "by the meetings' days");
    assert_eq!(scene.of(0).voices, [id(20), id(24)], "October's holiday belongs to Autumn 1");
}

#[test]
fn a_voice_stays_with_the_half_term_of_its_event() {
    let mut scene = Scene::new();
    scene.events[1].half_term_id = Some(id(1));
    assert_eq!(scene.of(0).voices, [id(20), id(21)]);
    assert_eq!(scene.of(1).voices, []);
    assert_eq!(scene.gaps(1), [Gap::NoEventYet]);
}

#[test]
fn everyone_who_linked_to_it_in_the_half_term_is_named_in_their_order() {
    let mut scene = Scene::new();
    let (first, second) = (link(day(1, 1), Some(day(11, 9))), link(day(11, 10), None));
    let over = link(day(2, 1), Some(day(11, 1)));
    scene.assignments = vec![second.clone(), over.clone(), first.clone()];
    assert_eq!(scene.of(1).champions, [first.id, second.id]);
    assert_eq!(scene.of(0).champions, [first.id, over.id]);
    scene.assignments[0].kind = ChampionKind::OfficerChampion;
    assert_eq!(scene.of(1).champions, [first.id]);
}

proptest! {
    /// Whatever happens, the numbers of a year add up: no voice is counted twice, and each number is a part of the one before.
    #[test]
    fn the_numbers_of_a_year_add_up(
        heard in proptest::collection::vec((0..330u64, any::<bool>(), any::<bool>(), any::<bool>()), 0..40),
    ) {
        let mut scene = Scene::new();
        scene.events.clear();
        scene.voices.clear();
        for (n, (after, taken, answered, told)) in (100u128..).zip(heard) {
            scene.voices.push(voice(n, day(9, 1) + chrono::Days::new(after), None));
            if taken {
                scene.takes(31, &[n]);
            }
            if answered {
                scene.answers.push(answer(n, told));
            }
        }
        scene.today = day(12, 31) + chrono::Days::new(365);
        let cycles: Vec<ThemeCycle> = (0..6).map(|at| scene.of(at)).collect();
        prop_assert_eq!(cycles.iter().map(|it| it.voices.len()).sum::<usize>(), scene.voices.len());
        for it in cycles {
            prop_assert!(it.told <= it.answered && it.answered as usize <= it.voices.len());
            let left = it.gaps.iter().find(|it| it.gap == Gap::NotTaken).map_or(0, |it| it.voices);
            prop_assert!((it.taken.max(it.answered) + left) as usize <= it.voices.len());
        }
    }
}
