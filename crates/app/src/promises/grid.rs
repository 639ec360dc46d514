//! Lenses × half-terms: what each lens said of a promise in each of the last half-terms. Never averaged (rule 7).

use chrono::NaiveDate;
use pledgeboard_domain::{
    Check, HalfTerm, Lens, Rating, Term,
    half_term::{half_term_on, recent},
    id::HalfTermId,
};
use serde::Serialize;

/// How many half-terms a grid shows: a year.
pub(crate) const SHOWN: usize = 6;

/// A column of the grid.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GridHalfTerm {
    pub id: HalfTermId,
    pub term: Term,
    /// "Autumn 2, 2026/27".
    pub name: String,
}

/// A row of the grid.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LensRow {
    pub lens: Lens,
    /// The latest check of each half-term, the oldest half-term first; none where nobody looked.
    pub ratings: Vec<Option<Rating>>,
}

/// The last six half-terms, the oldest first.
pub(crate) fn columns(today: NaiveDate, half_terms: &[HalfTerm]) -> Vec<GridHalfTerm> {
    let mut columns: Vec<GridHalfTerm> = recent(SHOWN, today, half_terms)
        .into_iter()
        .map(|it| GridHalfTerm { id: it.id, term: it.term, name: it.name() })
        .collect();
    columns.reverse();
    columns
}

/// One row for each lens, from one promise's own checks.
pub(crate) fn rows(checks: &[&Check], columns: &[GridHalfTerm], half_terms: &[HalfTerm]) -> Vec<LensRow> {
    let placed: Vec<(Option<HalfTermId>, &Check)> =
        checks.iter().map(|check| (half_term_on(check.on, half_terms).map(|it| it.id), *check)).collect();
    let rating = |lens: Lens, column: &GridHalfTerm| {
        let own = placed.iter().filter(|(at, check)| *at == Some(column.id) && check.lens == lens);
        own.max_by_key(|(_, check)| (check.on, check.id)).map(|(_, check)| check.rating)
    };
    let row =
        |&lens: &Lens| LensRow { lens, ratings: columns.iter().map(|column| rating(lens, column)).collect() };
    Lens::ALL.iter().map(row).collect()
}
