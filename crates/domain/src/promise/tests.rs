use uuid::Uuid;

use super::*;
use crate::id::{CommitmentId, MeasureId};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn measure(better: Better, points: &[(NaiveDate, f64)]) -> Measure {
    Measure {
        id: MeasureId(Uuid::nil()),
        version: 1,
        promise_id: PromiseId(Uuid::nil()),
        position: 1,
        indicator_id: None,
        text: "moved three or more times".into(),
        plain_text: String::new(),
        unit: "%".into(),
        counts: true,
        better,
        target: None,
        like_us: None,
        england: None,
        all_children: None,
        points: points.iter().map(|&(on, value)| MeasurePoint { on, value, of: None }).collect(),
        why: String::new(),
    }
}

fn trend(better: Better, points: &[(NaiveDate, f64)]) -> Option<String> {
    measure(better, points).trend().map(|trend| trend.to_string())
}

#[test]
fn a_trend_compares_with_the_year_before_and_knows_which_way_is_better() {
    let years = [(day(2025, 9, 30), 9.0), (day(2026, 3, 31), 12.0), (day(2026, 9, 30), 11.0)];
    assert_eq!(trend(Better::Lower, &years).as_deref(), Some("worse than last year"));
    assert_eq!(trend(Better::Higher, &years).as_deref(), Some("better than last year"));
    let same = [(day(2025, 9, 30), 0.1 + 0.2), (day(2026, 9, 30), 0.3)];
    assert_eq!(trend(Better::Higher, &same).as_deref(), Some("the same as last year"));
}

#[test]
fn without_a_year_before_it_compares_with_the_last_time() {
    let terms = [(day(2026, 3, 31), 12.0), (day(2026, 6, 30), 11.0)];
    assert_eq!(trend(Better::Lower, &terms).as_deref(), Some("better than last time"));
    assert_eq!(trend(Better::Lower, &terms[..1]), None);
    assert_eq!(trend(Better::Lower, &[]), None);
}

#[test]
fn dates_of_a_measure_stand_once_and_in_order() {
    let twice = measure(Better::Lower, &[(day(2026, 3, 31), 1.0), (day(2026, 3, 31), 2.0)]);
    assert_eq!(twice.check().unwrap_err().field, Some("points"));
    let endless = measure(Better::Lower, &[(day(2026, 3, 31), f64::INFINITY)]);
    assert_eq!(endless.check().unwrap_err().message, "Enter a number.");
}

#[test]
fn a_commitment_is_done_due_or_overdue() {
    let today = day(2026, 11, 22);
    let commitment = |due, done_on| Commitment {
        id: CommitmentId(Uuid::nil()),
        version: 1,
        promise_id: PromiseId(Uuid::nil()),
        position: 1,
        text: "Tell school the same day".into(),
        plain_text: String::new(),
        person_id: None,
        person_words: String::new(),
        due,
        done_on,
        done_plain: String::new(),
    };
    assert_eq!(commitment(None, None).state(today), CommitmentState::Open);
    assert_eq!(commitment(Some(today), None).state(today), CommitmentState::Due);
    assert_eq!(commitment(today.pred_opt(), None).state(today), CommitmentState::Overdue);
    assert_eq!(commitment(today.pred_opt(), Some(today)).state(today), CommitmentState::Done);
    assert_eq!(commitment(None, today.succ_opt()).check(today).unwrap_err().field, Some("done_on"));
}

fn period(name: &str, starts: NaiveDate, ends: Option<NaiveDate>) -> StrategyPeriod {
    StrategyPeriod {
        id: StrategyPeriodId(Uuid::from_u128(u128::from(starts.to_epoch_days().unsigned_abs()))),
        version: 1,
        name: name.into(),
        starts,
        ends,
        vision_for_children: String::new(),
    }
}

#[test]
fn strategies_follow_one_another_and_never_overlap() {
    let old = period("Old", day(2022, 4, 1), Some(day(2025, 3, 31)));
    let new = period("New", day(2025, 4, 1), None);
    let both = [old.clone(), new.clone()];
    assert_eq!(new.check_beside(&both), Ok(()));
    let early = StrategyPeriod { starts: day(2025, 3, 31), ..new.clone() };
    assert_eq!(
        early.check_beside(&both).unwrap_err().message,
        "These dates overlap with “Old”. Change one of the dates."
    );
    assert_eq!(strategy_on(day(2025, 3, 31), &both), Some(&old));
    assert_eq!(strategy_on(day(2026, 3, 31), &both), Some(&new));
    assert_eq!(strategy_on(day(2026, 3, 31), &both[..1]), Some(&old), "the last one, until a new one starts");
    assert_eq!(strategy_on(day(2020, 1, 1), &both), Some(&old));
    let backwards = period("Backwards", day(2025, 4, 1), Some(day(2024, 4, 1)));
    assert_eq!(backwards.check().unwrap_err().field, Some("ends"));
}

fn promise() -> Promise {
    Promise {
        id: PromiseId(Uuid::nil()),
        version: 1,
        strategy_period_id: StrategyPeriodId(Uuid::nil()),
        number: 2,
        title: "A home that stays".into(),
        text: "We will not move you unless it is right for you.".into(),
        plain_text: "You stay in your home.".into(),
        theme_id: ThemeId(Uuid::nil()),
        principles: vec![],
        voices: vec![],
        you_said_plain: "You told us moving is hard.".into(),
        person_id: None,
        review_every: 2,
        retired_on: None,
        follows_id: None,
    }
}

#[test]
fn a_retired_promise_is_judged_no_more_and_retires_once() {
    let mut promise = promise();
    promise.retire(day(2026, 9, 1)).unwrap();
    assert_eq!(promise.may_be_judged(day(2026, 8, 31)), Ok(()));
    assert_eq!(
        promise.may_be_judged(day(2026, 9, 2)).unwrap_err().message,
        "Promise 2 was retired on Tuesday 1 September 2026. Check the date."
    );
    assert_eq!(promise.retire(day(2026, 9, 2)).unwrap_err().message, "Promise 2 is retired already.");
    assert!(!promise.is_current(day(2026, 9, 1)));
}

#[test]
fn it_says_which_plain_words_children_still_lack() {
    let number = measure(Better::Lower, &[]);
    assert_eq!(promise().lacks_plain_words(&[], &[]), Vec::<String>::new());
    let silent = Promise { plain_text: " ".into(), ..promise() };
    assert_eq!(silent.lacks_plain_words(&[], &[number]), ["the promise", "“moved three or more times”"]);
}
