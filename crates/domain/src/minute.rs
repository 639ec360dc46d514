//! The record of an item: what was said in summary, and what was resolved.

mod content;

use serde::{Deserialize, Serialize};

pub use content::{
    Approval, ApprovedMinutes, MinutedAction, MinutedCorrection, MinutedDecision, MinutedInterest,
    MinutedItem, MinutedPerson, MinutedVote, MinutesContent, MinutesRecords, content,
};

use crate::{
    id::{AgendaItemId, DecisionId, MinuteId, PersonId},
    refusal::{Checked, Refusal},
    text,
};

/// The minute of one item. What may not be public is a part of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Minute {
    pub id: MinuteId,
    pub version: i64,
    pub agenda_item_id: AgendaItemId,
    /// By the board's pattern, given when minutes are drafted: "CPB 14/26".
    pub number: String,
    /// The part that discloses nothing.
    pub text: String,
    /// The part that may not be public.
    pub private_text: String,
    /// The proper officer's written summary, where the rest is no fair record
    /// (Local Government Act 1972, section 100C(2)).
    pub officer_summary: String,
    /// What happened at this item, for children.
    pub plain_text: String,
}

impl Minute {
    pub fn check(&self) -> Checked {
        text::optional("text", "the minute", &self.text, text::LONG)?;
        text::optional("private_text", "the part that is not public", &self.private_text, text::LONG)?;
        text::optional("officer_summary", "the proper officer's summary", &self.officer_summary, text::LONG)?;
        text::optional("plain_text", "the words for children", &self.plain_text, text::MEDIUM)
    }
}

/// What the minutes still lack, in plain words; advice, never a bar.
#[must_use]
pub fn missing(content: &MinutesContent) -> Vec<(Option<AgendaItemId>, String)> {
    let mut found = vec![];
    let somebody_came = content.members.len() + content.in_attendance.len() + content.substitutes.len() > 0;
    if !somebody_came {
        found.push((None, "Nobody is recorded as present.".into()));
    }
    for it in &content.items {
        let called = if it.item.number.is_empty() { &it.item.title } else { &it.item.number };
        let mut say = |what: &str| found.push((Some(it.item.id), format!("Item {called} {what}")));
        let minute = it.minute.as_ref();
        let empty = |read: fn(&Minute) -> &String| minute.is_none_or(|minute| read(minute).trim().is_empty());
        if empty(|it| &it.text) && empty(|it| &it.private_text) && it.decisions.is_empty() {
            say("has no minute.");
        } else if !it.item.access.is_open() && empty(|it| &it.text) && empty(|it| &it.officer_summary) {
            say("has nothing that the public may read. Write the proper officer's summary.");
        }
        if it.item.access.is_open() && !it.is_routine() && empty(|it| &it.plain_text) {
            say("has no plain words for children.");
        }
        if it
            .decisions
            .iter()
            .any(|decision| decision.plain_text.trim().is_empty() && it.item.access.is_open())
            && !it.is_routine()
        {
            say("has a decision without plain words.");
        }
        if it.actions.iter().any(|action| action.plain_text.trim().is_empty()) && it.item.access.is_open() {
            say("has an action without plain words.");
        }
        if it.actions.iter().any(|action| action.owner.is_empty()) {
            say("has an action without an owner.");
        }
    }
    found
}

crate::text_enum! {
    VoteWay {
        For = "for" => "for",
        Against = "against" => "against",
        Abstained = "abstained" => "abstained",
    }
}

/// A vote recorded because a member asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Vote {
    pub person_id: PersonId,
    pub way: VoteWay,
}

/// One thing resolved; printed lettered under **RESOLVED**.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Decision {
    pub id: DecisionId,
    pub version: i64,
    pub agenda_item_id: AgendaItemId,
    pub position: i64,
    pub text: String,
    pub plain_text: String,
    pub mover_id: Option<PersonId>,
    pub seconder_id: Option<PersonId>,
    pub votes: Vec<Vote>,
}

impl Decision {
    pub fn check(&self) -> Checked {
        text::required("text", "what was decided", &self.text, text::MEDIUM)?;
        text::optional("plain_text", "the words for children", &self.plain_text, text::MEDIUM)?;
        if self.mover_id.is_some() && self.mover_id == self.seconder_id {
            return Err(Refusal::field("seconder_id", "The mover cannot second their own motion."));
        }
        let twice = self
            .votes
            .iter()
            .enumerate()
            .any(|(at, vote)| self.votes[..at].iter().any(|earlier| earlier.person_id == vote.person_id));
        if twice {
            return Err(Refusal::field("votes", "Somebody is recorded as voting twice."));
        }
        Ok(())
    }
}
