//! From inlines to lines: runs are cut where a line may break, shaped, and set until the line is full.

mod direction;
mod fill;
mod look;
mod piece;

use std::rc::Rc;

use kurbo::{Point, Rect};
use unicode_bidi::{BidiInfo, Level};

use super::slice::{Drawing, Item, Owner, panel};
use crate::block::{Inline, Tone};
use crate::fonts::Shaper;
use crate::palette::{Colour, Palette};
use crate::sink::Text;
use crate::structure::{NodeId, Tree};

use piece::Piece;

/// How words are set unless they say otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Words {
    pub size: f64,
    pub leading: f64,
    pub tone: Tone,
    pub bold: bool,
}

/// One line of set words, its items relative to its top left corner.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    pub width: f64,
    pub height: f64,
    pub items: Vec<Item>,
    /// It begins on the right.
    pub right_to_left: bool,
}

/// Of the em: how far the letters of the main face reach above and below the baseline.
const ASCENT: f64 = 0.95;
const DESCENT: f64 = 0.29;

impl Words {
    pub fn height(&self) -> f64 {
        self.size * self.leading
    }

    pub fn baseline(&self) -> f64 {
        (self.height() - (ASCENT + DESCENT) * self.size) / 2.0 + ASCENT * self.size
    }
}

/// Sets inlines in lines of at most `width`.
pub fn set(
    shaper: &mut Shaper,
    tree: &mut Tree,
    inlines: &[Inline],
    words: Words,
    palette: Palette,
    width: f64,
    node: NodeId,
) -> Vec<Line> {
    let segments = piece::cut(shaper, tree, inlines, words, node);
    fill::fill(segments, width).into_iter().map(|pieces| draw(pieces, words, palette)).collect()
}

impl Line {
    /// Puts its beginning at the edge of a measure: at the right one, where it reads from there.
    pub fn align(&mut self, measure: f64) {
        if self.right_to_left {
            for item in &mut self.items {
                item.shift(((measure - self.width).max(0.0), 0.0).into());
            }
        }
    }
}

/// The width of the longest word, below which words would be cut.
pub fn longest_word(shaper: &mut Shaper, inlines: &[Inline], words: Words) -> f64 {
    let mut scratch = Tree::default();
    let segments = piece::cut(shaper, &mut scratch, inlines, words, NodeId::ROOT);
    segments.iter().map(|segment| segment.pieces.iter().map(Piece::width).sum()).fold(0.0, f64::max)
}

fn draw(pieces: Vec<Piece>, words: Words, palette: Palette) -> Line {
    let baseline = words.baseline();
    let right_to_left = pieces.first().is_some_and(|piece| piece.base.is_rtl());
    let mut lefts = positions(&pieces);
    let (left, right) = extent(&pieces, &lefts);
    if right_to_left {
        lefts.iter_mut().for_each(|it| *it -= left);
    }
    let width = if right_to_left { right - left } else { right };
    let (mut grounds, mut texts, mut links) = (Vec::new(), Vec::new(), Vec::<Item>::new());
    // Where the words before end, if others of their look may follow at once.
    let mut end = None;
    for (piece, left) in pieces.iter().zip(&lefts) {
        let colour = palette.ink(piece.tone);
        if piece.pill {
            let height = piece.size * 1.5;
            let top = baseline - piece.size * 0.34 - height / 2.0;
            let ground = panel(*left, top, piece.width(), height, piece.size * 0.42);
            grounds.push(Item::fill(ground, palette.wash(piece.tone)));
        }
        if let Some(address) = &piece.link {
            grounds.push(Item::rule(*left, baseline + piece.size * 0.16, piece.width(), colour, 0.6));
            let area = Rect::new(*left, 0.0, left + piece.width(), words.height());
            extend_link(&mut links, piece, address, area);
        }
        let follows = !piece.pill && end == Some(*left);
        end = (!piece.pill).then(|| left + piece.width());
        if !(follows && texts.last_mut().is_some_and(|it| join(it, piece, colour))) {
            texts.push(Item {
                owner: Owner::Node(piece.node),
                drawing: Drawing::Text(Text {
                    origin: Point::new(left + piece.padding(), baseline),
                    words: vec![Rc::clone(&piece.shaped)],
                    face: piece.shaped.face,
                    size: piece.size,
                    colour,
                }),
            });
        }
    }
    let items = grounds.into_iter().chain(texts).chain(links).collect();
    Line { width, height: words.height(), items, right_to_left }
}

/// Adds a word to those before it, where they are of one look.
fn join(item: &mut Item, piece: &Piece, colour: Colour) -> bool {
    let Drawing::Text(text) = &mut item.drawing else { return false };
    let is_like = item.owner == Owner::Node(piece.node)
        && text.face == piece.shaped.face
        && text.size == piece.size
        && text.colour == colour;
    if is_like {
        text.words.push(Rc::clone(&piece.shaped));
    }
    is_like
}

/// A link of several words on a line is one place to click.
fn extend_link(links: &mut Vec<Item>, piece: &Piece, address: &str, place: Rect) {
    let said = piece.shaped.text();
    if let Some(Item { owner, drawing: Drawing::Link { area, words, .. } }) = links.last_mut()
        && *owner == Owner::Node(piece.node)
    {
        *area = area.union(place);
        words.push_str(&said);
        return;
    }
    links.push(Item {
        owner: Owner::Node(piece.node),
        drawing: Drawing::Link { area: place, address: address.to_owned(), words: said },
    });
}

/// Left edges of pieces, with those that read from right to left in their visual order.
fn positions(pieces: &[Piece]) -> Vec<f64> {
    let mut x = 0.0;
    if pieces.iter().all(|piece| piece.level.is_ltr() && piece.base.is_ltr()) {
        let left = |piece: &Piece| {
            let left = x;
            x += piece.width();
            left
        };
        return pieces.iter().map(left).collect();
    }
    let mut lefts = vec![0.0; pieces.len()];
    for index in BidiInfo::reorder_visual(&levels(pieces)) {
        if let (Some(left), Some(piece)) = (lefts.get_mut(index), pieces.get(index)) {
            *left = x;
            x += piece.width();
        }
    }
    lefts
}

/// From the first word's edge to the last one's: the gap that ends a line hangs over.
fn extent(pieces: &[Piece], lefts: &[f64]) -> (f64, f64) {
    let words = || pieces.iter().zip(lefts).filter(|(piece, _)| !piece.space);
    let left = words().map(|(_, left)| *left).reduce(f64::min);
    (left.unwrap_or(0.0), words().map(|(piece, left)| left + piece.width()).fold(0.0, f64::max))
}

/// The gap at the end of a line has the direction of its paragraph (Unicode Standard Annex 9, L1).
fn levels(pieces: &[Piece]) -> Vec<Level> {
    let mut levels: Vec<_> = pieces.iter().map(|piece| piece.level).collect();
    let ends = pieces.iter().rev().take_while(|piece| piece.space).count();
    for (level, piece) in levels.iter_mut().zip(pieces).rev().take(ends) {
        *level = piece.base;
    }
    levels
}
