//! What stands beside a promise: when each lens looks again, and the promises of other sets that it follows or that
//! follow it.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Assignment, Check, HalfTerm, Lens, Person, Promise, Review, ReviewRecords, ReviewState, StrategyPeriod,
    id::PromiseId, review::reviews, wording,
};
use pledgeboard_store::Reading;
use serde::Serialize;

use crate::error::Outcome;

/// When one lens looks again, and who of the board does.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LensReview {
    pub lens: Lens,
    pub last: Option<NaiveDate>,
    pub state: ReviewState,
    /// "by Friday 18 December 2026".
    pub when: String,
    pub names: String,
}

/// A promise of another set.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OtherPromise {
    pub id: PromiseId,
    pub number: i64,
    pub title: String,
    pub strategy: String,
}

/// When each lens looks again at a promise that the board makes today.
pub(super) async fn lens_reviews(
    read: &mut Reading,
    today: NaiveDate,
    made: &[Promise],
    checks: &[Check],
    half_terms: &[HalfTerm],
    people: &[Person],
) -> Outcome<Vec<LensReview>> {
    let assignments = read.all::<Assignment>().await?;
    let records = ReviewRecords { promises: made, checks, half_terms, assignments: &assignments, people };
    let line = |it: Review| {
        let names: Vec<String> = it
            .people
            .iter()
            .filter_map(|id| people.iter().find(|own| own.id == *id).map(Person::printed_name))
            .collect();
        LensReview {
            lens: it.lens,
            last: it.last,
            state: it.state,
            when: it.when(),
            names: wording::list(&names),
        }
    };
    Ok(reviews(today, records).into_iter().map(line).collect())
}

/// Every promise with the name of its set.
pub(super) async fn others(
    read: &mut Reading,
    strategies: &[StrategyPeriod],
) -> Outcome<Vec<(Promise, String)>> {
    let set = |id| strategies.iter().find(|it| it.id == id).map(|it| it.name.clone()).unwrap_or_default();
    let all = read.all::<Promise>().await?;
    Ok(all.into_iter().map(|it| (it.clone(), set(it.strategy_period_id))).collect())
}

pub(super) fn other((promise, strategy): &(Promise, String)) -> OtherPromise {
    OtherPromise {
        id: promise.id,
        number: promise.number,
        title: promise.title.clone(),
        strategy: strategy.clone(),
    }
}
