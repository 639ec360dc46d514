//! Whole copies of a board: made while it is in use, looked at without being touched, and put back in its place.

use std::{collections::BTreeMap, fs, path::Path};

use chrono::{DateTime, Utc};
use pledgeboard_domain::id::EntryId;
use sqlx::{Row as _, SqliteConnection, SqlitePool};
use uuid::Uuid;

use crate::{
    connection,
    error::StoreError,
    key::{Key, Lock, locked, not_a_board},
    migrations::newest_schema,
    open::{APPLICATION_ID, Store},
    place::{beside, has_log, put_in_place, remove_logs, remove_quietly},
    reading::Reading,
    records::KINDS,
    shared::Address,
    sql::{Row, sql},
    vault,
    writing::Stamp,
};

/// The migration that numbers the history's entries.
const NUMBERED: i64 = 14;

/// What is in a board, without its words: enough to say how two copies differ.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Glance {
    /// The last migration that it has seen.
    pub schema: i64,
    /// What people call the kind, with the version of each record.
    pub records: BTreeMap<&'static str, BTreeMap<Uuid, i64>>,
    /// The history, newest first, without values.
    pub entries: Vec<PastEntry>,
    /// Papers' files.
    pub files: i64,
}

/// What was done, without what it did it to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastEntry {
    pub id: EntryId,
    pub at: DateTime<Utc>,
    pub name: String,
}

impl Store {
    /// Writes the board as it is now to a new file at `path`, under the same key, and looks whether the copy is sound.
    /// Others may go on reading and writing.
    pub async fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        copy(&mut *self.pool()?.acquire().await?, self.key(), path).await
    }

    /// Whether opening the board would change its shape: it was made by an earlier version.
    ///
    /// # Errors
    /// As [`Store::open_with`].
    pub async fn is_older(path: &Path, key: Option<&Key>) -> Result<bool, StoreError> {
        if Address::of(path)?.is_some() {
            // Whoever looks after the server keeps its backups.
            return Ok(false);
        }
        let pool = look(path, key).await?;
        let schema = async { Reading::of_file(&pool).await?.schema().await }.await;
        pool.close().await;
        Ok(schema? < newest_schema())
    }

    /// As [`Store::copy_to`], for a board that is not open yet: opening would change its shape.
    pub async fn copy_unopened(path: &Path, key: Option<&Key>, to: &Path) -> Result<(), StoreError> {
        let pool = look(path, key).await?;
        let copied = async { copy(&mut *pool.acquire().await?, needed(path, key)?, to).await }.await;
        pool.close().await;
        copied
    }

    /// What is wrong with the copy at `path`; empty when it is sound.
    ///
    /// # Errors
    /// When it cannot be opened at all: no board, protected by another key, made by a newer version.
    pub async fn verify(path: &Path, key: Option<&Key>) -> Result<Vec<String>, StoreError> {
        let pool = match look(path, key).await {
            Ok(pool) => pool,
            // So damaged that nothing in it is found.
            Err(error) if error.is_corrupt() => return Ok(vec![error.to_string()]),
            Err(error) => return Err(error),
        };
        let found = async { connection::integrity(&mut *pool.acquire().await?).await }.await;
        pool.close().await;
        found
    }

    /// The last thing that was done to the board before the copy at `path` was made.
    pub async fn latest_entry_at(path: &Path, key: Option<&Key>) -> Result<Option<EntryId>, StoreError> {
        let pool = look(path, key).await?;
        let latest = async { Reading::of_file(&pool).await?.latest_entry().await }.await;
        pool.close().await;
        latest
    }

    /// What is in the copy at `path`. It may be of any earlier version; it is not touched.
    pub async fn glance_at(path: &Path, key: Option<&Key>) -> Result<Glance, StoreError> {
        let pool = look(path, key).await?;
        let glance = async { Reading::of_file(&pool).await?.glance().await }.await;
        pool.close().await;
        glance
    }

    /// Puts a copy in the place of the board at `path`, under `key`, in one step. The board must be closed, here and
    /// everywhere; whatever it holds is gone, but for a copy of it, if it could be copied: what was `removed` for good
    /// from that is not put back.
    pub async fn put_back(
        path: &Path,
        key: Option<&Key>,
        copy: &Path,
        copys: Option<&Key>,
        removed: Option<(&Path, Stamp)>,
    ) -> Result<(), StoreError> {
        let copys = needed(copy, copys)?;
        // First of all the board for ourselves: nobody goes on writing to what is about to go.
        let held = match connection::alone(path, key).await {
            Ok(held) => Some(held),
            // A board that is damaged or gone is what copies are for.
            Err(error) if error.is_damage() || !path.exists() => None,
            Err(error) => return Err(error),
        };
        let beside = beside(path);
        remove_quietly(&beside);
        let done = async {
            if key == copys && !has_log(copy) {
                fs::copy(copy, &beside)?;
            } else {
                vault::write_under(copy, copys, &beside, key).await?;
            }
            if let Some((present, stamp)) = removed {
                repeat_removals(&beside, present, key, stamp).await?;
            }
            sound(&beside, key).await?;
            vault::replace(held, &beside, path).await
        }
        .await;
        if done.is_err() {
            remove_quietly(&beside);
        }
        done
    }
}

