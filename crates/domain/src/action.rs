//! Actions stay on every agenda until the board closes them (domain rule 4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    id::{ActionId, ActionUpdateId, AgendaItemId, EscalationId, MeetingId, PersonId, PromiseId},
    refusal::{Checked, Refusal},
    text, wording,
};

crate::text_enum! {
    ActionState {
        Open = "open" => "open",
        /// The owner says so; the board has not closed it.
        Done = "done" => "done, waiting for the board",
        Closed = "closed" => "closed by the board",
        Withdrawn = "withdrawn" => "withdrawn",
    }
}

/// What is born of an item inherits the item's access: read it there, never here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Action {
    pub id: ActionId,
    pub version: i64,
    /// By the board's pattern, never reused: "A26-014".
    pub reference: String,
    pub text: String,
    pub plain_text: String,
    /// What was done, for children.
    pub done_plain: String,
    pub owner_id: Option<PersonId>,
    pub due: Option<NaiveDate>,
    pub state: ActionState,
    pub opened_on: NaiveDate,
    /// The item it was born of.
    pub agenda_item_id: Option<AgendaItemId>,
    pub promise_id: Option<PromiseId>,
    pub done_on: Option<NaiveDate>,
    pub closed_at_id: Option<MeetingId>,
    pub closed_on: Option<NaiveDate>,
    pub withdrawn_reason: String,
}

impl Action {
    pub fn check(&self) -> Checked {
        text::required("text", "what is to be done", &self.text, text::MEDIUM)?;
        text::optional("plain_text", "the words for children", &self.plain_text, text::MEDIUM)?;
        text::optional("done_plain", "what was done, for children", &self.done_plain, text::MEDIUM)?;
        if self.state == ActionState::Withdrawn {
            text::required("withdrawn_reason", "why it is withdrawn", &self.withdrawn_reason, text::MEDIUM)?;
        }
        Ok(())
    }

    /// Still the board's business: not closed and not withdrawn.
    pub fn is_live(&self) -> bool {
        matches!(self.state, ActionState::Open | ActionState::Done)
    }

    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state == ActionState::Open && self.due.is_some_and(|due| due < today)
    }

    /// The owner reports it done. The board still has to close it.
    pub fn report_done(&mut self, on: NaiveDate) -> Checked {
        self.must_be_live()?;
        self.state = ActionState::Done;
        self.done_on = Some(on);
        Ok(())
    }

    /// It was not done after all: the board still waits for it.
    pub fn report_not_done(&mut self) -> Checked {
        if self.state != ActionState::Done {
            return Err(Refusal::rule(format!("Action {} is {}.", self.reference, self.state.words())));
        }
        self.state = ActionState::Open;
        self.done_on = None;
        Ok(())
    }

    /// The board closes it at a meeting.
    pub fn close_at(&mut self, meeting: MeetingId, on: NaiveDate) -> Checked {
        self.must_be_live()?;
        self.state = ActionState::Closed;
        self.closed_at_id = Some(meeting);
        self.closed_on = Some(on);
        self.done_on = self.done_on.or(Some(on));
        Ok(())
    }

    /// Nothing vanishes from the log: withdrawn with a reason.
    pub fn withdraw(&mut self, reason: &str) -> Checked {
        self.must_be_live()?;
        text::required("withdrawn_reason", "why it is withdrawn", reason, text::MEDIUM)?;
        self.state = ActionState::Withdrawn;
        self.withdrawn_reason = reason.into();
        Ok(())
    }

    /// Refuses a change to what the board has closed or withdrawn.
    pub fn must_be_live(&self) -> Checked {
        if self.is_live() {
            return Ok(());
        }
        Err(Refusal::rule(format!("Action {} is {} already.", self.reference, self.state.words())))
    }
}

/// Whether to offer escalation: overdue at two meetings or more (`held` are the dates of meetings held).
pub fn overdue_at_two_meetings(action: &Action, held: &[NaiveDate]) -> bool {
    overdue_at(action, held).len() >= 2
}

/// The meetings at which it was overdue, oldest first.
fn overdue_at(action: &Action, held: &[NaiveDate]) -> Vec<NaiveDate> {
    let Some(due) = action.due.filter(|_| action.state == ActionState::Open) else { return vec![] };
    let mut dates: Vec<NaiveDate> = held.iter().copied().filter(|date| *date > due).collect();
    dates.sort_unstable();
    dates
}

