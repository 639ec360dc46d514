//! A document to look at, and a document to keep.

use std::path::{Path, PathBuf};

use base64::{Engine, engine::general_purpose::STANDARD};
use pledgeboard_domain::{Audience, Code, Refusal};
use serde::{Deserialize, Serialize};

use super::{HardWords, PlainWords, ReportRequest, Unprintable, printed::remember, proof, write};
use crate::{
    context::{Context, Written},
    error::{AppError, Outcome},
};

/// A document as it will print, and what there is to say of it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Preview {
    pub file_name: String,
    pub title: String,
    pub audience: Audience,
    pub pages: u32,
    /// Which part this is, from 1, and of how many.
    pub part: u32,
    pub parts: u32,
    pub pdf_base64: String,
    /// Every word, in the order of reading, a paragraph a line.
    pub text: String,
    pub missing: Vec<PlainWords>,
    pub readability: Vec<HardWords>,
    /// Characters that cannot be printed: a box stands for each, and the document is not saved as PDF until they are gone.
    pub unprintable: Vec<Unprintable>,
    pub notes: Vec<String>,
}

pub(crate) async fn preview(cx: &Context, request: ReportRequest) -> Outcome<Preview> {
    let report = proof(cx, request).await?;
    Ok(Preview {
        file_name: report.file_name,
        title: report.title,
        audience: report.audience,
        pages: u32::try_from(report.pages).unwrap_or(u32::MAX),
        part: report.part,
        parts: report.parts,
        pdf_base64: STANDARD.encode(report.file),
        text: report.text,
        missing: report.missing,
        readability: report.hard,
        unprintable: report.unprintable,
        notes: report.notes,
    })
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveReport {
    pub report: ReportRequest,
    pub path: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavedReport {
    pub path: String,
    pub pages: u32,
}

/// Makes the document anew and writes it, whole or not at all; the board remembers which voices went out in it.
pub(crate) async fn save(cx: &Context, request: SaveReport) -> Outcome<Written<SavedReport>> {
    let path = request.path.trim();
    if path.is_empty() {
        return Err(Refusal::field("path", "Choose where to save it.").into());
    }
    let path = PathBuf::from(path);
    if path.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(Refusal::field("path", "There is no such folder. Choose another place.").into());
    }
    let report =
        write(cx, request.report, |name| with_ending(&path, name)).await.map_err(|error| {
            match error.code {
                Code::Storage => AppError { field: Some("path".into()), ..error },
                _ => error,
            }
        })?;
    let path = with_ending(&path, &report.file_name);
    let pages = u32::try_from(report.pages).unwrap_or(u32::MAX);
    let Written { changed, entry, can_undo, .. } = remember(cx, &report).await?;
    Ok(Written { result: SavedReport { path: path.display().to_string(), pages }, changed, entry, can_undo })
}

/// What was chosen, with the ending of the document's own name if it has none.
fn with_ending(path: &Path, name: &str) -> PathBuf {
    match Path::new(name).extension() {
        Some(ending) if path.extension().is_none() && !path.is_dir() => path.with_extension(ending),
        _ => path.to_owned(),
    }
}
