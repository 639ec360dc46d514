//! The three lenses side by side, never averaged (rule 7).

use chrono::NaiveDate;
use pledgeboard_domain::{Board, HalfTerm, Lens, Rating, check};

use super::{capitalised, child_promises::PromiseRecord, pills};
use crate::block::Table;

/// The latest opinion through a lens that still counts; without one, nobody can tell.
pub fn rating(record: &PromiseRecord, lens: Lens, today: NaiveDate, half_terms: &[HalfTerm]) -> Rating {
    check::opinions(&record.checks, today, half_terms)
        .into_iter()
        .find(|(known, _)| *known == lens)
        .map_or(Rating::CannotTell, |(_, rating)| rating)
}

/// Each promise with what each lens says.
pub fn table(board: &Board, promises: &[PromiseRecord], today: NaiveDate, half_terms: &[HalfTerm]) -> Table {
    let called = board.promise_words();
    let columns = [called.one_capital(), "Officers".into(), "Link Champion".into(), "Children".into()];
    let summary = format!("Each of the {}, and the three lenses", called.many);
    let mut table = Table::new(summary, columns, &[3.4, 1.45, 1.45, 1.45]);
    for record in promises {
        let mut row = vec![format!("{}. {}", record.promise.number, record.promise.title).into()];
        row.extend(
            Lens::ALL.iter().map(|lens| pills::rating(rating(record, *lens, today, half_terms)).into()),
        );
        table.row(row);
    }
    table
}

/// The sentence that says that the lenses disagree about a promise.
pub fn disagreement(record: &PromiseRecord, today: NaiveDate, half_terms: &[HalfTerm]) -> Option<String> {
    check::disagreement(&record.checks, today, half_terms)
        .map(|found| capitalised(&found.sentence.replace('\'', "’")))
}
