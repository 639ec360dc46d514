//! A checker for texts that children read: it points at what usually makes a text hard, and says what to do.
//!
//! It looks for sentences of more than 15 words, sentences that hide who does something, abbreviations, words of the
//! field (from a glossary) and words of the office, and it estimates a reading age.
//!
//! It cannot tell whether a text is true, kind, complete or clear in its order, whether a child has understood it, or
//! whether a picture would say it better. The passive is found by its shape, so it misses some and suspects a few that
//! are none; the reading age comes from the length of words and sentences alone. Only children can say that a text is
//! easy: ask some to read it. It never stands in the way of publishing.

mod mend;
mod passive;
mod reading_age;
mod sentences;
mod vocabulary;

use serde::{Deserialize, Serialize};

use crate::{fixed::glossary, wording};

pub use mend::Mend;

/// A sentence for children has no more words than this.
pub const LONGEST_SENTENCE: usize = 15;

/// The reading age, in years, that texts for children aim at.
pub const READING_AGE: u32 = 10;

/// What the checker cannot tell, for whoever relies on it.
pub const LIMITS: &str = "This looks at words and sentences only. It cannot tell whether they are true, kind or understood. Ask some children to read them.";

/// A word of the field and what to say instead, or to add, for a ten-year-old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jargon<'a> {
    pub word: &'a str,
    pub meaning: &'a str,
}

crate::text_enum! {
    /// What makes a passage hard.
    FindingKind {
        LongSentence = "long_sentence" => "long sentence",
        Passive = "passive" => "nobody does it",
        Abbreviation = "abbreviation" => "abbreviation",
        Jargon = "jargon" => "word of the field",
        HardWord = "hard_word" => "hard word",
    }
}

/// A passage that is likely to be hard, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Finding {
    pub kind: FindingKind,
    /// Where the passage starts in the text, in bytes of UTF-8.
    pub start: usize,
    /// Where it ends, in bytes; the byte at `end` is not part of it.
    pub end: usize,
    /// The passage itself.
    pub passage: String,
    /// One plain sentence or two.
    pub message: String,
    /// What the checker can do about it, if somebody wants it.
    pub mend: Option<Mend>,
}

/// What the checker says of a whole text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reading {
    /// In the order of the text.
    pub findings: Vec<Finding>,
    pub sentences: usize,
    pub words: usize,
    /// Words in the longest sentence.
    pub longest: usize,
    /// In years; `None` for a text of fewer than 30 words, of which no estimate holds.
    pub reading_age: Option<u32>,
}

impl Reading {
    /// Whether nothing was found and the reading age, if there is one, is that of a ten-year-old or less.
    #[must_use]
    pub fn is_easy(&self) -> bool {
        self.findings.is_empty() && self.reading_age.is_none_or(|age| age <= READING_AGE)
    }

    /// "Easy to read.", or what there is to do: "3 things to make easier. A reader of about 13 can follow it."
    #[must_use]
    pub fn summary(&self) -> String {
        if self.words == 0 {
            return "Nothing is written yet.".into();
        }
        let findings = u64::try_from(self.findings.len()).unwrap_or(u64::MAX);
        let things = match findings {
            0 => "Easy to read.".into(),
            some => format!("{} to make easier.", wording::count(some, "thing", "things")),
        };
        match self.reading_age {
            Some(age) if age > READING_AGE && findings == 0 => {
                format!("A reader of about {age} can follow it. Use shorter words and sentences.")
            }
            Some(age) if age > READING_AGE => format!("{things} A reader of about {age} can follow it."),
            _ => things,
        }
    }
}

/// The words of the built-in glossary, each with what to say to a ten-year-old.
#[must_use]
pub fn built_in_jargon() -> Vec<Jargon<'static>> {
    glossary::hard_for_children().map(|e| Jargon { word: e.word, meaning: e.for_children }).collect()
}

/// A word and where it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Word<'a> {
    text: &'a str,
    start: usize,
}

impl Word<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Reads a text as a child would, with the words of the field that the board's glossary explains.
#[must_use]
pub fn check(text: &str, glossary: &[Jargon<'_>]) -> Reading {
    let sentences = sentences::split(text);
    let words: Vec<Word<'_>> = sentences.iter().flatten().copied().collect();
    let mut findings = vec![];
    for sentence in &sentences {
        if let (true, Some(first), Some(last)) =
            (sentence.len() > LONGEST_SENTENCE, sentence.first(), sentence.last())
        {
            let message =
                format!("This sentence has {} words. Split it: 15 words are enough.", sentence.len());
            findings.push(finding(FindingKind::LongSentence, text, first.start..last.end(), message));
        }
        findings.extend(passive::find(text, sentence));
    }
    findings.extend(vocabulary::jargon(text, glossary));
    findings.extend(vocabulary::hard_words(text));
    let explained: Vec<(usize, usize)> =
        findings.iter().filter(|f| f.kind == FindingKind::Jargon).map(|f| (f.start, f.end)).collect();
    let known = |word: &str| glossary.iter().any(|jargon| jargon.word == word);
    findings.extend(vocabulary::abbreviations(text, &words).into_iter().filter(|f| {
        !known(&f.passage) && !explained.iter().any(|(start, end)| f.start < *end && *start < f.end)
    }));
    findings.sort_by_key(|f| (f.start, std::cmp::Reverse(f.end)));
    Reading {
        findings,
        sentences: sentences.len(),
        words: words.len(),
        longest: sentences.iter().map(Vec::len).max().unwrap_or(0),
        reading_age: reading_age::estimate(&words, sentences.len()),
    }
}

fn finding(kind: FindingKind, text: &str, range: std::ops::Range<usize>, message: String) -> Finding {
    let passage = text.get(range.clone()).unwrap_or_default().to_owned();
    Finding { kind, start: range.start, end: range.end, passage, message, mend: None }
}

#[cfg(test)]
mod tests;
