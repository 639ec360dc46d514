//! One indicator on one page: what is counted, its numbers with what they compare with and why, who watches it.

use pledgeboard_domain::{
    Indicator, IndicatorPoint, Measure, Promise, StrategyPeriod, Theme,
    figure::with_unit,
    id::{IndicatorId, PromiseId, ThemeId},
    promise::{Aim, Way},
};
use serde::{Deserialize, Serialize};

use super::list::IndicatorTheme;
use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowIndicator {
    pub id: IndicatorId,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct IndicatorPage {
    pub indicator: Indicator,
    pub theme: Option<String>,
    /// Newest first.
    pub points: Vec<PointLine>,
    pub aim: Option<Aim>,
    pub way: Option<Way>,
    /// "Worse than last year, and worse three times running."
    pub trend_sentence: Option<String>,
    pub watched_by: Vec<WatchedBy>,
    pub themes: Vec<IndicatorTheme>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PointLine {
    pub point: IndicatorPoint,
    /// "11%".
    pub words: String,
    /// As it may be published: "c" where a child could be recognised.
    pub published: String,
}

/// A promise whose measure is drawn from it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchedBy {
    pub id: PromiseId,
    pub number: i64,
    pub title: String,
    /// "moved three or more times".
    pub says: String,
    pub strategy: String,
}

pub(crate) async fn show(cx: &Context, request: ShowIndicator) -> Outcome<IndicatorPage> {
    let mut read = cx.read().await?;
    let indicator = read.one::<Indicator>(request.id).await?;
    let points = read.by::<IndicatorPoint>("indicator_id", indicator.id).await?;
    let series = indicator.series(&points);
    let themes = read.all::<Theme>().await?;
    let promises = read.all::<Promise>().await?;
    let sets = read.all::<StrategyPeriod>().await?;
    let watched = |it: Measure| {
        let promise = promises.iter().find(|promise| promise.id == it.promise_id)?;
        Some(WatchedBy {
            id: promise.id,
            number: promise.number,
            title: promise.title.clone(),
            says: it.text,
            strategy: sets
                .iter()
                .find(|set| set.id == promise.strategy_period_id)
                .map(|set| set.name.clone())
                .unwrap_or_default(),
        })
    };
    let mut lines: Vec<PointLine> = points
        .iter()
        .map(|it| PointLine {
            words: with_unit(it.value, &indicator.unit),
            published: indicator.published(it),
            point: it.clone(),
        })
        .collect();
    lines.sort_by_key(|it| std::cmp::Reverse(it.point.on));
    let of = |id: Option<ThemeId>| themes.iter().find(|it| Some(it.id) == id).map(|it| it.name.clone());
    Ok(IndicatorPage {
        theme: of(indicator.theme_id),
        points: lines,
        aim: series.aim(),
        way: series.trend().map(|it| it.way),
        trend_sentence: series.trend_sentence(),
        watched_by: read
            .by::<Measure>("indicator_id", indicator.id)
            .await?
            .into_iter()
            .filter_map(watched)
            .collect(),
        themes: themes
            .into_iter()
            .filter(|it| {
                it.retired_on.is_none_or(|day| day > cx.today()) || Some(it.id) == indicator.theme_id
            })
            .map(|it| IndicatorTheme { value: it.id, label: it.name })
            .collect(),
        indicator,
    })
}
