use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    agenda_item::{ItemKind, tests::item},
    meeting::{MeetingState, tests::meeting},
};

fn day(m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, m, d).unwrap()
}

fn today() -> NaiveDate {
    day(11, 22)
}

pub(crate) fn request(n: u128, words: &str, asked_on: NaiveDate) -> AgendaRequest {
    AgendaRequest {
        id: AgendaRequestId(Uuid::from_u128(n)),
        version: 1,
        group_id: GroupId(Uuid::from_u128(1)),
        words: words.into(),
        asked_on,
        share: Share::BoardOnly,
        agenda_item_id: None,
        outcome: None,
        answer: String::new(),
        answered_on: None,
        answered_by: None,
        told_on: None,
        told_how: None,
        told_by: None,
    }
}

fn asked() -> AgendaRequest {
    request(1, "Ask why taxis come late to school.", day(10, 1))
}

fn answer(outcome: RequestOutcome, words: &str) -> RequestAnswer<'_> {
    RequestAnswer { outcome, words, on: today(), by: None }
}

#[test]
fn a_request_has_words_and_was_not_asked_tomorrow() {
    assert_eq!(request(1, " ", today()).check(today()).unwrap_err().field, Some("words"));
    assert_eq!(request(1, "Taxis", day(11, 23)).check(today()).unwrap_err().field, Some("asked_on"));
    assert_eq!(asked().check(today()), Ok(()));
}

#[test]
fn the_boards_answer_comes_from_a_meeting_that_took_it() {
    let mut it = asked();
    let heard = answer(RequestOutcome::Heard, "Taxis now come at eight.");
    let refused = it.give(heard, Taken::Nowhere, today()).unwrap_err();
    assert_eq!(
        (refused.field, refused.message.as_str()),
        (Some("outcome"), "No agenda has this request yet. Put it on one first, or say why it goes on none.")
    );
    it.schedule(AgendaItemId(Uuid::from_u128(5)), Taken::Nowhere).unwrap();
    let refused = it.give(heard, Taken::Ahead(day(12, 3)), today()).unwrap_err();
    assert_eq!(
        refused.message,
        "The meeting that takes it is on Thursday 3 December 2026. Answer it once the board has met."
    );
    assert_eq!(it.outcome, None, "a refusal changes nothing");
    it.give(heard, Taken::Met(day(11, 19)), today()).unwrap();
    assert_eq!(it.state(Taken::Met(day(11, 19))), RequestState::Answered);
}

#[test]
fn a_request_that_goes_on_no_agenda_says_why_in_words() {
    let mut it = asked();
    let refused = it.give(answer(RequestOutcome::Declined, " "), Taken::Nowhere, today()).unwrap_err();
    assert_eq!(
        (refused.field, refused.message.as_str()),
        (Some("answer"), "Enter the reason in plain words.")
    );
    let why = "Your school decides this, so we have asked your school.";
    assert_eq!(
        it.give(answer(RequestOutcome::Declined, why), Taken::Ahead(day(12, 3)), today()).unwrap_err().field,
        Some("outcome"),
        "an agenda has it"
    );
    assert!(it.give(answer(RequestOutcome::Declined, why), Taken::Met(day(11, 19)), today()).is_err());
    it.give(answer(RequestOutcome::Declined, why), Taken::Nowhere, today()).unwrap();
    assert_eq!(it.answer, why);
}

#[test]
fn what_the_group_was_told_stays_as_it_was() {
    let mut it = asked();
    assert_eq!(
        it.tell(today(), ToldHow::Group, None, today()).unwrap_err().field,
        None,
        "there is no answer"
    );
    it.give(answer(RequestOutcome::Declined, "The law does not let us."), Taken::Nowhere, today()).unwrap();
    assert_eq!(it.tell(day(11, 21), ToldHow::Group, None, today()).unwrap_err().field, Some("told_on"));
    it.tell(today(), ToldHow::Group, None, today()).unwrap();
    assert_eq!(it.state(Taken::Nowhere), RequestState::Told);
    let again =
        it.give(answer(RequestOutcome::Declined, "Other words."), Taken::Nowhere, today()).unwrap_err();
    assert_eq!(
        again.message,
        "The group was told this on Sunday 22 November 2026, so it stays as it is. Write down a new request to correct it."
    );
}

