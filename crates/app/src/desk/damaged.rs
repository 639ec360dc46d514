//! A board that is damaged: which backups there are to go back to, and saving what can be saved of it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use pledgeboard_domain::Refusal;
use pledgeboard_store::{Key, Lock};
use serde::{Deserialize, Serialize};

use super::{Desk, opening::key_of, show};
use crate::{
    App, Nothing,
    backups::{Shelf, file},
    error::{AppError, Outcome},
    recover,
};

/// A board's file, and its passphrase if it has one.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DamagedBoard {
    pub path: String,
    pub passphrase: Option<String>,
}

/// What there is to go back to.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WayBack {
    /// The board or a backup wants its passphrase.
    pub protected: bool,
    /// Beside the board, newest first.
    pub backups: Vec<OlderCopy>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OlderCopy {
    pub path: String,
    pub at: DateTime<Utc>,
    /// "after a meeting".
    pub why: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GoBack {
    pub path: String,
    pub passphrase: Option<String>,
    /// The backup that takes its place.
    pub copy: String,
}

/// What was saved of a damaged board, and what was not.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavedBoard {
    /// The new board. The damaged file is where it was, untouched.
    pub path: String,
    pub saved: u64,
    pub lost: Vec<LostKind>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LostKind {
    /// "voice", "agenda item".
    pub called: String,
    pub lost: u64,
}

pub(super) async fn way_back(app: &App, request: DamagedBoard) -> Outcome<WayBack> {
    let path = not_open(app, request.path).await?;
    let backups = Shelf::beside(&path).list();
    let wants_one = |path: &Path| Lock::of(path).is_ok_and(|lock| lock != Lock::Plain);
    Ok(WayBack {
        protected: wants_one(&path) || backups.iter().any(|it| wants_one(&it.path)),
        backups: backups
            .into_iter()
            .map(|it| OlderCopy {
                path: it.path.display().to_string(),
                at: it.name.at,
                why: it.name.reason.words().into(),
            })
            .collect(),
    })
}

/// Puts a backup in the board's place and opens it; the damaged file is kept beside the backups.
pub(super) async fn go_back(app: &App, request: GoBack) -> Outcome<Desk> {
    let (path, copy) = (not_open(app, request.path).await?, not_open(app, request.copy).await?);
    let key = key(&path, request.passphrase.clone()).await?;
    let copys = self::key(&copy, request.passphrase).await?;
    file::restore(&path, key.as_ref(), &copy, copys.as_ref(), app.clock).await?;
    let key = [key, copys].into_iter().flatten().find(|key| Lock::of(&path).is_ok_and(|lock| key.fits(lock)));
    app.use_opened(app.open_with(&path, key.as_ref()).await?).await?;
    show(app, Nothing {}).await
}

/// Saves what can be saved into a new board in our own folder.
pub(super) async fn save(app: &App, request: DamagedBoard) -> Outcome<SavedBoard> {
    let path = not_open(app, request.path).await?;
    let key = key(&path, request.passphrase).await?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let to = app.free_place(&format!("{stem} saved"))?;
    let recovered = recover::recover(&path, key.as_ref(), &to, app.clock).await?;
    Ok(SavedBoard {
        path: to.display().to_string(),
        saved: recovered.kinds.iter().map(|it| it.saved).sum(),
        lost: recovered
            .kinds
            .into_iter()
            .filter(|it| it.lost > 0)
            .map(|it| LostKind { called: it.called.into(), lost: it.lost })
            .collect(),
    })
}

/// A file that is not the open board: to look at that one past SQLite would let go of its locks.
async fn not_open(app: &App, path: String) -> Outcome<PathBuf> {
    let path = PathBuf::from(path);
    if app.store.read().await.as_ref().is_some_and(|store| store.is_at(&path)) {
        return Err(Refusal::field("path", "This board is open, so it can be read. Close it first.").into());
    }
    Ok(path)
}

async fn key(path: &Path, passphrase: Option<String>) -> Outcome<Option<Key>> {
    if Lock::of(path).is_ok_and(|lock| lock == Lock::Plain) {
        return Ok(None);
    }
    let words = passphrase.unwrap_or_default();
    key_of(path, words).await.map_err(|error| AppError { field: Some("passphrase".into()), ..error })
}
