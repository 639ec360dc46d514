//! The wall: all promises of a strategy, by lens and half-term.

use std::collections::HashMap;

use pledgeboard_domain::{
    Check, Commitment, HalfTerm, Promise, StrategyPeriod, Theme,
    check::disagreement,
    half_term::recent,
    id::{PromiseId, StrategyPeriodId, ThemeId},
    promise::{CommitmentState, review_is_due, strategy_on},
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
    pub review_due: bool,
    pub overdue: u32,
}

/// A promise is looked at every twelve half-terms at the least: older checks change nothing on the wall.
const LOOKED_BACK: usize = 13;

pub(crate) async fn show(cx: &Context, request: ShowWall) -> Outcome<Wall> {
    let mut read = cx.read().await?;
    let today = cx.today();
    let mut strategies = read.all::<StrategyPeriod>().await?;
    strategies.reverse();
    let strategy = request.strategy.or_else(|| strategy_on(today, &strategies).map(|it| it.id));
    let half_terms = read.all::<HalfTerm>().await?;
    let half_term_columns = grid::columns(today, &half_terms);
    let since = recent(LOOKED_BACK, today, &half_terms).last().map_or(today, |it| it.starts);
    let checks = read.find::<Check>("t.\"on\" >= $1", &[Arg::Date(since)]).await?;
    let themes: HashMap<ThemeId, String> =
        read.all::<Theme>().await?.into_iter().map(|it| (it.id, it.name)).collect();
    let mut overdue: HashMap<PromiseId, u32> = HashMap::new();
    for commitment in read.find::<Commitment>("t.done_on IS NULL", &[]).await? {
        if commitment.state(today) == CommitmentState::Overdue {
            *overdue.entry(commitment.promise_id).or_default() += 1;
        }
    }
    let promises = match strategy {
        Some(id) => read.by::<Promise>("strategy_period_id", id).await?,
        None => vec![],
    };
    let wall = promises.into_iter().map(|promise| {
        let own: Vec<Check> = checks.iter().filter(|it| it.promise_id == promise.id).cloned().collect();
        let retired = !promise.is_current(today);
        let last = own.iter().map(|it| it.on).max();
        WallPromise {
            lenses: grid::rows(&own.iter().collect::<Vec<_>>(), &half_term_columns, &half_terms),
            disagreement: disagreement(&own, today, &half_terms).filter(|_| !retired).map(|it| it.sentence),
            review_due: !retired && review_is_due(promise.review_every, last, today, &half_terms),
            overdue: overdue.get(&promise.id).copied().unwrap_or_default(),
            theme: themes.get(&promise.theme_id).cloned().unwrap_or_default(),
            retired,
            id: promise.id,
            number: promise.number,
            title: promise.title,
            text: promise.text,
            theme_id: promise.theme_id,
        }
    });
    Ok(Wall { promises: wall.collect(), strategies, strategy, half_terms: half_term_columns })
}
