//! Opening and making a board's file, and handing out readings and writings.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    time::Duration,
};

use pledgeboard_domain::{Code, Refusal};
use sqlx::{
    Row, SqlSafeStr, Sqlite, SqlitePool, Transaction,
    migrate::{Migration, MigrationType, Migrator},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    error::StoreError,
    reading::Reading,
    writing::{Stamp, Writing},
};

/// Marks a SQLite file as a board: "PLDG" in the file's header.
const APPLICATION_ID: i32 = i32::from_be_bytes(*b"PLDG");

/// Another process may hold the write lock this long before we give up.
const PATIENCE: Duration = Duration::from_secs(5);

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
];

/// An open board.
#[derive(Debug, Clone)]
pub struct Store {
    pool: SqlitePool,
    path: PathBuf,
}

impl Store {
    /// Makes a new, empty board at `path`. Made beside and renamed, so that a failure leaves no half file.
    pub async fn create(path: &Path) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::File(std::io::ErrorKind::AlreadyExists.into()));
        }
        let mut beside = path.as_os_str().to_owned();
        beside.push(".new");
        let beside = PathBuf::from(beside);
        let made = make(&beside).await;
        let renamed = made.and_then(|()| Ok(fs::rename(&beside, path)?));
        if let Err(error) = renamed {
            remove_quietly(&beside);
            return Err(error);
        }
        Self::open(path).await
    }

    /// Opens a board and brings it to this version's shape.
    ///
    /// Refused in plain words when the file is not there, is no board, is read-only, or comes from a newer version.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let mut head = [0_u8; 16];
        let mut file = fs::File::open(path)?;
        if file.read_exact(&mut head).is_err() || &head != b"SQLite format 3\0" {
            return Err(not_a_board().into());
        }
        if fs::metadata(path)?.permissions().readonly() {
            return Err(storage("This board's file is read-only. Make it writable, or copy it to a folder of your own and open the copy.").into());
        }
        let pool = connect(path, false).await?;
        let id: i32 = sqlx::query("PRAGMA application_id").fetch_one(&pool).await?.try_get(0)?;
        if id != APPLICATION_ID {
            pool.close().await;
            return Err(not_a_board().into());
        }
        if let Err(error) = migrator().run(&pool).await {
            pool.close().await;
            return Err(error.into());
        }
        Ok(Self { pool, path: path.into() })
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
        let mut found = vec![];
        for row in sqlx::query("PRAGMA integrity_check").fetch_all(&self.pool).await? {
            let line: String = row.try_get(0)?;
            if line != "ok" {
                found.push(line);
            }
        }
        for row in sqlx::query("PRAGMA foreign_key_check").fetch_all(&self.pool).await? {
            let (table, parent): (String, String) = (row.try_get(0)?, row.try_get(2)?);
            found.push(format!("a record of {table} refers to a record of {parent} that is gone"));
        }
        Ok(found)
    }
}

async fn make(path: &Path) -> Result<(), StoreError> {
    remove_quietly(path);
    let pool = connect(path, true).await?;
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

async fn connect(path: &Path, create: bool) -> Result<SqlitePool, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(create)
        .journal_mode(SqliteJournalMode::Wal)
        // A change that was acknowledged survives a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE);
    Ok(SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(PATIENCE * 2)
        .connect_with(options)
        .await?)
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

fn not_a_board() -> Refusal {
    storage("This file is not a Pledgeboard board. Choose a file that ends in .pledgeboard.")
}

fn remove_quietly(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        // Not there is as good as removed; anything else shows when the file is next used.
        let _ = fs::remove_file(PathBuf::from(file));
    }
}
