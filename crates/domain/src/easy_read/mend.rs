//! What the checker offers to do about a passage: the whole text as it would then be, so that nobody counts letters.

use serde::{Deserialize, Serialize};

/// A mend of one passage, for somebody to take or leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Mend {
    /// What it does, as a button says it: "Use “make sure”".
    pub does: String,
    /// The whole text, mended.
    pub text: String,
}

impl Mend {
    /// Another word in its place, with the capital of the one that stood there.
    pub(super) fn instead(text: &str, (start, end): (usize, usize), word: &str) -> Option<Self> {
        let before = text.get(..start)?;
        let passage = text.get(start..end)?;
        let capital = passage.chars().next().is_some_and(char::is_uppercase);
        let mut letters = word.chars();
        let word = match letters.next() {
            Some(first) if capital => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        };
        let does = format!("Use “{word}”");
        Some(Self { does, text: format!("{before}{word}{}", text.get(end..)?) })
    }

    /// The meaning in the very next sentence, as easy read has it.
    pub(super) fn explained(text: &str, end: usize, meaning: &str) -> Option<Self> {
        let close = end_of_sentence(text, end);
        let (before, after) = (text.get(..close)?.trim_end(), text.get(close..)?);
        let stop = if before.ends_with(['.', '!', '?', '…', '”', '"']) { "" } else { "." };
        let does = "Add what it means".to_owned();
        Some(Self { does, text: format!("{before}{stop} {meaning}{after}") })
    }
}

/// Where the sentence around a place ends: after its full stop, or at the end of the line.
pub(super) fn end_of_sentence(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\n' {
            return from + at;
        }
        let last = letters.peek().is_none_or(|(_, next)| next.is_whitespace() || matches!(next, '”' | '"'));
        if matches!(letter, '.' | '!' | '?' | '…') && last {
            return from + at + letter.len_utf8();
        }
    }
    text.len()
}
