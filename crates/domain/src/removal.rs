//! Removing for good: the one exception to "nothing is lost" (rule 10). A child's name that was typed by mistake, or a
//! lawful erasure (UK GDPR, Article 17): the words leave records, history, frozen versions, search and papers; who did
//! it, when and why stays.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    id::{PersonId, RemovalId},
    refusal::{Checked, Refusal},
    text,
};

/// What stands where words were removed.
pub const REMOVED: &str = "[removed]";

/// The shortest words that can be removed, in letters: shorter ones stand in half of all sentences.
pub const SHORTEST: usize = 3;

/// A removal, without the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Removal {
    pub id: RemovalId,
    pub version: i64,
    pub on: NaiveDate,
    pub person_id: Option<PersonId>,
    /// Why it had to go.
    pub why: String,
    /// From where, so that an older copy of the board can be cleaned in the same places.
    pub places: Vec<RemovedPlace>,
}

/// A record from which words were removed, or a paper's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemovedPlace {
    /// The kind of record: "voice".
    pub kind: String,
    pub record: Uuid,
    /// The fields that held them, in the record or in its history.
    pub fields: Vec<String>,
}

impl Removal {
    pub fn check(&self) -> Checked {
        text::required("why", "why it has to go", &self.why, text::MEDIUM)
    }
}

/// The words to remove, as they are looked for: in any case, as whole words, across line ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<Vec<char>>);

impl Words {
    /// # Errors
    /// When they are too short or too long to look for.
    pub fn parse(words: &str) -> Checked<Self> {
        let letters = words.chars().filter(|letter| letter.is_alphanumeric()).count();
        if letters < SHORTEST {
            return Err(Refusal::field(
                "words",
                format!("Enter at least {SHORTEST} letters: fewer stand in too many words."),
            ));
        }
        // As long as what a child may have said: a whole voice can be forgotten.
        text::optional("words", "the words", words, text::MEDIUM)?;
        Ok(Self(words.split_whitespace().map(|word| word.chars().map(folded).collect()).collect()))
    }

    /// Whether they stand in a text.
    pub fn stand_in(&self, text: &str) -> bool {
        self.take_out(text).is_some()
    }

    /// The text without them; none where they do not stand in it.
    pub fn take_out(&self, text: &str) -> Option<String> {
        let letters: Vec<char> = text.chars().collect();
        let mut without = String::new();
        let mut found = false;
        let mut at = 0;
        while let Some(&letter) = letters.get(at) {
            match self.ends_at(&letters, at) {
                Some(end) => {
                    without.push_str(REMOVED);
                    found = true;
                    at = end;
                }
                None => {
                    without.push(letter);
                    at += 1;
                }
            }
        }
        found.then_some(without)
    }

    /// Where the words end that begin at a letter, if they do.
    fn ends_at(&self, letters: &[char], start: usize) -> Option<usize> {
        let is_within = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphanumeric());
        let begins_within = |at: usize| at.checked_sub(1).is_some_and(is_within) && is_within(at);
        if begins_within(start) {
            return None;
        }
        let mut at = start;
        for (position, word) in self.0.iter().enumerate() {
            if position > 0 {
                let space = letters.get(at..)?.iter().take_while(|letter| letter.is_whitespace()).count();
                if space == 0 {
                    return None;
                }
                at += space;
            }
            let here = letters.get(at..at + word.len())?;
            if !here.iter().zip(word).all(|(letter, wanted)| folded(*letter) == *wanted) {
                return None;
            }
            at += word.len();
        }
        (!begins_within(at)).then_some(at)
    }
}

/// A letter as it is compared. Letters that become two in lower case are compared as they are.
fn folded(letter: char) -> char {
    let mut lower = letter.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(words: &str, text: &str) -> Option<String> {
        Words::parse(words).unwrap().take_out(text)
    }

    #[test]
    fn whole_words_go_in_any_case_and_across_lines() {
        let text = "Sam Okafor said so. SAM\n  OKAFOR’s brother, Samuel Okaforson, did not.";
        assert_eq!(
            without("sam okafor", text).unwrap(),
            "[removed] said so. [removed]’s brother, Samuel Okaforson, did not."
        );
    }

    #[test]
    fn words_within_other_words_stay() {
        assert_eq!(without("Ann", "Annual planning with Joanna"), None);
        assert_eq!(without("Ann", "Ann").unwrap(), "[removed]");
        assert_eq!(without("Ŵyn", "to ŵYN, twice: Ŵyn.").unwrap(), "to [removed], twice: [removed].");
    }

    #[test]
    fn numbers_and_addresses_are_words_too() {
        assert_eq!(without("01632 960 999", "Ring 01632 960  999!").unwrap(), "Ring [removed]!");
        assert_eq!(without("sam@example.org", "(Sam@Example.org)").unwrap(), "([removed])");
    }

    #[test]
    fn too_few_letters_are_refused() {
        assert!(Words::parse(" J. ").unwrap_err().message.contains("at least 3 letters"));
        assert!(Words::parse("Joe").is_ok());
    }

    #[test]
    fn a_removal_says_why() {
        let mut removal = Removal {
            id: RemovalId(Uuid::nil()),
            version: 0,
            on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            person_id: None,
            why: " ".into(),
            places: vec![],
        };
        assert_eq!(removal.check().unwrap_err().message, "Enter why it has to go.");
        removal.why = "A child's name.".into();
        assert_eq!(removal.check(), Ok(()));
    }
}
