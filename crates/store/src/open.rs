//! Opening and making a board's file, and handing out readings and writings.

use std::{fs, path::Path, sync::Arc};

use pledgeboard_domain::{Code, Refusal};
use sqlx::{Row, SqlitePool};

use crate::{
    connection,
    copies::{copy, needed},
    elsewhere::Watch,
    error::StoreError,
    key::{Key, Lock, not_a_board},
    migrations::{Engine, migrator, newest_schema},
    place::{beside, put_in_place, remove_logs, remove_quietly},
    reading::Reading,
    shared::{Address, Gathering, Shared, has_no_file},
    sql::Transaction,
    whereabouts::{Place, Whereabouts},
    writing::{Stamp, Writing},
};

/// Marks a SQLite file as a board: "PLDG" in the file's header.
pub(crate) const APPLICATION_ID: i32 = i32::from_be_bytes(*b"PLDG");

/// An open board.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) home: Home,
    /// What is read is asked together.
    gathering: Option<Arc<Gathering>>,
}

/// Where an open board is kept.
#[derive(Debug, Clone)]
pub(crate) enum Home {
    File(Arc<InFile>),
    Shared(Arc<Shared>),
}

/// A board in a file of its own.
#[derive(Debug)]
pub(crate) struct InFile {
    pool: SqlitePool,
    pub(crate) whereabouts: Whereabouts,
    /// None for a board that is not protected.
    key: Option<Key>,
    pub(crate) watch: Watch,
}

impl Store {
    /// Makes a new, empty board at `path`: a file, made beside and renamed, so that a failure leaves no half of one; or
    /// where `path` is an [`Address`], a shared board in an empty database.
    pub async fn create(path: &Path) -> Result<Self, StoreError> {
        if let Some(address) = Address::of(path)? {
            return Self::create_shared(address).await;
        }
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

    /// Opens a board and brings it to this version's shape. A `path` may be the [`Address`] of a shared board; that has no
    /// key.
    ///
    /// Refused in plain words when the file is not there, is no board, is read-only, comes from a newer version, or is
    /// protected and `key` is none or another one. A key to a plain board is not needed and not used.
    pub async fn open_with(path: &Path, key: Option<&Key>) -> Result<Self, StoreError> {
        if let Some(address) = Address::of(path)? {
            return Self::open_shared(address).await;
        }
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
        if let Err(error) = migrator(Engine::File, newest_schema()).run(&pool).await {
            pool.close().await;
            return Err(error.into());
        }
        let whereabouts = match Whereabouts::of(path) {
            Ok(whereabouts) => whereabouts,
            Err(error) => {
                pool.close().await;
                return Err(error);
            }
        };
        let watch = Watch::begin(path, key, &pool).await?;
        let in_file = InFile { pool, whereabouts, key: key.cloned(), watch };
        let store = Self::at(Home::File(Arc::new(in_file)));
        // Whatever still stands in the way of it now: it is tried again each time the board is opened.
        let _ = store.wipe().await;
        Ok(store)
    }

    pub(crate) fn at(home: Home) -> Self {
        Self { home, gathering: None }
    }

    /// The same board, for one screen: what is read of a shared board is asked together, in as few journeys to its server
    /// as the questions allow. Whoever reads does so again until [`Store::is_settled`], and takes the last of it: what came
    /// before stood on answers that were not there yet.
    #[must_use]
    pub fn gathering(&self) -> Self {
        let gathering = match &self.home {
            Home::File(_) => None,
            Home::Shared(it) => Some(Arc::new(Gathering::of(it))),
        };
        Self { home: self.home.clone(), gathering }
    }

    /// Whether what was read since [`Store::gathering`] can be relied on; if not, it is to be read again.
    ///
    /// # Errors
    /// When the board's server does not answer.
    pub async fn is_settled(&self) -> Result<bool, StoreError> {
        match &self.gathering {
            Some(gathering) => gathering.is_settled().await,
            None => Ok(true),
        }
    }

    /// The key of a protected board.
    pub fn key(&self) -> Option<&Key> {
        match &self.home {
            Home::File(it) => it.key.as_ref(),
            Home::Shared(_) => None,
        }
    }

    /// How the board's file lies on the disk.
    pub fn lock(&self) -> Lock {
        self.key().map_or(Lock::Plain, Key::lock)
    }

    /// Connections to the board's file, as long as it is where it was: another one would be opened by its name.
    ///
    /// # Errors
    /// When it is not, or the board is shared and has no file.
    pub(crate) fn pool(&self) -> Result<&SqlitePool, StoreError> {
        match &self.home {
            Home::File(it) => it.pool(),
            Home::Shared(_) => Err(has_no_file().into()),
        }
    }

    /// The board's file, or the address of a shared board without its password.
    pub fn path(&self) -> &Path {
        match &self.home {
            Home::File(it) => it.whereabouts.path(),
            Home::Shared(it) => it.address.as_path(),
        }
    }

    /// Whether the board is in PostgreSQL, for many at once.
    pub fn is_shared(&self) -> bool {
        matches!(self.home, Home::Shared(_))
    }

    /// Whether the open board is the file at `path`, whatever way leads to it.
    pub fn is_at(&self, path: &Path) -> bool {
        match &self.home {
            Home::File(it) => it.whereabouts.is_at(path),
            Home::Shared(it) => it.address.as_path() == path,
        }
    }

    /// A snapshot to read from.
    pub async fn read(&self) -> Result<Reading, StoreError> {
        if let Some(gathering) = self.gathering.as_ref().filter(|it| !it.gave_up()) {
            return Ok(Reading { tx: Transaction::Gathering(Arc::clone(gathering)) });
        }
        Ok(Reading {
            tx: match &self.home {
                Home::File(it) => Transaction::File(it.pool()?.begin().await?),
                Home::Shared(it) => Transaction::Shared(it.begin_read().await?),
            },
        })
    }

    /// Begins a change. It holds the write lock until it is committed or dropped.
    pub async fn write(&self, name: &str, stamp: Stamp) -> Result<Writing, StoreError> {
        match &self.home {
            Home::File(it) => it.watch.is_ours(stamp.entry.into()),
            Home::Shared(it) => it.is_ours(stamp.entry.into()),
        }
        Ok(Writing::new(Reading { tx: self.begin_write().await? }, self.home.clone(), name, stamp))
    }

    pub(crate) async fn begin_write(&self) -> Result<Transaction, StoreError> {
        Ok(match &self.home {
            Home::File(it) => Transaction::File(it.pool()?.begin_with("BEGIN IMMEDIATE").await?),
            Home::Shared(it) => Transaction::Shared(it.begin_write().await?),
        })
    }

    /// Makes a change lasting that is none of the board's record.
    pub(crate) async fn commit(&self, tx: Transaction) -> Result<(), StoreError> {
        self.home.look_before_saving()?;
        tx.commit().await
    }

    /// Closes the board and folds the write-ahead log into its file. When that is no longer there, all that was saved is
    /// kept beside it.
    pub async fn close(&self) {
        match &self.home {
            Home::File(it) => it.close().await,
            Home::Shared(it) => it.close().await,
        }
    }

    /// What SQLite itself finds wrong with the file; empty when it is sound, and for a shared board.
    pub async fn integrity(&self) -> Result<Vec<String>, StoreError> {
        if self.is_shared() {
            // A server looks after its own pages (data checksums, amcheck), and lets nothing refer to what is gone.
            return Ok(vec![]);
        }
        connection::integrity(&mut *self.pool()?.acquire().await?).await
    }
}

impl Home {
    /// # Errors
    /// As [`Whereabouts::look_before_saving`]; a server says itself whether it saved.
    pub fn look_before_saving(&self) -> Result<(), StoreError> {
        match self {
            Self::File(it) => it.whereabouts.look_before_saving(),
            Self::Shared(_) => Ok(()),
        }
    }
}

impl InFile {
    fn pool(&self) -> Result<&SqlitePool, StoreError> {
        self.whereabouts.look()?;
        Ok(&self.pool)
    }

