//! What every board starts with: the law's lists and good defaults, in our own plain words, each with its source and
//! the day on which it was last read. A board can change the defaults; the law's lists are for reading.

pub mod cohorts;
pub mod enquiry;
pub mod exempt;
pub mod glossary;
pub mod indicators;
pub mod principles;
pub mod self_assessment;

use chrono::NaiveDate;

/// The day on which the texts in this module were last compared with their sources.
#[must_use]
pub fn read_on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default()
}
