//! The whole board as data: out, in again, checked, and listed. FORMAT.md beside this file describes the data.

mod check;
mod export;
mod findings;
mod import;
pub mod list;
mod records;

pub use check::check;
pub use export::{data, export_data};
pub use import::import_data;

pub(crate) use findings::{between_records, of_records};
pub(crate) use records::Records;

use std::path::Path;

use pledgeboard_store::Store;

use crate::{clock::Clock, context::Context, error::Outcome};

/// Opens the board at `path` for a script: nobody in particular works.
///
/// # Errors
/// When there is no such file, it is no board, or it comes from a newer version.
pub async fn open(path: &Path, clock: Clock) -> Outcome<Context> {
    Ok(Context { store: Store::open(path).await?, person: None, clock })
}
