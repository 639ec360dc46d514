//! What minutes print, in the words in which they print it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::{Minute, VoteWay};
use crate::{
    access::Access,
    agenda_item::{AgendaItem, ItemKind},
    attendance::InterestKind,
    meeting::Meeting,
};

/// Somebody who was there, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedPerson {
    pub name: String,
    /// The seat or the job; empty for none.
    pub part: String,
    /// "from item 3", "until item 5", "from item 3 until item 5"; empty for the whole meeting.
    pub stayed: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedInterest {
    pub name: String,
    /// The item's number; empty where it concerns the whole meeting.
    pub item: String,
    pub kind: InterestKind,
    pub nature: String,
    pub left_room: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedVote {
    pub name: String,
    pub way: VoteWay,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedDecision {
    /// "(a)".
    pub letter: String,
    pub text: String,
    pub plain_text: String,
    /// Empty when nobody is recorded.
    pub mover: String,
    pub seconder: String,
    pub votes: Vec<MinutedVote>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedAction {
    pub reference: String,
    pub text: String,
    pub plain_text: String,
    /// Empty when nobody owns it yet.
    pub owner: String,
    pub due: Option<NaiveDate>,
    /// The access of the item it was born of, which may not be the item under which it is minuted.
    pub access: Access,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedItem {
    /// Without its internal notes.
    pub item: AgendaItem,
    /// The lead as printed; empty for none.
    pub lead: String,
    pub minute: Option<Minute>,
    pub decisions: Vec<MinutedDecision>,
    /// Born of this item.
    pub actions: Vec<MinutedAction>,
    /// Closed by the board at this meeting; listed under the item for actions, or the first item without one.
    pub closed: Vec<MinutedAction>,
    pub deferred_to: Option<NaiveDate>,
}

impl MinutedItem {
    /// Items of form, for which nobody writes plain words.
    pub fn is_routine(&self) -> bool {
        matches!(
            self.item.kind,
            ItemKind::Welcome
                | ItemKind::Interests
                | ItemKind::Election
                | ItemKind::LastMinutes
                | ItemKind::Exclusion
        )
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutedCorrection {
    pub on: NaiveDate,
    pub text: String,
    /// The item's number; empty where it concerns the whole.
    pub item: String,
    /// The access of the item it corrects.
    pub access: Access,
}

/// "Approved as a correct record on …, signed by the chair …".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Approval {
    pub on: NaiveDate,
    pub signed_by: String,
}

/// The content of minutes: built afresh while they are a draft, frozen when approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutesContent {
    /// Without the chair's comments.
    pub meeting: Meeting,
    pub themes: Vec<String>,
    /// Who was in the chair; empty for none.
    pub chair: String,
    /// Members present (Local Government Act 1972, Schedule 12, paragraph 40).
    pub members: Vec<MinutedPerson>,
    pub in_attendance: Vec<MinutedPerson>,
    /// "Sam and two young representatives"; empty for none.
    pub young_representatives: String,
    pub apologies: Vec<String>,
    pub absent: Vec<String>,
    /// "Cllr A for Cllr B".
    pub substitutes: Vec<String>,
    pub interests: Vec<MinutedInterest>,
    pub items: Vec<MinutedItem>,
    pub corrections: Vec<MinutedCorrection>,
    pub approval: Option<Approval>,
}
