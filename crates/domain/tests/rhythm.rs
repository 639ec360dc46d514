//! Whatever was looked at, whenever: each lens has a day of its own to look again, and no other lens changes it.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set fails its test")]

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    Check, HalfTerm, Lens, Promise, Rating, ReviewRecords, ReviewState,
    half_term::default_half_terms,
    id::{CheckId, HalfTermId, PromiseId},
    review::{review, reviews, reviews_due},
};
use proptest::prelude::*;
use uuid::Uuid;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn half_terms() -> Vec<HalfTerm> {
    let years = [2025, 2026].into_iter().flat_map(|year| default_half_terms(year).map(|it| (year, it)));
    years
        .map(|(academic_year, (term, starts, ends))| HalfTerm {
            id: HalfTermId(Uuid::nil()),
            version: 1,
            academic_year,
            term,
            starts,
            ends,
        })
        .collect()
}

fn promise(review_every: i64) -> Promise {
    Promise {
        id: PromiseId(Uuid::nil()),
        version: 1,
        strategy_period_id: Uuid::nil().into(),
        number: 2,
        title: "A home that stays".into(),
        text: "We will not move you.".into(),
        plain_text: String::new(),
        theme_id: Uuid::nil().into(),
        principles: vec![],
        voices: vec![],
        you_said_plain: String::new(),
        person_id: None,
        review_every,
        retired_on: None,
        follows_id: None,
    }
}

fn check(n: u128, lens: Lens, on: NaiveDate) -> Check {
    Check {
        id: CheckId(Uuid::from_u128(n)),
        version: 1,
        promise_id: PromiseId(Uuid::nil()),
        lens,
        rating: Rating::Kept,
        on,
        evidence: "A visit".into(),
        source: "visit".into(),
        event_id: None,
        person_id: None,
    }
}

fn records<'a>(
    promises: &'a [Promise],
    checks: &'a [Check],
    half_terms: &'a [HalfTerm],
) -> ReviewRecords<'a> {
    ReviewRecords { promises, checks, half_terms, assignments: &[], people: &[] }
}

#[test]
fn a_promise_is_looked_at_again_after_its_rhythm() {
    let half_terms = half_terms();
    let of = |every, checked: Option<NaiveDate>, today| {
        let checks: Vec<Check> = checked.map(|on| check(1, Lens::Officers, on)).into_iter().collect();
        let all: Vec<&Check> = checks.iter().collect();
        let it = review(&promise(every), Lens::Officers, &all, today, &half_terms);
        (it.state, it.by)
    };
    let december = Some(day(2026, 12, 10));
    assert_eq!(of(1, december, day(2026, 12, 30)), (ReviewState::Ahead, Some(day(2027, 2, 12))));
    assert_eq!(of(1, december, day(2027, 1, 20)), (ReviewState::Due, Some(day(2027, 2, 12))));
    assert_eq!(
        of(1, december, day(2027, 2, 15)).0,
        ReviewState::Due,
        "the holiday belongs to the half-term before it"
    );
    assert_eq!(of(1, december, day(2027, 2, 22)).0, ReviewState::Late);
    assert_eq!(of(2, december, day(2027, 1, 20)).0, ReviewState::Ahead);
    assert_eq!(of(2, Some(day(2026, 10, 30)), day(2027, 1, 20)).0, ReviewState::Due, "checked in a holiday");
    assert_eq!(of(6, None, day(2027, 1, 20)), (ReviewState::Due, Some(day(2027, 2, 12))), "never looked at");
    assert_eq!(
        of(12, december, day(2027, 1, 20)),
        (ReviewState::Ahead, None),
        "no half-term is entered so far ahead"
    );
}

#[test]
fn reminders_name_what_is_due_the_longest_due_first() {
    let half_terms = half_terms();
    let promises = [promise(1)];
    let checks = [check(1, Lens::Officers, day(2027, 1, 11)), check(2, Lens::Children, day(2026, 9, 11))];
    let due = reviews_due(day(2027, 1, 20), records(&promises, &checks, &half_terms));
    let said: Vec<String> = due.iter().map(|it| it.words()).collect();
    assert_eq!(
        said,
        [
            "Children and young people: late since Friday 18 December 2026",
            "Link Champion: by Friday 12 February 2027"
        ]
    );
}

prop_compose! {
    fn any_check()(n in any::<u128>(), lens in 0..3usize, ago in 0..520u64) -> Check {
        check(n, Lens::ALL[lens], day(2027, 7, 1) - Days::new(ago))
    }
}

proptest! {
    #[test]
    fn it_is_due_once_as_many_half_terms_began_as_its_rhythm_says(
        checks in proptest::collection::vec(any_check(), 0..12), every in 1..7i64, ahead in 0..420u64,
    ) {
        let (half_terms, promises) = (half_terms(), [promise(every)]);
        let today = day(2026, 6, 1) + Days::new(ahead);
        for it in reviews(today, records(&promises, &checks, &half_terms)) {
            let last = checks.iter().filter(|check| check.lens == it.lens && check.on <= today).map(|check| check.on).max();
            prop_assert_eq!(it.last, last);
            let is_due = last.is_none_or(|on| {
                half_terms.iter().filter(|term| term.starts > on && term.starts <= today).count() as i64 >= every
            });
            prop_assert_eq!(it.state != ReviewState::Ahead, is_due, "{} {:?}", it.words(), it.last);
            if it.state == ReviewState::Late {
                prop_assert!(it.by.unwrap() < today);
            }
        }
    }

    #[test]
    fn no_look_through_one_lens_moves_the_day_of_another(
        checks in proptest::collection::vec(any_check(), 0..12), another in any_check(), every in 1..7i64,
    ) {
        let (half_terms, promises, today) = (half_terms(), [promise(every)], day(2027, 7, 1));
        let others = |checks: &[Check]| -> Vec<_> {
            reviews(today, records(&promises, checks, &half_terms)).into_iter().filter(|it| it.lens != another.lens).collect()
        };
        let mut more = checks.clone();
        more.push(another.clone());
        prop_assert_eq!(others(&checks), others(&more));
    }

    #[test]
    fn a_look_today_is_never_due_today(checks in proptest::collection::vec(any_check(), 0..12), every in 1..7i64) {
        let (half_terms, promises, today) = (half_terms(), [promise(every)], day(2027, 7, 1));
        let mut more = checks;
        more.extend(Lens::ALL.iter().zip(1u128..).map(|(lens, n)| check(n, *lens, today)));
        prop_assert_eq!(reviews_due(today, records(&promises, &more, &half_terms)), vec![]);
    }
}
