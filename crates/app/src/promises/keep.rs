//! Making, changing and retiring promises, and the strategies that hold them.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Promise, StrategyPeriod,
    fixed::principles::Principle,
    id::{PersonId, PromiseId, StrategyPeriodId, ThemeId},
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// A promise before it is made.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewPromise {
    pub strategy_period_id: StrategyPeriodId,
    pub number: i64,
    pub title: String,
    pub text: String,
    pub plain_text: String,
    pub theme_id: ThemeId,
    pub principles: Vec<Principle>,
    pub you_said_plain: String,
    pub person_id: Option<PersonId>,
    pub review_every: i64,
    /// The promise of an older set that it takes further.
    #[serde(default)]
    pub follows_id: Option<PromiseId>,
}

pub(crate) async fn add(cx: &Context, request: NewPromise) -> Outcome<Written<Promise>> {
    let mut promise = Promise {
        id: cx.new_id(),
        version: 0,
        strategy_period_id: request.strategy_period_id,
        number: request.number,
        title: request.title,
        text: request.text,
        plain_text: request.plain_text,
        theme_id: request.theme_id,
        principles: request.principles,
        voices: vec![],
        you_said_plain: request.you_said_plain,
        person_id: request.person_id,
        review_every: request.review_every,
        retired_on: None,
        follows_id: request.follows_id,
    };
    promise.check()?;
    let mut write = cx.write("make a promise").await?;
    follows(&mut write, &promise).await?;
    write.insert(&mut promise).await?;
    cx.done(write, promise).await
}

pub(crate) async fn edit(cx: &Context, mut promise: Promise) -> Outcome<Written<Promise>> {
    promise.check()?;
    let mut write = cx.write("change a promise").await?;
    write.one::<Promise>(promise.id).await?.stays_in(promise.strategy_period_id)?;
    follows(&mut write, &promise).await?;
    write.update(&mut promise).await?;
    cx.done(write, promise).await
}

/// What it follows belongs to an older set.
async fn follows(write: &mut Writing, promise: &Promise) -> Outcome<()> {
    if let Some(id) = promise.follows_id {
        let older = write.one::<Promise>(id).await?;
        promise.may_follow(&older, &write.all::<StrategyPeriod>().await?)?;
    }
    Ok(())
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RetirePromise {
    pub id: PromiseId,
    pub version: i64,
    pub on: NaiveDate,
}

pub(crate) async fn retire(cx: &Context, request: RetirePromise) -> Outcome<Written<Promise>> {
    let mut write = cx.write("retire a promise").await?;
    let mut promise = Promise { version: request.version, ..write.one::<Promise>(request.id).await? };
    promise.retire(request.on)?;
    write.update(&mut promise).await?;
    cx.done(write, promise).await
}

/// A new strategy, which starts a new set of promises.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewStrategy {
    pub name: String,
    pub starts: NaiveDate,
    pub ends: Option<NaiveDate>,
    pub vision_for_children: String,
}

/// Starts a strategy; one that had no end ends the day before.
pub(crate) async fn start_strategy(cx: &Context, request: NewStrategy) -> Outcome<Written<StrategyPeriod>> {
    let mut period = StrategyPeriod {
        id: cx.new_id(),
        version: 0,
        name: request.name,
        starts: request.starts,
        ends: request.ends,
        vision_for_children: request.vision_for_children,
    };
    period.check()?;
    let mut write = cx.write("start a strategy").await?;
    let mut others = write.all::<StrategyPeriod>().await?;
    for open in others.iter_mut().filter(|it| it.ends.is_none() && it.starts < period.starts) {
        open.ends = period.starts.pred_opt();
        write.update(open).await?;
    }
    period.check_beside(&others)?;
    write.insert(&mut period).await?;
    cx.done(write, period).await
}

pub(crate) async fn edit_strategy(
    cx: &Context,
    mut period: StrategyPeriod,
) -> Outcome<Written<StrategyPeriod>> {
    period.check()?;
    let mut write = cx.write("change a strategy").await?;
    period.check_beside(&write.all::<StrategyPeriod>().await?)?;
    write.update(&mut period).await?;
    cx.done(write, period).await
}