    async fn close(&self) {
        self.watch.close().await;
        let place = self.whereabouts.find().unwrap_or(Place::Here);
        if place != Place::Here && !self.pool.is_closed() {
            // Nobody is left who could do anything about what goes wrong with it.
            let _ = self.keep_beside().await;
        }
        self.pool.close().await;
        if place == Place::Taken {
            // SQLite leaves the log where it is, and would play it into the other file.
            remove_logs(self.whereabouts.path());
        }
    }

    /// Writes all that the open connections see into a file of its own.
    async fn keep_beside(&self) -> Result<(), StoreError> {
        // One that is open already: another would open whatever has the name now.
        let Some(mut connection) = self.pool.try_acquire() else { return Ok(()) };
        let path = self.whereabouts.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let named = |number: u32| path.with_file_name(format!("{stem} {number} kept.pledgeboard"));
        let Some(kept) = (1..1000).map(named).find(|path| !path.exists()) else { return Ok(()) };
        copy(&mut connection, self.key.as_ref(), &kept).await
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
        migrator(Engine::File, schema).run(&pool).await?;
        Ok(())
    }
    .await;
    pool.close().await;
    made
}

/// Brings a file of our own to this version's shape.
pub(crate) async fn make_newest(path: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    let pool = connection::pool(path, key, false).await?;
    let made = migrator(Engine::File, newest_schema()).run(&pool).await;
    pool.close().await;
    Ok(made?)
}

fn storage(message: &str) -> Refusal {
    Refusal { code: Code::Storage, field: None, message: message.into() }
}
