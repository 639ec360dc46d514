//! Opening a board's file: with its passphrase or the key that this computer remembers, and safely across versions.

use std::path::{Path, PathBuf};

use pledgeboard_domain::BackupReason;
use pledgeboard_store::{Address, Key, Lock, Store};
use serde::{Deserialize, Serialize};

use super::{Desk, shared::Opened, show};
use crate::{
    App,
    backups::Shelf,
    clock::Clock,
    error::{AppError, Outcome},
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UnlockBoard {
    pub path: String,
    /// Or what stands on the recovery sheet.
    pub passphrase: String,
    /// In this computer's keychain.
    pub remember: bool,
}

/// Opens a protected board with what was typed. A wrong passphrase may be tried again as often as anybody likes.
pub(crate) async fn unlock(app: &App, request: UnlockBoard) -> Outcome<Desk> {
    let path = PathBuf::from(request.path.trim());
    let beside = |error: AppError| match error.field {
        Some(_) => error,
        None => AppError { field: Some("path".into()), ..error },
    };
    app.close_if_at(&path).await;
    if let Some(address) = Address::of(&path)? {
        let opened = app.open_address(address, Some(&request.passphrase)).await?;
        if request.remember {
            app.keep_secret(shared_name(&path), request.passphrase).await?;
        }
        app.use_opened(opened).await?;
        return show(app, crate::Nothing {}).await;
    }
    let key = key_of(&path, request.passphrase).await.map_err(beside)?;
    let opened = app.open_with(&path, key.as_ref()).await.map_err(beside)?;
    if request.remember {
        app.remember(&opened.store).await?;
    }
    app.use_opened(opened).await?;
    show(app, crate::Nothing {}).await
}

/// Whether this computer has a keychain in which a passphrase can be remembered. Looking for one takes a moment, so it is
/// asked only where it matters.
pub(crate) async fn can_remember(app: &App, _: crate::Nothing) -> Outcome<bool> {
    Ok(app.can_remember().await)
}

/// The key that words give for the file at `path`, which is not open here.
pub async fn key_of(path: &Path, words: String) -> Outcome<Option<Key>> {
    key_for(Lock::of(path)?, words).await
}

/// The key that words give for a file that lies so. Making it takes a while, so the window goes on meanwhile.
pub(crate) async fn key_for(lock: Lock, words: String) -> Outcome<Option<Key>> {
    let made = tokio::task::spawn_blocking(move || Key::for_lock(lock, &words)).await;
    Ok(made.map_err(AppError::fault)??)
}

/// Opens a board's file; one of an earlier version is backed up before it gets this version's shape.
///
/// # Errors
/// As the store's, and when that backup cannot be made: the board is then as it was.
pub async fn open_file(path: &Path, key: Option<&Key>, clock: Clock) -> Outcome<Store> {
    if Store::is_older(path, key).await? {
        Shelf::beside(path).keep_unopened(path, key, BackupReason::NewVersion, clock).await?;
    }
    Ok(Store::open_with(path, key).await?)
}

/// What a keychain calls the password of a shared board.
fn shared_name(address: &Path) -> String {
    address.display().to_string()
}

impl App {
    /// Opens a board without asking: a plain one, or a protected one whose key this computer remembers.
    pub(crate) async fn open_board(&self, path: &Path) -> Outcome<Opened> {
        self.close_if_at(path).await;
        if let Some(address) = Address::of(path)? {
            let password = self.found_secret(shared_name(path)).await;
            return self.open_address(address, password.as_deref()).await;
        }
        let key = match Lock::of(path)? {
            Lock::Plain => None,
            lock => self.remembered(lock).await,
        };
        self.open_with(path, key.as_ref()).await
    }

    /// Opens a shared board with the password that this computer remembers, or the one that the system gives (a
    /// certificate, a password file of PostgreSQL's own).
    async fn open_address(&self, address: Address, password: Option<&str>) -> Outcome<Opened> {
        let address = match password {
            Some(password) => address.with_password(password),
            None => address,
        };
        Ok(Opened { store: Store::open_shared(address).await?, copy_of: None })
    }

    /// Whoever opens the open board's file again would let go of its locks by looking at it.
    async fn close_if_at(&self, path: &Path) {
        if self.store.read().await.as_ref().is_some_and(|store| store.is_at(path)) {
            self.close().await;
        }
    }

    /// Makes a board that was just opened the open one, and backs it up if it holds anything new.
    pub(crate) async fn use_opened(&self, Opened { store, copy_of }: Opened) -> Outcome<()> {
        let is_ours = copy_of.is_none() && !store.is_shared();
        self.use_copy(store.clone(), copy_of).await?;
        if is_ours {
            self.back_up_in_background(store, BackupReason::Opened).await;
        }
        Ok(())
    }

    async fn remembered(&self, lock: Lock) -> Option<Key> {
        let found = Key::from_text(&self.found_secret(lock.name()?).await?)?;
        found.fits(lock).then_some(found)
    }

    async fn found_secret(&self, name: String) -> Option<String> {
        let keychain = self.keychain.clone();
        tokio::task::spawn_blocking(move || keychain.find(&name)).await.ok()?
    }

    /// Whether this computer has a keychain that answers.
    pub(crate) async fn can_remember(&self) -> bool {
        let keychain = self.keychain.clone();
        tokio::task::spawn_blocking(move || keychain.is_there()).await.unwrap_or(false)
    }

    /// Whether this computer remembers the key of what lies under `lock`.
    pub(crate) async fn is_remembered(&self, lock: Lock) -> bool {
        self.remembered(lock).await.is_some()
    }

    /// Puts the key of a protected board into this computer's keychain.
    pub(crate) async fn remember(&self, store: &Store) -> Outcome<()> {
        let (Some(key), Some(name)) = (store.key().cloned(), store.lock().name()) else {
            return Ok(());
        };
        self.keep_secret(name, key.to_text()).await
    }

    async fn keep_secret(&self, name: String, secret: String) -> Outcome<()> {
        let keychain = self.keychain.clone();
        let kept = tokio::task::spawn_blocking(move || keychain.keep(&name, &secret)).await;
        if kept.is_ok_and(|kept| kept) {
            return Ok(());
        }
        Err(pledgeboard_domain::Refusal::field(
            "remember",
            "This computer’s keychain did not take it. Open the board without remembering.",
        )
        .into())
    }

    /// Takes the key of what lies under `lock` out of this computer's keychain.
    pub(crate) async fn forget(&self, lock: Lock) {
        if let Some(name) = lock.name() {
            let keychain = self.keychain.clone();
            // What was not there is forgotten too.
            let _ = tokio::task::spawn_blocking(move || keychain.forget(&name)).await;
        }
    }
}
