//! Headers and footers: outside the structure, so that a screen reader is not interrupted on every page.

use super::flow::{Flow, slices};
use super::line::Words;
use super::paginate::Page;
use super::slice::{Drawing, Item, Owner, Slice};
use super::theme::PAGE_HEIGHT;
use crate::block::{Document, Style, Tone, plain};
use crate::palette::LINE;
use crate::structure::NodeId;

/// Moves the items of each page to their place on the sheet and adds what stands around them.
pub fn add(flow: &mut Flow, document: &Document, pages: &mut [Page]) {
    let theme = flow.theme;
    let (first, last) = document.numbered.unwrap_or((1, pages.len()));
    let words = Words { size: theme.furniture, leading: 1.3, tone: Tone::Soft, bold: false };
    for (index, page) in pages.iter_mut().enumerate() {
        for item in &mut page.items {
            item.shift((theme.margin_side, theme.margin_top).into());
        }
        let top = PAGE_HEIGHT - theme.margin_bottom + 22.0;
        page.items.push(Item::rule(theme.margin_side, top, theme.width(), LINE, 0.8));

        let number = match document.style {
            // One page, read from across a room.
            Style::Poster => String::new(),
            _ => format!("Page {} of {last}", first + index),
        };
        let mut right = furniture(flow, &number, words, theme.width());
        let width = right.1;
        right.0.shift(theme.margin_side + theme.width() - width, top + 7.0);
        let mut left = furniture(flow, &document.footer, words, theme.width() - width - 20.0);
        // What would run off the paper is left out: it is the same on every page, and no part of the document's words.
        let room = PAGE_HEIGHT - top - 27.0;
        left.0.items.retain(|item| !matches!(&item.drawing, Drawing::Text(text) if text.origin.y > room));
        left.0.shift(theme.margin_side, top + 7.0);
        page.items.append(&mut left.0.items);
        page.items.append(&mut right.0.items);

        if let Some(header) = &document.header {
            let words = Words { tone: Tone::Coral, bold: true, ..words };
            let mut head = furniture(flow, header, words, theme.width());
            // Of two lines, the lower stands where one alone does.
            let above = (head.0.height - words.height()).clamp(0.0, 20.0);
            head.0.shift(theme.margin_side, theme.margin_top - 26.0 - above);
            page.items.append(&mut head.0.items);
        }
    }
}

/// Set words that belong to no node, and their width.
fn furniture(flow: &mut Flow, text: &str, words: Words, width: f64) -> (Slice, f64) {
    let lines = flow.set_close(&plain(text), words, width, NodeId::ROOT);
    let widest = lines.iter().map(|line| line.width).fold(0.0, f64::max);
    let mut slice = Slice::stack(slices(lines, 0.0));
    for item in &mut slice.items {
        if matches!(item.owner, Owner::Node(_)) {
            item.owner = Owner::Furniture;
        }
    }
    (slice, widest)
}
