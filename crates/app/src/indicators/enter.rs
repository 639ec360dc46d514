//! Entering an indicator's numbers, once for every promise that watches it.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Indicator, IndicatorPoint, Refusal,
    id::{IndicatorId, IndicatorPointId},
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// One number.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewPoint {
    pub indicator_id: IndicatorId,
    /// The last day of the period.
    pub on: NaiveDate,
    pub period: String,
    pub value: f64,
    pub of: Option<i64>,
    pub like_us: Option<f64>,
    pub england: Option<f64>,
    pub all_children: Option<f64>,
    pub why: String,
}

pub(crate) async fn enter(cx: &Context, request: NewPoint) -> Outcome<Written<IndicatorPoint>> {
    let mut write = cx.write("enter a number of an indicator").await?;
    let indicator = write.one::<Indicator>(request.indicator_id).await?;
    let mut point = IndicatorPoint {
        id: cx.new_id(),
        version: 0,
        indicator_id: indicator.id,
        on: request.on,
        period: request.period.trim().into(),
        value: request.value,
        of: request.of,
        like_us: request.like_us,
        england: request.england,
        all_children: request.all_children,
        why: request.why,
    };
    point.check(&indicator, cx.today())?;
    write.insert(&mut point).await?;
    cx.done(write, point).await
}

/// Corrects a number; the history keeps what it was.
pub(crate) async fn edit(cx: &Context, mut point: IndicatorPoint) -> Outcome<Written<IndicatorPoint>> {
    let mut write = cx.write("correct a number of an indicator").await?;
    let stored = write.one::<IndicatorPoint>(point.id).await?;
    if stored.indicator_id != point.indicator_id {
        return Err(Refusal::field(
            "indicator_id",
            "A number stays with its indicator. Enter it anew at the other.",
        )
        .into());
    }
    point.check(&write.one::<Indicator>(point.indicator_id).await?, cx.today())?;
    write.update(&mut point).await?;
    cx.done(write, point).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemovePoint {
    pub id: IndicatorPointId,
    pub version: i64,
}

pub(crate) async fn remove(cx: &Context, request: RemovePoint) -> Outcome<Written<IndicatorPointId>> {
    let mut write = cx.write("take out a number of an indicator").await?;
    let point = IndicatorPoint { version: request.version, ..write.one::<IndicatorPoint>(request.id).await? };
    write.delete(&point).await?;
    cx.done(write, point.id).await
}
