//! In: a file of JSON becomes a board, exactly as it was, with its history and no entry of its own.

use std::{fs, path::Path};

use pledgeboard_domain::{BackupReason, Code, Refusal, id::EntryId};
use pledgeboard_store::{BoardData, DATA_FORMAT, DATA_SCHEMA, Key, Stamp, Store, StoreError};
use serde::Deserialize;
use serde_json::{Value, error::Category};

use super::{Records, of_records};
use crate::{backups::Shelf, clock::Clock, desk::opening::open_file, error::Outcome, input};

/// What is looked at before the rest: another format or a newer schema may look different in every other way.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    schema: Option<i64>,
}

/// Imports `data` into the board at `board`, which is made when it is not there.
///
/// # Errors
/// When the file cannot be read, is not Pledgeboard's data, comes from a newer version, or holds a record that breaks
/// a rule; when the board already holds work. Nothing is changed then, and nothing is left behind.
pub async fn import_data(board: &Path, data: &Path, clock: Clock) -> Outcome<()> {
    import_data_with(board, None, data, clock).await
}

/// As [`import_data`], into a board that may be protected. One that is there is backed up first.
///
/// # Errors
/// As [`import_data`], and when the key does not fit or the backup cannot be made.
pub async fn import_data_with(board: &Path, key: Option<&Key>, data: &Path, clock: Clock) -> Outcome<()> {
    let data = read(&fs::read(data)?)?;
    let records = Records::of_data(&data.records)?;
    // What was true when it was exported is not refused because this computer's date is earlier.
    let today = clock.today().max(data.exported_at.date_naive());
    if let Some(finding) = of_records(&records, today).into_iter().next() {
        return Err(Refusal::field("records", format!("This data breaks a rule: {finding}")).into());
    }
    let is_new = !board.exists();
    let store = if is_new {
        Store::create(board).await?
    } else {
        let store = open_file(board, key, clock).await?;
        Shelf::beside(board).keep(&store, BackupReason::Import, clock).await?;
        store
    };
    let filled = fill(&store, data, clock).await;
    store.close().await;
    if filled.is_err() && is_new {
        // The refusal is what matters; a file that could not be removed is an empty board.
        let _ = fs::remove_file(board);
    }
    filled
}

pub(super) async fn fill(store: &Store, data: BoardData, clock: Clock) -> Outcome<()> {
    let there = Records::read(&mut store.read().await?).await?;
    let is_empty = there.people.is_empty()
        && there.themes.is_empty()
        && there.meetings.is_empty()
        && there.promises.is_empty()
        && there.voices.is_empty();
    if !is_empty {
        return Err(Refusal::rule("This board already holds work. Import into a new board.").into());
    }
    let stamp = Stamp { entry: clock.new_id::<EntryId>(), at: clock.now(), person: None };
    store.fill(data, stamp, |_, _| Ok(())).await.map_err(explain)
}

fn read(text: &[u8]) -> Outcome<BoardData> {
    let head: Head = serde_json::from_slice(text).map_err(|error| unreadable(&error))?;
    if head.format.as_deref() != Some(DATA_FORMAT) {
        return Err(invalid("This file is not a board exported by Pledgeboard.").into());
    }
    match head.schema {
        Some(schema) if schema > DATA_SCHEMA => {
            return Err(invalid(&format!(
                "This data was exported by a newer version of Pledgeboard (schema {schema}; this one knows {DATA_SCHEMA}). \
                 Install that version to import it."
            ))
            .into());
        }
        Some(1..) => {}
        _ => return Err(invalid("This data does not say which schema it follows.").into()),
    }
    let data: BoardData = serde_json::from_slice(text).map_err(|error| unreadable(&error))?;
    check(&data)?;
    Ok(data)
}

/// The same look as at every request; papers' files may be long.
fn check(data: &BoardData) -> Outcome<()> {
    let moments = data.history.iter().map(|it| it.entry.at).chain([data.exported_at]);
    moments.map(|at| Value::String(at.to_rfc3339())).try_for_each(|at| input::check(&at))?;
    let states = data.history.iter().flat_map(|it| &it.changes).flat_map(|it| [&it.before, &it.after]);
    states.flatten().try_for_each(|state| input::check(state).map_err(|it| it.within("history")))?;
    let records = data.records.iter().flat_map(|(kind, of_kind)| of_kind.iter().map(move |it| (kind, it)));
    records.into_iter().try_for_each(|(kind, it)| input::check(it).map_err(|error| error.within(kind)))
}

/// One sentence, with the line.
fn unreadable(error: &serde_json::Error) -> Refusal {
    let line = error.line();
    match error.classify() {
        Category::Eof => invalid(&format!("This file ends too soon, at line {line}: part of it is missing.")),
        Category::Syntax | Category::Io => {
            invalid(&format!("This file is not valid JSON: line {line}, column {} is wrong.", error.column()))
        }
        Category::Data => {
            let what = error.to_string();
            let what = what.split(" at line ").next().unwrap_or(&what);
            invalid(&format!(
                "This file is not a board exported by Pledgeboard: line {line} is wrong ({what})."
            ))
        }
    }
}

fn invalid(message: &str) -> Refusal {
    Refusal { code: Code::Invalid, field: Some("data"), message: message.into() }
}

/// The same faults of the database as elsewhere, in words that fit an import.
fn explain(error: StoreError) -> crate::AppError {
    let fault = match &error {
        StoreError::Sql(sql) => sql.as_database_error(),
        _ => None,
    };
    if fault.is_some_and(|it| it.is_foreign_key_violation()) {
        return invalid("A record in this data refers to another that is missing from it.").into();
    }
    if fault.is_some_and(|it| it.is_unique_violation()) {
        return invalid("Two records in this data have the same id, number or reference.").into();
    }
    error.into()
}
