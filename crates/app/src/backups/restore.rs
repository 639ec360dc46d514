//! Putting an earlier copy back: first what it would change, then the change, which keeps the present board as a copy.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use pledgeboard_domain::{BackupName, BackupReason, Refusal};
use pledgeboard_store::{Glance, Key, Lock, Store};
use serde::{Deserialize, Serialize};

use super::Turn;
use crate::{
    App, Nothing,
    desk::{Desk, opening::key_of, show},
    error::{AppError, Outcome},
};

/// A copy of a board: one of its backups, or any other file.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChosenCopy {
    pub path: String,
    /// For a copy that was made under another passphrase.
    pub passphrase: Option<String>,
}

/// What putting the copy back would change.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RestorePreview {
    pub path: String,
    /// When and why it was made, if its name says so.
    pub at: Option<DateTime<Utc>>,
    pub why: Option<String>,
    /// Kinds of records that differ; none when it is the same.
    pub kinds: Vec<KindChange>,
    /// How many changes of the history are not in the copy, and the latest of them.
    pub undone: u32,
    pub latest: Vec<UndoneChange>,
    /// Changes in the copy that the board no longer has: it was put back to an earlier copy since.
    pub again: u32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KindChange {
    /// "voice", "agenda item".
    pub called: String,
    /// Would be there again.
    pub back: u32,
    /// Would be gone.
    pub gone: u32,
    /// Would be as it was.
    pub changed: u32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UndoneChange {
    pub at: DateTime<Utc>,
    pub what: String,
}

/// The copy is in place.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Restored {
    pub desk: Desk,
    /// The board as it was before: putting this back undoes it.
    pub kept: String,
}

const SHOWN: usize = 12;

pub(super) async fn preview(app: &App, request: ChosenCopy) -> Outcome<RestorePreview> {
    let store = app.context().await?.store;
    let (path, key) = opened(&store, request).await?;
    let then = Store::glance_at(&path, key.as_ref()).await?;
    let now = store.read().await?.glance().await?;
    Ok(compare(&path, &now, &then))
}

pub(super) async fn restore(app: &App, request: ChosenCopy) -> Outcome<Restored> {
    let store = app.context().await?.store;
    let (copy, key) = opened(&store, request).await?;
    if let Some(found) = Store::verify(&copy, key.as_ref()).await?.into_iter().next() {
        return Err(pledgeboard_store::StoreError::Unsound(found).into());
    }
    let kept = app.back_up(&store, BackupReason::Restore).await?;
    drop(store);
    let stamp = app.context().await?.stamp();
    app.while_closed(Turn::PutBack { copy, key, kept: kept.path.clone(), stamp }).await?;
    Ok(Restored { desk: show(app, Nothing {}).await?, kept: kept.path.display().to_string() })
}

/// The copy with its key: the board's own, or the one that the passphrase gives.
pub(super) async fn opened(store: &Store, request: ChosenCopy) -> Outcome<(PathBuf, Option<Key>)> {
    let path = PathBuf::from(request.path.trim());
    if store.is_at(&path) {
        return Err(Refusal::field("path", "This is the board itself. Choose a copy of it.").into());
    }
    let lock = Lock::of(&path).map_err(|error| AppError { field: Some("path".into()), ..error.into() })?;
    let own = store.key().filter(|key| key.fits(lock));
    let key = match request.passphrase.filter(|it| !it.is_empty()) {
        _ if own.is_some() => own.cloned(),
        Some(words) => key_of(&path, words).await?,
        None => None,
    };
    Ok((path, key))
}

/// What would change, without a word of what any record says.
pub fn compare(path: &Path, now: &Glance, then: &Glance) -> RestorePreview {
    let name = path.file_name().and_then(|name| BackupName::read(&name.to_string_lossy()));
    let all = now.records.keys().chain(then.records.keys());
    let mut called: Vec<&str> = all.copied().collect();
    called.sort_unstable();
    called.dedup();
    let count = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    let kinds = called.into_iter().filter_map(|called| {
        let of = |glance: &Glance| glance.records.get(called).cloned().unwrap_or_default();
        let (ours, theirs) = (of(now), of(then));
        let back = theirs.keys().filter(|id| !ours.contains_key(id)).count();
        let gone = ours.keys().filter(|id| !theirs.contains_key(id)).count();
        let changed =
            ours.iter().filter(|(id, version)| theirs.get(id).is_some_and(|it| it != *version)).count();
        (back + gone + changed > 0).then(|| KindChange {
            called: called.into(),
            back: count(back),
            gone: count(gone),
            changed: count(changed),
        })
    });
    let has = |glance: &Glance, id| glance.entries.iter().any(|it| it.id == id);
    let undone: Vec<_> = now.entries.iter().filter(|it| !has(then, it.id)).collect();
    RestorePreview {
        path: path.display().to_string(),
        at: name.map(|it| it.at),
        why: name.map(|it| it.reason.words().into()),
        kinds: kinds.collect(),
        latest: undone
            .iter()
            .take(SHOWN)
            .map(|it| UndoneChange { at: it.at, what: it.name.clone() })
            .collect(),
        undone: count(undone.len()),
        again: count(then.entries.iter().filter(|it| !has(now, it.id)).count()),
    }
}
