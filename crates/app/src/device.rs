//! What this computer remembers between starts: recent boards, who used them, how it looks. Never board content.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use pledgeboard_domain::{
    Code, Refusal,
    id::{EventId, PersonId},
};
use pledgeboard_store::{StoreError, put_in_place};
use serde::{Deserialize, Serialize};

use crate::{
    backups::BackupChoices,
    error::{AppError, Outcome},
};

/// Light, dark, high contrast and text size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Appearance {
    /// "system", "light", "dark" or "contrast".
    pub theme: String,
    /// Percent: 100 to 200.
    pub text_size: u16,
}

impl Default for Appearance {
    fn default() -> Self {
        Self { theme: "system".into(), text_size: 100 }
    }
}

/// `device.json` in the app's folder.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Device {
    /// Newest first.
    pub recent: Vec<PathBuf>,
    /// Who uses this computer, by board.
    pub people: BTreeMap<PathBuf, PersonId>,
    pub appearance: Appearance,
    /// The board to open at the next start.
    pub last_open: Option<PathBuf>,
    /// Events being logged away from a board, newest first.
    pub away: Vec<PathBuf>,
    /// The event being logged on each board; it stays when the app ends in the middle.
    pub logging: BTreeMap<PathBuf, EventId>,
    /// Which backups of each board are kept, and where a second copy goes.
    pub backups: BTreeMap<PathBuf, BackupChoices>,
    /// Boards that stay in a synchronised folder, although somebody was warned.
    pub left_there: BTreeSet<PathBuf>,
}

const RECENT: usize = 8;

impl Device {
    /// A file that is missing or damaged counts as empty: nothing in it cannot be chosen again.
    pub fn load(home: &Path) -> Self {
        let text = fs::read_to_string(home.join("device.json")).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    pub fn save(&self, home: &Path) -> Outcome<()> {
        let text = serde_json::to_string_pretty(self).map_err(AppError::fault)?;
        write_whole(&home.join("device.json"), text.as_bytes())
    }

    pub fn opened_away(&mut self, file: &Path) {
        self.away.retain(|path| path != file);
        self.away.insert(0, file.into());
        self.away.truncate(RECENT);
    }

    /// What was known of the board that was open at `path` and lay at `from`, for where it lies now.
    pub fn moved(&mut self, path: &Path, from: &Path, to: &Path) {
        if let Some(person) = self.people.remove(path) {
            self.people.insert(to.into(), person);
        }
        if let Some(chosen) = self.backups.remove(from) {
            self.backups.insert(to.into(), chosen);
        }
        self.recent.retain(|it| it != from);
        self.left_there.remove(from);
    }

    pub fn opened(&mut self, board: &Path) {
        self.recent.retain(|path| path != board);
        self.recent.insert(0, board.into());
        self.recent.truncate(RECENT);
        self.last_open = Some(board.into());
    }
}

/// Where a file is written before it has its name. A long name is cut, so that a name that fits stays one that fits.
fn beside(path: &Path) -> PathBuf {
    let name: String = path.file_name().unwrap_or_default().to_string_lossy().chars().take(60).collect();
    path.with_file_name(format!("{name}.part"))
}

/// The folder takes new files, so an old one that may not be replaced is held by somebody: Windows calls that a denied
/// access.
fn replaced(path: &Path, error: std::io::Error) -> std::io::Error {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied if path.is_file() => std::io::ErrorKind::ResourceBusy.into(),
        _ => error,
    }
}

/// Writes a file beside its place and renames it, so that nobody ever sees half of it.
pub fn write_whole(path: &Path, content: &[u8]) -> Outcome<()> {
    write_beside(path, |file| Ok(file.write_all(content)?))
}

/// The same for what is written bit by bit.
pub(crate) fn write_beside<T>(path: &Path, write: impl FnOnce(&mut fs::File) -> Outcome<T>) -> Outcome<T> {
    if path.is_dir() {
        return Err(std::io::Error::from(std::io::ErrorKind::IsADirectory).into());
    }
    if path.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(Refusal {
            code: Code::Storage,
            field: None,
            message: "There is no such folder. Choose another place.".into(),
        }
        .into());
    }
    let beside = beside(path);
    let written = fs::File::create(&beside).map_err(AppError::from).and_then(|mut file| {
        let done = write(&mut file)?;
        drop(file);
        put_in_place(&beside, path).map_err(|error| match error {
            StoreError::File(error) => replaced(path, error).into(),
            other => AppError::from(other),
        })?;
        Ok(done)
    });
    if written.is_err() {
        // The half-written file is worth nothing; that it could not be removed is worth no second error.
        let _ = fs::remove_file(&beside);
    }
    written
}
