//! Protecting a board, changing its key, and taking the protection away.
//!
//! The cipher can change a key in place, but a power cut in the middle would cost the board. So the whole is written
//! beside under the new key, looked at, synchronised, and renamed: at every moment one whole board has the name.

use std::{fs::File, path::Path};

use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

use crate::{
    connection,
    copies::{needed, sound},
    error::StoreError,
    key::Key,
    open::{APPLICATION_ID, Store},
    place::{beside, put_in_place, remove_logs, remove_quietly},
};

impl Store {
    /// Puts the board at `path` under another key, or none. It must be closed, here and everywhere.
    ///
    /// # Errors
    /// When somebody has it open, `from` does not fit, or the disk says no. The board is then as it was.
    pub async fn relock(path: &Path, from: Option<&Key>, to: Option<&Key>) -> Result<(), StoreError> {
        let mut held = connection::alone(path, from).await?;
        let beside = beside(path);
        remove_quietly(&beside);
        let done = async {
            export(&mut held, &beside, to).await?;
            sound(&beside, to).await?;
            replace(Some(held), &beside, path).await
        }
        .await;
        if done.is_err() {
            remove_quietly(&beside);
        }
        done
    }

    /// Moves the board at `from` to `to`, and leaves its file under another name, so that nobody goes on with it by
    /// mistake. It must be closed, here and everywhere.
    ///
    /// # Errors
    /// When somebody has it open, the copy is not sound, or the disk says no. The board is then where it was.
    pub async fn move_to(
        from: &Path,
        key: Option<&Key>,
        to: &Path,
        left_as: &Path,
    ) -> Result<(), StoreError> {
        if to.exists() || left_as.exists() {
            return Err(StoreError::File(std::io::ErrorKind::AlreadyExists.into()));
        }
        let key = needed(from, key)?;
        let mut held = connection::alone(from, key).await?;
        let beside = beside(to);
        remove_quietly(&beside);
        let done = async {
            // By the connection that holds it: whoever opens and closes the file beside it lets go of its locks.
            export(&mut held, &beside, key).await?;
            sound(&beside, key).await?;
            put_in_place(&beside, to)?;
            held.close().await?;
            std::fs::rename(from, left_as)?;
            Ok(())
        }
        .await;
        if done.is_err() {
            remove_quietly(&beside);
            remove_quietly(to);
        }
        done
    }
}

/// Gives what was written beside the board's name, while nobody else can write to the board.
pub(crate) async fn replace(
    held: Option<SqliteConnection>,
    beside: &Path,
    path: &Path,
) -> Result<(), StoreError> {
    let Some(held) = held else {
        // A log that was left beside a damaged board would be played into the whole one.
        remove_logs(path);
        return put_in_place(beside, path);
    };
    if cfg!(windows) {
        // It lets nobody rename onto a file that is open.
        held.close().await?;
        return put_in_place(beside, path);
    }
    put_in_place(beside, path)?;
    Ok(held.close().await?)
}

/// Writes the copy at `copy` to `to`, under another key or none.
pub(crate) async fn write_under(
    copy: &Path,
    from: Option<&Key>,
    to: &Path,
    key: Option<&Key>,
) -> Result<(), StoreError> {
    let mut reading = connection::reading(copy, from).await?;
    export(&mut reading, to, key).await?;
    Ok(reading.close().await?)
}

/// All that the connection's board holds, into a new file: tables, search and all.
async fn export(from: &mut SqliteConnection, to: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    // An empty file is an empty database; the connection, which only opens what is there, would not make one.
    File::create(to)?;
    // An empty key is the cipher's word for none.
    let key = key.map_or_else(|| "''".into(), Key::literal);
    sqlx::query(AssertSqlSafe(format!("ATTACH DATABASE $1 AS vault KEY {key}")))
        .bind(to.to_string_lossy().into_owned())
        .execute(&mut *from)
        .await?;
    // Each table would wait for the disk by itself; the whole is synchronised once, before it gets its name.
    sqlx::raw_sql("PRAGMA vault.synchronous = OFF; PRAGMA vault.journal_mode = MEMORY")
        .execute(&mut *from)
        .await?;
    sqlx::query("SELECT sqlcipher_export('vault')").fetch_all(&mut *from).await?;
    sqlx::query(AssertSqlSafe(format!("PRAGMA vault.application_id = {APPLICATION_ID}")))
        .execute(&mut *from)
        .await?;
    sqlx::query("DETACH DATABASE vault").execute(from).await?;
    Ok(())
}
