//! The protection of a board that no app has open: for scripts and IT staff.

use std::path::Path;

use pledgeboard_domain::passphrase;
use pledgeboard_store::{Key, Store};

use crate::{
    backups::Shelf,
    error::{AppError, Outcome},
};

/// Puts a board and the backups beside it under a new passphrase, typed twice, or none. What did not go with it, each in
/// one sentence.
///
/// # Errors
/// When the new passphrase is none, the board is open elsewhere, or the disk says no. Nothing is changed then.
pub async fn relock_file(
    board: &Path,
    key: Option<&Key>,
    new: Option<(String, String)>,
) -> Outcome<Vec<String>> {
    let to = match new {
        Some((new, again)) => {
            passphrase::check(&new, &again)?;
            let made = tokio::task::spawn_blocking(move || Key::fresh(&new)).await;
            Some(made.map_err(AppError::fault)??)
        }
        None => None,
    };
    Store::relock(board, key, to.as_ref()).await?;
    Ok(Shelf::beside(board).relock(key, to.as_ref()).await)
}
