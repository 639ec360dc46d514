//! "How are we doing with our promises?": the child-friendly report on all promises.
//!
//! The three lenses stand side by side and are never averaged (rule 7); where adults and young people disagree, or a
//! promise is not kept, the report says so.

mod promise;

use chrono::NaiveDate;
use pledgeboard_domain::{
    Audience, Board, Check, Commitment, HalfTerm, Measure, Promise, StrategyPeriod, Theme, Voice, wording,
};

use super::{AnsweredVoice, children};
use crate::block::{Block, Document};

#[derive(Debug, Clone, PartialEq)]
pub struct ChildPromisesInput {
    pub board: Board,
    pub today: NaiveDate,
    /// The set of promises; sets are never merged.
    pub period: StrategyPeriod,
    /// Current ones, in the order of their numbers.
    pub promises: Vec<PromiseRecord>,
    /// Needed for which checks still count.
    pub half_terms: Vec<HalfTerm>,
    /// The next meeting, at which disagreements will be talked about.
    pub next_meeting: Option<NaiveDate>,
    /// Voices answered since the last report.
    pub answered: Vec<AnsweredVoice>,
}

/// A promise with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseRecord {
    pub promise: Promise,
    pub theme: Theme,
    /// Those behind the promise.
    pub voices: Vec<Voice>,
    pub commitments: Vec<Commitment>,
    pub measures: Vec<Measure>,
    pub checks: Vec<Check>,
    /// The Link Champion's printed name, "Cllr Sam Okafor"; empty where there is none.
    pub link_champion: String,
}

/// The same for every audience: what children may read, everyone may.
pub fn build(input: &ChildPromisesInput, _audience: Audience) -> Document {
    let subtitle = format!("{} · from your {}", wording::month(input.today), input.board.name);
    let mut document = children::document(&input.board, "How are we doing with our promises?", &subtitle);
    if input.promises.is_empty() {
        document.paragraph("We have not made our promises yet.");
    }
    for (index, record) in input.promises.iter().enumerate() {
        if index > 0 {
            document.push(Block::PageBreak);
        }
        promise::push(&mut document, input, record);
    }
    if !input.promises.is_empty() {
        document.push(Block::PageBreak);
    }
    children::answered(&mut document, &input.answered);
    children::close(&mut document, &input.board);
    document
}
