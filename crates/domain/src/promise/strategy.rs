//! Strategy periods: each holds one set of promises, and sets are never merged.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Promise;
use crate::{
    id::StrategyPeriodId,
    person::{in_order, overlaps},
    refusal::{Checked, Refusal},
    text,
};

/// A strategy period holds one set of promises; sets are never merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StrategyPeriod {
    pub id: StrategyPeriodId,
    pub version: i64,
    pub name: String,
    pub starts: NaiveDate,
    pub ends: Option<NaiveDate>,
    pub vision_for_children: String,
}

impl StrategyPeriod {
    pub fn check(&self) -> Checked {
        text::required("name", "the strategy's name", &self.name, text::SHORT)?;
        text::optional("vision_for_children", "the vision", &self.vision_for_children, text::LONG)?;
        in_order(self.starts, self.ends).map_err(|wrong| Refusal { field: Some("ends"), ..wrong })
    }

    /// Strategies follow one another: a new one starts a new set, and old sets stay as they are.
    pub fn check_beside(&self, others: &[StrategyPeriod]) -> Checked {
        let others = others.iter().filter(|it| it.id != self.id);
        for other in others {
            if overlaps((self.starts, self.ends), (other.starts, other.ends)) {
                return Err(Refusal::field(
                    "starts",
                    format!("These dates overlap with “{}”. Change one of the dates.", other.name),
                ));
            }
        }
        Ok(())
    }
}

/// The strategy on a day: the one that holds then, else the latest that started, else the first to come.
pub fn strategy_on(day: NaiveDate, periods: &[StrategyPeriod]) -> Option<&StrategyPeriod> {
    let started = || periods.iter().filter(|it| it.starts <= day);
    started()
        .filter(|it| it.ends.is_none_or(|ends| ends >= day))
        .max_by_key(|it| it.starts)
        .or_else(|| started().max_by_key(|it| it.starts))
        .or_else(|| periods.iter().min_by_key(|it| it.starts))
}

/// The promises that the board makes today: those of today's set that are not retired. An older set stays readable
/// and is no debt any more (domain: sets are never merged).
pub fn current_set(today: NaiveDate, mut promises: Vec<Promise>, periods: &[StrategyPeriod]) -> Vec<Promise> {
    let now = strategy_on(today, periods).map(|it| it.id);
    promises.retain(|it| Some(it.strategy_period_id) == now && it.is_current(today));
    promises
}

impl StrategyPeriod {
    /// The last day on which a promise of this set can be judged: today, or the day on which it gave way to another.
    pub fn last_day(&self, today: NaiveDate, periods: &[StrategyPeriod]) -> NaiveDate {
        let is_now = strategy_on(today, periods).is_some_and(|now| now.id == self.id);
        self.ends.filter(|ends| !is_now && *ends < today).unwrap_or(today)
    }
}

impl Promise {
    /// A promise is never moved into another set; a new one there may follow it.
    pub fn stays_in(&self, set: StrategyPeriodId) -> Checked {
        if self.strategy_period_id == set {
            return Ok(());
        }
        Err(Refusal::field(
            "strategy_period_id",
            "A promise stays in its own set. Make a new promise in the other strategy, and say that it follows this one.",
        ))
    }

    /// A promise follows one of an older set, and keeps a history of its own.
    pub fn may_follow(&self, older: &Promise, periods: &[StrategyPeriod]) -> Checked {
        let starts = |set| periods.iter().find(|it| it.id == set).map(|it| it.starts);
        if starts(older.strategy_period_id) < starts(self.strategy_period_id) {
            return Ok(());
        }
        Err(Refusal::field("follows_id", "A promise follows one of an older strategy. Choose one of those."))
    }
}
