//! Where a file is written before it has its name, and how it gets it: nobody ever sees half of one.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use crate::error::StoreError;

/// Beside its place.
pub(crate) fn beside(path: &Path) -> PathBuf {
    with_ending(path, ".new")
}

/// Gives a whole file its name, in place of what has it, and lasting: file first, then the folder that names it.
pub(crate) fn put_in_place(beside: &Path, path: &Path) -> Result<(), StoreError> {
    // Windows flushes only what is open for writing.
    File::options().write(true).open(beside)?.sync_all()?;
    fs::rename(beside, path)?;
    sync_folder(path)
}

/// On Windows a folder cannot be opened as a file; there the rename itself is written through.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()?;
    }
    Ok(())
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
    with_ending(path, "-wal").exists()
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut file = path.as_os_str().to_owned();
    file.push(ending);
    file.into()
}
