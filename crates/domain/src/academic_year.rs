//! The academic year, from September to August.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// An academic year, known by the calendar year in which it starts: `AcademicYear(2026)` is "2026/27".
///
/// It runs from 1 September to 31 August by custom; the law only says that a school year starts with the first term
/// that begins after July (Education Act 1996, section 579(1)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AcademicYear(pub i32);

impl AcademicYear {
    /// The academic year that a date falls in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self(if date.month() >= 9 { date.year() } else { date.year() - 1 })
    }

    /// 1 September of its first calendar year.
    #[must_use]
    pub fn starts(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 9, 1).unwrap_or_default()
    }

    /// 31 August of its second calendar year.
    #[must_use]
    pub fn ends(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0.saturating_add(1), 8, 31).unwrap_or_default()
    }
}

/// Writes a year that runs over two calendar years: "2026/27".
pub(crate) fn write_split_year(f: &mut fmt::Formatter<'_>, first: i32) -> fmt::Result {
    write!(f, "{first}/{:02}", first.saturating_add(1).rem_euclid(100))
}

impl fmt::Display for AcademicYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_split_year(f, self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_runs_from_september_to_august() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        assert_eq!(AcademicYear::of(day(8, 31)), AcademicYear(2025));
        assert_eq!(AcademicYear::of(day(9, 1)), AcademicYear(2026));
        assert_eq!(AcademicYear(2026).starts(), day(9, 1));
        assert_eq!(AcademicYear(2025).ends(), day(8, 31));
    }

    #[test]
    fn it_is_written_with_both_years() {
        assert_eq!(AcademicYear(2026).to_string(), "2026/27");
        assert_eq!(AcademicYear(1999).to_string(), "1999/00");
    }
}
