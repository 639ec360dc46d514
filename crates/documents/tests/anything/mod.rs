//! Documents of blocks by chance, with words of every script.

use pledgeboard_documents::block::*;
use pledgeboard_documents::fonts::{STAND_IN, is_printable};
use pledgeboard_documents::text;
use proptest::collection::vec;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::reading::Element;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tables {
    /// Of any number of columns; a wide one repeats its headings.
    Any,
    /// Such as always fit the page.
    Narrow,
}

const TONES: [Tone; 4] = [Tone::Ink, Tone::Plum, Tone::Leaf, Tone::Coral];

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-z0-9 ,.()“”’€£-]{0,60}",
        2 => "[؀-ۿ \u{200c}0-9.(]{0,40}",
        1 => "[ሀ-፼ ]{0,30}",
        1 => "[Ạ-ỹ a-z]{0,30}",
        1 => "[А-яіїєґ ]{0,30}",
        1 => "[a-zא-ת \u{300}-\u{330}]{0,20}",
        1 => "\\PC{0,30}",
        1 => any::<String>().prop_map(|it| it.chars().take(20).collect()),
        1 => Just("w".repeat(300)),
        1 => Just(String::new()),
    ]
}

fn runs() -> impl Strategy<Value = Vec<Inline>> {
    let run =
        (words(), any::<(bool, bool)>(), 0..8usize).prop_map(|(text, (bold, italic), kind)| match kind {
            0 => Inline::LineBreak,
            1 => Inline::link(text, "https://example.org/(a)?b=c\\d"),
            2 => Inline::pill(text.chars().take(12).collect::<String>(), Tone::Leaf),
            _ => Inline::Run(Run { text, bold, italic, ..Run::default() }),
        });
    vec(run, 0..4)
}

fn cell() -> impl Strategy<Value = Cell> {
    vec(runs(), 0..3).prop_map(|paragraphs| Cell { paragraphs })
}

fn table(tables: Tables) -> impl Strategy<Value = Table> {
    let most = if tables == Tables::Any { 12 } else { 2 };
    let row = move || vec(cell(), 0..=most);
    (words(), row(), vec(row(), 0..6), vec(-1.0..4.0, 0..=most), any::<bool>()).prop_map(
        |(summary, header, rows, weights, row_headers)| Table {
            summary,
            header,
            rows: rows.into_iter().map(|cells| Row { cells }).collect(),
            weights,
            row_headers,
        },
    )
}

fn leaf(tables: Tables) -> impl Strategy<Value = Block> {
    let size = prop_oneof![Just(TextSize::Body), Just(TextSize::Lead), Just(TextSize::Small)];
    prop_oneof![
        3 => (runs(), size, any::<bool>())
            .prop_map(|(text, size, keep_with_next)| Block::Paragraph(Paragraph { text, size, keep_with_next })),
        2 => (0..9u8, runs()).prop_map(|(level, text)| Block::Heading { level, text }),
        1 => table(tables).prop_map(Block::Table),
        1 => vec((words(), runs()), 0..4)
            .prop_map(|facts| Block::Facts(facts.into_iter().map(|(term, text)| Fact { term, text }).collect())),
        1 => (words(), -5.0..2000.0).prop_map(move |(alt, height)| {
            // What is said in place of a picture is not printed.
            let alt = if tables == Tables::Any { alt } else { String::new() };
            Block::Figure(Figure { picture: Picture::Icon(Icon::said(), Tone::Plum), alt, height })
        }),
        1 => (proptest::option::of(words()), vec(runs(), 0..4), 0..TONES.len()).prop_map(|(label, paragraphs, tone)| {
            Block::Pair(Pair { icon: Icon::said(), tone: TONES[tone], label, paragraphs })
        }),
        1 => (runs(), 0..40usize).prop_map(|(label, count)| Block::WritingLines { label, count }),
        1 => (runs(), vec(words(), 0..5)).prop_map(|(label, options)| Block::TickBoxes { label, options }),
        1 => Just(Block::PageBreak),
        1 => (proptest::option::of(words()), words(), vec(words(), 0..3))
            .prop_map(|(kicker, text, subtitle)| Block::Title { kicker, text, subtitle }),
    ]
}

fn block(tables: Tables) -> impl Strategy<Value = Block> {
    leaf(tables).prop_recursive(3, 24, 4, |inner| {
        let item = (words(), vec(inner.clone(), 0..3)).prop_map(|(label, blocks)| Item { label, blocks });
        prop_oneof![
            (vec(item, 0..4), any::<bool>())
                .prop_map(|(items, ordered)| Block::List(List { items, ordered })),
            (0..TONES.len(), vec(inner.clone(), 0..4))
                .prop_map(|(tone, blocks)| Block::Callout { tone: TONES[tone], blocks }),
            vec(inner, 0..4).prop_map(Block::Together),
        ]
    })
}

pub fn document(tables: Tables) -> impl Strategy<Value = Document> {
    (words(), any::<bool>(), words(), proptest::option::of(words()), vec(block(tables), 0..8)).prop_map(
        |(title, adult, footer, header, blocks)| {
            let mut document = Document::new(title, if adult { Style::Adult } else { Style::Children });
            document.footer = footer;
            document.header = header;
            document.blocks = blocks;
            document
        },
    )
}

/// The words of a document without spaces, as they come out of a reader.
pub fn said(document: &Document) -> String {
    solid(&text(document))
}

/// The same of what was read.
pub fn heard(read: &Element) -> String {
    solid(&read.words())
}

/// Without what is not heard or cannot be printed, and without the marks that the plain text puts between cells.
fn solid(words: &str) -> String {
    let is_heard = |it: &char| {
        let silent = matches!(it, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(it, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffc}');
        !silent && !it.is_whitespace() && !it.is_control() && !matches!(it, '|' | ':' | '[' | ']')
    };
    let composed: String = words.chars().filter(is_heard).nfc().collect();
    composed.chars().filter(|it| *it != STAND_IN && is_printable(*it)).nfd().collect()
}
