//! Moving a board whole: from a file to a shared board, or back. The board that it comes from stays as it was.

use std::path::{Path, PathBuf};

use pledgeboard_domain::{Code, Refusal};
use pledgeboard_store::{Address, BoardData, Key, Store, StoreError};

use super::{export::whole, import::fill};
use crate::{clock::Clock, desk::opening::open_file, error::Outcome};

/// What was moved, and found the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovedBoard {
    pub records: usize,
    /// Entries of the history.
    pub entries: usize,
    /// Papers' files.
    pub files: usize,
}

/// Copies everything of the board at `from` into a new board at `to`: records with their versions, the history, papers'
/// files. Then both are read and compared. `said` hears what is being done.
///
/// It is one change of the new board: when it is cut short, nothing of it is there, and it can be begun again.
///
/// # Errors
/// When `from` does not open or shows whoever comes some of itself only, something is at `to` that is not an empty board, or the two are not the same in the end.
pub async fn move_board(
    from: &Path,
    key: Option<&Key>,
    to: &Path,
    clock: Clock,
    said: impl Fn(&str),
) -> Outcome<MovedBoard> {
    let source = open_file(from, key, clock).await?;
    let moved = copy_board(&source, Place::of(to)?, clock, said).await;
    source.close().await;
    moved
}

/// Where a board goes.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    File(PathBuf),
    Shared(Box<Address>),
}

impl Place {
    fn of(path: &Path) -> Outcome<Self> {
        Ok(match Address::of(path)? {
            Some(address) => Self::Shared(Box::new(address)),
            None => Self::File(path.into()),
        })
    }

    async fn create(&self) -> Result<Store, StoreError> {
        match self {
            Self::File(path) => Store::create(path).await,
            Self::Shared(address) => Store::create_shared(*address.clone()).await,
        }
    }

    async fn open(&self) -> Result<Store, StoreError> {
        match self {
            Self::File(path) => Store::open(path).await,
            Self::Shared(address) => Store::open_shared(*address.clone()).await,
        }
    }
}

/// As [`move_board`], of a board that is open.
pub(crate) async fn copy_board(
    source: &Store,
    to: Place,
    clock: Clock,
    said: impl Fn(&str),
) -> Outcome<MovedBoard> {
    said("Reading the board…");
    let data = whole(source, clock).await?;
    let target = new_or_empty(&to).await?;
    let moved = into(&target, data, clock, &said).await;
    target.close().await;
    moved
}

/// One that an earlier attempt made and could not fill is empty still.
async fn new_or_empty(to: &Place) -> Outcome<Store> {
    let refused = match to.create().await {
        Ok(store) => return Ok(store),
        Err(refused) => refused,
    };
    // Why it could not be made is what matters where there is no board either.
    let Ok(store) = to.open().await else { return Err(refused.into()) };
    if store.read().await?.latest_entry().await?.is_none() {
        return Ok(store);
    }
    store.close().await;
    Err(Refusal::field("to", "There is a board already. Choose an empty database, or another file.").into())
}

async fn into(target: &Store, data: BoardData, clock: Clock, said: &impl Fn(&str)) -> Outcome<MovedBoard> {
    said("Writing it to the new place…");
    fill(target, data.clone(), clock).await?;
    said("Comparing the two…");
    let mut there = whole(target, clock).await?;
    there.exported_at = data.exported_at;
    if there != data {
        return Err(Refusal {
            code: Code::Storage,
            field: None,
            message: "The board at the new place is not the same as the old one. Go on with the old one, empty the new place and try again.".into(),
        }
        .into());
    }
    Ok(MovedBoard {
        records: data.records.values().map(Vec::len).sum(),
        entries: data.history.len(),
        files: data.files.len(),
    })
}
