//! Backups of a board that no app has open: for scripts and IT staff. What the person chose in the app is that
//! computer's; here nothing is let go.

use std::{
    fs,
    path::{Path, PathBuf},
};

use pledgeboard_domain::{BackupName, BackupReason, Code, id::EntryId};
use pledgeboard_store::{Key, Lock, Stamp, Store};
use uuid::Uuid;

use super::{RestorePreview, Shelf, compare};
use crate::{clock::Clock, error::Outcome};

/// Backs a board up beside itself, or into `folder`; where the backup lies.
///
/// # Errors
/// As opening the board, and what the disk says.
pub async fn back_up(
    board: &Path,
    key: Option<&Key>,
    folder: Option<&Path>,
    clock: Clock,
) -> Outcome<PathBuf> {
    let shelf = folder.map_or_else(|| Shelf::beside(board), Shelf::in_folder);
    Ok(shelf.keep_unopened(board, key, BackupReason::Asked, clock).await?.path)
}

/// What is wrong with a copy; empty when it is sound.
///
/// # Errors
/// When it cannot be opened at all.
pub async fn verify(copy: &Path, key: Option<&Key>) -> Outcome<Vec<String>> {
    Ok(Store::verify(copy, key).await?)
}

/// What putting `copy` back would change; nothing is known of a board that is damaged or gone.
///
/// # Errors
/// When the copy cannot be opened.
pub async fn preview(
    board: &Path,
    key: Option<&Key>,
    copy: &Path,
    copys: Option<&Key>,
) -> Outcome<RestorePreview> {
    let then = Store::glance_at(copy, copys).await?;
    let now = Store::glance_at(board, key).await.unwrap_or_default();
    Ok(compare(copy, &now, &then))
}

/// Puts `copy` in the place of the board, and keeps the board as it was: as a backup, or, when it is so damaged that it
/// cannot be read, as the file that it is. None when there was no board.
///
/// # Errors
/// When the copy is damaged or does not open, the board is open elsewhere, or the disk says no. Nothing is changed then.
pub async fn restore(
    board: &Path,
    key: Option<&Key>,
    copy: &Path,
    copys: Option<&Key>,
    clock: Clock,
) -> Outcome<Option<PathBuf>> {
    let kept = match board.exists() {
        true => Some(keep(board, key, clock).await?),
        false => None,
    };
    // A board that is gone, or no longer says how it lay, comes back as the copy lies.
    let under = if Lock::of(board).is_ok() { key } else { copys };
    let stamp = Stamp { entry: EntryId(Uuid::now_v7()), at: clock.now(), person: None };
    let removed = kept.as_deref().filter(|it| is_backup(it)).map(|kept| (kept, stamp));
    Store::put_back(board, under, copy, copys, removed).await?;
    Ok(kept)
}

/// Rather than a damaged board that was only laid aside.
fn is_backup(path: &Path) -> bool {
    path.file_name().is_some_and(|name| BackupName::read(&name.to_string_lossy()).is_some())
}

async fn keep(board: &Path, key: Option<&Key>, clock: Clock) -> Outcome<PathBuf> {
    let shelf = Shelf::beside(board);
    match shelf.keep_unopened(board, key, BackupReason::Restore, clock).await {
        Ok(kept) => Ok(kept.path),
        // A slip of the passphrase must not cost the board. One that is damaged in its first page says the same: then
        // move its file away, and restore to where it was.
        Err(error) if error.code == Code::Locked => Err(error),
        Err(_) => {
            let name = format!("damaged {}.pledgeboard", clock.now().format("%Y-%m-%dT%H%M%S"));
            let aside = shelf.folder().join(name);
            fs::create_dir_all(shelf.folder())?;
            fs::copy(board, &aside)?;
            Ok(aside)
        }
    }
}
