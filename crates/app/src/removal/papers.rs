//! Papers whose own text holds the words. A paper is somebody else's file: it goes as a whole, or not at all.

use pledgeboard_documents::pack;
use pledgeboard_domain::{Paper, id::PaperId, removal::Words};
use pledgeboard_store::Reading;
use serde::Serialize;

use crate::error::{AppError, Outcome};

/// A paper that may have to go.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PaperHolding {
    pub id: PaperId,
    pub title: String,
    /// A scan, or a font without its letters: nobody but a reader can tell whether it holds the words.
    pub unread: bool,
}

pub(crate) async fn holding(read: &mut Reading, words: Words) -> Outcome<Vec<PaperHolding>> {
    let mut found = vec![];
    for paper in read.all::<Paper>().await? {
        let Some(file) = read.file(&paper.hash).await?.filter(|file| !file.is_empty()) else { continue };
        let words = words.clone();
        let unread =
            tokio::task::spawn_blocking(move || is_unread(&file, &words)).await.map_err(AppError::fault)?;
        found.extend(unread.map(|unread| PaperHolding { id: paper.id, title: paper.title, unread }));
    }
    Ok(found)
}

/// Whether a paper cannot be read; none where it can, and does not hold the words.
fn is_unread(file: &[u8], words: &Words) -> Option<bool> {
    match pack::text_of(file) {
        Some(text) => words.stand_in(&text).then_some(false),
        None => Some(true),
    }
}
