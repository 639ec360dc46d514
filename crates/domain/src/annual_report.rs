//! What a person writes for the annual report to full council; everything else in it is what the board recorded.

use serde::{Deserialize, Serialize};

use crate::{
    academic_year::ReportingYear,
    id::{AnnualReportId, PersonId},
    refusal::Checked,
    text,
};

/// The written part of one year's report. The reporting year runs from April to March (rule 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnnualReport {
    pub id: AnnualReportId,
    pub version: i64,
    /// The calendar year in which the reporting year starts; one report to a year.
    pub year: i32,
    /// The chair's own words, in paragraphs.
    pub foreword: String,
    pub foreword_by: Option<PersonId>,
    /// What the board asks of the council, one to a line.
    pub asks: Vec<String>,
}

impl AnnualReport {
    /// One that nobody has written yet.
    #[must_use]
    pub fn blank(id: AnnualReportId, year: ReportingYear) -> Self {
        Self { id, version: 0, year: year.0, foreword: String::new(), foreword_by: None, asks: vec![] }
    }

    pub fn check(&self) -> Checked {
        text::optional("foreword", "the foreword", &self.foreword, text::LONG)?;
        text::lines("asks", "what the board asks", &self.asks, text::MEDIUM)
    }

    #[must_use]
    pub fn reporting_year(&self) -> ReportingYear {
        ReportingYear(self.year)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_foreword_may_wait_but_an_ask_has_words() {
        let mut report = AnnualReport::blank(AnnualReportId(Uuid::nil()), ReportingYear(2026));
        assert!(report.check().is_ok());
        report.asks.push(String::new());
        assert_eq!(report.check().unwrap_err().field, Some("asks"));
    }
}
