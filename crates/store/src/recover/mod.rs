//! Saving what can be saved of a damaged board into a new one.
//!
//! SQLite's own recovery is no part of the SQLite that the cipher brings along, so it is done by the board's own shape:
//! each table is read around the pages that cannot be read ([`damaged`]); what a record has lost is taken from the history,
//! which keeps each record after its last change ([`mend`]); what refers to what is gone is let go; search is made anew.
//! The damaged file itself is never written to.

mod count;
mod damaged;
mod mend;

use std::{fs, path::Path};

use pledgeboard_domain::{Code, Refusal};
use sqlx::SqliteConnection;

use crate::{
    connection,
    copies::{needed, sound},
    error::StoreError,
    key::Key,
    migrations::newest_schema,
    open::{self, Store},
    place::{beside, has_log, log_of, put_in_place, remove_quietly, with_ending},
};
use count::Counts;
use damaged::Damaged;

/// What was saved and what was lost, kind by kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    pub kinds: Vec<RecoveredKind>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveredKind {
    /// What people call such a record: "voice", "agenda item".
    pub called: &'static str,
    pub saved: u64,
    /// Of those, the ones that could not be read where they stood, and are as the history last says.
    pub from_history: u64,
    /// Known to have been there, and gone.
    pub lost: u64,
    /// References to what is gone, taken out of records that were saved.
    pub unlinked: u64,
}

impl Store {
    /// Saves what can be saved of the damaged board at `path` into a new board at `to`, under the same passphrase. Close
    /// the board first; its file is only read.
    ///
    /// # Errors
    /// When something is at `to` already, the key does not fit, or the part of the file that says what is where is damaged.
    pub async fn recover(path: &Path, key: Option<&Key>, to: &Path) -> Result<Recovered, StoreError> {
        if to.exists() {
            return Err(StoreError::File(std::io::ErrorKind::AlreadyExists.into()));
        }
        let key = needed(path, key)?;
        // Reading a board with a log would fold that into it: so a copy is read.
        let (copy, beside) = (with_ending(to, ".damaged"), beside(to));
        let recovered = async {
            remove_quietly(&copy);
            fs::copy(path, &copy)?;
            if has_log(path) {
                fs::copy(log_of(path), log_of(&copy))?;
            }
            let recovered = into_new(&copy, key, &beside).await?;
            sound(&beside, key).await?;
            put_in_place(&beside, to)?;
            Ok(recovered)
        }
        .await;
        remove_quietly(&copy);
        remove_quietly(&beside);
        recovered
    }
}

async fn into_new(copy: &Path, key: Option<&Key>, to: &Path) -> Result<Recovered, StoreError> {
    remove_quietly(to);
    let mut damaged = Damaged::new(copy, key, to);
    let schema = damaged.schema().await.map_err(findable)?;
    // The same shape first, so that everything finds its place; then this version's.
    open::make(to, key, schema).await?;
    let known = damaged.copy_everything().await.map_err(findable)?;
    open::make_newest(to, key).await?;
    let mut new = connection::mending(to, key).await?;
    let counts = mend(&mut new, known).await?;
    sqlx::Connection::close(new).await?;
    Ok(counts.report())
}

async fn mend(new: &mut SqliteConnection, known: Counts) -> Result<Counts, StoreError> {
    sqlx::query("BEGIN").execute(&mut *new).await?;
    let counts = mend::everything(new, known).await?;
    sqlx::query("COMMIT").execute(new).await?;
    Ok(counts)
}

/// Damage within tables is read around; what is left is damage to what says where they are.
fn findable(error: StoreError) -> StoreError {
    if error.is_corrupt() { nothing_readable() } else { error }
}

/// Nothing in the file says what is where.
fn nothing_readable() -> StoreError {
    let message = "The part of this board’s file that says what is where is damaged, so nothing in it can be found. \
        Restore a backup.";
    Refusal { code: Code::Storage, field: None, message: message.into() }.into()
}

/// Of a version that this one knows.
fn known_schema(schema: i64) -> Result<i64, StoreError> {
    if schema > newest_schema() {
        return Err(sqlx::migrate::MigrateError::VersionMissing(schema).into());
    }
    Ok(schema)
}
