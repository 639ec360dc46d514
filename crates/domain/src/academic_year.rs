//! The three years of a council: academic (September to August), reporting (April to March) and municipal (from one
//! annual meeting to the next).

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};
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

/// The first calendar year of the municipal year that a date falls in, or `None` if the annual meetings entered do
/// not tell.
///
/// The day of an annual meeting belongs to the new year. Annual meetings can be given in any order. An annual
/// meeting is held in March, April or May, or in an election year within three weeks of the old councillors' retiring
/// (Local Government Act 1972, Schedule 12, paragraph 1). A date after the June that follows the last meeting entered
/// is therefore in a year that nobody has entered yet: better no number than one of the wrong year.
#[must_use]
pub fn municipal_year(date: NaiveDate, annual_meetings: &[NaiveDate]) -> Option<i32> {
    let latest = annual_meetings.iter().filter(|meeting| **meeting <= date).max()?;
    let must_have_met = NaiveDate::from_ymd_opt(latest.year() + 1, 7, 1)?;
    (date < must_have_met).then(|| latest.year())
}

/// A likely day of a year's annual meeting, for the council to correct: the third Thursday in May. Only its year
/// matters to numbering until the right day is entered.
#[must_use]
pub fn usual_annual_meeting(year: i32) -> NaiveDate {
    NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Thu, 3).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn the_academic_year_runs_from_september_to_august() {
        let day = |m, d| day(2026, m, d);
        assert_eq!(AcademicYear::of(day(8, 31)), AcademicYear(2025));
        assert_eq!(AcademicYear::of(day(9, 1)), AcademicYear(2026));
        assert_eq!(AcademicYear(2026).starts(), day(9, 1));
        assert_eq!(AcademicYear(2025).ends(), day(8, 31));
    }

    #[test]
    fn years_are_written_with_both_halves() {
        assert_eq!(AcademicYear(2026).to_string(), "2026/27");
        assert_eq!(AcademicYear(1999).to_string(), "1999/00");
    }

    #[test]
    fn the_reporting_year_runs_from_april_to_march() {
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

    #[test]
    fn the_municipal_year_changes_on_the_day_of_the_annual_meeting() {
        let meetings = [day(2027, 5, 20), day(2026, 5, 21)];
        assert_eq!(municipal_year(day(2026, 5, 20), &meetings), None);
        assert_eq!(municipal_year(day(2026, 5, 21), &meetings), Some(2026));
        assert_eq!(municipal_year(day(2027, 1, 14), &meetings), Some(2026));
        assert_eq!(municipal_year(day(2027, 5, 19), &meetings), Some(2026));
        assert_eq!(municipal_year(day(2027, 5, 20), &meetings), Some(2027));
    }

    #[test]
    fn an_annual_meeting_is_usually_in_may() {
        assert_eq!(usual_annual_meeting(2026), day(2026, 5, 21));
        assert_eq!(municipal_year(day(2026, 12, 3), &[usual_annual_meeting(2026)]), Some(2026));
    }

    #[test]
    fn a_year_that_nobody_entered_is_not_guessed() {
        assert_eq!(municipal_year(day(2027, 6, 30), &[day(2026, 5, 21)]), Some(2026));
        assert_eq!(municipal_year(day(2027, 7, 1), &[day(2026, 5, 21)]), None);
        assert_eq!(municipal_year(day(2026, 12, 3), &[]), None);
    }

    proptest! {
        #[test]
        fn the_municipal_year_never_goes_backwards(start in 0..3000u32, step in 0..400u32) {
            let meetings: Vec<_> = (2020..2035).map(|y| day(y, 5, 18)).collect();
            let from = day(2021, 1, 1) + chrono::Days::new(start.into());
            let first = municipal_year(from, &meetings).unwrap();
            prop_assert!(first <= municipal_year(from + chrono::Days::new(step.into()), &meetings).unwrap());
        }
    }
}