/// The offer to escalate, with the dates: none before the second meeting, and none once it has been escalated.
pub fn escalation_offer(
    action: &Action,
    held: &[NaiveDate],
    escalations: &[Escalation],
    today: NaiveDate,
) -> Option<String> {
    let dates = overdue_at(action, held);
    let (due, second) = (action.due?, dates.get(1)?);
    if escalations.iter().any(|it| it.action_id == Some(action.id) && it.on >= due) {
        return None;
    }
    Some(format!(
        "It was due on {} and was overdue at {}, the second on {}. The board may take it to the lead member.",
        wording::near_date(due, today),
        wording::count(dates.len() as u64, "meeting", "meetings"),
        wording::near_date(*second, today),
    ))
}

/// A dated note on an action's progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionUpdate {
    pub id: ActionUpdateId,
    pub version: i64,
    pub action_id: ActionId,
    pub on: NaiveDate,
    pub person_id: Option<PersonId>,
    pub text: String,
}

impl ActionUpdate {
    pub fn check(&self) -> Checked {
        text::required("text", "the update", &self.text, text::MEDIUM)
    }
}

crate::text_enum! {
    EscalateTo {
        LeadMember = "lead_member" => "the lead member",
        Cabinet = "cabinet" => "Cabinet",
        Scrutiny = "scrutiny" => "scrutiny",
    }
}

/// An action or promise taken higher; the reply is tracked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Escalation {
    pub id: EscalationId,
    pub version: i64,
    pub action_id: Option<ActionId>,
    pub promise_id: Option<PromiseId>,
    pub to: EscalateTo,
    pub on: NaiveDate,
    pub why: String,
    pub reply: String,
    pub replied_on: Option<NaiveDate>,
}

impl Escalation {
    pub fn check(&self) -> Checked {
        text::required("why", "why it is escalated", &self.why, text::MEDIUM)?;
        text::optional("reply", "the reply", &self.reply, text::LONG)?;
        if self.action_id.is_some() == self.promise_id.is_some() {
            return Err(Refusal::field("action_id", "Escalate one action or one promise."));
        }
        if self.replied_on.is_some() {
            text::required("reply", "the reply", &self.reply, text::LONG)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(m: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, 8).unwrap()
    }

    fn action() -> Action {
        Action {
            id: ActionId(Uuid::nil()),
            version: 1,
            reference: "A26-001".into(),
            text: "Tell schools the same day".into(),
            plain_text: String::new(),
            done_plain: String::new(),
            owner_id: None,
            due: Some(day(5)),
            state: ActionState::Open,
            opened_on: day(3),
            agenda_item_id: None,
            promise_id: None,
            done_on: None,
            closed_at_id: None,
            closed_on: None,
            withdrawn_reason: String::new(),
        }
    }

    #[test]
    fn done_is_not_closed_until_the_board_says_so() {
        let mut it = action();
        it.report_done(day(6)).unwrap();
        assert!(it.is_live());
        it.close_at(MeetingId(Uuid::nil()), day(7)).unwrap();
        assert!(!it.is_live());
        assert_eq!((it.done_on, it.closed_on), (Some(day(6)), Some(day(7))));
        assert!(it.report_done(day(8)).is_err());
    }

    #[test]
    fn withdrawing_needs_a_reason() {
        let mut it = action();
        assert_eq!(it.withdraw(" ").unwrap_err().field, Some("withdrawn_reason"));
        assert_eq!(it.state, ActionState::Open);
        it.withdraw("The law changed.").unwrap();
        assert!(!it.is_live());
    }

    #[test]
    fn overdue_at_two_meetings_offers_escalation() {
        let it = action();
        assert!(!overdue_at_two_meetings(&it, &[day(4), day(6)]));
        assert!(overdue_at_two_meetings(&it, &[day(6), day(7)]));
    }

    #[test]
    fn the_offer_says_since_when_and_is_made_once() {
        let it = action();
        let held = [day(7), day(4), day(6)];
        assert_eq!(
            escalation_offer(&it, &held, &[], day(9)).unwrap(),
            "It was due on 8 May and was overdue at 2 meetings, the second on 8 July. The board may take it to the \
             lead member."
        );
        assert_eq!(escalation_offer(&it, &held[..2], &[], day(9)), None);
        let taken = Escalation {
            id: EscalationId(Uuid::nil()),
            version: 1,
            action_id: Some(it.id),
            promise_id: None,
            to: EscalateTo::LeadMember,
            on: day(8),
            why: "Overdue at two meetings".into(),
            reply: String::new(),
            replied_on: None,
        };
        assert_eq!(escalation_offer(&it, &held, &[taken], day(9)), None);
    }

    #[test]
    fn what_was_not_done_after_all_is_open_again() {
        let mut it = action();
        assert!(it.report_not_done().is_err());
        it.report_done(day(6)).unwrap();
        it.report_not_done().unwrap();
        assert_eq!((it.state, it.done_on), (ActionState::Open, None));
    }
}
