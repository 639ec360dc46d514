//! PDF 1.7, tagged, as PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one file.
//!
//! printpdf makes the file and embeds the fonts; the pages, and what it leaves out, are added to the lopdf document that
//! it hands over: content, the structure tree, language, metadata, colour intent, outline and links.

mod catalogue;
mod content;
mod embed;
pub(crate) mod icc;
mod link;
pub(crate) mod metadata;
mod outline;
mod packer;
pub(crate) mod pages;
mod structure;
mod words;

use chrono::NaiveDateTime;
use lopdf::SaveOptions;

use crate::block::Document;
use crate::{DocumentError, Painted};

/// What is not in the document itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RenderOptions {
    /// Written as the file's date of creation. The same date gives the same bytes.
    pub created: NaiveDateTime,
}

/// A PDF file, and how many pages it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub pdf: Vec<u8>,
    pub pages: usize,
}

/// Renders a document as a PDF file. Blocks the thread: CPU only, no input or output.
///
/// # Errors
/// A character that no typeface carries, a picture that cannot be read, or a failure to write.
pub fn pdf(document: &Document, options: &RenderOptions) -> Result<Vec<u8>, DocumentError> {
    Ok(printed(document, options)?.pdf)
}

/// The same, with the number of its pages.
///
/// # Errors
/// As [`pdf`].
pub fn printed(document: &Document, options: &RenderOptions) -> Result<Printed, DocumentError> {
    let mut sink = pages::PrintpdfSink::default();
    let painted = crate::render(document, &mut sink)?;
    write(document, sink, &painted, options)
}

/// A document to look at before it is printed: a box stands for each character that cannot be. What those are, and where,
/// [`unprintable`](crate::unprintable) says.
///
/// # Errors
/// A picture that cannot be read, or a failure to write.
pub fn proof(document: &Document, options: &RenderOptions) -> Result<Printed, DocumentError> {
    let mut sink = pages::PrintpdfSink::default();
    let painted = crate::layout::render_proof(document, &mut sink)?;
    write(document, sink, &painted, options)
}

fn write(
    document: &Document,
    sink: pages::PrintpdfSink,
    painted: &Painted,
    options: &RenderOptions,
) -> Result<Printed, DocumentError> {
    let mut file = sink.finish(&document.title)?;
    catalogue::complete(&mut file, document, painted, options)?;
    file.compress();
    let mut bytes = Vec::new();
    let streams = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    file.save_with_options(&mut bytes, streams).map_err(|error| writing(&error))?;
    Ok(Printed { pdf: bytes, pages: painted.pages })
}

pub(crate) fn writing(error: &dyn std::fmt::Display) -> DocumentError {
    DocumentError::Writing { reason: error.to_string() }
}
