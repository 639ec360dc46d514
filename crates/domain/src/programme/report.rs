//! Reports that come to the board every year.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    id::{PersonId, StandingReportId},
    refusal::{Checked, Refusal},
    text,
};

/// A report that comes every year: the Virtual School Head's each October, when exam results are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StandingReport {
    pub id: StandingReportId,
    pub version: i64,
    /// "Virtual School Head's report".
    pub title: String,
    pub author_id: Option<PersonId>,
    /// The author in words, where it is no person of the board: "the designated nurse".
    pub author_words: String,
    /// The month in which it usually comes, 1 to 12.
    pub month: i64,
    /// What it must cover, for its author and for the chair.
    pub must_cover: String,
    /// From this day on it comes no more.
    pub retired_on: Option<NaiveDate>,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "October" for 10; none for a number that is no month.
pub fn month_name(month: i64) -> Option<&'static str> {
    MONTHS.get(usize::try_from(month.checked_sub(1)?).ok()?).copied()
}

impl StandingReport {
    pub fn check(&self) -> Checked {
        text::required("title", "what the report is called", &self.title, text::SHORT)?;
        text::optional("author_words", "the author", &self.author_words, text::SHORT)?;
        text::optional("must_cover", "what it must cover", &self.must_cover, text::MEDIUM)?;
        if month_name(self.month).is_none() {
            return Err(Refusal::field(
                "month",
                format!("There is no month {}. Choose one from January to December.", self.month),
            ));
        }
        Ok(())
    }

    /// "due each October".
    pub fn due_words(&self) -> String {
        format!("due each {}", month_name(self.month).unwrap_or("year"))
    }

    /// Whether it still comes on a day.
    pub fn comes_on(&self, day: NaiveDate) -> bool {
        self.retired_on.is_none_or(|retired| day < retired)
    }
}
