//! The sample is what it says it is, on any day.

use std::collections::HashSet;

use chrono::NaiveDate;
use pledgeboard_domain::{
    ActionState, AgendaRequest, MeetingState, RequestState,
    check::disagreement,
    half_term::half_term_on,
    promise::current_set,
    voice_map::{MapSources, voice_map},
};

use super::{anytown, calendar::Calendar, foundation, numbers::Numbers};
use crate::transfer::{Records, between_records, of_records};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn sample(today: NaiveDate) -> Records {
    let calendar = Calendar::around(today, 1);
    let mut numbers = Numbers::new(&calendar).unwrap();
    anytown(&calendar, foundation(&calendar), &mut numbers, true).unwrap().records
}

#[test]
fn it_has_what_the_sample_promises() {
    let today = day(2026, 11, 22);
    let it = sample(today);
    let seated = |seat: &pledgeboard_domain::Seat| {
        it.terms.iter().any(|term| term.seat_id == seat.id && term.holds_on(today))
    };
    assert_eq!(it.seats.iter().filter(|seat| seated(seat)).count(), 14);
    assert_eq!(
        it.seats.iter().filter(|seat| !seated(seat)).map(|seat| seat.name.as_str()).collect::<Vec<_>>(),
        ["Police"]
    );
    assert_eq!((it.themes.len(), it.half_terms.len(), it.voices.len()), (7, 24, 60));
    assert!(it.events.len() > 12);
    assert_eq!((it.promises.len(), it.meetings.len(), it.actions.len()), (14, 7, 45));
    let states: HashSet<MeetingState> = it.meetings.iter().map(|meeting| meeting.state).collect();
    assert_eq!(states.len(), MeetingState::ALL.len());
    let states: HashSet<ActionState> = it.actions.iter().map(|action| action.state).collect();
    assert_eq!(states.len(), ActionState::ALL.len());
}

#[test]
fn an_older_set_is_there_beside_todays_and_numbers_are_entered_once() {
    let today = day(2026, 11, 22);
    let it = sample(today);
    let made = current_set(today, it.promises.clone(), &it.strategy_periods);
    assert_eq!((made.len(), it.strategy_periods.len()), (10, 2));
    assert_eq!(made.iter().filter(|promise| promise.follows_id.is_some()).count(), 4);
    assert!(it.strategy_periods.iter().all(|set| set.check_beside(&it.strategy_periods).is_ok()));
    for promise in made.iter().filter(|it| it.follows_id.is_some()) {
        let older = it.promises.iter().find(|older| Some(older.id) == promise.follows_id).unwrap();
        assert!(promise.may_follow(older, &it.strategy_periods).is_ok());
    }
    let drawn: Vec<_> = it.measures.iter().filter_map(|measure| measure.indicator_id).collect();
    assert_eq!(
        (drawn.len(), drawn.iter().collect::<HashSet<_>>().len()),
        (5, 4),
        "one number in two promises"
    );
    let hidden = |indicator: &pledgeboard_domain::Indicator| {
        indicator
            .own_points(&it.indicator_points)
            .last()
            .is_some_and(|point| indicator.published(point) == "c")
    };
    assert!(it.indicators.iter().any(hidden), "and one that is too small to publish");
}

#[test]
fn the_board_judged_itself_last_year_and_has_begun_again() {
    let it = sample(day(2026, 11, 22));
    let judged: Vec<_> = it.assessments.iter().map(|own| (own.judged(), own.statements().count())).collect();
    assert_eq!(judged, [(19, 19), (12, 19)]);
    assert_eq!(it.assessments[1].unshown(), 1, "one is called true, and nothing shows it yet");
    assert!(it.assessments[1].observed_id.is_some());
}

#[test]
fn one_theme_has_no_link_champion() {
    let today = day(2026, 11, 22);
    let it = sample(today);
    let linked = |theme: &&pledgeboard_domain::Theme| {
        it.assignments.iter().any(|link| {
            link.theme_id == theme.id
                && link.kind == pledgeboard_domain::ChampionKind::LinkChampion
                && link.holds_on(today)
        })
    };
    let without: Vec<&str> =
        it.themes.iter().filter(|theme| !linked(theme)).map(|theme| theme.name.as_str()).collect();
    assert_eq!(without, ["Being healthy"]);
}

#[test]
fn some_voices_wait_up_to_eleven_weeks_and_every_kind_of_answer_is_there() {
    let today = day(2026, 11, 22);
    let it = sample(today);
    let answered: HashSet<_> = it.answers.iter().map(|answer| answer.voice_id).collect();
    let waits: Vec<i64> = it
        .voices
        .iter()
        .filter(|voice| !answered.contains(&voice.id))
        .map(|voice| (today - voice.heard_on).num_days())
        .collect();
    assert_eq!(waits.len(), 12);
    assert_eq!(waits.iter().max(), Some(&77));
    let kinds: HashSet<_> = it.answers.iter().map(|answer| answer.kind).collect();
    assert_eq!(kinds.len(), 4);
    assert!(it.voices.iter().any(|voice| voice.sensitive));
    assert!(it.voices.iter().any(|voice| voice.share == pledgeboard_domain::Share::BoardOnly));
}

#[test]
fn the_lenses_disagree_about_some_promises_and_agree_about_others() {
    let today = day(2026, 11, 22);
    let it = sample(today);
    let disputed = it
        .promises
        .iter()
        .filter(|promise| {
            let own: Vec<_> =
                it.checks.iter().filter(|check| check.promise_id == promise.id).cloned().collect();
            disagreement(&own, today, &it.half_terms).is_some()
        })
        .count();
    assert!((2..10).contains(&disputed), "{disputed}");
}

#[test]
fn groups_ask_in_every_state_and_some_cohorts_were_not_heard() {
    let today = day(2026, 11, 22);
    let it = sample(today);
    let stands = |request: &AgendaRequest| request.state(request.taken(&it.agenda_items, &it.meetings));
    let states: HashSet<_> = it.agenda_requests.iter().map(stands).collect();
    assert_eq!(states.len(), RequestState::ALL.len());
    let half_term = half_term_on(today, &it.half_terms).unwrap();
    let map = voice_map(&MapSources {
        today,
        half_term,
        half_terms: &it.half_terms,
        cohorts: &it.cohorts,
        channels: &it.channels,
        events: &it.events,
        voices: &it.voices,
    });
    let gaps: Vec<&str> = map.gaps().map(|line| line.cohort.as_str()).collect();
    assert!(gaps.contains(&"Under 5s") && gaps.contains(&"Living out of area, at a distance"), "{gaps:?}");
    assert!((5..12).contains(&gaps.len()), "{gaps:?}");
    assert!(it.channels.iter().any(|channel| channel.is_quiet(today)));
}

#[test]
fn every_record_keeps_the_rules_on_any_day() {
    let days = [(2026, 11, 22), (2026, 9, 1), (2027, 1, 1), (2027, 5, 20), (2028, 2, 29), (2026, 8, 15)];
    for (y, m, d) in days {
        let today = day(y, m, d);
        let it = sample(today);
        assert_eq!(of_records(&it, today), Vec::<String>::new(), "{today}");
        assert_eq!(between_records(&it, today), Vec::<String>::new(), "{today}");
    }
}

#[test]
fn the_same_day_gives_the_same_sample() {
    let today = day(2026, 11, 22);
    assert_eq!(sample(today), sample(today));
}
