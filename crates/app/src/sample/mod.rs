//! The sample board, "Anytown": a believable academic year around any day. No real person, place or child is in it.
//!
//! Its content stands in tables, one file to a concept. Every date follows from today and every id from a key, so
//! that the same day always gives the same board.

use std::{fs, path::Path};

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_domain::{
    ApprovedMinutes, Meeting, MeetingState,
    id::{EntryId, MeetingId},
};
use pledgeboard_store::{Stamp, Store, Writing};

use crate::{error::Outcome, meetings as meetings_area, transfer::Records};

mod actions;
mod annual;
mod answers;
mod assessments;
mod board;
mod calendar;
mod channels;
mod checks;
mod earlier;
mod empty;
mod events;
mod groups;
mod ids;
mod indicators;
mod meetings;
mod numbers;
mod older;
mod papers;
mod people;
mod pledges;
mod programme;
mod promises;
mod tasks;
mod themes;
mod voices;

use calendar::Calendar;
pub(crate) use empty::board as empty_board;
pub use empty::create_empty;
use numbers::Numbers;

/// Makes the sample board at `path`. Nothing is left there when it cannot be made.
///
/// # Errors
/// When a file is there already, or the disk says no.
pub async fn create(path: &Path, today: NaiveDate) -> Outcome<Store> {
    create_years(path, today, 1).await
}

/// The sample board with `years` - 1 further years before it, for trying out a board that has been used for long.
///
/// # Errors
/// As [`create`].
pub async fn create_years(path: &Path, today: NaiveDate, years: u32) -> Outcome<Store> {
    let earlier = years.saturating_sub(1);
    let calendar =
        Calendar::around(today, i32::try_from(earlier).unwrap_or(i32::MAX).saturating_add(1).min(100));
    let store = Store::create(path).await?;
    if let Err(error) = fill(&store, &calendar, earlier).await {
        store.close().await;
        // The error that matters is the one that stopped us.
        let _ = fs::remove_file(path);
        return Err(error);
    }
    Ok(store)
}

async fn fill(store: &Store, calendar: &Calendar, earlier_years: u32) -> Outcome<()> {
    let mut numbers = Numbers::new(calendar)?;
    let earlier = match earlier_years {
        0 => vec![],
        years => earlier::changes(calendar, years, &mut numbers)?,
    };
    let mut sample = anytown(calendar, foundation(calendar), &mut numbers, earlier.is_empty())?;
    if let Some(first) = earlier.first() {
        let begun = stamp("start", first.on);
        keep(store, "start the board", begun, &mut foundation(calendar), &[]).await?;
        without_foundation(&mut sample.records);
    }
    for mut it in earlier {
        keep(store, it.name, stamp(&it.key, it.on), &mut it.records, &[]).await?;
    }
    let made = stamp("sample", calendar.today);
    keep(store, "create the sample board", made, &mut sample.records, &sample.files).await
}

/// One change: everything in `records`, and the files of its papers in the same order.
async fn keep(
    store: &Store,
    name: &str,
    stamp: Stamp,
    records: &mut Records,
    files: &[Vec<u8>],
) -> Outcome<()> {
    let mut write = store.write(name, stamp).await?;
    write.cannot_be_undone();
    for (paper, file) in records.papers.iter_mut().zip(files) {
        paper.hash = write.keep_file(file).await?;
    }
    records.insert(&mut write).await?;
    freeze_minutes(&mut write, records).await?;
    write.commit().await?;
    Ok(())
}

/// Approved minutes are kept as they were signed.
async fn freeze_minutes(write: &mut Writing, records: &Records) -> Outcome<()> {
    let mut minuted: Vec<MeetingId> = records.agenda_items.iter().map(|it| it.meeting_id).collect();
    minuted.dedup();
    for meeting_id in minuted {
        if write.one::<Meeting>(meeting_id).await?.state == MeetingState::MinutesApproved {
            let content = meetings_area::minutes::records(write, meeting_id).await?;
            let id = ids::id("approved minutes", &meeting_id.to_string());
            write.insert(&mut ApprovedMinutes { id, version: 1, meeting_id, content }).await?;
        }
    }
    Ok(())
}

/// The moment of a change: nine in the morning, by nobody on the board.
fn stamp(key: &str, on: NaiveDate) -> Stamp {
    let morning = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    Stamp { entry: ids::id::<EntryId>("entry", key), at: on.and_time(morning).and_utc(), person: None }
}

struct Sample {
    records: Records,
    /// Of the papers, in their order.
    files: Vec<Vec<u8>>,
}

/// What stands before anything happens: the board, its people and themes.
fn foundation(calendar: &Calendar) -> Records {
    let mut records = Records::default();
    board::add(&mut records, calendar);
    annual::add_terms(&mut records);
    people::add(&mut records, calendar);
    themes::add(&mut records, calendar);
    records
}

/// Takes out what an earlier change has added already.
fn without_foundation(records: &mut Records) {
    *records = Records {
        boards: vec![],
        annual_meetings: vec![],
        half_terms: vec![],
        cohorts: vec![],
        people: vec![],
        seats: vec![],
        terms: vec![],
        themes: vec![],
        assignments: vec![],
        terms_sections: vec![],
        ..std::mem::take(records)
    };
}

/// The sample's own year on top of `foundation`, made of nothing but its tables and today. A board that is used for
/// long (not `is_young`) has older sets of promises already.
fn anytown(
    calendar: &Calendar,
    foundation: Records,
    numbers: &mut Numbers,
    is_young: bool,
) -> Outcome<Sample> {
    let mut records = foundation;
    events::add(&mut records, calendar);
    voices::add(&mut records, calendar);
    indicators::add(&mut records, calendar);
    if is_young {
        older::add(&mut records, calendar);
    }
    promises::add(&mut records, calendar, is_young);
    indicators::add_second_measures(&mut records);
    checks::add(&mut records, calendar);
    meetings::add(&mut records, calendar);
    let files = papers::add(&mut records, calendar)?;
    actions::add(&mut records, calendar, numbers)?;
    answers::add(&mut records, calendar);
    channels::add(&mut records, calendar);
    groups::add(&mut records, calendar);
    annual::add(&mut records, calendar);
    programme::add(&mut records, calendar);
    assessments::add(&mut records, calendar);
    meetings::finish(&mut records, calendar, numbers)?;
    Ok(Sample { records, files })
}

#[cfg(test)]
mod tests;
