//! Saving what can be saved of a damaged board into a new one.

use std::path::Path;

use pledgeboard_domain::Board;
use pledgeboard_store::{Key, Recovered, Store};

use crate::{clock::Clock, context::Context, error::Outcome, sample::empty_board};

/// Saves what can be saved of the board at `board` into a new one at `to`, under the same passphrase. Where the board's own
/// settings are lost, the new one has the usual ones.
///
/// # Errors
/// When something is at `to`, the key does not fit, or nothing in the file can be found. The damaged file is only read.
pub async fn recover(board: &Path, key: Option<&Key>, to: &Path, clock: Clock) -> Outcome<Recovered> {
    let recovered = Store::recover(board, key, to).await?;
    let store = Store::open_with(to, key).await?;
    let cx = Context { store, person: None, clock };
    let done = with_settings(&cx).await;
    cx.store.close().await;
    done?;
    Ok(recovered)
}

async fn with_settings(cx: &Context) -> Outcome<()> {
    if cx.read().await?.all::<Board>().await?.is_empty() {
        let mut write = cx.write("begin again with the usual settings").await?;
        write.cannot_be_undone();
        write.insert(&mut empty_board()).await?;
        write.commit().await?;
    }
    Ok(())
}
