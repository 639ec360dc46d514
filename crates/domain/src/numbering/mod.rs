//! Minute numbers and action references by the board's own patterns.
//!
//! A pattern is ordinary text with words in braces: `CPB {n}/{yy}` gives "CPB 14/26", `A{yy}-{nnn}` gives "A26-014".
//! Councils differ: one runs from 13 to 19 across meetings with paragraphs 13.1 and 13.2 (`{n}.{p}`), one starts again
//! at 1 in each meeting, one writes CPB/26/14, one gives its minutes no numbers of their own. All of it is the pattern
//! and its [`Scope`].

mod reading;

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Minutes, unless the board says otherwise.
pub const DEFAULT_MINUTES: &str = "CPB {n}/{yy}";
/// Actions, unless the board says otherwise.
pub const DEFAULT_ACTIONS: &str = "A{yy}-{nnn}";

/// A pattern is no longer than this, in characters.
const LONGEST: usize = 40;

crate::text_enum! {
    /// Where a number is unique, and so where counting starts again.
    Scope {
        Ever = "ever" => "never starts again",
        Year = "year" => "starts again each municipal year",
        Meeting = "meeting" => "starts again at each meeting",
    }
}

/// Why a pattern or a number cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NumberingError {
    #[error("The pattern has no running number. Add {{n}} where the number should stand.")]
    NoNumber,
    #[error("The pattern has more than one running number. Keep one of them.")]
    TwoNumbers,
    #[error("{{{0}}} is not known. Use {{n}}, {{nn}}, {{nnn}}, {{yy}}, {{yyyy}}, {{m}}, {{date}} or {{p}}.")]
    UnknownToken(String),
    #[error("The pattern has a brace without its partner. Write words such as {{n}} with both braces.")]
    LooseBrace,
    #[error(
        "{{n}} and {{m}} stand side by side, so 1 and 12 would look like 11 and 2. Put a sign between them."
    )]
    RunTogether,
    #[error("{{p}} numbers the paragraphs of one minute. Put it at the very end, after a sign: {{n}}.{{p}}.")]
    ParagraphNotLast,
    #[error("The pattern is too long. Shorten it to 40 characters or fewer.")]
    TooLong,
    #[error(
        "No annual meeting is entered for this date, so its municipal year is not known. Enter it in Settings."
    )]
    NoYear,
    #[error(
        "The pattern uses the meeting's number or date, and there is no meeting here. Change the pattern."
    )]
    NoMeeting,
    #[error("The numbers of this pattern are used up. Change the pattern.")]
    UsedUp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    /// The running number, with at least so many digits.
    Number(usize),
    ShortYear,
    FullYear,
    Meeting,
    Date,
    /// The paragraph within the minute; only read, and kept apart from the number.
    Paragraph,
}

/// Where a number is given: what the words in the pattern stand for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// First calendar year of the municipal year.
    pub year: Option<i32>,
    /// Which meeting of the municipal year it is, from 1.
    pub meeting: Option<u32>,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
}

impl Place {
    /// A place of which only the municipal year matters.
    #[must_use]
    pub const fn in_year(year: i32) -> Self {
        Self { year: Some(year), meeting: None, date: None }
    }
}

