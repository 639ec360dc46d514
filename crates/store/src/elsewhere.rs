//! What others do to the board while it is open here: another window, another program.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

use sqlx::{Row, SqlitePool};
use uuid::Uuid;

use crate::{
    connection,
    error::StoreError,
    key::Key,
    open::{Home, Store},
};

/// What others changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Elsewhere {
    /// The kinds of records, each once: table names such as "voice".
    pub kinds: Vec<String>,
    /// Nothing that was read before can be relied on: an older copy was put back, or the file was rewritten.
    pub everything: bool,
    /// The server of a shared board does not answer.
    pub away: bool,
    /// Who else has a shared board open, by name.
    pub here: Vec<String>,
}

/// The last entry of the history that was seen, by its number.
type Last = Option<(i64, Uuid)>;

/// What a store knows of who else writes.
#[derive(Debug)]
pub(crate) struct Watch {
    /// One connection, which writes nothing: SQLite tells each connection apart whether others changed the file.
    pool: SqlitePool,
    /// Entries of our own since others were last looked for.
    own: Mutex<BTreeSet<Uuid>>,
    seen: tokio::sync::Mutex<(Option<i64>, Last)>,
}

impl Watch {
    /// Watches from what the board holds now.
    pub async fn begin(
        path: &std::path::Path,
        key: Option<&Key>,
        board: &SqlitePool,
    ) -> Result<Self, StoreError> {
        let last = last(board).await?;
        Ok(Self {
            pool: connection::watching(path, key),
            own: Mutex::default(),
            seen: tokio::sync::Mutex::new((None, last)),
        })
    }

    /// An entry that this program writes.
    pub fn is_ours(&self, entry: Uuid) {
        self.own.lock().unwrap_or_else(PoisonError::into_inner).insert(entry);
    }

    pub async fn close(&self) {
        self.pool.close().await;
    }
}

impl Store {
    /// What others changed since this was last asked, or since the board was opened. Cheap enough to be asked each second.
    pub async fn changed_elsewhere(&self) -> Result<Elsewhere, StoreError> {
        match &self.home {
            Home::File(it) => it.watch.look().await,
            Home::Shared(it) => it.heard().await,
        }
    }
}

impl Watch {
    async fn look(&self) -> Result<Elsewhere, StoreError> {
        let mut seen = self.seen.lock().await;
        let pool = &self.pool;
        let version: i64 = sqlx::query_scalar("PRAGMA data_version").fetch_one(pool).await?;
        if seen.0 == Some(version) {
            return Ok(Elsewhere::default());
        }
        let before = seen.1;
        *seen = (Some(version), last(pool).await?);
        drop(seen);
        if let Some((place, entry)) = before {
            let there: Option<Uuid> = sqlx::query_scalar("SELECT id FROM entry WHERE number = $1")
                .bind(place)
                .fetch_optional(pool)
                .await?;
            if there != Some(entry) {
                return Ok(Elsewhere { everything: true, ..Elsewhere::default() });
            }
        }
        let sql =
            "SELECT entry.id, kind FROM entry JOIN entry_change ON entry_id = entry.id WHERE number > $1";
        let rows = sqlx::query(sql).bind(before.map_or(0, |it| it.0)).fetch_all(pool).await?;
        let new = rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?)));
        let new = new.collect::<Result<Vec<(Uuid, String)>, sqlx::Error>>()?;
        let mut own = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        let theirs: BTreeSet<&String> =
            new.iter().filter(|it| !own.contains(&it.0)).map(|it| &it.1).collect();
        let kinds = theirs.into_iter().cloned().collect();
        for (entry, _) in &new {
            own.remove(entry);
        }
        Ok(Elsewhere { kinds, ..Elsewhere::default() })
    }
}

async fn last(pool: &SqlitePool) -> Result<Last, StoreError> {
    let newest = sqlx::query("SELECT number, id FROM entry ORDER BY number DESC LIMIT 1");
    let row = newest.fetch_optional(pool).await?;
    Ok(row.map(|row| Ok::<_, sqlx::Error>((row.try_get(0)?, row.try_get(1)?))).transpose()?)
}
