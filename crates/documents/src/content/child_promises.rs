//! "How are we doing with our promises?": the child-friendly report on all promises.
//!
//! The three lenses stand side by side and are never averaged (rule 7); where adults and young people disagree, or a
//! promise is not kept, the report says so.

mod promise;

pub(super) use promise::push as one;

use chrono::NaiveDate;
use pledgeboard_domain::{
    Audience, Board, Check, Commitment, HalfTerm, Lens, Measure, Promise, StrategyPeriod, Theme, Voice,
    wording,
};

use super::{AnsweredVoice, Edition, children, pills};
use crate::block::{Block, Document, Icon, Table, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct ChildPromisesInput {
    pub board: Board,
    pub edition: Edition,
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
    let mut document = open(input);
    children::close(&mut document, &input.board);
    document
}

/// Without its close, so that it can be given in parts.
pub fn open(input: &ChildPromisesInput) -> Document {
    let subtitle = format!("{} · from your {}", wording::month(input.today), input.board.name);
    let called = input.board.promise_words().many;
    let title = format!("How are we doing with our {called}?");
    let mut document = children::document(&input.board, input.edition, &title, &subtitle);
    if input.promises.is_empty() {
        document.paragraph(format!("We have not made our {called} yet."));
    }
    opening(&mut document, input);
    // A child reads one promise a page; care leavers read on.
    let page_each = input.edition == Edition::Children;
    for record in &input.promises {
        if page_each {
            document.push(Block::PageBreak);
        }
        promise::push(&mut document, input, record);
    }
    if page_each && !input.promises.is_empty() {
        document.push(Block::PageBreak);
    }
    children::answered(&mut document, &input.answered);
    document
}

/// What this report is, and all promises at one look, as young people see them.
fn opening(document: &mut Document, input: &ChildPromisesInput) {
    if input.promises.is_empty() {
        return;
    }
    let called = input.board.promise_words();
    let words = format!(
        "We made some {} to you. This report tells you how we are doing. You can ask us about any of it.",
        called.many
    );
    document.push(children::pair(Icon::or_star("handshake"), Tone::Teal, "What is this?", [words.as_str()]));
    document.heading(2, format!("What you say about our {}", called.many));
    let summary = format!("Each {}, and what you say about it", called.one);
    let mut table = Table::new(summary, [called.one_capital().as_str(), "You say"], &[7.0, 3.6]);
    for record in &input.promises {
        let promise = format!("{}. {}", record.promise.number, record.promise.title);
        let rating = promise::rating(input, record, Lens::Children);
        table.row(vec![promise.into(), pills::rating(rating).into()]);
    }
    document.push(Block::Table(table));
}
