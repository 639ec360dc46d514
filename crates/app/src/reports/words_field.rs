//! The plain-words fields: the only ones whose text stands in a document for children.

use serde::{Deserialize, Serialize};

/// One such field of one kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum WordsField {
    /// Of a strategy period.
    Vision,
    PromisePlain,
    PromiseYouSaid,
    CommitmentPlain,
    CommitmentDone,
    MeasurePlain,
    MeetingSummary,
    /// Of an agenda item; only while the agenda is a draft.
    ItemSummary,
    /// Of an item's minute; the id is the agenda item's.
    MinutePlain,
    DecisionPlain,
    ActionPlain,
    ActionDone,
    AnswerPlain,
    /// Of the board.
    WhoToTalkTo,
}
