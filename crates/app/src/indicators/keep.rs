//! Adding, changing and retiring indicators.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Better, Code, Indicator, IndicatorPoint, Measure, Refusal,
    id::{IndicatorId, ThemeId},
    wording,
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// An indicator before it is watched.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewIndicator {
    pub name: String,
    pub plain_text: String,
    pub definition: String,
    pub denominator: String,
    pub ages: String,
    pub unit: String,
    pub counts: bool,
    pub better: Better,
    pub target: Option<f64>,
    pub source: String,
    pub theme_id: Option<ThemeId>,
}

pub(crate) async fn add(cx: &Context, request: NewIndicator) -> Outcome<Written<Indicator>> {
    let mut write = cx.write("add an indicator").await?;
    let others = write.all::<Indicator>().await?;
    let mut indicator = Indicator {
        id: cx.new_id(),
        version: 0,
        name: request.name.trim().into(),
        plain_text: request.plain_text,
        definition: request.definition,
        denominator: request.denominator,
        ages: request.ages,
        unit: request.unit.trim().into(),
        counts: request.counts,
        better: request.better,
        target: request.target,
        source: request.source,
        theme_id: request.theme_id,
        position: next_position(&others),
        retired_on: None,
    };
    indicator.check()?;
    named_once(&indicator, &others)?;
    write.insert(&mut indicator).await?;
    cx.done(write, indicator).await
}

pub(crate) async fn edit(cx: &Context, mut indicator: Indicator) -> Outcome<Written<Indicator>> {
    indicator.check()?;
    let mut write = cx.write("change an indicator").await?;
    named_once(&indicator, &write.all::<Indicator>().await?)?;
    let stored = write.one::<Indicator>(indicator.id).await?;
    if stored.unit != indicator.unit {
        numbers_fit(&mut write, &indicator).await?;
    }
    write.update(&mut indicator).await?;
    cx.done(write, indicator).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RetireIndicator {
    pub id: IndicatorId,
    pub version: i64,
    pub on: NaiveDate,
}

/// Nobody watches it any more; its numbers stay. Refused while a promise's measure is drawn from it.
pub(crate) async fn retire(cx: &Context, request: RetireIndicator) -> Outcome<Written<IndicatorId>> {
    let mut write = cx.write("retire an indicator").await?;
    let mut indicator = Indicator { version: request.version, ..write.one::<Indicator>(request.id).await? };
    let watching = write.by::<Measure>("indicator_id", indicator.id).await?.len();
    if watching > 0 {
        let measures = wording::count(watching as u64, "promise watches", "promises watch");
        return Err(Refusal::rule(format!("{measures} this number. Change their measures first.")).into());
    }
    indicator.retired_on = Some(request.on);
    write.update(&mut indicator).await?;
    cx.done(write, indicator.id).await
}

pub(super) fn next_position(others: &[Indicator]) -> i64 {
    others.iter().map(|it| it.position).max().unwrap_or(0) + 1
}

fn named_once(indicator: &Indicator, others: &[Indicator]) -> Outcome<()> {
    let same = |it: &&Indicator| it.id != indicator.id && it.name.eq_ignore_ascii_case(indicator.name.trim());
    if others.iter().any(|it| same(&it)) {
        return Err(Refusal {
            code: Code::Duplicate,
            field: Some("name"),
            message: "Another indicator has this name. Enter the number there, so that there is one of it."
                .into(),
        }
        .into());
    }
    Ok(())
}

/// Another unit must suit the numbers that are there.
async fn numbers_fit(write: &mut Writing, indicator: &Indicator) -> Outcome<()> {
    for point in write.by::<IndicatorPoint>("indicator_id", indicator.id).await? {
        if point.check_numbers(&indicator.unit).is_err() {
            return Err(Refusal::field(
                "unit",
                "The numbers that are there are no shares of 100. Leave the unit, or change the numbers first.",
            )
            .into());
        }
    }
    Ok(())
}
