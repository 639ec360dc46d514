//! What every area reads of promises: today's set, and measures with their numbers.

use chrono::NaiveDate;
use pledgeboard_domain::{Indicator, IndicatorPoint, Measure, Promise, StrategyPeriod, promise::current_set};
use pledgeboard_store::Reading;

use crate::error::Outcome;

/// The promises that the board makes today; older sets stay readable, and are no debt any more.
pub(crate) async fn current(read: &mut Reading, today: NaiveDate) -> Outcome<Vec<Promise>> {
    let periods = read.all::<StrategyPeriod>().await?;
    Ok(current_set(today, read.all::<Promise>().await?, &periods))
}

/// Every measure, with the numbers of its indicator where it is drawn from one.
pub(crate) async fn measures(read: &mut Reading) -> Outcome<Vec<Measure>> {
    let own = read.all::<Measure>().await?;
    draw(read, own).await
}

/// These measures with the numbers of their indicators.
pub(crate) async fn draw(read: &mut Reading, measures: Vec<Measure>) -> Outcome<Vec<Measure>> {
    if measures.iter().all(|it| it.indicator_id.is_none()) {
        return Ok(measures);
    }
    let indicators = read.all::<Indicator>().await?;
    let points = read.all::<IndicatorPoint>().await?;
    Ok(measures.iter().map(|it| it.drawn(&indicators, &points)).collect())
}
