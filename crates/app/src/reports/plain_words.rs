//! Which plain-words fields a document for children uses, which of them are empty, and which are hard to read.

pub(super) mod meeting;
pub(super) mod promises;

use pledgeboard_documents::content::AnsweredVoice;
use pledgeboard_domain::{Audience, Board, easy_read};
use serde::Serialize;
use uuid::Uuid;

use super::WordsField;

/// A field that stands in the document, where it is kept, and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlainWords {
    pub field: WordsField,
    /// The record's id.
    pub id: Uuid,
    /// The record's version; 0 where it is not there yet.
    pub version: i64,
    /// Where it stands: "Promise 2: We will".
    pub place: String,
    /// What it is about, in adults' words, for whoever writes the plain ones; never printed.
    pub about: String,
    /// Empty where nobody has written them yet.
    pub words: String,
}

/// Plain words that a child may find hard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HardWords {
    #[serde(flatten)]
    pub words: PlainWords,
    pub findings: Vec<easy_read::Finding>,
    /// "2 things to make easier."
    pub summary: String,
}

impl PlainWords {
    fn new(field: WordsField, id: impl Into<Uuid>, version: i64, place: &str, words: &str) -> Self {
        let words = words.trim().to_owned();
        Self { field, id: id.into(), version, place: place.to_owned(), about: String::new(), words }
    }

    fn about(mut self, words: &str) -> Self {
        self.about = words.trim().to_owned();
        self
    }

    pub fn is_missing(&self) -> bool {
        self.words.is_empty()
    }

    fn check(self) -> Option<HardWords> {
        let reading = easy_read::check(&self.words, &easy_read::built_in_jargon());
        let hard = HardWords { summary: reading.summary(), findings: reading.findings, words: self };
        (!hard.findings.is_empty()).then_some(hard)
    }
}

/// Those that are empty, and those that are hard.
pub(super) fn sorted(all: Vec<PlainWords>) -> (Vec<PlainWords>, Vec<HardWords>) {
    let (missing, written): (Vec<_>, Vec<_>) = all.into_iter().partition(PlainWords::is_missing);
    (missing, written.into_iter().filter_map(PlainWords::check).collect())
}

fn who_to_talk_to(board: &Board) -> PlainWords {
    PlainWords::new(
        WordsField::WhoToTalkTo,
        board.id,
        board.version,
        "Who can you talk to?",
        &board.who_to_talk_to,
    )
    .about("Who children can talk to: a name, a number and when to ring.")
}

fn answered(voices: &[AnsweredVoice]) -> impl Iterator<Item = PlainWords> {
    voices.iter().filter(|it| is_printed(it)).map(|it| {
        let answer = &it.answer;
        PlainWords::new(
            WordsField::AnswerPlain,
            answer.id,
            answer.version,
            "You said, we say",
            &answer.plain_text,
        )
        .about(&it.voice.words)
    })
}

/// Whether a children's document prints this voice with its answer.
pub(super) fn is_printed(it: &AnsweredVoice) -> bool {
    it.voice.may_be_printed_for(Audience::Children) && it.access.is_open() && it.voice.is_quote
}
