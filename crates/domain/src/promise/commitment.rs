//! We will: what the board does to keep a promise.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    id::{CommitmentId, PersonId, PromiseId},
    refusal::{Checked, Refusal},
    text,
};

/// We will: one thing the board does to keep the promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Commitment {
    pub id: CommitmentId,
    pub version: i64,
    pub promise_id: PromiseId,
    pub position: i64,
    pub text: String,
    pub plain_text: String,
    pub person_id: Option<PersonId>,
    /// Who sees to it, in words, where it is no one person of the board: "Virtual School and Family Placement".
    pub person_words: String,
    pub due: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    /// We did, in plain words.
    pub done_plain: String,
}

impl Commitment {
    pub fn check(&self, today: NaiveDate) -> Checked {
        text::required("text", "what we will do", &self.text, text::MEDIUM)?;
        text::optional("plain_text", "the plain words", &self.plain_text, text::MEDIUM)?;
        text::optional("person_words", "who sees to it", &self.person_words, text::SHORT)?;
        text::optional("done_plain", "what we did", &self.done_plain, text::MEDIUM)?;
        if self.done_on.is_some_and(|day| day > today) {
            return Err(Refusal::field("done_on", "This day has not come yet."));
        }
        Ok(())
    }

    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.done_on.is_none() && self.due.is_some_and(|due| due < today)
    }

    pub fn state(&self, today: NaiveDate) -> CommitmentState {
        match (self.done_on, self.due) {
            (Some(_), _) => CommitmentState::Done,
            (None, Some(due)) if due < today => CommitmentState::Overdue,
            (None, Some(_)) => CommitmentState::Due,
            (None, None) => CommitmentState::Open,
        }
    }
}

crate::text_enum! {
    CommitmentState {
        Done = "done" => "done",
        Due = "due" => "due",
        Overdue = "overdue" => "overdue",
        /// Nobody said by when.
        Open = "open" => "no date yet",
    }
}