#[test]
fn one_agenda_has_it_and_one_that_is_answered_goes_on_none() {
    let to = AgendaItemId(Uuid::from_u128(5));
    let mut it = asked();
    assert!(it.schedule(to, Taken::Ahead(day(12, 3))).unwrap_err().message.contains("is on the agenda of"));
    assert!(it.schedule(to, Taken::Met(day(11, 19))).unwrap_err().message.contains("Write down its answer"));
    it.give(answer(RequestOutcome::TakenBack, "They asked at school instead."), Taken::Nowhere, today())
        .unwrap();
    assert!(it.schedule(to, Taken::Nowhere).unwrap_err().message.contains("answered on"));
    assert_eq!(it.state(Taken::Nowhere), RequestState::TakenBack);
}

#[test]
fn where_it_stands_follows_its_item_and_its_meeting() {
    let next = meeting(MeetingState::AgendaDrafted, day(12, 3));
    let held = Meeting { id: Uuid::from_u128(88).into(), ..meeting(MeetingState::Held, day(10, 8)) };
    let meetings = [next.clone(), held.clone()];
    let on = |at: &Meeting| AgendaItem { meeting_id: at.id, ..item(ItemKind::FromGroup) };
    let of = |item: AgendaItem| {
        let it = AgendaRequest { agenda_item_id: Some(item.id), ..asked() };
        it.taken(&[item], &meetings)
    };
    assert_eq!(asked().taken(&[on(&next)], &meetings), Taken::Nowhere);
    assert_eq!(of(on(&next)), Taken::Ahead(day(12, 3)));
    assert_eq!(of(on(&held)), Taken::Met(day(10, 8)));
    let withdrawn = AgendaItem { withdrawn_reason: "No time.".into(), ..on(&next) };
    assert_eq!(of(withdrawn), Taken::Nowhere, "a withdrawn item takes nothing");
    let put_off = AgendaItem { deferred_to_id: Some(next.id), ..on(&held) };
    assert_eq!(of(put_off), Taken::Ahead(day(12, 3)));
    let forgotten = AgendaItem { deferred_to_id: Some(held.id), ..on(&next) };
    assert_eq!(of(forgotten), Taken::Nowhere, "that meeting passed without it");
    assert!(asked().is_owed(Taken::Nowhere) && asked().is_owed(Taken::Met(day(10, 8))));
    assert!(!asked().is_owed(Taken::Ahead(day(12, 3))));
}

/// One thing that somebody tries with a request.
#[derive(Debug, Clone)]
enum Try {
    Schedule(Taken),
    Give(RequestOutcome, bool, Taken),
    Tell(u32),
}

fn tries() -> impl Strategy<Value = Try> {
    let taken =
        prop_oneof![Just(Taken::Nowhere), Just(Taken::Ahead(day(12, 3))), Just(Taken::Met(day(11, 19)))];
    let outcome = proptest::sample::select(RequestOutcome::ALL);
    prop_oneof![
        taken.clone().prop_map(Try::Schedule),
        (outcome, any::<bool>(), taken).prop_map(|(outcome, words, taken)| Try::Give(outcome, words, taken)),
        (20..25u32).prop_map(Try::Tell),
    ]
}

proptest! {
    #[test]
    fn a_request_never_ends_without_an_answer(tries in proptest::collection::vec(tries(), 1..12)) {
        let mut it = asked();
        for one in tries {
            let before = it.clone();
            let done = match one {
                Try::Schedule(taken) => it.schedule(AgendaItemId(Uuid::from_u128(5)), taken),
                Try::Give(outcome, words, taken) => {
                    it.give(answer(outcome, if words { "We will." } else { " " }), taken, today())
                }
                Try::Tell(d) => it.tell(day(11, d), ToldHow::Group, None, today()),
            };
            prop_assert_eq!(it.check(today()), Ok(()));
            if done.is_err() {
                prop_assert_eq!(&it, &before);
            }
            let ended = !matches!(it.state(Taken::Nowhere), RequestState::Waiting | RequestState::Scheduled);
            prop_assert_eq!(ended, !it.answer.trim().is_empty(), "it ends with words, and only then");
            if it.outcome == Some(RequestOutcome::Heard) {
                prop_assert!(it.agenda_item_id.is_some());
            }
            if before.told_on.is_some() {
                prop_assert_eq!(&it.answer, &before.answer, "what was told stands");
            }
        }
    }
}
