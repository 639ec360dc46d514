//! Layout: blocks become slices, slices become pages, pages are drawn on a [`PageSink`](crate::sink::PageSink).
//!
//! The layout does not know who draws.

mod flow;
mod furniture;
mod line;
mod list;
mod paginate;
mod paint;
mod pair;
mod pen;
mod slice;
pub mod table;
pub mod theme;
mod title;

pub use paint::{Bookmark, Link, Painted};

use crate::DocumentError;
use crate::block::Document;
use crate::fonts::Shaper;
use crate::sink::PageSink;

/// Lays a document out and draws it; returns what is not on the pages: structure, links and bookmarks.
///
/// # Errors
/// A character that no typeface carries, or a picture that cannot be read.
pub fn render(document: &Document, sink: &mut dyn PageSink) -> Result<Painted, DocumentError> {
    draw(document, Shaper::default(), sink)
}

/// The same, with a box for each character that cannot be printed.
///
/// # Errors
/// A picture that cannot be read.
pub fn render_proof(document: &Document, sink: &mut dyn PageSink) -> Result<Painted, DocumentError> {
    draw(document, Shaper::of_proofs(), sink)
}

/// How many pages a document will have.
///
/// # Errors
/// As for [`render_proof`].
pub fn page_count(document: &Document) -> Result<usize, DocumentError> {
    Ok(render_proof(document, &mut crate::sink::Nowhere)?.pages)
}

fn draw(document: &Document, shaper: Shaper, sink: &mut dyn PageSink) -> Result<Painted, DocumentError> {
    let theme = theme::Theme::of(document);
    let mut flow = flow::Flow::new(theme, shaper);
    let slices = flow.document(document)?;
    let mut pages = paginate::paginate(slices, theme.height());
    furniture::add(&mut flow, document, &mut pages);
    if !flow.shaper.unprintable().is_empty() {
        return Err(DocumentError::Unprintable { places: crate::unprintable(document) });
    }
    Ok(paint::paint(pages, flow.tree, sink))
}
