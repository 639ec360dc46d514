//! Pieces: words of one look, shaped, gathered in segments between the places where a line may break.

use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::BreakOpportunity;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Words;
use crate::block::{Inline, Tone};
use crate::fonts::{Face, Shaped, Shaper};
use crate::sink::Role;
use crate::structure::{Detail, NodeId, Tree};

#[derive(Debug, Clone)]
pub struct Piece {
    pub node: NodeId,
    pub shaped: Rc<Shaped>,
    pub size: f64,
    pub tone: Tone,
    pub level: Level,
    /// A gap between words, which may hang over the end of a line.
    pub space: bool,
    pub pill: bool,
    pub link: Option<String>,
}

/// What stands between two places where a line may break.
#[derive(Debug, Clone, Default)]
pub struct Segment {
    pub pieces: Vec<Piece>,
    pub gap: Vec<Piece>,
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

/// The look of a stretch of text.
#[derive(Clone)]
struct Look {
    range: Range<usize>,
    node: NodeId,
    face: Face,
    tone: Tone,
    link: Option<String>,
    pill: Option<String>,
}

/// Stands for a pill in the text that is searched for places to break.
const PILL: char = '\u{fffc}';

pub fn cut(
    shaper: &mut Shaper,
    tree: &mut Tree,
    inlines: &[Inline],
    words: Words,
    node: NodeId,
) -> Vec<Segment> {
    let (text, looks) = gather(tree, inlines, words, node);
    if text.is_empty() {
        return Vec::new();
    }
    let levels = levels(&text);
    let mut segments = Vec::new();
    let mut start = 0;
    for (end, opportunity) in unicode_linebreak::linebreaks(&text) {
        let whole = text.get(start..end).unwrap_or_default().trim_end_matches('\n');
        let core = whole.trim_end_matches(' ');
        let mut segment =
            Segment { ends_line: opportunity == BreakOpportunity::Mandatory, ..Segment::default() };
        let middle = start + core.len();
        pieces(shaper, &text, start..middle, &looks, &levels, words, &mut segment.pieces);
        pieces(shaper, &text, middle..start + whole.len(), &looks, &levels, words, &mut segment.gap);
        for piece in &mut segment.gap {
            piece.space = true;
        }
        segments.push(segment);
        start = end;
    }
    segments
}

/// The direction of each byte; none where all read from left to right.
fn levels(text: &str) -> Vec<Level> {
    // Hebrew, the first script that reads from right to left, begins here.
    if text.chars().all(|character| character < '\u{590}') {
        return Vec::new();
    }
    BidiInfo::new(text, Some(Level::ltr())).levels
}

/// One text of all inlines, and what each stretch of it looks like.
fn gather(tree: &mut Tree, inlines: &[Inline], words: Words, node: NodeId) -> (String, Vec<Look>) {
    let mut text = String::new();
    let mut looks = Vec::new();
    for inline in inlines {
        let start = text.len();
        let mut look = Look {
            range: start..start,
            node,
            face: Face::of(words.bold, false),
            tone: words.tone,
            link: None,
            pill: None,
        };
        match inline {
            Inline::LineBreak => text.push('\n'),
            Inline::Pill(pill) => {
                text.push(PILL);
                look.pill = Some(printable(&pill.text));
                look.face = Face::Bold;
                look.tone = pill.tone;
            }
            Inline::Run(run) => {
                text.push_str(&printable(&run.text));
                look.face = Face::of(run.bold || words.bold, run.italic);
                look.tone = run.tone.unwrap_or(words.tone);
                if let Some(language) = &run.language {
                    let detail = Detail { language: Some(language.clone()), ..Detail::default() };
                    look.node = tree.add_with(look.node, Role::Span, detail);
                }
                if let Some(address) = &run.link {
                    look.node = tree.add(look.node, Role::Link);
                    look.link = Some(address.clone());
                    look.tone = run.tone.unwrap_or(Tone::Accent);
                }
            }
        }
        look.range.end = text.len();
        looks.push(look);
    }
    (text, looks)
}

/// Composed characters without controls and marks that have no shape of their own.
fn printable(text: &str) -> String {
    if text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    text.nfc()
        .filter_map(|character| match character {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
            PILL => None,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => None,
            '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => None,
            other if other.is_control() => None,
            other => Some(other),
        })
        .collect()
}

fn pieces(
    shaper: &mut Shaper,
    text: &str,
    range: Range<usize>,
    looks: &[Look],
    levels: &[Level],
    words: Words,
    into: &mut Vec<Piece>,
) {
    for look in looks.iter().filter(|look| look.range.start < range.end && look.range.end > range.start) {
        let (start, end) = (look.range.start.max(range.start), look.range.end.min(range.end));
        if let Some(pill) = &look.pill {
            for (face, stretch) in by_face(shaper, look.face, pill) {
                let shaped = shaper.shape(face, false, stretch);
                let size = words.size * 0.92;
                into.push(piece(look, shaped, size, Level::ltr(), true));
            }
            continue;
        }
        let stretch = text.get(start..end).unwrap_or_default();
        for (level, level_range) in by_level(stretch, levels.get(start..end).unwrap_or_default()) {
            let stretch = stretch.get(level_range).unwrap_or_default();
            for (face, stretch) in by_face(shaper, look.face, stretch) {
                let shaped = shaper.shape(face, level.is_rtl(), stretch);
                into.push(piece(look, shaped, words.size, level, false));
            }
        }
    }
}

fn piece(look: &Look, shaped: Rc<Shaped>, size: f64, level: Level, pill: bool) -> Piece {
    Piece {
        node: look.node,
        shaped,
        size,
        tone: look.tone,
        level,
        space: false,
        pill,
        link: look.link.clone(),
    }
}

/// Stretches of one direction.
fn by_level(text: &str, levels: &[Level]) -> Vec<(Level, Range<usize>)> {
    let mut stretches: Vec<(Level, Range<usize>)> = Vec::new();
    for (index, character) in text.char_indices() {
        let level = levels.get(index).copied().unwrap_or(Level::ltr());
        let end = index + character.len_utf8();
        match stretches.last_mut() {
            Some((known, range)) if *known == level => range.end = end,
            _ => stretches.push((level, index..end)),
        }
    }
    stretches
}

/// Stretches of one face; a letter and the marks upon it stay in one.
fn by_face<'a>(shaper: &mut Shaper, wanted: Face, text: &'a str) -> Vec<(Face, &'a str)> {
    let mut stretches: Vec<(Face, Range<usize>)> = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let mut end = start + character.len_utf8();
        let mut face = shaper.face_for(wanted, character);
        while let Some((next, mark)) = characters.next_if(|(_, next)| is_combining_mark(*next)) {
            end = next + mark.len_utf8();
            face = face.max(shaper.face_for(wanted, mark));
        }
        match stretches.last_mut() {
            Some((known, range)) if *known == face => range.end = end,
            _ => stretches.push((face, start..end)),
        }
    }
    stretches.into_iter().filter_map(|(face, range)| Some((face, text.get(range)?))).collect()
}
