//! Connections to a board's file: the working pool, a look at a copy, and the file for ourselves alone.

use std::{path::Path, time::Duration};

use pledgeboard_domain::{Code, Refusal};
use sqlx::{
    ConnectOptions, Connection, Row, SqliteConnection, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use tokio::sync::OnceCell;

use crate::{
    error::StoreError,
    key::{Key, wrong_passphrase},
    place::has_log,
};

/// Another process may hold the write lock this long before we give up.
const PATIENCE: Duration = Duration::from_secs(5);

/// The cipher tells standard error about each page that a wrong key does not fit. We say it once, in words.
async fn quiet() {
    static QUIET: OnceCell<()> = OnceCell::const_new();
    let say_nothing = || async {
        let level = async {
            let mut any = SqliteConnectOptions::new().in_memory(true).connect().await?;
            sqlx::raw_sql("PRAGMA cipher_log_level = NONE").execute(&mut any).await?;
            any.close().await
        };
        // If it cannot be quietened it is only louder.
        let _ = level.await;
    };
    QUIET.get_or_init(say_nothing).await;
}

/// For the daily work.
fn working(path: &Path, key: Option<&Key>) -> SqliteConnectOptions {
    plain(path, key)
        .journal_mode(SqliteJournalMode::Wal)
        // A change that was acknowledged survives a power cut.
        .synchronous(SqliteSynchronous::Full)
}

/// To look at a copy without touching it, not even with a file of SQLite's own beside it.
fn looking(path: &Path, key: Option<&Key>) -> SqliteConnectOptions {
    // A board that was copied with its log is only whole with it.
    plain(path, key).read_only(true).immutable(!has_log(path))
}

fn plain(path: &Path, key: Option<&Key>) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // Statements may hold the key, and values that nobody but the board's members should read.
        .disable_statement_logging();
    match key {
        Some(key) => options.pragma("key", key.literal()),
        None => options,
    }
}

/// The pool for the daily work.
pub(crate) async fn pool(path: &Path, key: Option<&Key>, create: bool) -> Result<SqlitePool, StoreError> {
    quiet().await;
    let pool = SqlitePoolOptions::new()
        .max_connections(4)
        // As long as the board is open its file is held, so that nobody takes it for a closed one.
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(PATIENCE * 2)
        .after_release(|connection, _| Box::pin(is_fit(connection)))
        .connect_with(working(path, key).create_if_missing(create))
        .await;
    pool.map_err(|error| told(error.into(), key))
}

/// One connection, made when it is first needed, that only asks whether others changed the board.
pub(crate) fn watching(path: &Path, key: Option<&Key>) -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(1)
        // Another connection would have to learn anew what has changed.
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_lazy_with(working(path, key))
}

/// A full disk makes SQLite give a change up by itself; sqlx does not see that, and could begin no other there.
async fn is_fit(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// One connection that looks at a copy.
pub(crate) async fn look(path: &Path, key: Option<&Key>) -> Result<SqlitePool, StoreError> {
    quiet().await;
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(looking(path, key)).await;
    let pool = pool.map_err(|error| told(error.into(), key))?;
    // The first that is read of a file shows whether the key fits.
    match sqlx::query("SELECT count(*) FROM sqlite_master").fetch_one(&pool).await {
        Ok(_) => Ok(pool),
        Err(error) => {
            pool.close().await;
            Err(told(error.into(), key))
        }
    }
}

/// One connection that reads a copy to write it anew elsewhere.
pub(crate) async fn reading(path: &Path, key: Option<&Key>) -> Result<SqliteConnection, StoreError> {
    looking(path, key).read_only(false).connect().await.map_err(|error| told(error.into(), key))
}

/// The file for ourselves alone: nobody else has it open, nobody can while this lives, and all of it is in one file.
pub(crate) async fn alone(path: &Path, key: Option<&Key>) -> Result<SqliteConnection, StoreError> {
    // Leaving the write-ahead log is refused while anybody else is there.
    const TAKE: &str = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; \
                        BEGIN EXCLUSIVE; COMMIT;";
    quiet().await;
    let taken = async {
        let mut connection = plain(path, key).busy_timeout(PATIENCE / 5).connect().await?;
        match sqlx::raw_sql(TAKE).execute(&mut connection).await {
            Ok(_) => Ok(connection),
            Err(error) => {
                // Only dropped, it would be there for a moment more, and keep the log of those who close meanwhile.
                connection.close().await?;
                Err(error)
            }
        }
    };
    taken.await.map_err(|error| match told(error.into(), key) {
        busy if busy.is_busy() => Refusal {
            code: Code::Storage,
            field: None,
            message: "This board is open in another window or program. Close it there and try again.".into(),
        }
        .into(),
        other => other,
    })
}

/// A file of our own that nobody else knows: what it refers to is mended last, and it is synchronised once, as a whole.
pub(crate) async fn mending(path: &Path, key: Option<&Key>) -> Result<SqliteConnection, StoreError> {
    quiet().await;
    let options = plain(path, key).foreign_keys(false).synchronous(SqliteSynchronous::Off);
    options.connect().await.map_err(|error| told(error.into(), key))
}

/// Bytes that are no database are a wrong key where there is one.
fn told(error: StoreError, key: Option<&Key>) -> StoreError {
    if key.is_some() && error.is_unreadable() { wrong_passphrase().into() } else { error }
}

/// What SQLite itself finds wrong with the file; empty when it is sound.
pub(crate) async fn integrity(connection: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let mut found = vec![];
    match look_through(connection, &mut found).await.map_err(StoreError::from) {
        // So damaged that looking itself came to an end.
        Err(error) if error.is_damage() => found.push(error.to_string()),
        other => other?,
    }
    Ok(found)
}

async fn look_through(connection: &mut SqliteConnection, found: &mut Vec<String>) -> Result<(), sqlx::Error> {
    let mut snapshot = connection.begin().await?;
    let connection = &mut *snapshot;
    // FTS5 remembers how its index lies, and looks whether another connection changed that when it is read, but not when
    // it is checked: without this, a sound index is called malformed. (A file without an index has none to be wrong.)
    let _ = sqlx::query("SELECT rowid FROM search LIMIT 1").fetch_optional(&mut *connection).await;
    for row in sqlx::query("PRAGMA integrity_check").fetch_all(&mut *connection).await? {
        let line: String = row.try_get(0)?;
        if line != "ok" {
            found.push(line);
        }
    }
    for row in sqlx::query("PRAGMA foreign_key_check").fetch_all(connection).await? {
        let (table, parent): (String, String) = (row.try_get(0)?, row.try_get(2)?);
        found.push(format!("a record of {table} refers to a record of {parent} that is gone"));
    }
    Ok(())
}
