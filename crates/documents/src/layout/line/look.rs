//! What each stretch of a text looks like, what language it is in, and where it leads.

use std::ops::Range;

use pledgeboard_domain::text::steers;
use unicode_normalization::UnicodeNormalization;

use super::Words;
use crate::block::{Inline, Run, Tone};
use crate::fonts::{Face, Family, Shaper, is_silent};
use crate::language;
use crate::sink::Role;
use crate::structure::{Detail, NodeId, Tree};

/// The look of a stretch of text.
#[derive(Clone)]
pub struct Look {
    pub range: Range<usize>,
    pub node: NodeId,
    pub face: Face,
    /// The design for its language.
    pub family: Family,
    pub tone: Tone,
    pub link: Option<String>,
    pub pill: Option<String>,
}

/// Stands for a pill in the text that is searched for places to break.
const PILL: char = '\u{fffc}';

/// One text of all inlines, and what each stretch of it looks like.
pub fn gather(
    shaper: &mut Shaper,
    tree: &mut Tree,
    inlines: &[Inline],
    words: Words,
    node: NodeId,
) -> (String, Vec<Look>) {
    let mut text = String::new();
    let mut looks = Vec::new();
    for inline in inlines {
        let plain = Look {
            range: text.len()..text.len(),
            node,
            face: Face::of(words.bold, false),
            family: Family::Main,
            tone: words.tone,
            link: None,
            pill: None,
        };
        match inline {
            Inline::LineBreak => text.push('\n'),
            Inline::Pill(pill) => {
                let said = printable(shaper, &pill.text);
                let look = Look { face: Face::Bold, tone: pill.tone, ..plain };
                let look = in_language(tree, look, language::whole(&said).as_deref());
                text.push(PILL);
                looks.push(Look { range: look.range.start..text.len(), pill: Some(said), ..look });
            }
            Inline::Run(run) => {
                let look = Look {
                    face: Face::of(run.bold || words.bold, run.italic),
                    tone: run.tone.unwrap_or(words.tone),
                    ..plain
                };
                self::run(tree, run, &printable(shaper, &run.text), look, &mut text, &mut looks);
            }
        }
    }
    (text, looks)
}

/// A run, cut where its language changes.
fn run(tree: &mut Tree, run: &Run, said: &str, mut look: Look, text: &mut String, looks: &mut Vec<Look>) {
    if let Some(language) = &run.language {
        look = in_language(tree, look, Some(language));
    }
    if let Some(address) = run.address() {
        look.node = tree.add(look.node, Role::Link);
        look.link = Some(address.to_owned());
        look.tone = run.tone.unwrap_or(Tone::Accent);
    }
    let foreign = if run.language.is_some() { Vec::new() } else { language::foreign(said) };
    let mut push = |look: Look, words: &str| {
        let start = text.len();
        text.push_str(words);
        if !words.is_empty() {
            looks.push(Look { range: start..text.len(), ..look });
        }
    };
    let mut done = 0;
    for stretch in foreign {
        push(look.clone(), said.get(done..stretch.range.start).unwrap_or_default());
        done = stretch.range.end;
        let look = in_language(tree, look.clone(), stretch.language.as_deref());
        push(look, said.get(stretch.range).unwrap_or_default());
    }
    push(look, said.get(done..).unwrap_or_default());
}

/// In a span of that language, and in its typefaces.
fn in_language(tree: &mut Tree, look: Look, language: Option<&str>) -> Look {
    let Some(language) = language else { return look };
    let detail = Detail { language: Some(language.to_owned()), ..Detail::default() };
    Look { node: tree.add_with(look.node, Role::Span, detail), family: language::family(language), ..look }
}

/// Composed characters without controls and marks that have no shape of their own; on a proof, a box for what cannot be
/// printed.
fn printable(shaper: &Shaper, text: &str) -> String {
    if text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    text.nfc()
        .filter_map(|character| match character {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
            // These join and part letters, allow a break, and say which way their neighbours read.
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{61c}' => Some(character),
            PILL => None,
            other if is_silent(other) || steers(other) => None,
            other => Some(shaper.shown(other)),
        })
        .collect()
}
