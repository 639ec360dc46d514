//! Out: everything in a board as one file of JSON.

use std::path::Path;

use pledgeboard_store::BoardData;

use crate::{
    context::Context,
    device::write_whole,
    error::{AppError, Outcome},
};

/// The whole board as data: records, history and papers.
pub async fn data(cx: &Context) -> Outcome<BoardData> {
    Ok(cx.read().await?.data(cx.clock.now()).await?)
}

/// Writes the whole board as JSON to `out`, which is replaced when it is there. Nobody ever sees half of it.
pub async fn export_data(cx: &Context, out: &Path) -> Outcome<()> {
    let mut text = serde_json::to_string_pretty(&data(cx).await?).map_err(AppError::fault)?;
    text.push('\n');
    write_whole(out, text.as_bytes())
}
