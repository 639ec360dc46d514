//! Words within a line: how they look, what language they are in, where they lead.

use crate::link::may_be_followed;

/// The token colours of the product's look, by what they mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    Ink,
    Soft,
    /// The board's own colour: the line above the title, table headings, links.
    Accent,
    /// Action, lead, "We will".
    Teal,
    /// Children's voices, listen, "You said".
    Plum,
    /// Check, getting there, "How will we know?".
    Sun,
    /// Kept, done, "We did".
    Leaf,
    /// Not yet, overdue, exempt.
    Coral,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Run(Run),
    Pill(Pill),
    LineBreak,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    pub tone: Option<Tone>,
    /// BCP 47 tag where it differs from the document's.
    pub language: Option<String>,
    /// An absolute address (https:, mailto:, tel:).
    pub link: Option<String>,
}

/// A short word on a coloured ground, such as a rating. The word carries the meaning, not the colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Pill {
    pub text: String,
    pub tone: Tone,
}

impl Run {
    /// Where it leads, if a link may lead there; to a page of the same pack too.
    pub fn address(&self) -> Option<&str> {
        self.link.as_deref().filter(|it| may_be_followed(it) || it.starts_with("page:"))
    }
}

impl Inline {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Run(Run { text: text.into(), ..Run::default() })
    }

    pub fn bold(text: impl Into<String>) -> Self {
        Self::Run(Run { text: text.into(), bold: true, ..Run::default() })
    }

    pub fn italic(text: impl Into<String>) -> Self {
        Self::Run(Run { text: text.into(), italic: true, ..Run::default() })
    }

    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self::Run(Run { text: text.into(), tone: Some(tone), ..Run::default() })
    }

    pub fn link(text: impl Into<String>, address: impl Into<String>) -> Self {
        Self::Run(Run { text: text.into(), link: Some(address.into()), ..Run::default() })
    }

    pub fn in_language(text: impl Into<String>, language: impl Into<String>) -> Self {
        Self::Run(Run { text: text.into(), language: Some(language.into()), ..Run::default() })
    }

    pub fn pill(text: impl Into<String>, tone: Tone) -> Self {
        Self::Pill(Pill { text: text.into(), tone })
    }

    /// The words alone.
    pub fn words(&self) -> &str {
        match self {
            Self::Run(run) => &run.text,
            Self::Pill(pill) => &pill.text,
            Self::LineBreak => "\n",
        }
    }
}

/// Runs of plain text; a line feed in the text becomes a line break.
pub fn plain(text: impl Into<String>) -> Vec<Inline> {
    let text: String = text.into();
    let mut inlines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            inlines.push(Inline::LineBreak);
        }
        if !line.is_empty() {
            inlines.push(Inline::text(line));
        }
    }
    inlines
}

/// The words of a line of inlines.
pub fn join_words(inlines: &[Inline]) -> String {
    inlines.iter().map(Inline::words).collect()
}
