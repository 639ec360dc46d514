//! Pieces: words of one look, shaped, gathered in segments between the places where a line may break.

use std::ops::Range;
use std::rc::Rc;

use smallvec::{SmallVec, smallvec};
use unicode_bidi::Level;
use unicode_linebreak::BreakOpportunity;
use unicode_normalization::char::is_combining_mark;

use super::Words;
use super::direction::Directions;
use super::look::{Look, gather};
use crate::block::{Inline, Tone};
use crate::fonts::{Face, Family, Shaped, Shaper, is_silent};
use crate::language;
use crate::structure::{NodeId, Tree};

#[derive(Debug, Clone)]
pub struct Piece {
    pub node: NodeId,
    pub shaped: Rc<Shaped>,
    pub size: f64,
    pub tone: Tone,
    pub level: Level,
    /// Of its paragraph.
    pub base: Level,
    /// A gap between words, which may hang over the end of a line.
    pub space: bool,
    pub pill: bool,
    pub link: Option<String>,
}

/// Mostly one.
pub type Few<T> = SmallVec<[T; 1]>;

/// What stands between two places where a line may break.
#[derive(Debug, Clone, Default)]
pub struct Segment {
    pub pieces: Few<Piece>,
    pub gap: Few<Piece>,
    /// The line ends after it.
    pub ends_line: bool,
}

impl Piece {
    pub fn width(&self) -> f64 {
        self.shaped.width * self.size / 1000.0 + 2.0 * self.padding()
    }

    /// The ground of a pill at each side of its word.
    pub fn padding(&self) -> f64 {
        if self.pill { self.size * 0.5 } else { 0.0 }
    }
}

pub fn cut(
    shaper: &mut Shaper,
    tree: &mut Tree,
    inlines: &[Inline],
    words: Words,
    node: NodeId,
) -> Vec<Segment> {
    let (text, looks) = gather(shaper, tree, inlines, words, node);
    if text.is_empty() {
        return Vec::new();
    }
    let directions = Directions::of(&text);
    let mut segments = Vec::new();
    let mut start = 0;
    for (end, opportunity) in unicode_linebreak::linebreaks(&text) {
        let whole = text.get(start..end).unwrap_or_default().trim_end_matches('\n');
        let core = whole.trim_end_matches(' ');
        let mut segment =
            Segment { ends_line: opportunity == BreakOpportunity::Mandatory, ..Segment::default() };
        let middle = start + core.len();
        pieces(shaper, &text, start..middle, &looks, &directions, words, &mut segment.pieces);
        pieces(shaper, &text, middle..start + whole.len(), &looks, &directions, words, &mut segment.gap);
        for piece in &mut segment.gap {
            piece.space = true;
        }
        segments.push(segment);
        start = end;
    }
    segments
}

fn pieces(
    shaper: &mut Shaper,
    text: &str,
    range: Range<usize>,
    looks: &[Look],
    directions: &Directions,
    words: Words,
    into: &mut Few<Piece>,
) {
    let base = directions.base(range.start);
    for look in looks.iter().filter(|look| look.range.start < range.end && look.range.end > range.start) {
        let (start, end) = (look.range.start.max(range.start), look.range.end.min(range.end));
        let mut push = |shaped: Rc<Shaped>, size: f64, level: Level, pill: bool| {
            // Characters that only steer leave nothing to draw.
            if !shaped.clusters.is_empty() {
                into.push(piece(look, shaped, size, (level, base), pill));
            }
        };
        if let Some(pill) = &look.pill {
            let level = directions.embedded(start, language::is_right_to_left(pill));
            for (face, stretch) in by_face(shaper, look, pill) {
                push(shaper.shape(face, level.is_rtl(), stretch), words.size * 0.92, level, true);
            }
            continue;
        }
        for (level, range) in directions.stretches(start..end) {
            for (face, stretch) in by_face(shaper, look, text.get(range).unwrap_or_default()) {
                push(shaper.shape(face, level.is_rtl(), stretch), words.size, level, false);
            }
        }
    }
}

fn piece(look: &Look, shaped: Rc<Shaped>, size: f64, (level, base): (Level, Level), pill: bool) -> Piece {
    let size = size * shaped.face.scale();
    Piece {
        node: look.node,
        shaped,
        size,
        tone: look.tone,
        level,
        base,
        space: false,
        pill,
        link: look.link.clone(),
    }
}

/// Stretches of one face; a letter and the marks upon it stay in one, and so do the letters of a word.
fn by_face<'a>(shaper: &mut Shaper, look: &Look, text: &'a str) -> Few<(Face, &'a str)> {
    if look.family == Family::Main && text.is_ascii() {
        return smallvec![(look.face, text)];
    }
    if let Some(face) = shaper.face_for_word(look.face, look.family, text) {
        return smallvec![(face, text)];
    }
    let mut stretches: Vec<(Face, Range<usize>)> = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let mut end = start + character.len_utf8();
        let mut face = shaper.face_for(look.face, look.family, character);
        while let Some((next, mark)) = characters.next_if(|(_, it)| is_combining_mark(*it) || is_silent(*it))
        {
            end = next + mark.len_utf8();
            if !is_silent(mark) {
                face = face.max(shaper.face_for(look.face, look.family, mark));
            }
        }
        match stretches.last_mut() {
            Some((known, range)) if *known == face => range.end = end,
            _ => stretches.push((face, start..end)),
        }
    }
    stretches.into_iter().filter_map(|(face, range)| Some((face, text.get(range)?))).collect()
}
