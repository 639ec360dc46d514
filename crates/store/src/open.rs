//! Opening and making a board's file, and handing out readings and writings.

use std::{
    fs,
    path::{Path, PathBuf},
};

use pledgeboard_domain::{Code, Refusal};
use sqlx::{
    Row, SqlSafeStr, Sqlite, SqlitePool, Transaction,
    migrate::{Migration, MigrationType, Migrator},
};

use crate::{
    connection,
    copies::needed,
    error::StoreError,
    key::{Key, not_a_board},
    place::{beside, put_in_place, remove_quietly},
    reading::Reading,
    writing::{Stamp, Writing},
};

/// Marks a SQLite file as a board: "PLDG" in the file's header.
pub(crate) const APPLICATION_ID: i32 = i32::from_be_bytes(*b"PLDG");

/// Each migration once, in order; a released one is never edited.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "board", include_str!("../../../migrations/0001_board.sql")),
    (2, "search", include_str!("../../../migrations/0002_search_sqlite.sql")),
    (3, "approved minutes", include_str!("../../../migrations/0003_approved_minutes.sql")),
    (4, "answers", include_str!("../../../migrations/0004_answers.sql")),
    (5, "logging", include_str!("../../../migrations/0005_logging.sql")),
    (6, "draft", include_str!("../../../migrations/0006_draft.sql")),
    (7, "voice map", include_str!("../../../migrations/0007_voice_map.sql")),
    (8, "papers", include_str!("../../../migrations/0008_papers.sql")),
    (9, "work programme", include_str!("../../../migrations/0009_work_programme.sql")),
    (10, "indicators and sets", include_str!("../../../migrations/0010_indicators_and_sets.sql")),
    (11, "self-assessment", include_str!("../../../migrations/0011_assessment.sql")),
    (12, "removal", include_str!("../../../migrations/0012_removal.sql")),
    (13, "unwiped", include_str!("../../../migrations/0013_unwiped.sql")),
];

/// An open board.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) pool: SqlitePool,
    path: PathBuf,
    /// None for a board that is not protected.
    key: Option<Key>,
}

impl Store {
    /// Makes a new, empty board at `path`. Made beside and renamed, so that a failure leaves no half file.
    pub async fn create(path: &Path) -> Result<Self, StoreError> {
        if path.try_exists()? {
            return Err(StoreError::File(std::io::ErrorKind::AlreadyExists.into()));
        }
        let beside = beside(path);
        let made = make(&beside).await;
        if let Err(error) = made.and_then(|()| put_in_place(&beside, path)) {
            remove_quietly(&beside);
            return Err(error);
        }
        Self::open(path).await
    }

    /// Opens a board that is not protected; as [`Store::open_with`] otherwise.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, None).await
    }

    /// Opens a board and brings it to this version's shape.
    ///
    /// Refused in plain words when the file is not there, is no board, is read-only, comes from a newer version, or is
    /// protected and `key` is none or another one. A key to a plain board is not needed and not used.
    pub async fn open_with(path: &Path, key: Option<&Key>) -> Result<Self, StoreError> {
        let key = needed(path, key)?;
        if fs::metadata(path)?.permissions().readonly() {
            return Err(storage("This board's file is read-only. Make it writable, or copy it to a folder of your own and open the copy.").into());
        }
        let pool = connection::pool(path, key, false).await?;
        let id: i32 = sqlx::query("PRAGMA application_id").fetch_one(&pool).await?.try_get(0)?;
        if id != APPLICATION_ID {
            pool.close().await;
            return Err(not_a_board().into());
        }
        // What a conversion that was cut short left behind: now that the board opened, nobody is converting it.
        remove_quietly(&beside(path));
        if let Err(error) = migrator().run(&pool).await {
            pool.close().await;
            return Err(error.into());
        }
        let store = Self { pool, path: path.into(), key: key.cloned() };
        // Whatever still stands in the way of it now: it is tried again each time the board is opened.
        let _ = store.wipe().await;
        Ok(store)
    }

    /// The key of a protected board.
    pub fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    pub(crate) fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A snapshot to read from.
    pub async fn read(&self) -> Result<Reading, StoreError> {
        Ok(Reading { tx: self.pool.begin().await? })
    }

    /// Begins a change. It holds the write lock until it is committed or dropped.
    pub async fn write(&self, name: &str, stamp: Stamp) -> Result<Writing, StoreError> {
        Ok(Writing::new(Reading { tx: self.begin_write().await? }, name, stamp))
    }

    pub(crate) async fn begin_write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        Ok(self.pool.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// Closes the board and folds the write-ahead log into its file.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// What SQLite itself finds wrong with the file; empty when it is sound.
    pub async fn integrity(&self) -> Result<Vec<String>, StoreError> {
        connection::integrity(&mut *self.pool.acquire().await?).await
    }
}

async fn make(path: &Path) -> Result<(), StoreError> {
    remove_quietly(path);
    let pool = connection::pool(path, None, true).await?;
    let made = async {
        sqlx::query(sqlx::AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION_ID}")))
            .execute(&pool)
            .await?;
        migrator().run(&pool).await?;
        Ok(())
    }
    .await;
    pool.close().await;
    made
}

/// The number of this version's last migration.
pub(crate) fn newest_schema() -> i64 {
    MIGRATIONS.last().map_or(0, |(newest, ..)| *newest)
}

fn migrator() -> Migrator {
    let migration = |&(version, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(MIGRATIONS.iter().map(migration).collect())
}

fn storage(message: &str) -> Refusal {
    Refusal { code: Code::Storage, field: None, message: message.into() }
}
