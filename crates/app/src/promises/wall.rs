//! The wall: all promises of a strategy, by lens and half-term.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use pledgeboard_domain::{
    Check, Commitment, HalfTerm, Lens, Promise, ReviewState, StrategyPeriod, Theme,
    check::disagreement,
    half_term::recent,
    id::{PromiseId, StrategyPeriodId, ThemeId},
    promise::{CommitmentState, current_set, strategy_on},
    review::review,
};
use pledgeboard_store::Arg;
use serde::{Deserialize, Serialize};

use super::grid::{self, GridHalfTerm, LensRow};
use crate::{context::Context, error::Outcome};

/// Which strategy; today's when nothing is said.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct ShowWall {
    pub strategy: Option<StrategyPeriodId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Wall {
    /// Every strategy, the latest first; sets are never merged.
    pub strategies: Vec<StrategyPeriod>,
    pub strategy: Option<StrategyPeriodId>,
    /// The last day of a set that gave way to another: it stands as it was then.
    pub closed_on: Option<NaiveDate>,
    pub half_terms: Vec<GridHalfTerm>,
    pub promises: Vec<WallPromise>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WallPromise {
    pub id: PromiseId,
    pub number: i64,
    pub title: String,
    pub text: String,
    pub theme_id: ThemeId,
    pub theme: String,
    pub retired: bool,
    pub lenses: Vec<LensRow>,
    pub disagreement: Option<String>,
    /// Some lens should look again.
    pub review_due: bool,
    /// Each lens that should: "Link Champion: late since Friday 23 October 2026".
    pub reviews: Vec<String>,
    pub overdue: u32,
    /// The older promise that it follows: "3, Our pledge 2022 to 2026".
    pub follows: Option<String>,
}

/// A promise is looked at every twelve half-terms at the least: older checks change nothing on the wall.
const LOOKED_BACK: usize = 14;

pub(crate) async fn show(cx: &Context, request: ShowWall) -> Outcome<Wall> {
    let mut read = cx.read().await?;
    let today = cx.today();
    let mut strategies = read.all::<StrategyPeriod>().await?;
    strategies.reverse();
    let id = request.strategy.or_else(|| strategy_on(today, &strategies).map(|it| it.id));
    let own = strategies.iter().find(|it| Some(it.id) == id);
    let until = own.map_or(today, |it| it.last_day(today, &strategies));
    let half_terms = read.all::<HalfTerm>().await?;
    let half_term_columns = grid::columns(until, &half_terms);
    let since = recent(LOOKED_BACK, until, &half_terms).last().map_or(until, |it| it.starts);
    let checks = read
        .find::<Check>("t.\"on\" >= $1 AND t.\"on\" <= $2", &[Arg::Date(since), Arg::Date(until)])
        .await?;
    let themes: HashMap<ThemeId, String> =
        read.all::<Theme>().await?.into_iter().map(|it| (it.id, it.name)).collect();
    let mut overdue: HashMap<PromiseId, u32> = HashMap::new();
    for commitment in read.find::<Commitment>("t.done_on IS NULL", &[]).await? {
        if commitment.state(today) == CommitmentState::Overdue {
            *overdue.entry(commitment.promise_id).or_default() += 1;
        }
    }
    let all = read.all::<Promise>().await?;
    let made: HashSet<PromiseId> =
        current_set(today, all.clone(), &strategies).iter().map(|it| it.id).collect();
    let of_set = all.iter().filter(|it| Some(it.strategy_period_id) == id);
    let wall = of_set.map(|promise| {
        let own: Vec<Check> = checks.iter().filter(|it| it.promise_id == promise.id).cloned().collect();
        let of_promise: Vec<&Check> = own.iter().collect();
        let is_made = made.contains(&promise.id);
        let looks = Lens::ALL.iter().map(|lens| review(promise, *lens, &of_promise, today, &half_terms));
        let reviews: Vec<String> =
            looks.filter(|it| is_made && it.state != ReviewState::Ahead).map(|it| it.words()).collect();
        WallPromise {
            lenses: grid::rows(&of_promise, &half_term_columns, &half_terms),
            disagreement: disagreement(&own, today, &half_terms).filter(|_| is_made).map(|it| it.sentence),
            review_due: !reviews.is_empty(),
            reviews,
            overdue: overdue.get(&promise.id).copied().filter(|_| is_made).unwrap_or_default(),
            follows: followed(promise, &all, &strategies),
            theme: themes.get(&promise.theme_id).cloned().unwrap_or_default(),
            retired: !promise.is_current(until),
            id: promise.id,
            number: promise.number,
            title: promise.title.clone(),
            text: promise.text.clone(),
            theme_id: promise.theme_id,
        }
    });
    Ok(Wall {
        promises: wall.collect(),
        closed_on: (until < today).then_some(until),
        strategy: id,
        half_terms: half_term_columns,
        strategies,
    })
}

fn followed(promise: &Promise, all: &[Promise], strategies: &[StrategyPeriod]) -> Option<String> {
    let older = all.iter().find(|it| Some(it.id) == promise.follows_id)?;
    let set = strategies.iter().find(|it| it.id == older.strategy_period_id)?;
    Some(format!("{}, {}", older.number, set.name))
}
