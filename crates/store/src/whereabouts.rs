//! Whether the file at a board's place is still the one that is open. A file that is deleted, moved or replaced goes on
//! taking what is written to it, and nobody would ever find it there.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use file_id::{FileId, get_file_id};
use pledgeboard_domain::{Code, Refusal};

use crate::{error::StoreError, place::has_log};

/// What is where the board's file was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Here,
    Empty,
    Taken,
}

#[derive(Debug)]
pub(crate) struct Whereabouts {
    path: PathBuf,
    id: FileId,
    /// Some network folders cannot have one; SQLite then writes to the board itself.
    has_log: bool,
}

impl Whereabouts {
    /// Of the file that is at `path` and has just been opened. It is not opened for that: closing it again would let go of the locks that
    /// SQLite holds (<https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_>).
    pub fn of(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { path: path.into(), id: get_file_id(path)?, has_log: has_log(path) })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is the file at `path`, whatever way leads to it.
    pub fn is_at(&self, path: &Path) -> bool {
        get_file_id(path).is_ok_and(|id| id == self.id)
    }

    /// # Errors
    /// When the system does not say.
    pub fn find(&self) -> std::io::Result<Place> {
        match get_file_id(&self.path) {
            Ok(id) if id == self.id => Ok(Place::Here),
            Ok(_) => Ok(Place::Taken),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Place::Empty),
            Err(error) => Err(error),
        }
    }

    /// # Errors
    /// When the file is no longer at its place, or another one is.
    pub fn look(&self) -> Result<(), StoreError> {
        match self.find()? {
            Place::Here => Ok(()),
            Place::Taken => Err(lost(
                "Another file has taken the place of this board’s file while the board was open, so nothing was saved. \
                 Close the board: what was saved before is then kept beside it, in a file whose name ends in “kept”.",
            )),
            Place::Empty => Err(lost(
                "This board’s file was moved or deleted while the board was open, so nothing was saved. Put it back and \
                 try again, or close the board: what was saved before is then kept there, in a file whose name ends in \
                 “kept”.",
            )),
        }
    }

    /// As [`Whereabouts::look`], in the middle of a change: what it writes goes first into the log beside the board.
    pub fn look_before_saving(&self) -> Result<(), StoreError> {
        self.look()?;
        if !self.has_log || has_log(&self.path) {
            return Ok(());
        }
        Err(lost(
            "The file beside this board whose name ends in -wal was removed while the board was open, so the last change \
             was not saved. Close the board, open it again, and make the change once more.",
        ))
    }
}

fn lost(message: &str) -> StoreError {
    Refusal { code: Code::Storage, field: None, message: message.into() }.into()
}