/// Opens both, and closes them again.
async fn repeat_removals(
    older: &Path,
    present: &Path,
    key: Option<&Key>,
    stamp: Stamp,
) -> Result<(), StoreError> {
    let present = Store::open_with(present, key).await?;
    let done = async {
        let older = Store::open_with(older, key).await?;
        let done = async { older.repeat_removals(&mut present.read().await?, stamp).await }.await;
        older.close().await;
        done
    }
    .await;
    present.close().await;
    done.map(drop)
}

impl Store {
    /// Changes a copy that nobody has open; the change says whether there was anything to do. Done beside, looked at and
    /// renamed, so that a failure leaves the copy as it was. One of an earlier version takes the shape of this one.
    pub async fn rewrite_copy<F, Changing>(
        path: &Path,
        key: Option<&Key>,
        change: F,
    ) -> Result<bool, StoreError>
    where
        F: FnOnce(Store) -> Changing,
        Changing: Future<Output = Result<bool, StoreError>>,
    {
        let key = needed(path, key)?;
        let beside = beside(path);
        remove_quietly(&beside);
        let done = async {
            fs::copy(path, &beside)?;
            let store = Self::open_with(&beside, key).await?;
            let changed = change(store.clone()).await;
            store.close().await;
            if changed? {
                sound(&beside, key).await?;
                put_in_place(&beside, path)?;
                remove_logs(&beside);
                return Ok(true);
            }
            remove_quietly(&beside);
            Ok(false)
        }
        .await;
        if done.is_err() {
            remove_quietly(&beside);
        }
        done
    }
}

impl Reading {
    /// What is in the board, without its words.
    pub async fn glance(&mut self) -> Result<Glance, StoreError> {
        let mut glance = Glance { entries: self.past(i64::MAX).await?, ..Glance::default() };
        let tables: Vec<String> =
            sql("SELECT name FROM sqlite_master WHERE type = 'table'").values(&mut self.conn()).await?;
        // A kind that came with a later version is not there yet.
        for table in
            KINDS.iter().map(|kind| kind.table).filter(|it| tables.iter().any(|name| name == it.name))
        {
            let all = format!("SELECT id, version FROM \"{}\"", table.name);
            let rows = sql(all).all(&mut self.conn()).await?;
            let versions = glance.records.entry(table.called).or_default();
            for row in &rows {
                versions.insert(row.get(0)?, row.get(1)?);
            }
        }
        glance.files = sql("SELECT count(*) FROM paper_file").value(&mut self.conn()).await?;
        glance.schema = self.schema().await?;
        Ok(glance)
    }
}

/// Made beside, looked at, and only then given its name.
pub(crate) async fn copy(
    from: &mut SqliteConnection,
    key: Option<&Key>,
    path: &Path,
) -> Result<(), StoreError> {
    let beside = beside(path);
    remove_quietly(&beside);
    let copied = async {
        let to = beside.to_string_lossy().into_owned();
        sqlx::query("VACUUM INTO $1").bind(to).execute(from).await?;
        // On the disk as the board is: protected exactly when the board is.
        if matches!(Lock::of(&beside)?, Lock::Protected(_)) != key.is_some() {
            return Err(StoreError::Cipher("the copy lies otherwise than the board".into()));
        }
        sound(&beside, key).await?;
        put_in_place(&beside, path)
    }
    .await;
    if copied.is_err() {
        remove_quietly(&beside);
    }
    copied
}

/// The key, if the file wants one.
pub(crate) fn needed<'a>(path: &Path, key: Option<&'a Key>) -> Result<Option<&'a Key>, StoreError> {
    Ok(match Lock::of(path)? {
        Lock::Plain => None,
        Lock::Protected(_) => Some(key.ok_or_else(locked)?),
    })
}

/// Opens a copy to look at it.
async fn look(path: &Path, key: Option<&Key>) -> Result<SqlitePool, StoreError> {
    let key = needed(path, key)?;
    let pool = connection::look(path, key).await?;
    let id: i32 = sqlx::query("PRAGMA application_id").fetch_one(&pool).await?.try_get(0)?;
    if id != APPLICATION_ID {
        pool.close().await;
        return Err(not_a_board().into());
    }
    Ok(pool)
}

impl Reading {
    /// The last thing that was done to the board; none in a new one.
    pub async fn latest_entry(&mut self) -> Result<Option<EntryId>, StoreError> {
        Ok(self.past(1).await?.pop().map(|it| it.id))
    }

    async fn past(&mut self, limit: i64) -> Result<Vec<PastEntry>, StoreError> {
        // Before entries had numbers, their times were all there was.
        let order = if self.schema().await? < NUMBERED { "at DESC, id DESC" } else { "number DESC" };
        let past = format!("SELECT id, at, name FROM entry ORDER BY {order} LIMIT $1");
        let rows = sql(past).integer(limit).all(&mut self.conn()).await?;
        let past = |row: &Row| -> Result<PastEntry, sqlx::Error> {
            Ok(PastEntry { id: EntryId(row.get(0)?), at: row.get(1)?, name: row.get(2)? })
        };
        Ok(rows.iter().map(past).collect::<Result<_, _>>()?)
    }

    /// The last migration that the board has seen.
    async fn schema(&mut self) -> Result<i64, StoreError> {
        sql("SELECT max(version) FROM _sqlx_migrations").value(&mut self.conn()).await
    }
}

/// Refuses a copy that is not sound.
pub(crate) async fn sound(path: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    match Store::verify(path, key).await?.into_iter().next() {
        None => Ok(()),
        Some(found) => Err(StoreError::Unsound(found)),
    }
}
