//! Characters that no typeface carries, and where they stand: an officer is told before anything is printed.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::block::Document;
use crate::fonts::is_printable;
use crate::text::{self, Said};

/// A character that cannot be printed, where it stands first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unprintable {
    pub character: char,
    /// The words around it.
    pub within: String,
    /// The heading above those words; none for what stands before the first, or is a heading itself.
    pub under: Option<String>,
}

/// Of the words around a character, how many characters on each side are quoted.
const AROUND: usize = 24;

/// Each character of a document that cannot be printed, with its first place.
pub fn unprintable(document: &Document) -> Vec<Unprintable> {
    let mut found: Vec<Unprintable> = Vec::new();
    let mut heading: Option<String> = None;
    let margins = document.header.iter().chain([&document.footer]).map(|it| (Said::Words, it.clone()));
    for (said, line) in margins.chain(text::lines(document)) {
        // An icon's words are our own, and those of a picture are not printed.
        if said == Said::Alternative {
            continue;
        }
        if said == Said::Heading {
            heading = None;
        }
        note(&line, heading.as_deref(), &mut found);
        if said == Said::Heading {
            heading = Some(line);
        }
    }
    found
}

fn note(line: &str, heading: Option<&str>, found: &mut Vec<Unprintable>) {
    if line.is_ascii() {
        return;
    }
    let characters: Vec<char> = line.nfc().collect();
    for (at, character) in characters.iter().copied().enumerate() {
        let known = is_printable(character) || character.is_control() || character.is_whitespace();
        if known || character == '\u{fffc}' || found.iter().any(|it| it.character == character) {
            continue;
        }
        found.push(Unprintable {
            character,
            within: around(&characters, at),
            under: heading.map(str::to_owned),
        });
    }
}

/// The words around a place, none of them cut unless it is very long.
fn around(characters: &[char], at: usize) -> String {
    let (from, to) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(characters.len()));
    let before = characters.get(from..at).unwrap_or_default();
    let after = characters.get(at..to).unwrap_or_default();
    let first = before.iter().position(|it| *it == ' ').filter(|_| from > 0).map_or(0, |space| space + 1);
    let last = after.iter().rposition(|it| *it == ' ').filter(|_| to < characters.len());
    let words = before.iter().skip(first).chain(after.iter().take(last.unwrap_or(after.len())));
    let start = if from > 0 { "…" } else { "" };
    let end = if to < characters.len() { "…" } else { "" };
    format!("{start}{}{end}", words.collect::<String>().trim())
}

/// “𓀀” (U+13000) in “A sign 𓀀 here”, under “2. Apologies”
impl fmt::Display for Unprintable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "“{}” (U+{:04X}) in “{}”", self.character, u32::from(self.character), self.within)?;
        match &self.under {
            Some(heading) => write!(out, ", under “{heading}”"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Style;

    #[test]
    fn a_character_is_told_with_its_place() {
        let mut document = Document::new("Signs", Style::Adult);
        document.heading(2, "2. Apologies");
        document.paragraph("It was said at great length that a sign 𓀀 stood upon the door of the house, 𓀀.");
        document.paragraph("A tick ✓, Ukrainian ї, Arabic بيت.");
        let said: Vec<String> = unprintable(&document).iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            ["“𓀀” (U+13000) in “…length that a sign 𓀀 stood upon the door of…”, under “2. Apologies”"]
        );
    }

    #[test]
    fn the_margins_are_looked_at_too() {
        let mut document = Document::new("Signs", Style::Adult);
        document.footer = "Anytown 𓀀".to_owned();
        assert_eq!(unprintable(&document)[0].to_string(), "“𓀀” (U+13000) in “Anytown 𓀀”");
    }
}
