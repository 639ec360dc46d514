//! A meeting and its life (domain rule 1).

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{
    id::{AgendaItemId, CorrectionId, MeetingId, PersonId, ThemeId},
    refusal::{Checked, Refusal},
    text,
};

crate::text_enum! {
    MeetingKind {
        Themed = "themed" => "themed meeting",
        Business = "business" => "business meeting",
        ChildrensPanel = "childrens_panel" => "children's panel",
        Takeover = "takeover" => "takeover day",
        Special = "special" => "special meeting",
    }
}

crate::text_enum! {
    /// Planned → agenda drafted → agenda published → held → minutes drafted → minutes approved.
    MeetingState {
        Planned = "planned" => "planned",
        AgendaDrafted = "agenda_drafted" => "agenda drafted",
        /// A non-statutory board issues its agenda to members instead of publishing it.
        AgendaPublished = "agenda_published" => "agenda published",
        Held = "held" => "held",
        MinutesDrafted = "minutes_drafted" => "minutes drafted",
        MinutesApproved = "minutes_approved" => "minutes approved",
    }
}

impl MeetingState {
    /// The one state that follows; approved minutes are the end.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|state| *state == self)?;
        Self::ALL.get(at + 1).copied()
    }

    /// Whether the agenda may still be edited without a new version.
    pub fn agenda_is_draft(self) -> bool {
        matches!(self, Self::Planned | Self::AgendaDrafted)
    }

    /// Whether the meeting took place.
    pub fn was_held(self) -> bool {
        self >= Self::Held
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Meeting {
    pub id: MeetingId,
    pub version: i64,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    /// When it is meant to end; the running clock is held against it.
    pub ends: Option<NaiveTime>,
    pub place: String,
    pub kind: MeetingKind,
    /// Shown instead of the board's name where one is given: "Children's takeover".
    pub title: String,
    pub in_public: bool,
    pub themes: Vec<ThemeId>,
    pub chair_id: Option<PersonId>,
    pub state: MeetingState,
    pub started_at: Option<NaiveTime>,
    pub ended_at: Option<NaiveTime>,
    /// The item the meeting has reached, while it runs.
    pub current_item_id: Option<AgendaItemId>,
    /// People named for this meeting: they may read exempt papers beside the councillors.
    pub entitled: Vec<PersonId>,
    /// The meeting that approved these minutes, and when.
    pub approved_at_id: Option<MeetingId>,
    pub approved_on: Option<NaiveDate>,
    pub signed_by: Option<PersonId>,
    /// What happened, for children, in plain words; heads the child-friendly meeting report.
    pub plain_summary: String,
    /// The chair's comments on the draft minutes.
    pub chair_comments: String,
}

impl Meeting {
    pub fn check(&self) -> Checked {
        text::required("place", "the place", &self.place, text::SHORT)?;
        text::optional("title", "the title", &self.title, text::SHORT)?;
        text::optional("plain_summary", "the summary for children", &self.plain_summary, text::MEDIUM)?;
        text::optional("chair_comments", "the chair's comments", &self.chair_comments, text::LONG)?;
        if !(1974..=2100).contains(&self.date.year()) {
            return Err(Refusal::field("date", "Check the year of this date."));
        }
        if self.ends.is_some_and(|ends| ends <= self.starts) {
            return Err(Refusal::field("ends", "The meeting ends before it starts. Check the times."));
        }
        if let (Some(started), Some(ended)) = (self.started_at, self.ended_at)
            && ended < started
        {
            return Err(Refusal::field("ended_at", "The meeting ended before it started. Check the times."));
        }
        Ok(())
    }

    /// One step of the lifecycle; any other is refused.
    pub fn advance(&mut self, to: MeetingState) -> Checked {
        if self.state.next() == Some(to) {
            self.state = to;
            return Ok(());
        }
        let now = self.state.words();
        Err(Refusal::rule(format!("This meeting is at “{now}”, so it cannot become “{}” now.", to.words())))
    }

    /// Minutes are approved at the same or a later meeting, which must itself have been held or be under way
    /// (Local Government Act 1972, Schedule 12, paragraph 41).
    pub fn approve_minutes(&mut self, at: &Meeting, signed_by: PersonId) -> Checked {
        if at.date < self.date {
            return Err(Refusal::field(
                "at_meeting_id",
                "Minutes are approved at the same or a later meeting.",
            ));
        }
        if !at.is_under_way() && !at.state.was_held() {
            return Err(Refusal::field("at_meeting_id", "Choose a meeting that is under way or was held."));
        }
        self.advance(MeetingState::MinutesApproved)?;
        self.approved_at_id = Some(at.id);
        self.approved_on = Some(at.date);
        self.signed_by = Some(signed_by);
        Ok(())
    }

    /// Started, and not ended yet.
    pub fn is_under_way(&self) -> bool {
        self.state == MeetingState::AgendaPublished && self.started_at.is_some()
    }

    /// Only approved minutes are corrected by a note; before that they are simply changed.
    pub fn takes_corrections(&self) -> Checked {
        if self.state == MeetingState::MinutesApproved {
            return Ok(());
        }
        Err(Refusal::rule("These minutes are not approved yet. Change them directly."))
    }

    /// Refuses a change to minutes that are locked.
    pub fn minutes_open(&self) -> Checked {
        match self.state {
            MeetingState::MinutesApproved => {
                Err(Refusal::rule("These minutes are approved and locked. Add a dated correction instead."))
            }
            MeetingState::Planned | MeetingState::AgendaDrafted => {
                Err(Refusal::rule("Publish the agenda first: minutes begin when the meeting does."))
            }
            _ => Ok(()),
        }
    }
}

/// A dated note that corrects approved minutes; the minutes themselves stay as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Correction {
    pub id: CorrectionId,
    pub version: i64,
    pub meeting_id: MeetingId,
    pub agenda_item_id: Option<AgendaItemId>,
    pub on: NaiveDate,
    pub text: String,
    pub person_id: Option<PersonId>,
}

