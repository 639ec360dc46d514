//! "What happened at the meeting": the child-friendly report of one meeting.
//!
//! Only plain-words fields and voices that may be shared anywhere; adults' words never stand in for missing ones.

use pledgeboard_domain::{Audience, Board, Meeting, wording};

use super::minutes::MinutedItem;
use super::{AnsweredVoice, Edition, children};
use crate::block::{Block, Document, Icon, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct ChildMeetingInput {
    pub board: Board,
    pub edition: Edition,
    pub meeting: Meeting,
    /// In the order in which they were taken.
    pub items: Vec<MinutedItem>,
    /// Voices answered since the last report.
    pub answered: Vec<AnsweredVoice>,
}

/// The same for every audience: what children may read, everyone may.
pub fn build(input: &ChildMeetingInput, _audience: Audience) -> Document {
    let mut document = open(input);
    children::close(&mut document, &input.board);
    document
}

/// Without its close, so that it can be given in parts.
pub fn open(input: &ChildMeetingInput) -> Document {
    let subtitle = format!("{} · {}", wording::date(input.meeting.date), input.board.name);
    let mut document =
        children::document(&input.board, input.edition, "What happened at the meeting?", &subtitle);
    document.push(children::pair(
        Icon::or_star("users"),
        Tone::Teal,
        "The meeting",
        [input.meeting.plain_summary.as_str()],
    ));
    let open = || input.items.iter().filter(|it| it.item.access.is_open() && !it.item.is_withdrawn());
    let mut told = Vec::new();
    for it in open() {
        let minuted = it.minute.as_ref().map_or("", |minute| minute.plain_text.as_str());
        let words = [it.item.plain_summary.as_str(), minuted];
        if children::is_procedure(it.item.kind) && words.iter().all(|words| words.trim().is_empty()) {
            continue;
        }
        told.push(children::purpose_pair(input.edition, it.item.purpose, children::Tense::Did, words));
    }
    if input.items.iter().any(|it| !it.item.access.is_open()) {
        told.push(children::private_part(input.edition, children::Tense::Did));
    }
    if !told.is_empty() {
        document.heading(2, "What we talked about");
        document.blocks.append(&mut told);
    }
    let decided: Vec<&str> =
        open().flat_map(|it| &it.decisions).map(|decision| decision.plain_text.as_str()).collect();
    let will: Vec<&str> = open()
        .flat_map(|it| &it.actions)
        .filter(|line| line.access.is_open())
        .map(|line| line.action.plain_text.as_str())
        .collect();
    if !decided.is_empty() || !will.is_empty() {
        document.heading(2, "What will happen now?");
    }
    if !decided.is_empty() {
        document.push(outcome(Icon::did(), Tone::Leaf, "We decided", &decided));
    }
    if !will.is_empty() {
        document.push(outcome(Icon::will(), Tone::Teal, "We will", &will));
    }
    children::answered(&mut document, &input.answered);
    document
}

/// What is written; and where some of it is not, the sentence that says so, once.
fn outcome(icon: Icon, tone: Tone, label: &str, words: &[&str]) -> Block {
    let missing = words.iter().any(|words| words.trim().is_empty());
    let written = words.iter().copied().filter(|words| !words.trim().is_empty());
    children::pair(icon, tone, label, written.chain(missing.then_some(children::STILL_WRITING)))
}
