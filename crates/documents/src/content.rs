//! One file for each document: board records and an audience in, blocks out.
//!
//! The audience decides first: what is not for it is never built (rules 5 and 6), so it cannot be in a stream, a
//! bookmark or a file's properties either.

pub mod action_log;
pub mod agenda;
pub mod annual_report;
pub mod assessment;
pub mod child_meeting;
pub mod child_promises;
pub mod children;
mod closed;
pub mod disclosure;
mod edition;
pub mod event_sheet;
mod figures;
mod head;
mod lenses;
pub mod membership;
pub mod minutes;
pub mod our_promises;
pub mod pack;
pub mod parts;
mod pills;
pub mod poster;
pub mod recovery_sheet;
pub mod reminders;
pub mod report_cover;
pub mod run_sheet;
pub mod voice_summary;
mod voices;
pub mod work_programme;
mod written;

pub use edition::Edition;
pub use head::add_logo;

use chrono::NaiveDate;
use pledgeboard_domain::{
    Access, Action, Answer, Theme, Voice,
    id::{ActionId, CommitmentId},
};

/// An action with what a document says around it.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionLine {
    pub action: Action,
    /// The owner's printed name; empty for none.
    pub owner: String,
    /// The access of the item it was born of, which it inherits.
    pub access: Access,
}

/// A voice and its answer, with the theme that both stand under.
#[derive(Debug, Clone, PartialEq)]
pub struct AnsweredVoice {
    pub voice: Voice,
    pub answer: Answer,
    pub theme: Theme,
    /// The access of the item at which the board answered; open where there was none.
    pub access: Access,
    /// What was done about it, once it is.
    pub deed: Option<Deed>,
}

/// What was done, in plain words (empty while nobody wrote them), and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    pub of: DeedOf,
    /// The version of that record.
    pub version: i64,
    pub on: NaiveDate,
    pub plain_text: String,
}

/// Whose deed it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeedOf {
    Action(ActionId),
    Commitment(CommitmentId),
}

/// The first letter as a capital.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
