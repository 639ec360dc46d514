//! The working days of this council: the law's bank holidays with its own changes.

use chrono::NaiveDate;
use pledgeboard_domain::{BankHolidayChange, Board, bank_holidays::BankHolidays, clear_days};
use pledgeboard_store::Reading;

use crate::error::Outcome;

/// The bank holidays that the board works by.
pub(crate) async fn bank_holidays(read: &mut Reading) -> Outcome<BankHolidays> {
    let (removed, added): (Vec<_>, Vec<_>) =
        read.all::<BankHolidayChange>().await?.into_iter().partition(|change| change.removed);
    let dates = |changes: Vec<BankHolidayChange>| changes.into_iter().map(|change| change.date).collect();
    Ok(BankHolidays { added: dates(added), removed: dates(removed), checked_until: None })
}

/// The latest day on which the agenda of a meeting can come out in time (domain rule 2).
pub(crate) fn publish_by(meeting: NaiveDate, board: &Board, holidays: &BankHolidays) -> NaiveDate {
    clear_days::publish_by(meeting, u32::try_from(board.clear_days).unwrap_or(0), holidays)
}
