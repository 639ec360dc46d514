//! A document as a file.

use std::path::PathBuf;

use super::{ExportedReport, ReportRequest, export, pack};
use crate::{
    context::Context,
    device::write_whole,
    error::{AppError, Outcome},
};

/// Makes a document and writes it, whole or not at all, where its own file name leads to. A pack is written as it is made;
/// everything else is small enough to be made first. The answer holds no file.
///
/// # Errors
/// As [`export`], and what the disk says.
pub async fn write(
    cx: &Context,
    request: ReportRequest,
    place: impl FnOnce(&str) -> PathBuf,
) -> Outcome<ExportedReport> {
    if request.document.is_pack() {
        return pack::save(cx, request, place).await;
    }
    let mut report = export(cx, request).await?;
    let (path, file) = (place(&report.file_name), std::mem::take(&mut report.file));
    tokio::task::spawn_blocking(move || write_whole(&path, &file)).await.map_err(AppError::fault)??;
    Ok(report)
}