impl Correction {
    pub fn check(&self) -> Checked {
        text::required("text", "the correction", &self.text, text::LONG)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use uuid::Uuid;

    use super::*;

    pub(crate) fn meeting(state: MeetingState, date: NaiveDate) -> Meeting {
        Meeting {
            id: MeetingId(Uuid::nil()),
            version: 1,
            date,
            starts: NaiveTime::from_hms_opt(17, 30, 0).unwrap(),
            ends: None,
            place: "Youth Hub".into(),
            kind: MeetingKind::Themed,
            title: String::new(),
            in_public: true,
            themes: vec![],
            chair_id: None,
            state,
            started_at: None,
            ended_at: None,
            current_item_id: None,
            entitled: vec![],
            approved_at_id: None,
            approved_on: None,
            signed_by: None,
            plain_summary: String::new(),
            chair_comments: String::new(),
        }
    }

    fn day(m: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, 8).unwrap()
    }

    #[test]
    fn a_meeting_goes_through_its_life_one_step_at_a_time() {
        let mut it = meeting(MeetingState::Planned, day(10));
        assert!(it.advance(MeetingState::Held).is_err());
        for state in &MeetingState::ALL[1..] {
            assert!(it.advance(*state).is_ok());
        }
        assert!(it.advance(MeetingState::Planned).is_err());
    }

    #[test]
    fn minutes_are_approved_at_the_same_or_a_later_meeting_and_then_locked() {
        let chair = PersonId(Uuid::nil());
        let mut it = meeting(MeetingState::MinutesDrafted, day(10));
        assert!(it.approve_minutes(&meeting(MeetingState::Held, day(7)), chair).is_err());
        assert!(it.approve_minutes(&meeting(MeetingState::Planned, day(12)), chair).is_err());
        let mut under_way = meeting(MeetingState::AgendaPublished, day(12));
        assert!(it.clone().approve_minutes(&under_way, chair).is_err(), "it has not begun");
        under_way.started_at = Some(under_way.starts);
        assert!(it.clone().approve_minutes(&under_way, chair).is_ok());
        assert!(it.minutes_open().is_ok() && it.takes_corrections().is_err());
        assert!(it.approve_minutes(&meeting(MeetingState::Held, day(12)), chair).is_ok());
        assert_eq!(it.approved_on, Some(day(12)));
        assert!(it.minutes_open().is_err() && it.takes_corrections().is_ok());
    }

    #[test]
    fn it_cannot_end_before_it_starts() {
        let mut it = meeting(MeetingState::Planned, day(10));
        it.ends = NaiveTime::from_hms_opt(17, 0, 0);
        assert_eq!(it.check().unwrap_err().field, Some("ends"));
        let mistyped = meeting(MeetingState::Planned, NaiveDate::from_ymd_opt(26, 12, 3).unwrap());
        assert_eq!(mistyped.check().unwrap_err().field, Some("date"));
    }
}
