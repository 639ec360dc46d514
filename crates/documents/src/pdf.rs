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
mod syntax;
mod words;
pub(crate) mod write;

use std::io;

use chrono::NaiveDateTime;
use lopdf::{Object, ObjectId};

use catalogue::Whole;
use write::Writer;

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
    let whole = catalogue::complete(&mut file, document, painted, options)?;
    file.compress();
    let pdf = save(&file, &whole, painted).map_err(|error| writing(&error))?;
    Ok(Printed { pdf, pages: painted.pages })
}

/// Writes the objects of printpdf's document under their own numbers, and the structure tree after them.
fn save(file: &lopdf::Document, whole: &Whole, painted: &Painted) -> io::Result<Vec<u8>> {
    let mut out = Writer::begin(Vec::new())?;
    while out.reserve() < file.max_id {}
    for ((number, _), object) in &file.objects {
        put(&mut out, *number, object)?;
    }
    let numbers = |ids: &[ObjectId]| ids.iter().map(|(number, _)| *number).collect::<Vec<_>>();
    structure::write(&mut out, whole.tree.0, &numbers(&whole.pages), &numbers(&whole.links), painted)?;
    out.finish(whole.root.0, whole.info.0, &whole.id)
}

fn put(out: &mut Writer<Vec<u8>>, number: u32, object: &Object) -> io::Result<()> {
    let Object::Stream(stream) = object else {
        syntax::object(out.object(number)?, object);
        return Ok(());
    };
    let mut says = Vec::new();
    syntax::dictionary(&mut says, &stream.dict);
    out.stream(number, &says, &stream.content)
}

pub(crate) fn writing(error: &dyn std::fmt::Display) -> DocumentError {
    DocumentError::Writing { reason: error.to_string() }
}
