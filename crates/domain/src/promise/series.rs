//! Numbers over time: which way they go, and how they stand to their target.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::wording;

crate::text_enum! {
    Better {
        Higher = "higher" => "higher is better",
        Lower = "lower" => "lower is better",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MeasurePoint {
    pub on: NaiveDate,
    pub value: f64,
    /// Out of how many, where it is a share: "11% of 212".
    #[serde(default)]
    pub of: Option<i64>,
}

/// Numbers in the order of their days.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub better: Better,
    pub target: Option<f64>,
    /// Oldest first.
    pub points: Vec<MeasurePoint>,
}

impl Series {
    pub fn latest(&self) -> Option<MeasurePoint> {
        self.points.last().copied()
    }

    /// How the latest number compares: with the one nearest to a year before it, else with the one before.
    pub fn trend(&self) -> Option<Trend> {
        let (latest, earlier) = self.points.split_last()?;
        let year = |point: &&MeasurePoint| ((latest.on - point.on).num_days() - 365).abs();
        let last_year = earlier.iter().filter(|point| year(point) <= 60).min_by_key(year);
        let (than, since) = match (last_year, earlier.last()) {
            (Some(point), _) => (point, Since::LastYear),
            (None, Some(point)) => (point, Since::LastTime),
            (None, None) => return None,
        };
        let way = self.way(than.value, latest.value);
        Some(Trend { way, since })
    }

    /// How the latest number stands to the target; none without a number or without a target.
    pub fn aim(&self) -> Option<Aim> {
        let (latest, target) = (self.latest()?, self.target?);
        let met = match self.better {
            Better::Higher => latest.value >= target,
            Better::Lower => latest.value <= target,
        };
        Some(match self.trend().map(|it| it.way) {
            _ if met => Aim::Met,
            Some(Way::Better) => Aim::OnTheWay,
            Some(Way::Same | Way::Worse) => Aim::NoNearer,
            None => Aim::NotYet,
        })
    }

    /// How many of the latest numbers in a row went the same way: "better, three times running". Once is no run.
    pub fn run(&self) -> Option<(Way, usize)> {
        let mut steps = self.points.windows(2).rev().map(|pair| self.way(pair[0].value, pair[1].value));
        let way = steps.next().filter(|way| *way != Way::Same)?;
        let times = 1 + steps.take_while(|it| *it == way).count();
        (times > 1).then_some((way, times))
    }

    /// The whole trend in one sentence: "Worse than last year, and getting worse for the third time running."
    pub fn trend_sentence(&self) -> Option<String> {
        let trend = self.trend()?;
        let mut words = trend.to_string();
        if let Some(first) = words.get(..1).map(str::to_uppercase) {
            words.replace_range(..1, &first);
        }
        let run = self.run().map(|(way, times)| {
            let joined = if way == trend.way { "and" } else { "but" };
            let getting = if way == Way::Better { "better" } else { "worse" };
            format!(", {joined} {getting} {} times running", wording::in_words(times))
        });
        Some(format!("{words}{}.", run.unwrap_or_default()))
    }

    fn way(&self, from: f64, to: f64) -> Way {
        let rose = to - from;
        // A published figure has at most two decimals; less than that is how computers count, not a change.
        if rose.abs() < 0.005 {
            Way::Same
        } else if (rose > 0.0) == (self.better == Better::Higher) {
            Way::Better
        } else {
            Way::Worse
        }
    }
}

crate::text_enum! {
    /// The latest number against the target.
    Aim {
        Met = "met" => "target met",
        OnTheWay = "on_the_way" => "on the way to the target",
        NoNearer = "no_nearer" => "no nearer the target",
        /// There is one number, and nothing to compare it with.
        NotYet = "not_yet" => "not at the target yet",
    }
}

crate::text_enum! {
    Way {
        Better = "better" => "better than",
        Same = "same" => "the same as",
        Worse = "worse" => "worse than",
    }
}

crate::text_enum! {
    Since {
        LastYear = "last_year" => "last year",
        LastTime = "last_time" => "last time",
    }
}

/// "worse than last year".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Trend {
    pub way: Way,
    pub since: Since,
}

impl std::fmt::Display for Trend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.way, self.since)
    }
}
