//! What a person writes for the annual report: read and saved from the reports' screen, one record to a reporting year.

use pledgeboard_domain::{
    AnnualReport, Person, Refusal, Role, academic_year::ReportingYear, id::AnnualReportId,
};
use pledgeboard_store::{Arg, Reading};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FindAnnualReport {
    /// The calendar year in which the reporting year starts; none: the one that the report is about by itself.
    pub year: Option<i32>,
}

/// The written part of a year, to change; version 0 where nobody has begun.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnnualReportPage {
    pub written: AnnualReport,
    /// "2026/27".
    pub name: String,
    /// Who may have written the foreword, the chair first.
    pub people: Vec<Author>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Author {
    pub id: pledgeboard_domain::id::PersonId,
    pub name: String,
}

/// The reporting year that an annual report is about when none is chosen: the one that ended last once it is April to
/// June, when it is written, and else the one that runs.
pub(crate) fn usual_year(today: chrono::NaiveDate) -> ReportingYear {
    let running = ReportingYear::of(today);
    if ReportingYear::quarter(today) == 1 { ReportingYear(running.0 - 1) } else { running }
}

/// As it is written, or blank.
pub(super) async fn written(
    read: &mut Reading,
    year: ReportingYear,
    blank: AnnualReportId,
) -> Outcome<AnnualReport> {
    let found = read.find::<AnnualReport>("t.year = $1", &[Arg::Integer(year.0.into())]).await?.pop();
    Ok(found.unwrap_or_else(|| AnnualReport::blank(blank, year)))
}

pub(crate) async fn show(cx: &Context, request: FindAnnualReport) -> Outcome<AnnualReportPage> {
    let year = request.year.map_or_else(|| usual_year(cx.today()), ReportingYear);
    let mut read = cx.read().await?;
    let mut people: Vec<Person> = read.all::<Person>().await?;
    people.retain(|person| person.is_councillor());
    people.sort_by_key(|person| (person.has_left(cx.today()), !person.has(Role::Chair), person.name.clone()));
    Ok(AnnualReportPage {
        written: written(&mut read, year, cx.new_id()).await?,
        name: year.to_string(),
        people: people.iter().map(|it| Author { id: it.id, name: it.printed_name() }).collect(),
    })
}

pub(crate) async fn save(cx: &Context, mut report: AnnualReport) -> Outcome<Written<AnnualReportId>> {
    report.asks = report.asks.iter().map(|ask| ask.trim().to_owned()).filter(|ask| !ask.is_empty()).collect();
    report.check()?;
    if !(1974..=2100).contains(&report.year) {
        return Err(Refusal::field("year", "Check the year of this report.").into());
    }
    let mut write = cx.write(&format!("write the annual report of {}", report.reporting_year())).await?;
    if report.version == 0 {
        write.insert(&mut report).await?;
    } else {
        let stored = write.one::<AnnualReport>(report.id).await?;
        if stored.year != report.year {
            return Err(Refusal::field("year", "What is written for one year stays with it.").into());
        }
        write.update(&mut report).await?;
    }
    cx.done(write, report.id).await
}
