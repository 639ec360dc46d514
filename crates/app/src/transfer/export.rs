//! Out: everything in a board as one file of JSON.

use std::path::Path;

use pledgeboard_domain::Refusal;
use pledgeboard_store::{BoardData, Store};

use crate::{
    clock::Clock,
    context::Context,
    device::write_whole,
    error::{AppError, Outcome},
};

/// The whole board as data: records, history and papers.
///
/// # Errors
/// As [`all_of_it`].
pub async fn data(cx: &Context) -> Outcome<BoardData> {
    whole(&cx.store, cx.clock).await
}

pub(super) async fn whole(store: &Store, clock: Clock) -> Outcome<BoardData> {
    all_of_it(store)?;
    Ok(store.read().await?.data(clock.now()).await?)
}

/// Refuses what would seem whole and is not.
///
/// # Errors
/// When this is a shared board, and the part of whoever reads it shows some of it only.
pub(super) fn all_of_it(store: &Store) -> Outcome<()> {
    match store.member() {
        Some(member) if !member.part.reads_all() => Err(Refusal::rule(
            "Your part shows you some of this board, so this would not be whole. Ask the chair or democratic services.",
        )
        .into()),
        _ => Ok(()),
    }
}

/// Writes the whole board as JSON to `out`, which is replaced when it is there. Nobody ever sees half of it.
pub async fn export_data(cx: &Context, out: &Path) -> Outcome<()> {
    let mut text = serde_json::to_string_pretty(&data(cx).await?).map_err(AppError::fault)?;
    text.push('\n');
    write_whole(out, text.as_bytes())
}
