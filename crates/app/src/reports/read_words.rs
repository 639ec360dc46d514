//! Words read as a child would read them, while somebody writes.

use pledgeboard_domain::{easy_read, text};
use serde::{Deserialize, Serialize};

use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReadWords {
    pub words: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WordsRead {
    /// "Easy to read.", "2 things to make easier."
    pub summary: String,
    pub is_easy: bool,
    pub findings: Vec<easy_read::Finding>,
    /// What such a reading cannot tell.
    pub limits: String,
}

/// Nothing is kept; longer words than any field takes are refused.
pub(crate) async fn read(_: &Context, request: ReadWords) -> Outcome<WordsRead> {
    text::optional("words", "the words", &request.words, text::MEDIUM)?;
    let reading = easy_read::check(&request.words, &easy_read::built_in_jargon());
    Ok(WordsRead {
        summary: reading.summary(),
        is_easy: reading.is_easy(),
        findings: reading.findings,
        limits: easy_read::LIMITS.to_owned(),
    })
}
