//! All indicators, each with its latest number and which way it goes.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Indicator, IndicatorPoint, Measure, MeasurePoint, Theme,
    figure::with_unit,
    id::{IndicatorId, ThemeId},
    promise::{Aim, Way},
};
use serde::Serialize;

use super::usual::{self, UsualChoice};
use crate::{command::Nothing, context::Context, error::Outcome};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Indicators {
    pub lines: Vec<IndicatorLine>,
    /// Those that boards usually watch and that this one does not.
    pub usual: Vec<UsualChoice>,
    pub themes: Vec<IndicatorTheme>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct IndicatorTheme {
    pub value: ThemeId,
    pub label: String,
}

/// One row of the list.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct IndicatorLine {
    pub id: IndicatorId,
    pub name: String,
    pub theme: Option<String>,
    pub unit: String,
    pub retired: bool,
    /// "11%"; none without a number.
    pub latest: Option<String>,
    /// The same as it may be published: "c" where a child could be recognised.
    pub published: Option<String>,
    pub period: String,
    pub on: Option<NaiveDate>,
    /// "8%".
    pub target: Option<String>,
    pub target_value: Option<f64>,
    pub aim: Option<Aim>,
    pub way: Option<Way>,
    /// "worse than last year".
    pub trend: Option<String>,
    pub points: Vec<MeasurePoint>,
    /// How many promises' measures are drawn from it.
    pub watched_by: u32,
}

pub(crate) async fn list(cx: &Context, _: Nothing) -> Outcome<Indicators> {
    let mut read = cx.read().await?;
    let indicators = read.all::<Indicator>().await?;
    let points = read.all::<IndicatorPoint>().await?;
    let measures = read.all::<Measure>().await?;
    let themes = read.all::<Theme>().await?;
    let line = |it: &Indicator| {
        let own = it.own_points(&points);
        let latest = own.last().copied();
        let series = it.series(&points);
        let trend = series.trend();
        let watched_by = measures.iter().filter(|measure| measure.indicator_id == Some(it.id)).count();
        IndicatorLine {
            id: it.id,
            name: it.name.clone(),
            theme: themes.iter().find(|theme| Some(theme.id) == it.theme_id).map(|theme| theme.name.clone()),
            unit: it.unit.clone(),
            retired: it.retired_on.is_some(),
            latest: latest.map(|point| with_unit(point.value, &it.unit)),
            published: latest.map(|point| it.published(point)),
            period: latest.map(|point| point.period.clone()).unwrap_or_default(),
            on: latest.map(|point| point.on),
            target: it.target.map(|target| with_unit(target, &it.unit)),
            target_value: it.target,
            aim: series.aim(),
            way: trend.map(|trend| trend.way),
            trend: trend.map(|trend| trend.to_string()),
            points: series.points,
            watched_by: u32::try_from(watched_by).unwrap_or(u32::MAX),
        }
    };
    Ok(Indicators {
        lines: indicators.iter().map(line).collect(),
        usual: usual::left(&indicators),
        themes: themes
            .into_iter()
            .filter(|it| it.retired_on.is_none_or(|day| day > cx.today()))
            .map(|it| IndicatorTheme { value: it.id, label: it.name })
            .collect(),
    })
}
