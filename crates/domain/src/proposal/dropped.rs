//! A proposed line that the chair does not want at one meeting: it stays away from that meeting until it is asked for again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Proposed;
use crate::{
    id::{DroppedProposalId, MeetingId},
    refusal::Checked,
    text,
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DroppedProposal {
    pub id: DroppedProposalId,
    pub version: i64,
    pub meeting_id: MeetingId,
    /// The line's own ([`Proposed::key`]).
    pub key: String,
    /// What it would have added, for the history.
    pub title: String,
    pub dropped_on: NaiveDate,
}

impl DroppedProposal {
    pub fn check(&self) -> Checked {
        text::required("key", "the line", &self.key, text::SHORT)?;
        text::required("title", "what the line adds", &self.title, text::SHORT)
    }
}

/// Parts a proposal into what is still offered and what was dropped for this meeting.
pub fn part(lines: Vec<Proposed>, dropped: &[DroppedProposal]) -> (Vec<Proposed>, Vec<Proposed>) {
    lines.into_iter().partition(|line| dropped.iter().all(|it| it.key != line.key))
}
