//! The folder into which the documents of a meeting go.

use std::{fs, io::ErrorKind, path::Path};

use pledgeboard_domain::{Code, Refusal};

use crate::error::Outcome;

/// Makes the folder where it is not there; its own folder must be. Answers whether it was made.
///
/// # Errors
/// When it is a file, when there is no such place, or when it may not be written.
pub fn folder(path: &Path) -> Outcome<bool> {
    let refused =
        |message: &str| Refusal { code: Code::Storage, field: Some("folder"), message: message.into() };
    match fs::create_dir(path) {
        Ok(()) => Ok(true),
        Err(_) if path.is_dir() => Ok(false),
        Err(error) if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotADirectory) => {
            Err(refused("That is a file, not a folder. Choose another place.").into())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(refused("There is no such folder. Choose another place.").into())
        }
        Err(error) => Err(crate::AppError { field: Some("folder".into()), ..error.into() }),
    }
}
