//! The records behind minutes: afresh while they are a draft, frozen when they are approved.

use serde::{Deserialize, Serialize};

use super::super::{Decision, Minute};
use crate::{
    action::Action,
    agenda_item::AgendaItem,
    attendance::Attendance,
    evening::Expected,
    id::{AgendaItemId, ApprovedMinutesId, MeetingId},
    meeting::{Correction, Meeting},
    person::Person,
};

/// Minutes as they were approved. Written once, and never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ApprovedMinutes {
    pub id: ApprovedMinutesId,
    pub version: i64,
    pub meeting_id: MeetingId,
    pub content: MinutesRecords,
}

/// The records that minutes are made of: read afresh while they are a draft, frozen as they are when approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutesRecords {
    pub meeting: Meeting,
    pub themes: Vec<String>,
    /// In the order in which they were taken.
    pub items: Vec<AgendaItem>,
    pub minutes: Vec<Minute>,
    pub decisions: Vec<Decision>,
    /// Born of an item of this meeting, or closed at it.
    pub actions: Vec<Action>,
    /// Items of other meetings, of which actions closed here were born.
    pub elsewhere: Vec<AgendaItem>,
    pub attendances: Vec<Attendance>,
    /// Who was on the board that day, in the order in which they are called.
    pub expected: Vec<Expected>,
    /// Everyone whom the records may name.
    pub people: Vec<Person>,
    pub corrections: Vec<Correction>,
    /// Meetings to which items were deferred.
    pub meetings: Vec<Meeting>,
}

impl MinutesRecords {
    /// What is kept for good: nothing internal, no contact details, and nothing that the minutes do not name.
    #[must_use]
    pub fn frozen(mut self) -> Self {
        let here = self.meeting.id;
        let own: Vec<AgendaItemId> = self.items.iter().map(|item| item.id).collect();
        self.meeting.chair_comments.clear();
        self.items.retain(|item| !item.is_withdrawn());
        self.actions.retain(|it| {
            it.closed_at_id == Some(here) || it.agenda_item_id.is_some_and(|item| own.contains(&item))
        });
        self.elsewhere.retain(|item| self.actions.iter().any(|it| it.agenda_item_id == Some(item.id)));
        self.items.iter_mut().chain(&mut self.elsewhere).for_each(|item| item.internal_notes.clear());
        for person in &mut self.people {
            person.email.clear();
            person.phone.clear();
        }
        self.meetings.retain(|meeting| self.items.iter().any(|item| item.deferred_to_id == Some(meeting.id)));
        self
    }

    /// The frozen records with the corrections since: dated notes beside the minutes.
    #[must_use]
    pub fn with_corrections(self, corrections: Vec<Correction>) -> Self {
        Self { corrections, ..self }
    }
}
