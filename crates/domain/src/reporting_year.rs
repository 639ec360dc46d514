//! The reporting year, from April to March, which statistics and annual reports follow.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::academic_year::write_split_year;

/// A reporting year, known by the calendar year in which it starts: `ReportingYear(2026)` is "2026/27".
///
/// It runs from 1 April to 31 March, as the Department for Education's yearly return on children looked after
/// (SSDA903) does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportingYear(pub i32);

impl ReportingYear {
    /// The reporting year that a date falls in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self(if date.month() >= 4 { date.year() } else { date.year() - 1 })
    }

    /// 1 April of its first calendar year.
    #[must_use]
    pub fn starts(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 4, 1).unwrap_or_default()
    }

    /// 31 March of its second calendar year.
    #[must_use]
    pub fn ends(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0.saturating_add(1), 3, 31).unwrap_or_default()
    }

    /// The quarter that a date falls in, 1 (April to June) to 4 (January to March).
    #[must_use]
    pub fn quarter(date: NaiveDate) -> u32 {
        (date.month() + 8) % 12 / 3 + 1
    }
}

impl fmt::Display for ReportingYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_split_year(f, self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn it_runs_from_april_to_march() {
        assert_eq!(ReportingYear::of(day(2027, 3, 31)), ReportingYear(2026));
        assert_eq!(ReportingYear::of(day(2027, 4, 1)), ReportingYear(2027));
        assert_eq!(ReportingYear(2026).starts(), day(2026, 4, 1));
        assert_eq!(ReportingYear(2026).ends(), day(2027, 3, 31));
        assert_eq!(ReportingYear(2026).to_string(), "2026/27");
    }

    #[test]
    fn quarters_start_in_april() {
        let quarters: Vec<u32> = (1..=12).map(|m| ReportingYear::quarter(day(2026, m, 15))).collect();
        assert_eq!(quarters, [4, 4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
    }
}
