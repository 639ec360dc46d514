//! The one content model: what a document says, free of pages and formats.
//!
//! Builders in [`crate::content`] turn board records into a [`Document`]; every format renders the same
//! blocks, so that no format has words which another lacks.

mod icon;
mod inline;
mod table;

use pledgeboard_domain::{id::VoiceId, wording};

use crate::palette::Colour;

pub use icon::Icon;
pub use inline::{Inline, Pill, Run, Tone, join_words, plain};
pub use table::{Cell, Row, Table};

/// One whole document, ready to be laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Shown in the title bar of a reader and used as the file's title property.
    pub title: String,
    /// BCP 47 tag, such as `en-GB`.
    pub language: String,
    pub style: Style,
    /// Whose document it is: the council. Word prints it at the top of every page but the first.
    pub publisher: String,
    /// Set closely on paper, so that a year stands on one page; never smaller than 9 pt, and never for children.
    pub close: bool,
    /// Printed at the top of every page as furniture, such as "Not for publication: paragraph 1".
    pub header: Option<String>,
    /// Printed at the bottom left of every page as furniture.
    pub footer: String,
    /// In a pack: the number of its first page, and of the last page of all.
    pub numbered: Option<(usize, usize)>,
    /// The board's own colour; none for ours.
    pub accent: Option<Colour>,
    pub blocks: Vec<Block>,
    /// The voices whose words stand in it, so that the board can say where each was printed.
    pub voices: Vec<VoiceId>,
}

/// How large and how airy a document is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 11 pt body, for councillors, officers and the public.
    Adult,
    /// 14 pt body, to be read at arm's length at a table.
    Large,
    /// 14 pt at least, everywhere, with pictures (easy read).
    Children,
    /// 12 pt, with smaller pictures: what children read, in a tone for adults who grew up in care.
    CareLeavers,
    /// One page that is read from across a room.
    Poster,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The document's own title: its only first-level heading, with a line above and lines below it.
    Title {
        kicker: Option<String>,
        text: String,
        subtitle: Vec<String>,
    },
    /// Level 2 to 4; levels do not skip.
    Heading {
        level: u8,
        text: Vec<Inline>,
    },
    Paragraph(Paragraph),
    List(List),
    Table(Table),
    /// Rows of a term and what is said of it: "Date: Thursday 3 December 2026".
    Facts(Vec<Fact>),
    Figure(Figure),
    /// A picture on the left, words on the right: the easy-read pattern.
    Pair(Pair),
    /// A coloured panel with blocks of its own.
    Callout {
        tone: Tone,
        blocks: Vec<Block>,
    },
    /// Ruled lines to write on, under a label.
    WritingLines {
        label: Vec<Inline>,
        count: usize,
    },
    /// Boxes to tick with a pen, under a label.
    TickBoxes {
        label: Vec<Inline>,
        options: Vec<String>,
    },
    /// What is not parted by the end of a page, if a page can hold it.
    Together(Vec<Block>),
    /// What follows starts on a new page.
    PageBreak,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub text: Vec<Inline>,
    pub size: TextSize,
    /// Stays on the page of the block that follows, as a label does.
    pub keep_with_next: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextSize {
    Body,
    /// An opening paragraph, a little larger.
    Lead,
    /// Asides; the same as body in children's documents.
    Small,
}

#[derive(Debug, Clone, PartialEq)]
pub struct List {
    pub items: Vec<Item>,
    pub ordered: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What stands before the item: "•", "3.", "(a)".
    pub label: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    pub term: String,
    pub text: Vec<Inline>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub icon: Icon,
    pub tone: Tone,
    /// The line in the tone's colour above the words, such as "You said".
    pub label: Option<String>,
    pub paragraphs: Vec<Vec<Inline>>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub picture: Picture,
    /// Said in place of the picture; never empty.
    pub alt: String,
    /// Height on paper, in points.
    pub height: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    Icon(Icon, Tone),
    /// A PNG or JPEG file's bytes.
    Image(Vec<u8>),
}

impl Document {
    pub fn new(title: impl Into<String>, style: Style) -> Self {
        Self {
            title: title.into(),
            language: "en-GB".to_owned(),
            style,
            publisher: String::new(),
            close: false,
            header: None,
            footer: String::new(),
            numbered: None,
            accent: None,
            blocks: Vec::new(),
            voices: Vec::new(),
        }
    }

    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Pushes what there is.
    pub fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) {
        self.blocks.extend(blocks);
    }

    /// Notes that a voice's words stand in it.
    pub fn holds(&mut self, voice: VoiceId) {
        if !self.voices.contains(&voice) {
            self.voices.push(voice);
        }
    }

    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.push(Block::heading(level, text));
    }

    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.push(Block::paragraph(text));
    }
}

impl Block {
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, text: plain(text) }
    }

    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::runs(plain(text))
    }

    pub fn runs(text: Vec<Inline>) -> Self {
        Self::Paragraph(Paragraph { text, size: TextSize::Body, keep_with_next: false })
    }

    pub fn small(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph { text: plain(text), size: TextSize::Small, keep_with_next: false })
    }

    pub fn lead(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph { text: plain(text), size: TextSize::Lead, keep_with_next: false })
    }

    /// A bold line that stays with what it names.
    pub fn label(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph {
            text: vec![Inline::bold(text)],
            size: TextSize::Body,
            keep_with_next: true,
        })
    }

    /// A bulleted list of plain lines.
    pub fn bullets<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Self {
        let items = items.into_iter().map(|text| Item::new("•", plain(text))).collect();
        Self::List(List { items, ordered: false })
    }

    /// A lettered list, "(a)", "(b)", as decisions are set in minutes.
    pub fn lettered(items: impl IntoIterator<Item = Vec<Inline>>) -> Self {
        let items = items
            .into_iter()
            .enumerate()
            .map(|(index, text)| Item::new(wording::lettered(index), text))
            .collect();
        Self::List(List { items, ordered: true })
    }
}

impl Item {
    pub fn new(label: impl Into<String>, text: Vec<Inline>) -> Self {
        Self { label: label.into(), blocks: vec![Block::runs(text)] }
    }
}

impl Fact {
    pub fn new(term: impl Into<String>, text: impl Into<String>) -> Self {
        Self { term: term.into(), text: plain(text) }
    }
}