/// A pattern that can number: exactly one running number, and nothing unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    parts: Vec<Part>,
    /// What stands between a number and its paragraph, for a board that numbers paragraphs: "." of `{n}.{p}`.
    before_paragraph: Option<String>,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// A sentence that says what is wrong and what to do.
    pub fn parse(pattern: &str) -> Result<Self, NumberingError> {
        let pattern = pattern.trim();
        if pattern.chars().count() > LONGEST {
            return Err(NumberingError::TooLong);
        }
        let mut parts = vec![];
        let mut rest = pattern;
        while !rest.is_empty() {
            let text_ends = rest.find(['{', '}']).unwrap_or(rest.len());
            if text_ends > 0 {
                parts.push(Part::Text(rest[..text_ends].to_owned()));
            }
            rest = &rest[text_ends..];
            if rest.is_empty() {
                break;
            }
            let inside = rest.strip_prefix('{').ok_or(NumberingError::LooseBrace)?;
            let closes = inside.find(['{', '}']).ok_or(NumberingError::LooseBrace)?;
            let (word, after) = inside.split_at(closes);
            rest = after.strip_prefix('}').ok_or(NumberingError::LooseBrace)?;
            parts.push(token(word)?);
        }
        match parts.iter().filter(|part| matches!(part, Part::Number(_))).count() {
            0 => return Err(NumberingError::NoNumber),
            1 => {}
            _ => return Err(NumberingError::TwoNumbers),
        }
        let before_paragraph = match parts.iter().position(|part| *part == Part::Paragraph) {
            None => None,
            Some(at) if at + 1 == parts.len() => match (parts.pop(), parts.pop()) {
                (_, Some(Part::Text(sign))) => Some(sign),
                _ => return Err(NumberingError::ParagraphNotLast),
            },
            Some(_) => return Err(NumberingError::ParagraphNotLast),
        };
        let open_ended = |part: &Part| matches!(part, Part::Number(_) | Part::Meeting);
        if parts.windows(2).any(|pair| pair.iter().all(open_ended)) {
            return Err(NumberingError::RunTogether);
        }
        Ok(Self { parts, before_paragraph })
    }

    /// A paragraph of a minute, "13.1" or "CPB 14/26.2", for a pattern that numbers paragraphs.
    #[must_use]
    pub fn paragraph(&self, number: &str, paragraph: u32) -> Option<String> {
        self.before_paragraph.as_ref().map(|sign| format!("{number}{sign}{paragraph}"))
    }

    /// Whether the pattern numbers the paragraphs of a minute too.
    #[must_use]
    pub fn numbers_paragraphs(&self) -> bool {
        self.before_paragraph.is_some()
    }

    /// Where numbers of this pattern can start again without two ever looking the same.
    #[must_use]
    pub fn natural_scope(&self) -> Scope {
        if self.has(|part| matches!(part, Part::Meeting | Part::Date)) {
            Scope::Meeting
        } else if self.has_year() {
            Scope::Year
        } else {
            Scope::Ever
        }
    }

    /// Writes the number `n`.
    ///
    /// # Errors
    /// If the pattern needs a year or a meeting that `place` does not have.
    pub fn format(&self, n: u32, place: Place) -> Result<String, NumberingError> {
        let mut written = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => written.push_str(text),
                Part::Number(width) => written.push_str(&format!("{n:0width$}")),
                Part::ShortYear => written.push_str(&short_year(place.year.ok_or(NumberingError::NoYear)?)),
                Part::FullYear => {
                    written.push_str(&format!("{:04}", place.year.ok_or(NumberingError::NoYear)?));
                }
                Part::Meeting => {
                    written.push_str(&place.meeting.ok_or(NumberingError::NoMeeting)?.to_string());
                }
                Part::Date => {
                    let date = place.date.ok_or(NumberingError::NoMeeting)?;
                    written.push_str(&date.format("%Y-%m-%d").to_string());
                }
                Part::Paragraph => {}
            }
        }
        Ok(written)
    }

    /// The running number in a reference that this pattern wrote, in any year and meeting.
    #[must_use]
    pub fn read(&self, reference: &str) -> Option<u32> {
        reading::read(&self.parts, reference)?.number
    }

    /// The next number of the scope and how it is written: one more than the highest ever given there.
    ///
    /// `given` holds every reference ever given under the pattern, the withdrawn and the undone ones too, or the
    /// number would be given twice. For a scope that the pattern does not show (numbers that start again in each
    /// meeting, and are only "1", "2", "3"), it holds those of that year or meeting only. Others are passed over.
    ///
    /// # Errors
    /// If the pattern needs a year or a meeting that `place` does not have, or no number is left.
    pub fn next<S: AsRef<str>>(
        &self,
        given: &[S],
        place: Place,
        scope: Scope,
    ) -> Result<(u32, String), NumberingError> {
        let in_scope = given.iter().filter_map(|reference| {
            let found = reading::read(&self.parts, reference.as_ref())?;
            found.is_in(scope, place).then_some(found.number?)
        });
        let n = in_scope.max().unwrap_or(0).checked_add(1).ok_or(NumberingError::UsedUp)?;
        Ok((n, self.format(n, place)?))
    }

    fn has(&self, wanted: impl Fn(&Part) -> bool) -> bool {
        self.parts.iter().any(wanted)
    }

    fn has_year(&self) -> bool {
        self.has(|part| matches!(part, Part::ShortYear | Part::FullYear))
    }
}

fn token(word: &str) -> Result<Part, NumberingError> {
    match word {
        "yy" => Ok(Part::ShortYear),
        "yyyy" => Ok(Part::FullYear),
        "m" => Ok(Part::Meeting),
        "date" => Ok(Part::Date),
        "p" => Ok(Part::Paragraph),
        n if (1..=6).contains(&n.len()) && n.bytes().all(|letter| letter == b'n') => {
            Ok(Part::Number(n.len()))
        }
        unknown => Err(NumberingError::UnknownToken(unknown.to_owned())),
    }
}

fn short_year(year: i32) -> String {
    format!("{:02}", year.rem_euclid(100))
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Text(text) => f.write_str(text),
            Part::Number(width) => write!(f, "{{{}}}", "n".repeat(*width)),
            Part::ShortYear => f.write_str("{yy}"),
            Part::FullYear => f.write_str("{yyyy}"),
            Part::Meeting => f.write_str("{m}"),
            Part::Date => f.write_str("{date}"),
            Part::Paragraph => Ok(()),
        })?;
        match &self.before_paragraph {
            Some(sign) => write!(f, "{sign}{{p}}"),
            None => Ok(()),
        }
    }
}

impl TryFrom<String> for Pattern {
    type Error = NumberingError;

    fn try_from(pattern: String) -> Result<Self, NumberingError> {
        Self::parse(&pattern)
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.to_string()
    }
}

#[cfg(test)]
mod tests;
