//! How will we know: numbers watched over time.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::series::{Better, MeasurePoint, Series, Trend};
use crate::{
    figure,
    id::{IndicatorId, MeasureId, PromiseId},
    indicator::{Indicator, IndicatorPoint},
    refusal::{Checked, Refusal},
    small_numbers, text,
};

/// How will we know: a number watched over time, or a plain question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Measure {
    pub id: MeasureId,
    pub version: i64,
    pub promise_id: PromiseId,
    pub position: i64,
    /// The indicator that its numbers are drawn from; then it has none of its own ([`Measure::drawn`]).
    #[serde(default)]
    pub indicator_id: Option<IndicatorId>,
    /// "moved three or more times".
    pub text: String,
    pub plain_text: String,
    /// "%", "children", empty.
    pub unit: String,
    /// It counts children, or what happened to them: 1 to 4 are hidden in what is published (rule 6).
    #[serde(default = "yes")]
    pub counts: bool,
    pub better: Better,
    pub target: Option<f64>,
    /// Councils like ours (statistical neighbours).
    pub like_us: Option<f64>,
    pub england: Option<f64>,
    #[serde(default)]
    pub all_children: Option<f64>,
    /// Oldest first.
    pub points: Vec<MeasurePoint>,
    /// Why it changed.
    pub why: String,
}

fn yes() -> bool {
    true
}

impl Measure {
    pub fn check(&self) -> Checked {
        if self.indicator_id.is_none() {
            text::required("text", "what is counted or asked", &self.text, text::MEDIUM)?;
        }
        text::optional("text", "what is counted or asked", &self.text, text::MEDIUM)?;
        text::optional("plain_text", "the plain words", &self.plain_text, text::MEDIUM)?;
        text::optional("unit", "the unit", &self.unit, 20)?;
        text::optional("why", "the reason for the change", &self.why, text::MEDIUM)?;
        for (field, number) in [
            ("target", self.target),
            ("like_us", self.like_us),
            ("england", self.england),
            ("all_children", self.all_children),
        ] {
            figure::check(field, number, &self.unit)?;
        }
        for point in &self.points {
            figure::check("points", Some(point.value), &self.unit)?;
            figure::check_of("points", point.of)?;
        }
        if self.points.windows(2).any(|pair| pair[0].on >= pair[1].on) {
            return Err(Refusal::field("points", "Enter each date once, the oldest first."));
        }
        if self.indicator_id.is_some() && self.has_own_numbers() {
            return Err(Refusal::field(
                "indicator_id",
                "This number comes from an indicator. Change it there, and every promise that watches it has it.",
            ));
        }
        Ok(())
    }

    /// [`Self::check`], and that no number is of a day to come.
    pub fn check_on(&self, today: NaiveDate) -> Checked {
        self.check()?;
        if self.points.iter().any(|point| point.on > today) {
            return Err(Refusal::field("points", "One of these days has not come yet. Check the dates."));
        }
        Ok(())
    }

    fn has_own_numbers(&self) -> bool {
        let numbers = [self.target, self.like_us, self.england, self.all_children];
        !self.points.is_empty() || numbers.iter().any(Option::is_some) || !self.why.trim().is_empty()
    }

    /// Leaves the numbers to the indicator that it is drawn from: each is entered once.
    pub fn leave_numbers_to_the_indicator(&mut self) {
        if self.indicator_id.is_some() {
            self.points.clear();
            (self.target, self.like_us, self.england, self.all_children) = (None, None, None, None);
            self.why.clear();
        }
    }

    /// The measure with the numbers of its indicator, for reading; one with numbers of its own stays as it is.
    #[must_use]
    pub fn drawn(&self, indicators: &[Indicator], points: &[IndicatorPoint]) -> Measure {
        let found = self.indicator_id.and_then(|id| indicators.iter().find(|it| it.id == id));
        let Some(indicator) = found else { return self.clone() };
        let own = indicator.own_points(points);
        let newest = |of: fn(&IndicatorPoint) -> Option<f64>| own.iter().rev().find_map(|point| of(point));
        let or = |words: &str, otherwise: &str| {
            if words.trim().is_empty() { otherwise.to_owned() } else { words.to_owned() }
        };
        Measure {
            text: or(&self.text, &indicator.name),
            plain_text: or(&self.plain_text, &indicator.plain_text),
            unit: indicator.unit.clone(),
            counts: indicator.counts,
            better: indicator.better,
            target: indicator.target,
            like_us: newest(|it| it.like_us),
            england: newest(|it| it.england),
            all_children: newest(|it| it.all_children),
            points: indicator.series(points).points,
            why: own.last().map(|it| it.why.clone()).unwrap_or_default(),
            ..self.clone()
        }
    }

    /// Whether a number may not be published, because a child could be recognised (rule 6).
    pub fn hides(&self, point: &MeasurePoint) -> bool {
        small_numbers::hides_figure(point.value, point.of, &self.unit, self.counts)
    }

    /// Its numbers over time.
    pub fn series(&self) -> Series {
        Series { better: self.better, target: self.target, points: self.points.clone() }
    }

    pub fn latest(&self) -> Option<MeasurePoint> {
        self.points.last().copied()
    }

    /// How the latest number compares: "worse than last year".
    pub fn trend(&self) -> Option<Trend> {
        self.series().trend()
    }
}
