//! The sample board, "Anytown": a believable academic year around any day. No real person, place or child is in it.
//!
//! Its content stands in tables, one file to a concept. Every date follows from today and every id from a key, so
//! that the same day always gives the same board.

use std::{fs, path::Path};

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_domain::id::EntryId;
use pledgeboard_store::{Stamp, Store};

use crate::{error::Outcome, transfer::Records};

mod actions;
mod answers;
mod board;
mod calendar;
mod checks;
mod empty;
mod events;
mod ids;
mod meetings;
mod people;
mod pledges;
mod promises;
mod tasks;
mod themes;
mod voices;

use calendar::Calendar;
pub use empty::create_empty;

/// Makes the sample board at `path`. Nothing is left there when it cannot be made.
///
/// # Errors
/// When a file is there already, or the disk says no.
pub async fn create(path: &Path, today: NaiveDate) -> Outcome<Store> {
    create_years(path, today, 1).await
}

/// The sample board with `years` - 1 further years before it, for trying out how Pledgeboard bears a load.
pub async fn create_years(path: &Path, today: NaiveDate, _years: u32) -> Outcome<Store> {
    let store = Store::create(path).await?;
    let calendar = Calendar::around(today, 1);
    let filled = fill(&store, &calendar, stamp("sample", today)).await;
    if let Err(error) = filled {
        store.close().await;
        // The error that matters is the one that stopped us.
        let _ = fs::remove_file(path);
        return Err(error);
    }
    Ok(store)
}

async fn fill(store: &Store, calendar: &Calendar, stamp: Stamp) -> Outcome<()> {
    let mut records = anytown(calendar)?;
    let mut write = store.write("create the sample board", stamp).await?;
    write.cannot_be_undone();
    records.insert(&mut write).await?;
    write.commit().await?;
    Ok(())
}

/// The moment of a change: nine in the morning, by nobody on the board.
fn stamp(key: &str, on: NaiveDate) -> Stamp {
    let morning = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    Stamp { entry: ids::id::<EntryId>("entry", key), at: on.and_time(morning).and_utc(), person: None }
}

/// The whole sample, made of nothing but its tables and today.
fn anytown(calendar: &Calendar) -> Outcome<Records> {
    let mut records = Records::default();
    board::add(&mut records, calendar);
    people::add(&mut records, calendar);
    themes::add(&mut records, calendar);
    events::add(&mut records, calendar);
    voices::add(&mut records, calendar);
    promises::add(&mut records, calendar);
    checks::add(&mut records, calendar);
    meetings::add(&mut records, calendar)?;
    actions::add(&mut records, calendar)?;
    answers::add(&mut records, calendar);
    meetings::finish(&mut records, calendar)?;
    Ok(records)
}

#[cfg(test)]
mod tests;
