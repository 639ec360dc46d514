//! What can go wrong in the store, and the sentence for it.

use pledgeboard_domain::{Code, Refusal};
use serde_json::Value;
use sqlx::{error::DatabaseError, sqlite::SqliteError};
use thiserror::Error;

use crate::shared;

/// What somebody reads whose part in a shared board does not reach so far.
pub(crate) const NOT_THEIRS: &str =
    "Your part in this board does not let you change that. Ask democratic services.";

#[derive(Debug, Error)]
pub enum StoreError {
    /// A rule, a stale version, a record that is gone.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The record was changed since it was read; with what it is now, so that both can be looked at side by side.
    #[error("{refusal}")]
    Stale { refusal: Refusal, current: Value },
    #[error("the database: {0}")]
    Sql(#[from] sqlx::Error),
    #[error("migrating: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    #[error("reading or writing a record: {0}")]
    Json(#[from] serde_json::Error),
    #[error("{value} does not fit the column {column}")]
    Shape { column: &'static str, value: String },
    #[error("the file: {0}")]
    File(#[from] std::io::Error),
    #[error("the cipher: {0}")]
    Cipher(String),
    /// A copy that was made, or is to be put back, is damaged; with what SQLite found.
    #[error("the copy is damaged: {0}")]
    Unsound(String),
}

/// SQLite's primary result codes, <https://sqlite.org/rescode.html>.
mod sqlite {
    pub const BUSY: i32 = 5;
    pub const ERROR: i32 = 1;
    pub const NOMEM: i32 = 7;
    pub const READONLY: i32 = 8;
    pub const IOERR: i32 = 10;
    pub const CORRUPT: i32 = 11;
    pub const FULL: i32 = 13;
    pub const CANTOPEN: i32 = 14;
    pub const NOTADB: i32 = 26;
}

impl StoreError {
    /// What SQLite answers when the bytes are no database: a wrong key, or no board at all.
    pub(crate) fn is_unreadable(&self) -> bool {
        self.sqlite_code() == Some(sqlite::NOTADB)
    }

    /// It is a database, and some of it is damaged.
    pub(crate) fn is_corrupt(&self) -> bool {
        let Self::Sql(error) = self else { return self.sqlite_code() == Some(sqlite::CORRUPT) };
        error.as_database_error().is_some_and(is_corrupt)
    }

    /// The bytes are no database, or no longer a sound one.
    pub(crate) fn is_damage(&self) -> bool {
        let locked = matches!(self, Self::Refused(refusal) if refusal.code == Code::Locked);
        locked || self.is_unreadable() || self.is_corrupt()
    }

    /// What SQLite answers when somebody else has the file.
    pub(crate) fn is_busy(&self) -> bool {
        matches!(self, Self::Sql(sqlx::Error::PoolTimedOut)) || self.sqlite_code() == Some(sqlite::BUSY)
    }

    /// The disk is full, or nothing may be written there.
    pub(crate) fn is_of_the_disk(&self) -> bool {
        matches!(self.sqlite_code(), Some(sqlite::FULL | sqlite::READONLY | sqlite::CANTOPEN))
    }

    /// SQLite's primary result code.
    fn sqlite_code(&self) -> Option<i32> {
        use sqlx::migrate::MigrateError;
        let (Self::Sql(error)
        | Self::Migrate(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _))) = self
        else {
            return None;
        };
        let extended: i32 =
            error.as_database_error()?.try_downcast_ref::<SqliteError>()?.code()?.parse().ok()?;
        Some(extended & 0xff)
    }

    /// One plain sentence, with what is safe and what to do.
    pub fn into_refusal(self) -> Refusal {
        let storage = |message: &str| Refusal { code: Code::Storage, field: None, message: message.into() };
        match self {
            Self::Refused(refusal) | Self::Stale { refusal, .. } => refusal,
            Self::Sql(error) => explain(&error),
            Self::Migrate(sqlx::migrate::MigrateError::Execute(error))
            | Self::Migrate(sqlx::migrate::MigrateError::ExecuteMigration(error, _)) => explain(&error),
            Self::Migrate(
                sqlx::migrate::MigrateError::VersionMissing(_)
                | sqlx::migrate::MigrateError::VersionMismatch(_),
            ) => storage(
                "This board was made by a newer version of Pledgeboard. Install that version to open it; the board was not changed.",
            ),
            Self::File(error) => storage(&explain_file(&error)),
            Self::Unsound(_) => {
                storage("This copy of the board is damaged. Choose another one; nothing was changed.")
            }
            other => Refusal {
                code: Code::Fault,
                field: None,
                message: format!("Pledgeboard made a mistake and changed nothing ({other})."),
            },
        }
    }
}

/// A page that does not fit the cipher's key is an error without a name, or short memory, where it comes to SQLite; a
/// mistake of ours names what it is about.
fn is_corrupt(error: &dyn DatabaseError) -> bool {
    let extended: i32 = error.code().and_then(|code| code.parse().ok()).unwrap_or(0);
    match extended & 0xff {
        sqlite::CORRUPT | sqlite::NOMEM => true,
        sqlite::ERROR => error.message() == "SQL logic error",
        _ => false,
    }
}

fn explain(error: &sqlx::Error) -> Refusal {
    let storage = |message: &str| Refusal { code: Code::Storage, field: None, message: message.into() };
    if let Some(database) = error.as_database_error() {
        if database.is_unique_violation() {
            return Refusal {
                code: Code::Duplicate,
                field: duplicate_field(database.message()),
                message: duplicate(database.message()).into(),
            };
        }
        if database.is_foreign_key_violation() {
            return Refusal::rule(
                "Something else on the board still refers to this, so nothing was changed.",
            );
        }
    }
    if let Some(refusal) = shared::explain(error) {
        return refusal;
    }
    if let Some(database) =
        error.as_database_error().filter(|it| it.try_downcast_ref::<SqliteError>().is_some())
    {
        let extended: i32 = database.code().and_then(|code| code.parse().ok()).unwrap_or(0);
        match extended & 0xff {
            sqlite::FULL => {
                return storage(
                    "The disk is full, so the last change was not saved. Free some space and try again.",
                );
            }
            sqlite::READONLY => {
                return storage(
                    "This board can be read but not changed here: the file or its folder is read-only.",
                );
            }
            sqlite::BUSY => {
                return storage(
                    "Another program is writing to this board. Nothing was changed; try again in a moment.",
                );
            }
            sqlite::CANTOPEN => {
                return storage(
                    "This board's file cannot be opened. Check that it is still there and that you may read it.",
                );
            }
            sqlite::NOTADB => {
                return storage(
                    "This file is not a Pledgeboard board. Choose a file that ends in .pledgeboard.",
                );
            }
            _ if is_corrupt(database) => {
                let message = "This board’s file is damaged. Restore the last good backup, or save what can be saved of it into a new board.";
                return Refusal { code: Code::Damaged, field: None, message: message.into() };
            }
            sqlite::IOERR => {
                return storage(
                    "The disk did not answer, so the last change was not saved. Check the disk and try again.",
                );
            }
            _ => {}
        }
    }
    if let sqlx::Error::PoolTimedOut = error {
        return storage("Another program is holding this board. Nothing was changed; try again in a moment.");
    }
    Refusal {
        code: Code::Fault,
        field: None,
        message: format!("The board's file did not take the change, and nothing was changed ({error})."),
    }
}

/// Named constraints become sentences. SQLite names the columns, PostgreSQL the constraint: both are looked for.
const DUPLICATES: &[(&str, &str, &str, &str)] = &[
    ("half_term.academic_year", "half_term_once", "term", "This half-term is already in the year."),
    (
        "promise.strategy_period_id",
        "promise_number",
        "number",
        "Another promise in this strategy has that number.",
    ),
    (
        "indicator_point.indicator_id",
        "indicator_point_once",
        "on",
        "This indicator already has a number for that day. Change that one.",
    ),
    ("action.reference", "action_reference", "reference", "Another action has that reference."),
    ("annual_meeting.date", "annual_meeting_date", "date", "That annual meeting is already there."),
    ("bank_holiday_change.date", "bank_holiday_change_date", "date", "That day is already in the list."),
    (
        "attendance.meeting_id",
        "attendance_once",
        "person_id",
        "This person is already on the attendance list.",
    ),
    ("minute.agenda_item_id", "minute_item", "agenda_item_id", "This item already has its minute."),
    (
        "agenda_version.meeting_id",
        "agenda_version_number",
        "number",
        "This version of the agenda is already published.",
    ),
];

fn duplicate(message: &str) -> &'static str {
    found(message).map_or("This is already on the board, so nothing was added.", |it| it.3)
}

fn duplicate_field(message: &str) -> Option<&'static str> {
    found(message).map(|it| it.2)
}

fn found(message: &str) -> Option<&'static (&'static str, &'static str, &'static str, &'static str)> {
    DUPLICATES.iter().find(|(columns, name, ..)| message.contains(columns) || message.contains(name))
}

/// Windows keeps a file from being replaced while another program has it open: a sharing or a lock violation
/// (system error codes 32 and 33).
fn is_open_elsewhere(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::ResourceBusy | std::io::ErrorKind::ExecutableFileBusy)
        || (cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)))
}

fn explain_file(error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "There is no file at that place.".into(),
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
            "You may not read or write that file. Choose another folder.".into()
        }
        Kind::StorageFull | Kind::QuotaExceeded => {
            "The disk is full, so nothing was written. Free some space and try again.".into()
        }
        Kind::AlreadyExists => "A file of that name is already there. Choose another name.".into(),
        // A name with a character that no file has is an invalid input.
        Kind::InvalidFilename | Kind::InvalidInput => {
            "That name is too long, or this computer does not allow it. Choose a shorter one.".into()
        }
        _ if is_open_elsewhere(error) => {
            "That file is open in another program. Close it there and try again, or choose another name."
                .into()
        }
        Kind::IsADirectory => "That is a folder, not a file.".into(),
        _ => format!("The file could not be read or written ({error})."),
    }
}
