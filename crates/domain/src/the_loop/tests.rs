use uuid::Uuid;

use super::*;
use crate::{
    id::{ActionId, AnswerId, ThemeId, VoiceId},
    voice::{AnswerKind, Share, ToldHow},
};

fn day(month: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, d).unwrap()
}

fn voice(n: u128, heard_on: NaiveDate) -> Voice {
    Voice {
        id: VoiceId(Uuid::from_u128(n)),
        version: 1,
        words: "Ask us before you plan".into(),
        is_quote: true,
        heard_on,
        event_id: None,
        source: "survey".into(),
        theme_id: ThemeId(Uuid::nil()),
        cohort_id: None,
        age_band: None,
        share: Share::Anywhere,
        sensitive: false,
    }
}

fn answer(voice: u128, n: u128, answered_on: NaiveDate, told_on: Option<NaiveDate>) -> Answer {
    Answer {
        id: AnswerId(Uuid::from_u128(n)),
        version: 1,
        voice_id: VoiceId(Uuid::from_u128(voice)),
        kind: AnswerKind::NoBecause,
        plain_text: "No, because the bus stops at six.".into(),
        action_id: None,
        commitment_id: None,
        agenda_item_id: None,
        answered_on,
        answered_by: None,
        told_on,
        told_how: told_on.map(|_| ToldHow::Visit),
        told_by: None,
    }
}

fn action(state: ActionState, due: NaiveDate, closed_on: Option<NaiveDate>) -> Action {
    Action {
        id: ActionId(Uuid::nil()),
        version: 1,
        reference: "A26-001".into(),
        text: "Ask the bus company".into(),
        plain_text: String::new(),
        done_plain: String::new(),
        owner_id: None,
        due: Some(due),
        state,
        opened_on: day(6, 1),
        agenda_item_id: None,
        promise_id: None,
        done_on: None,
        closed_at_id: None,
        closed_on,
        withdrawn_reason: String::new(),
    }
}

#[test]
fn heard_answered_done_and_told_count_from_the_day_of_the_last_meeting() {
    let (meeting, today) = (day(10, 8), day(11, 22));
    let records = LoopRecords {
        voices: &[voice(1, day(10, 7)), voice(2, meeting), voice(3, day(11, 20))],
        waiting: &[voice(4, day(9, 1)), voice(3, day(11, 20))],
        answers: &[
            answer(2, 1, day(10, 20), Some(day(11, 2))),
            answer(2, 2, day(10, 21), None),
            answer(5, 4, day(9, 30), None),
            answer(1, 3, day(10, 7), Some(day(10, 7))),
        ],
        actions: &[
            action(ActionState::Closed, day(9, 1), Some(meeting)),
            action(ActionState::Closed, day(9, 1), Some(day(7, 2))),
            action(ActionState::Open, day(11, 21), None),
            action(ActionState::Open, day(11, 22), None),
            action(ActionState::Done, day(9, 1), None),
        ],
        ..LoopRecords::default()
    };
    let numbers = loop_numbers(Some(meeting), today, records);
    assert_eq!((numbers.heard, numbers.answered, numbers.done, numbers.told), (2, 1, 1, 1));
    assert_eq!((numbers.waiting, numbers.waiting_since), (2, Some(day(9, 1))));
    assert_eq!((numbers.overdue, numbers.untold), (1, 1));
}

#[test]
fn before_the_first_meeting_everything_counts() {
    let voices = [voice(1, day(1, 1)), voice(2, day(10, 7))];
    let records = LoopRecords { voices: &voices, ..LoopRecords::default() };
    assert_eq!(loop_numbers(None, day(11, 22), records).heard, 2);
}
