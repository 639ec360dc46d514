//! Setting a passphrase, another one, and none.

use pledgeboard_domain::{Refusal, passphrase};
use pledgeboard_store::{Key, Store};
use serde::{Deserialize, Serialize};

use super::{SecurityPage, not_protected, page};
use crate::{
    App,
    backups::{Shelf, Turn},
    desk::opening::key_for,
    error::{AppError, Outcome},
};

/// A passphrase for a board that has none.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Protect {
    pub new: String,
    /// Typed a second time.
    pub again: String,
    pub remember: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChangePassphrase {
    /// The present one, or what stands on the recovery sheet.
    pub passphrase: String,
    pub new: String,
    pub again: String,
    pub remember: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Unprotect {
    pub passphrase: String,
}

pub(super) async fn protect(app: &App, request: Protect) -> Outcome<SecurityPage> {
    let store = app.context().await?.store;
    if store.key().is_some() {
        return Err(Refusal::rule("This board is protected already. Change its passphrase instead.").into());
    }
    passphrase::check(&request.new, &request.again)?;
    turn(app, store, Some(request.new), request.remember).await
}

pub(super) async fn change(app: &App, request: ChangePassphrase) -> Outcome<SecurityPage> {
    let store = app.context().await?.store;
    fits(&store, request.passphrase).await?;
    passphrase::check(&request.new, &request.again)?;
    turn(app, store, Some(request.new), request.remember).await
}

pub(super) async fn unprotect(app: &App, request: Unprotect) -> Outcome<SecurityPage> {
    let store = app.context().await?.store;
    fits(&store, request.passphrase).await?;
    turn(app, store, None, false).await
}

/// Whoever changes the protection knows the passphrase: that the board lies open is not enough.
async fn fits(store: &Store, words: String) -> Outcome<()> {
    if store.key().is_none() {
        return Err(not_protected());
    }
    if key_for(store.lock(), words).await?.as_ref() == store.key() {
        return Ok(());
    }
    Err(Refusal {
        code: pledgeboard_domain::Code::Locked,
        field: Some("passphrase"),
        message: "This is not the board’s passphrase. Check it and try again.".into(),
    }
    .into())
}

/// The board first, then its backups, then what this computer remembers.
async fn turn(app: &App, store: Store, new: Option<String>, remember: bool) -> Outcome<SecurityPage> {
    let key = match new {
        Some(words) => {
            let made = tokio::task::spawn_blocking(move || Key::fresh(&words)).await;
            Some(made.map_err(AppError::fault)??)
        }
        None => None,
    };
    let (path, before, old_lock) = (store.path().to_owned(), store.key().cloned(), store.lock());
    drop(store);
    let _quiet = app.no_backup_meanwhile().await;
    app.while_closed(Turn::Relock(key.clone())).await?;
    let shelf: Shelf = app.shelf(&path).await;
    let mut notices = shelf.relock(before.as_ref(), key.as_ref()).await;
    app.forget(old_lock).await;
    *app.recovery.lock().await = key;
    if remember && let Err(refused) = app.remember(&app.context().await?.store).await {
        notices.push(refused.message);
    }
    page(app, notices).await
}
