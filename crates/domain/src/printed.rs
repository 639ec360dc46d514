//! Which voices stood in a document when it was made to be given out: the loop's last step on paper.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    access::Audience,
    id::{MeetingId, PrintedDocumentId, VoiceId},
};

/// A document as it was saved or exported, with the voices whose words stood in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintedDocument {
    pub id: PrintedDocumentId,
    pub version: i64,
    /// Which document, by its stored name: "child_meeting".
    pub document: String,
    /// As its first page says it: "What happened at the meeting?".
    pub title: String,
    pub audience: Audience,
    pub on: NaiveDate,
    /// The meeting that it is about.
    pub meeting_id: Option<MeetingId>,
    pub voices: Vec<VoiceId>,
}

impl PrintedDocument {
    /// The same document, made again on the same day: what either held, children may have read.
    pub fn is_again(&self, other: &Self) -> bool {
        (&self.document, self.audience, self.on, self.meeting_id)
            == (&other.document, other.audience, other.on, other.meeting_id)
    }

    /// Takes in the voices of the same document made again; whether any is new.
    pub fn take_in(&mut self, voices: &[VoiceId]) -> bool {
        let before = self.voices.len();
        for voice in voices {
            if !self.voices.contains(voice) {
                self.voices.push(*voice);
            }
        }
        self.voices.len() > before
    }

    /// Whether children are told by it: a report made for them.
    pub fn tells_children(&self) -> bool {
        self.audience == Audience::Children
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_document_made_twice_on_a_day_held_what_either_held() {
        let voice = |n| VoiceId(Uuid::from_u128(n));
        let mut it = PrintedDocument {
            id: PrintedDocumentId(Uuid::nil()),
            version: 1,
            document: "child_meeting".into(),
            title: "What happened at the meeting?".into(),
            audience: Audience::Children,
            on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            meeting_id: None,
            voices: vec![voice(1)],
        };
        let members = PrintedDocument { audience: Audience::Members, ..it.clone() };
        assert!(it.is_again(&it) && !it.is_again(&members));
        assert!(it.tells_children() && !members.tells_children());
        assert!(!it.take_in(&[voice(1)]));
        assert!(it.take_in(&[voice(1), voice(2)]));
        assert_eq!(it.voices, [voice(1), voice(2)]);
    }
}
