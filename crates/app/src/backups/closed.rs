//! Work on the board's file itself, for which the board must be closed: a new key, another copy in its place.

use std::path::PathBuf;

use pledgeboard_store::{Key, Lock, Stamp, Store};

use crate::{
    App,
    error::{AppError, Outcome},
};

/// What is done to the file of the open board.
pub(crate) enum Turn {
    /// Another key, or none.
    Relock(Option<Key>),
    /// A copy takes its place, under the board's own key.
    PutBack {
        copy: PathBuf,
        key: Option<Key>,
        /// The board as it was, kept: what was removed from it stays removed.
        kept: PathBuf,
        stamp: Stamp,
    },
}

impl App {
    /// Closes the open board, does it, and opens the board again whatever came of it. Whoever asks for the board
    /// meanwhile waits.
    pub(crate) async fn while_closed(&self, turn: Turn) -> Outcome<()> {
        let mut open = self.store.write().await;
        let store = open.take().ok_or_else(AppError::no_board)?;
        let (path, key) = (store.path().to_owned(), store.key().cloned());
        store.close().await;
        let (done, keys) = match turn {
            Turn::Relock(new) => (Store::relock(&path, key.as_ref(), new.as_ref()).await, [new, key]),
            Turn::PutBack { copy, key: copys, kept, stamp } => {
                let removed = Some((kept.as_path(), stamp));
                (Store::put_back(&path, key.as_ref(), &copy, copys.as_ref(), removed).await, [key, None])
            }
        };
        // Told by the file, not by what was answered: the disk may have taken the new one and failed after that.
        let lock = Lock::of(&path)?;
        let next = keys.into_iter().flatten().find(|key| key.fits(lock));
        *open = Some(Store::open_with(&path, next.as_ref()).await?);
        Ok(done?)
    }
}
