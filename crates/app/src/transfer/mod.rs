//! The whole board as data: out, in again, checked, and listed. FORMAT.md beside this file describes the data.

mod check;
mod export;
mod findings;
mod import;
pub mod list;
mod moving;
mod records;

pub use check::check;
pub use export::{data, export_data};
pub use import::{import_data, import_data_with};
pub use moving::{MovedBoard, move_board};
pub(crate) use moving::{Place, copy_board};

pub(crate) use findings::{between_records, of_records};
pub(crate) use records::Records;

use std::path::Path;

use pledgeboard_store::{Address, Key, Store};

use crate::{clock::Clock, context::Context, desk::opening::open_file, error::Outcome};

/// Opens the board at `path` for a script: nobody in particular works.
///
/// # Errors
/// When there is no such file, it is no board, it is protected, or it comes from a newer version.
pub async fn open(path: &Path, clock: Clock) -> Outcome<Context> {
    open_with(path, None, clock).await
}

/// As [`open`], the shared board at an address: whoever the server knows works.
///
/// # Errors
/// As [`Store::open_shared`].
pub async fn open_shared(address: Address, clock: Clock) -> Outcome<Context> {
    let store = Store::open_shared(address).await?;
    let person = store.member().map(|it| it.person);
    Ok(Context { store, person, clock })
}

/// As [`open`], with the key of a protected board.
///
/// # Errors
/// As [`open`], and when the key is another board's.
pub async fn open_with(path: &Path, key: Option<&Key>, clock: Clock) -> Outcome<Context> {
    Ok(Context { store: open_file(path, key, clock).await?, person: None, clock })
}
