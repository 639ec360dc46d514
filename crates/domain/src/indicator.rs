//! A number that the board watches: what is counted, out of whom, which way is better; its values by period, with what
//! they compare with and why they changed. It is entered once, and shows in every promise whose measure is drawn from it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    figure,
    id::{IndicatorId, IndicatorPointId, ThemeId},
    promise::{Better, MeasurePoint, Series},
    refusal::{Checked, Refusal},
    small_numbers, text,
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Indicator {
    pub id: IndicatorId,
    pub version: i64,
    /// "Three or more homes in the year".
    pub name: String,
    /// What it says, for children.
    pub plain_text: String,
    /// What is counted.
    pub definition: String,
    /// Out of whom: "children in care on the last day of the year".
    pub denominator: String,
    /// Whose numbers are in it, by age: "under 16, in care for two and a half years or more".
    pub ages: String,
    /// "%", "children", "weeks", empty.
    pub unit: String,
    /// It counts children, or what happened to them: 1 to 4 are hidden in what is published (rule 6). An average does
    /// not.
    pub counts: bool,
    pub better: Better,
    pub target: Option<f64>,
    /// Where the numbers come from: "yearly return to the Department for Education".
    pub source: String,
    pub theme_id: Option<ThemeId>,
    pub position: i64,
    /// Nobody watches it any more; its numbers stay.
    pub retired_on: Option<NaiveDate>,
}

/// One number of an indicator, for a period that ended on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct IndicatorPoint {
    pub id: IndicatorPointId,
    pub version: i64,
    pub indicator_id: IndicatorId,
    /// The last day of the period.
    pub on: NaiveDate,
    /// What people call the period: "2025/26", "quarter 2".
    pub period: String,
    pub value: f64,
    /// Out of how many, where it is a share.
    pub of: Option<i64>,
    /// Councils like ours (statistical neighbours).
    pub like_us: Option<f64>,
    pub england: Option<f64>,
    /// All children here, in care or not.
    pub all_children: Option<f64>,
    /// Why it changed.
    pub why: String,
}

impl Indicator {
    pub fn check(&self) -> Checked {
        text::required("name", "the indicator’s name", &self.name, text::SHORT)?;
        text::optional("plain_text", "the plain words", &self.plain_text, text::MEDIUM)?;
        text::optional("definition", "what is counted", &self.definition, text::MEDIUM)?;
        text::optional("denominator", "out of whom", &self.denominator, text::MEDIUM)?;
        text::optional("ages", "the ages", &self.ages, text::SHORT)?;
        text::optional("unit", "the unit", &self.unit, 20)?;
        text::optional("source", "the source", &self.source, text::SHORT)?;
        figure::check("target", self.target, &self.unit)
    }

    /// Its own points, the oldest first.
    pub fn own_points<'a>(&self, points: &'a [IndicatorPoint]) -> Vec<&'a IndicatorPoint> {
        let mut own: Vec<&IndicatorPoint> = points.iter().filter(|it| it.indicator_id == self.id).collect();
        own.sort_by_key(|it| it.on);
        own
    }

    /// Its numbers over time.
    pub fn series(&self, points: &[IndicatorPoint]) -> Series {
        let own = self.own_points(points).into_iter();
        let points = own.map(|it| MeasurePoint { on: it.on, value: it.value, of: it.of }).collect();
        Series { better: self.better, target: self.target, points }
    }

    /// A point as it may be published: "11%", or "c" where a child could be recognised.
    pub fn published(&self, point: &IndicatorPoint) -> String {
        if small_numbers::hides_figure(point.value, point.of, &self.unit, self.counts) {
            small_numbers::Published::Hidden.to_string()
        } else {
            figure::with_unit(point.value, &self.unit)
        }
    }
}

impl IndicatorPoint {
    pub fn check(&self, indicator: &Indicator, today: NaiveDate) -> Checked {
        self.check_numbers(&indicator.unit)?;
        if self.on > today {
            return Err(Refusal::field("on", "This day has not come yet."));
        }
        Ok(())
    }

    /// What can be wrong without knowing the day.
    pub fn check_numbers(&self, unit: &str) -> Checked {
        text::optional("period", "the period", &self.period, 60)?;
        text::optional("why", "the reason for the change", &self.why, text::MEDIUM)?;
        for (field, number) in [
            ("value", Some(self.value)),
            ("like_us", self.like_us),
            ("england", self.england),
            ("all_children", self.all_children),
        ] {
            figure::check(field, number, unit)?;
        }
        figure::check_of("of", self.of)
    }
}

#[cfg(test)]
mod tests;
