//! Half-terms, annual meetings, and bank holidays with the council's own changes.

use chrono::{Datelike, NaiveDate};
use pledgeboard_domain::{
    AnnualMeeting, BankHolidayChange, HalfTerm, Refusal,
    academic_year::AcademicYear,
    bank_holidays::BankHolidays,
    half_term::default_half_terms,
    id::{AnnualMeetingId, BankHolidayChangeId, HalfTermId},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    command::Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CalendarPage {
    /// The latest year first.
    pub years: Vec<YearOfHalfTerms>,
    /// The academic year to add next: the one after the last, or this one.
    pub next_year: i32,
    pub annual_meetings: Vec<AnnualMeeting>,
    /// This calendar year's and the next one's days, with the council's changes among them.
    pub bank_holidays: Vec<BankHolidayLine>,
    /// Days after this one could still be changed by a royal proclamation.
    pub proclaimed_until: NaiveDate,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearOfHalfTerms {
    pub academic_year: i32,
    /// "2026/27".
    pub name: String,
    pub half_terms: Vec<HalfTerm>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BankHolidayLine {
    pub date: NaiveDate,
    pub name: String,
    /// The council's own change, if it is one: a day added, or one of the rule's taken away.
    pub change: Option<BankHolidayChange>,
}

/// An academic year's half-terms, with the usual dates to correct.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddYear {
    pub academic_year: i32,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewAnnualMeeting {
    pub date: NaiveDate,
}

/// A day that is a bank holiday here although the rule does not say so, or the other way round.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BankHolidayWish {
    pub date: NaiveDate,
    pub name: String,
    pub removed: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Remove {
    pub id: Uuid,
    pub version: i64,
}

pub(super) async fn show(cx: &Context, _: Nothing) -> Outcome<CalendarPage> {
    let mut read = cx.read().await?;
    let half_terms = read.all::<HalfTerm>().await?;
    let changes = read.all::<BankHolidayChange>().await?;
    let mut first_years: Vec<i32> = half_terms.iter().map(|it| it.academic_year).collect();
    first_years.sort_unstable_by(|a, b| b.cmp(a));
    first_years.dedup();
    let AcademicYear(this) = AcademicYear::of(cx.today());
    Ok(CalendarPage {
        next_year: first_years.first().map_or(this, |latest| latest + 1),
        years: first_years
            .into_iter()
            .map(|academic_year| YearOfHalfTerms {
                academic_year,
                name: AcademicYear(academic_year).to_string(),
                half_terms: half_terms
                    .iter()
                    .filter(|it| it.academic_year == academic_year)
                    .cloned()
                    .collect(),
            })
            .collect(),
        annual_meetings: read.all().await?,
        proclaimed_until: BankHolidays::with_changes(&changes).proclaimed_until(),
        bank_holidays: bank_holidays(cx.today().year(), changes),
    })
}

fn bank_holidays(year: i32, changes: Vec<BankHolidayChange>) -> Vec<BankHolidayLine> {
    let by_rule = [year, year + 1].into_iter().flat_map(BankHolidays::england_and_wales);
    let mut lines: Vec<BankHolidayLine> = by_rule
        .map(|(date, name)| BankHolidayLine {
            date,
            name: name.into(),
            change: changes.iter().find(|it| it.removed && it.date == date).cloned(),
        })
        .collect();
    let added = changes.into_iter().filter(|it| !it.removed);
    lines.extend(added.map(|it| BankHolidayLine { date: it.date, name: it.name.clone(), change: Some(it) }));
    lines.sort_by_key(|line| line.date);
    lines
}

pub(super) async fn add_year(cx: &Context, request: AddYear) -> Outcome<Written<i32>> {
    let mut write =
        cx.write(&format!("add the half-terms of {}", AcademicYear(request.academic_year))).await?;
    let mut all = write.all::<HalfTerm>().await?;
    for (term, starts, ends) in default_half_terms(request.academic_year) {
        let mut half_term = HalfTerm {
            id: cx.new_id(),
            version: 0,
            academic_year: request.academic_year,
            term,
            starts,
            ends,
        };
        half_term.check(&all)?;
        write.insert(&mut half_term).await?;
        all.push(half_term);
    }
    cx.done(write, request.academic_year).await
}

pub(super) async fn save_half_term(cx: &Context, mut half_term: HalfTerm) -> Outcome<Written<HalfTermId>> {
    let mut write = cx.write(&format!("change the dates of {}", half_term.name())).await?;
    half_term.check(&write.all::<HalfTerm>().await?)?;
    write.update(&mut half_term).await?;
    cx.done(write, half_term.id).await
}

pub(super) async fn add_annual_meeting(
    cx: &Context,
    request: NewAnnualMeeting,
) -> Outcome<Written<AnnualMeetingId>> {
    let mut write = cx.write("add an annual meeting").await?;
    let mut meeting = AnnualMeeting { id: cx.new_id(), version: 0, date: request.date };
    one_a_year(&meeting, &write.all().await?)?;
    write.insert(&mut meeting).await?;
    cx.done(write, meeting.id).await
}

pub(super) async fn save_annual_meeting(
    cx: &Context,
    mut meeting: AnnualMeeting,
) -> Outcome<Written<AnnualMeetingId>> {
    let mut write = cx.write("change an annual meeting").await?;
    one_a_year(&meeting, &write.all().await?)?;
    write.update(&mut meeting).await?;
    cx.done(write, meeting.id).await
}

/// Numbers carry the year of the annual meeting, so that two in one year would give numbers twice.
fn one_a_year(meeting: &AnnualMeeting, others: &[AnnualMeeting]) -> Result<(), Refusal> {
    let same = others.iter().any(|it| it.id != meeting.id && it.date.year() == meeting.date.year());
    if same {
        return Err(Refusal::field(
            "date",
            format!("{} has an annual meeting already. Change that one.", meeting.date.year()),
        ));
    }
    Ok(())
}

pub(super) async fn remove_annual_meeting(cx: &Context, request: Remove) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("remove an annual meeting").await?;
    let mut meeting = write.one::<AnnualMeeting>(request.id).await?;
    meeting.version = request.version;
    write.delete(&meeting).await?;
    cx.done(write, Nothing {}).await
}

pub(super) async fn change_bank_holiday(
    cx: &Context,
    request: BankHolidayWish,
) -> Outcome<Written<BankHolidayChangeId>> {
    let by_rule = BankHolidays::default().name_of(request.date);
    let name = match (request.removed, by_rule) {
        (true, None) => {
            return Err(
                Refusal::field("date", "This day is no bank holiday, so it cannot be taken away.").into()
            );
        }
        (false, Some(name)) => {
            return Err(Refusal::field("date", format!("This day is a bank holiday already: {name}.")).into());
        }
        (true, Some(name)) => name.to_owned(),
        (false, None) => {
            pledgeboard_domain::text::required("name", "what the day is", &request.name, 100)?;
            request.name.trim().to_owned()
        }
    };
    let mut write =
        cx.write(if request.removed { "remove a bank holiday" } else { "add a bank holiday" }).await?;
    let mut change =
        BankHolidayChange { id: cx.new_id(), version: 0, date: request.date, name, removed: request.removed };
    write.insert(&mut change).await?;
    cx.done(write, change.id).await
}

pub(super) async fn remove_bank_holiday_change(cx: &Context, request: Remove) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("put a bank holiday back as it was").await?;
    let mut change = write.one::<BankHolidayChange>(request.id).await?;
    change.version = request.version;
    write.delete(&change).await?;
    cx.done(write, Nothing {}).await
}
