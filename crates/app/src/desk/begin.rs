//! What a new board may begin with: likely half-terms, and the meetings that a rhythm gives.

use chrono::{Datelike, NaiveDate};
use pledgeboard_domain::{
    HalfTerm, Rhythm, Term, academic_year::AcademicYear, bank_holidays::BankHolidays,
    half_term::default_half_terms, id::HalfTermId,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    App,
    error::{AppError, Outcome},
};

/// A half-term that is not on any board yet.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewHalfTerm {
    /// The calendar year in which the academic year starts.
    pub academic_year: i32,
    pub term: Term,
    pub starts: NaiveDate,
    pub ends: NaiveDate,
}

impl NewHalfTerm {
    pub(super) fn with_id(self, id: HalfTermId) -> HalfTerm {
        let Self { academic_year, term, starts, ends } = self;
        HalfTerm { id, version: 0, academic_year, term, starts, ends }
    }
}

/// Asks for a year's dates: without half-terms, the likely ones are used.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProposeYear {
    pub half_terms: Option<Vec<NewHalfTerm>>,
    pub rhythm: Option<Rhythm>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProposedYear {
    pub half_terms: Vec<NewHalfTerm>,
    /// The days on which the rhythm's meetings fall, from today on.
    pub meetings: Vec<NaiveDate>,
}

pub(crate) async fn propose_year(app: &App, request: ProposeYear) -> Outcome<ProposedYear> {
    let today = app.clock.today();
    let half_terms = request.half_terms.unwrap_or_else(|| likely_half_terms(today));
    check(&half_terms)?;
    let meetings = match &request.rhythm {
        Some(rhythm) => {
            rhythm.check().map_err(|refusal| AppError::from(refusal).within("rhythm"))?;
            dates(rhythm, &half_terms, today)
        }
        None => vec![],
    };
    Ok(ProposedYear { half_terms, meetings })
}

/// In order, and no two over each other; the refusal stands beside the half-term that brings it.
fn check(half_terms: &[NewHalfTerm]) -> Outcome<()> {
    let mut before: Vec<HalfTerm> = vec![];
    for (at, new) in (0_u128..).zip(half_terms) {
        let half_term = new.with_id(HalfTermId(Uuid::from_u128(at)));
        half_term
            .check(&before)
            .map_err(|refusal| AppError::from(refusal).within(&format!("half_terms.{at}")))?;
        before.push(half_term);
    }
    Ok(())
}

pub(super) fn dates(rhythm: &Rhythm, half_terms: &[NewHalfTerm], today: NaiveDate) -> Vec<NaiveDate> {
    let half_terms: Vec<HalfTerm> = half_terms.iter().map(|it| it.with_id(HalfTermId(Uuid::nil()))).collect();
    rhythm.dates(&half_terms, &BankHolidays::default(), today)
}

/// This academic year's; from May on the next year's too, for that is when its meetings are planned.
fn likely_half_terms(today: NaiveDate) -> Vec<NewHalfTerm> {
    let AcademicYear(first) = AcademicYear::of(today);
    let years = if (5..9).contains(&today.month()) { vec![first, first + 1] } else { vec![first] };
    let of = |academic_year: i32| {
        default_half_terms(academic_year).map(|(term, starts, ends)| NewHalfTerm {
            academic_year,
            term,
            starts,
            ends,
        })
    };
    years.into_iter().flat_map(of).collect()
}
