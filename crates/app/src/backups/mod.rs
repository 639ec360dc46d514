//! Backups: made by themselves and on demand, looked at, put back; which are kept, and where a second copy goes.

mod closed;
pub mod file;
mod occasion;
mod restore;
mod shelf;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use pledgeboard_domain::{BackupReason, Keeping, Refusal};
use pledgeboard_store::{Lock, Store};
use serde::{Deserialize, Serialize};

use crate::{
    App, Nothing,
    command::commands,
    error::{AppError, Outcome},
};

pub(crate) use closed::Turn;
pub(crate) use occasion::Watch;
pub use restore::{ChosenCopy, KindChange, RestorePreview, Restored, UndoneChange, compare};
pub use shelf::{Backup, Kept, Shelf};

commands! {
    desk "backups.show" => show, Nothing => BackupsPage;
    desk "backups.make" => make, Nothing => BackupsPage;
    desk "backups.choose" => choose, BackupChoices => BackupsPage;
    desk "backups.verify" => verify, ChosenCopy => Verified;
    desk "backups.preview" => restore::preview, ChosenCopy => RestorePreview;
    desk "backups.restore" => restore::restore, ChosenCopy => Restored;
}

/// What this computer keeps of a board.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupChoices {
    pub keeping: Keeping,
    /// Where each backup is copied to as well.
    pub second_folder: Option<PathBuf>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupsPage {
    /// Newest first.
    pub backups: Vec<BackupLine>,
    pub folder: String,
    pub choices: BackupChoices,
    /// Why the last one did not go as it should.
    pub notice: Option<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupLine {
    pub path: String,
    pub at: DateTime<Utc>,
    /// "after a meeting".
    pub why: String,
    pub bytes: u64,
    /// It opens with the board's own passphrase, or needs none.
    pub opens: bool,
    /// It lies under a passphrase, this or another.
    pub protected: bool,
}

/// What a look at a backup found.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Verified {
    /// Nothing: it is sound.
    pub findings: Vec<String>,
}

async fn show(app: &App, _: Nothing) -> Outcome<BackupsPage> {
    let store = app.context().await?.store;
    app.backups_are_done().await;
    let shelf = app.shelf(store.path()).await;
    let line = |it: Backup| {
        let lock = Lock::of(&it.path).ok()?;
        Some(BackupLine {
            path: it.path.display().to_string(),
            at: it.name.at,
            why: it.name.reason.words().into(),
            bytes: it.bytes,
            opens: lock == Lock::Plain || store.key().is_some_and(|key| key.fits(lock)),
            protected: lock != Lock::Plain,
        })
    };
    Ok(BackupsPage {
        backups: shelf.list().into_iter().filter_map(line).collect(),
        folder: shelf.folder().display().to_string(),
        choices: app.choices(store.path()).await,
        notice: app.backups.notice(),
    })
}

async fn make(app: &App, _: Nothing) -> Outcome<BackupsPage> {
    let store = app.context().await?.store;
    app.back_up(&store, BackupReason::Asked).await?;
    show(app, Nothing {}).await
}

async fn choose(app: &App, request: BackupChoices) -> Outcome<BackupsPage> {
    let path = app.context().await?.store.path().to_owned();
    request.keeping.check()?;
    if let Some(second) = &request.second_folder {
        // One that is there now: a slip is found at once, a share that goes away later is only a notice.
        if !second.is_dir() {
            return Err(Refusal::field(
                "second_folder",
                "There is no such folder now. Choose one that is there.",
            )
            .into());
        }
        if path.parent() == Some(second) {
            return Err(Refusal::field(
                "second_folder",
                "The board lies in this folder. Choose one on another disk or a network share.",
            )
            .into());
        }
    }
    let mut device = app.device.lock().await;
    device.backups.insert(path, request);
    device.save(&app.home)?;
    drop(device);
    show(app, Nothing {}).await
}

async fn verify(app: &App, request: ChosenCopy) -> Outcome<Verified> {
    let store = app.context().await?.store;
    let (path, key) = restore::opened(&store, request).await?;
    Ok(Verified { findings: Store::verify(&path, key.as_ref()).await.map_err(AppError::from)? })
}

impl App {
    async fn choices(&self, board: &Path) -> BackupChoices {
        self.device.lock().await.backups.get(board).cloned().unwrap_or_default()
    }

    /// Where the backups of the board at `board` lie, as was chosen on this computer.
    pub(crate) async fn shelf(&self, board: &Path) -> Shelf {
        let it = self.choices(board).await;
        Shelf::chosen(board, it.keeping, it.second_folder.as_deref())
    }
}
