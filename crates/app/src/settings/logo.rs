//! The board's logo, kept once by its content as papers are.

use std::path::Path;

use base64::{Engine, engine::general_purpose::STANDARD};
use pledgeboard_domain::{Refusal, id::BoardId};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::{AppError, Outcome},
};

/// A PNG or JPEG file; without a path the logo is taken away.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeepLogo {
    pub path: Option<String>,
}

/// No logo needs more than this, in bytes.
const MOST: u64 = 2_000_000;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8\xff";

pub(super) async fn keep(cx: &Context, request: KeepLogo) -> Outcome<Written<BoardId>> {
    let content = match request.path.as_deref() {
        Some(path) => Some(read(Path::new(path))?),
        None => None,
    };
    let mut write = cx.write(if content.is_some() { "change the logo" } else { "remove the logo" }).await?;
    let mut board = write.board().await?;
    board.logo = match content {
        Some(content) => write.keep_file(&content).await?,
        None => String::new(),
    };
    write.update(&mut board).await?;
    cx.done(write, board.id).await
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    let beside = |error: AppError| AppError { field: Some("logo".into()), ..error };
    let size = std::fs::metadata(path).map_err(|error| beside(error.into()))?.len();
    if size > MOST {
        return Err(Refusal::field("logo", "This picture is over 2 MB. Choose a smaller one.").into());
    }
    let content = std::fs::read(path).map_err(|error| beside(error.into()))?;
    if !content.starts_with(PNG) && !content.starts_with(JPEG) {
        return Err(Refusal::field("logo", "A logo is a PNG or JPEG picture. Choose another file.").into());
    }
    pledgeboard_documents::picture(&content).map_err(|error| Refusal::field("logo", error.to_string()))?;
    Ok(content)
}

pub(super) fn as_address(content: &[u8]) -> String {
    let kind = if content.starts_with(PNG) { "png" } else { "jpeg" };
    format!("data:image/{kind};base64,{}", STANDARD.encode(content))
}
