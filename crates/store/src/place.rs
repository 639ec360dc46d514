//! Where a file is written before it has its name, and how it gets it: nobody ever sees half of one.

use std::{
    fs::{self, File},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use crate::error::StoreError;

/// The steps by which a file gets its name. The computer may fail after each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// All of it lies beside its place, for all we know only in memory.
    Written,
    /// On the disk, still without its name.
    Synced,
    /// It has its name, in place of what had it.
    Named,
    /// And the folder on the disk says so.
    Lasting,
}

/// Beside its place.
pub(crate) fn beside(path: &Path) -> PathBuf {
    with_ending(path, ".new")
}

/// Gives a whole file its name, in place of what has it, and lasting: file first, then the folder that names it.
///
/// # Errors
/// What the disk says.
pub fn put_in_place(beside: &Path, path: &Path) -> Result<(), StoreError> {
    reached(Step::Written);
    // Windows flushes only what is open for writing.
    File::options().write(true).open(beside)?.sync_all()?;
    reached(Step::Synced);
    fs::rename(beside, path)?;
    reached(Step::Named);
    sync_folder(path)?;
    reached(Step::Lasting);
    Ok(())
}

/// On Windows a folder cannot be opened as a file; there the rename itself is written through.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path.parent().filter(|_| cfg!(unix)) else { return Ok(()) };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // A folder that takes files and shows none, or a share that knows no such thing: the file has its name.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::PermissionDenied | ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        synced => Ok(synced?),
    }
}

/// With what SQLite keeps beside a database.
pub(crate) fn remove_quietly(path: &Path) {
    // Not there is as good as removed; anything else shows when the file is next used.
    let _ = fs::remove_file(path);
    remove_logs(path);
}

/// Only what SQLite keeps beside a database.
pub(crate) fn remove_logs(path: &Path) {
    for ending in ["-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(with_ending(path, ending));
    }
}

/// Whether some of a database is in its log.
pub(crate) fn has_log(path: &Path) -> bool {
    log_of(path).exists()
}

/// SQLite's write-ahead log of the database at `path`.
pub(crate) fn log_of(path: &Path) -> PathBuf {
    with_ending(path, "-wal")
}

pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut file = path.as_os_str().to_owned();
    file.push(ending);
    file.into()
}

#[cfg(not(feature = "stops"))]
fn reached(_: Step) {}

#[cfg(feature = "stops")]
use stops::reached;
#[cfg(feature = "stops")]
pub use stops::stop_at;

/// For tests that kill a process at a step.
#[cfg(feature = "stops")]
mod stops {
    use std::sync::OnceLock;

    use super::Step;

    static STOP: OnceLock<(Step, fn())> = OnceLock::new();

    /// When this step is reached, for whatever file, `then` is called.
    pub fn stop_at(step: Step, then: fn()) {
        let _ = STOP.set((step, then));
    }

    pub(super) fn reached(step: Step) {
        if let Some((_, then)) = STOP.get().filter(|(at, _)| *at == step) {
            then();
        }
    }
}
