//! Opening and making a board's file, and handing out readings and writings.

use std::{fs, path::Path, sync::Arc};

use pledgeboard_domain::{Code, Refusal};
use sqlx::{
    Row, SqlSafeStr, Sqlite, SqlitePool, Transaction,
    migrate::{Migration, MigrationType, Migrator},
};

use crate::{
    connection,
    copies::{copy, needed},
    elsewhere::Watch,
    error::StoreError,
    key::{Key, Lock, not_a_board},
    place::{beside, put_in_place, remove_logs, remove_quietly},
    reading::Reading,
    whereabouts::{Place, Whereabouts},
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
    (14, "order", include_str!("../../../migrations/0014_order.sql")),
    (15, "retention", include_str!("../../../migrations/0015_retention.sql")),
];

/// An open board.
#[derive(Debug, Clone)]
pub struct Store {
    pool: SqlitePool,
    file: Arc<Whereabouts>,
    /// None for a board that is not protected.
    key: Option<Key>,
    pub(crate) watch: Arc<Watch>,
}

impl Store {
    /// Makes a new, empty board at `path`. Made beside and renamed, so that a failure leaves no half file.
    pub async fn create(path: &Path) -> Result<Self, StoreError> {
        if path.try_exists()? {
            return Err(StoreError::File(std::io::ErrorKind::AlreadyExists.into()));
        }
        let beside = beside(path);
        let made = make(&beside, None, newest_schema()).await;
        // Of a board that was killed and then deleted; its log would be played into this one.
        remove_logs(path);
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
        if let Err(error) = migrator(newest_schema()).run(&pool).await {
            pool.close().await;
            return Err(error.into());
        }
        let file = match Whereabouts::of(path) {
            Ok(file) => Arc::new(file),
            Err(error) => {
                pool.close().await;
                return Err(error);
            }
        };
        let watch = Arc::new(Watch::begin(path, key, &pool).await?);
        let store = Self { pool, file, key: key.cloned(), watch };
        // Whatever still stands in the way of it now: it is tried again each time the board is opened.
        let _ = store.wipe().await;
        Ok(store)
    }

    /// The key of a protected board.
    pub fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// How the board's file lies on the disk.
    pub fn lock(&self) -> Lock {
        self.key().map_or(Lock::Plain, Key::lock)
    }

    /// Connections to the board's file, as long as it is where it was: another one would be opened by its name.
    pub(crate) fn pool(&self) -> Result<&SqlitePool, StoreError> {
        self.file.look()?;
        Ok(&self.pool)
    }

    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Whether the open board is the file at `path`, whatever way leads to it.
    pub fn is_at(&self, path: &Path) -> bool {
        self.file.is_at(path)
    }

    /// A snapshot to read from.
    pub async fn read(&self) -> Result<Reading, StoreError> {
        Ok(Reading { tx: self.pool()?.begin().await? })
    }

    /// Begins a change. It holds the write lock until it is committed or dropped.
    pub async fn write(&self, name: &str, stamp: Stamp) -> Result<Writing, StoreError> {
        self.watch.is_ours(stamp.entry.into());
        Ok(Writing::new(Reading { tx: self.begin_write().await? }, Arc::clone(&self.file), name, stamp))
    }

    pub(crate) async fn begin_write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        Ok(self.pool()?.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// Makes a change lasting that is none of the board's record.
    pub(crate) async fn commit(&self, tx: Transaction<'static, Sqlite>) -> Result<(), StoreError> {
        self.file.look_before_saving()?;
        Ok(tx.commit().await?)
    }

    /// Closes the board and folds the write-ahead log into its file. When that is no longer there, all that was saved is
    /// kept beside it.
    pub async fn close(&self) {
        self.watch.close().await;
        let place = self.file.find().unwrap_or(Place::Here);
        if place != Place::Here && !self.pool.is_closed() {
            // Nobody is left who could do anything about what goes wrong with it.
            let _ = self.keep_beside().await;
        }
        self.pool.close().await;
        if place == Place::Taken {
            // SQLite leaves the log where it is, and would play it into the other file.
            remove_logs(self.path());
        }
    }

    /// Writes all that the open connections see into a file of its own.
    async fn keep_beside(&self) -> Result<(), StoreError> {
        // One that is open already: another would open whatever has the name now.
        let Some(mut connection) = self.pool.try_acquire() else { return Ok(()) };
        let stem = self.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let named = |number: u32| self.path().with_file_name(format!("{stem} {number} kept.pledgeboard"));
        let Some(kept) = (1..1000).map(named).find(|path| !path.exists()) else { return Ok(()) };
        copy(&mut connection, self.key(), &kept).await
    }

    /// What SQLite itself finds wrong with the file; empty when it is sound.
    pub async fn integrity(&self) -> Result<Vec<String>, StoreError> {
        connection::integrity(&mut *self.pool()?.acquire().await?).await
    }
}

/// A new file with the shape that the migrations up to `schema` give it.
pub(crate) async fn make(path: &Path, key: Option<&Key>, schema: i64) -> Result<(), StoreError> {
    remove_quietly(path);
    let pool = connection::pool(path, key, true).await?;
    let made = async {
        sqlx::query(sqlx::AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION_ID}")))
            .execute(&pool)
            .await?;
        migrator(schema).run(&pool).await?;
        Ok(())
    }
    .await;
    pool.close().await;
    made
}

/// Brings a file of our own to this version's shape.
pub(crate) async fn make_newest(path: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    let pool = connection::pool(path, key, false).await?;
    let made = migrator(newest_schema()).run(&pool).await;
    pool.close().await;
    Ok(made?)
}

/// The number of this version's last migration.
pub(crate) fn newest_schema() -> i64 {
    MIGRATIONS.last().map_or(0, |(newest, ..)| *newest)
}

fn migrator(schema: i64) -> Migrator {
    let migration = |&(version, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(MIGRATIONS.iter().filter(|it| it.0 <= schema).map(migration).collect())
}

fn storage(message: &str) -> Refusal {
    Refusal { code: Code::Storage, field: None, message: message.into() }
}
