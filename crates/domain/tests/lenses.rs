//! Whatever is judged, whenever: a lens says what its own latest check says, and never anything in between (rule 7).

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set fails its test")]

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    Check, HalfTerm, Lens, Rating,
    check::{disagreement, opinions, window_opens},
    half_term::default_half_terms,
    id::{CheckId, HalfTermId, PromiseId},
};
use proptest::prelude::*;
use uuid::Uuid;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 1).unwrap()
}

fn half_terms() -> Vec<HalfTerm> {
    let year = default_half_terms(2026).into_iter();
    year.map(|(term, starts, ends)| HalfTerm {
        id: HalfTermId(Uuid::nil()),
        version: 1,
        academic_year: 2026,
        term,
        starts,
        ends,
    })
    .collect()
}

prop_compose! {
    fn any_check()(n in any::<u128>(), lens in 0..3usize, rating in 0..4usize, ago in 0..220u64) -> Check {
        Check {
            id: CheckId(Uuid::from_u128(n)),
            version: 1,
            promise_id: PromiseId(Uuid::nil()),
            lens: Lens::ALL[lens],
            rating: Rating::ALL[rating],
            on: today() - Days::new(ago),
            evidence: "A visit".into(),
            source: "visit".into(),
            event_id: None,
            person_id: None,
        }
    }
}

proptest! {
    #[test]
    fn a_lens_says_what_its_own_latest_check_says(checks in proptest::collection::vec(any_check(), 0..24)) {
        let half_terms = half_terms();
        let opens = window_opens(today(), &half_terms).unwrap();
        let said = opinions(&checks, today(), &half_terms);
        for &lens in Lens::ALL {
            let own = checks.iter().filter(|it| it.lens == lens && it.on >= opens);
            let latest = own.max_by_key(|it| (it.on, it.id)).map(|it| it.rating);
            let opinion = said.iter().find(|(it, _)| *it == lens).map(|(_, rating)| *rating);
            prop_assert_eq!(opinion, latest.filter(|it| *it != Rating::CannotTell));
        }
    }

    #[test]
    fn no_check_through_one_lens_changes_what_another_says(
        checks in proptest::collection::vec(any_check(), 0..16), another in any_check(),
    ) {
        let half_terms = half_terms();
        let others = |checks: &[Check]| -> Vec<(Lens, Rating)> {
            opinions(checks, today(), &half_terms).into_iter().filter(|(lens, _)| *lens != another.lens).collect()
        };
        let mut more = checks.clone();
        more.push(another.clone());
        prop_assert_eq!(others(&checks), others(&more));
    }

    #[test]
    fn lenses_disagree_exactly_when_two_of_them_differ(checks in proptest::collection::vec(any_check(), 0..24)) {
        let half_terms = half_terms();
        let said = opinions(&checks, today(), &half_terms);
        let differ = said.iter().any(|(_, rating)| *rating != said[0].1);
        let found = disagreement(&checks, today(), &half_terms);
        prop_assert_eq!(found.is_some(), differ);
        if let Some(found) = found {
            prop_assert_eq!(found.ratings, said, "every lens is named as it is");
        }
    }
}
