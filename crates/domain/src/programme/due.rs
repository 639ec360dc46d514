//! Which standing reports are due in a half-term, from their usual months.

use chrono::NaiveDate;

use super::{report::StandingReport, topic::Topic};
use crate::{
    half_term::{HalfTerm, half_term_on},
    id::HalfTermId,
};

/// A standing report that is due and not on the work programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportDue<'a> {
    pub report: &'a StandingReport,
    /// The half-term in which it was due.
    pub half_term: HalfTermId,
    /// It was due in an earlier half-term of the same year, and nobody took it.
    pub late: bool,
}

/// The half-term of an academic year that a month belongs to: the one that holds its middle, or the one before the
/// holiday that does. None where the year's half-terms are not entered.
pub fn term_of_month(month: i64, academic_year: i32, half_terms: &[HalfTerm]) -> Option<&HalfTerm> {
    let month = u32::try_from(month).ok()?;
    let year = if month >= 9 { academic_year } else { academic_year.checked_add(1)? };
    let middle = NaiveDate::from_ymd_opt(year, month, 15)?;
    half_term_on(middle, half_terms).filter(|it| it.academic_year == academic_year)
}

/// The standing reports due in a half-term, or left over from earlier ones of its year, by month. One that the year's
/// programme has as a topic is not among them: the topic speaks for it, done or dropped.
pub fn reports_due<'a>(
    half_term: &HalfTerm,
    reports: &'a [StandingReport],
    topics: &[Topic],
    half_terms: &[HalfTerm],
) -> Vec<ReportDue<'a>> {
    let year = half_term.academic_year;
    let is_topic = |report: &StandingReport| {
        topics.iter().any(|it| it.academic_year == year && it.standing_report_id == Some(report.id))
    };
    let mut due: Vec<(NaiveDate, ReportDue<'a>)> = reports
        .iter()
        .filter(|report| !is_topic(report))
        .filter_map(|report| {
            let term = term_of_month(report.month, year, half_terms)?;
            let known = term.starts <= half_term.starts && report.comes_on(term.starts);
            let late = term.id != half_term.id;
            known.then_some((term.starts, ReportDue { report, half_term: term.id, late }))
        })
        .collect();
    due.sort_by_key(|(starts, due)| (*starts, (due.report.month + 3) % 12, due.report.id));
    due.into_iter().map(|(_, due)| due).collect()
}
