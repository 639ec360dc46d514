//! What a group asks the board to talk about. A request stays until it has an answer in words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    access::Audience,
    agenda_item::AgendaItem,
    id::{AgendaItemId, AgendaRequestId, GroupId, PersonId},
    meeting::Meeting,
    refusal::{Checked, Refusal},
    text,
    voice::{Share, ToldHow, told_soundly},
    wording,
};

crate::text_enum! {
    /// How a request ended.
    RequestOutcome {
        Heard = "heard" => "the board talked about it",
        Declined = "declined" => "not on an agenda, because…",
        TakenBack = "taken_back" => "the group took it back",
    }
}

crate::text_enum! {
    RequestState {
        Waiting = "waiting" => "waiting",
        Scheduled = "scheduled" => "on an agenda",
        Answered = "answered" => "answered, not told yet",
        Told = "told" => "told",
        TakenBack = "taken_back" => "taken back",
    }
}

/// Where an agenda has a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// On none; or its item was withdrawn, or put off and not taken up again.
    Nowhere,
    /// At a meeting that is still to come.
    Ahead(NaiveDate),
    /// The meeting was held, or is under way.
    Met(NaiveDate),
}

/// One thing that a group asks for, in its own words and with no child's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgendaRequest {
    pub id: AgendaRequestId,
    pub version: i64,
    pub group_id: GroupId,
    pub words: String,
    pub asked_on: NaiveDate,
    /// Whether the words may stand in a document, as the group says.
    pub share: Share,
    /// The item that takes it; its access is inherited.
    pub agenda_item_id: Option<AgendaItemId>,
    pub outcome: Option<RequestOutcome>,
    /// The answer, or the reason, in words a ten-year-old can read.
    pub answer: String,
    pub answered_on: Option<NaiveDate>,
    pub answered_by: Option<PersonId>,
    pub told_on: Option<NaiveDate>,
    pub told_how: Option<ToldHow>,
    pub told_by: Option<PersonId>,
}

/// An answer before it is given.
#[derive(Debug, Clone, Copy)]
pub struct RequestAnswer<'a> {
    pub outcome: RequestOutcome,
    pub words: &'a str,
    pub on: NaiveDate,
    pub by: Option<PersonId>,
}

impl AgendaRequest {
    pub fn check(&self, today: NaiveDate) -> Checked {
        text::required("words", "what the group asks for, in its own words", &self.words, text::MEDIUM)?;
        if self.asked_on > today {
            return Err(Refusal::field(
                "asked_on",
                "This day has not come yet. Enter the day on which the group asked.",
            ));
        }
        let Some(outcome) = self.outcome else {
            let says_nothing = self.answer.is_empty() && self.answered_on.is_none() && self.told_on.is_none();
            return if says_nothing {
                Ok(())
            } else {
                Err(Refusal::field("outcome", "Choose what became of the request."))
            };
        };
        let called = match outcome {
            RequestOutcome::Heard => "the answer in plain words",
            RequestOutcome::Declined => "the reason in plain words",
            RequestOutcome::TakenBack => "why the group took it back",
        };
        text::required("answer", called, &self.answer, text::MEDIUM)?;
        if outcome == RequestOutcome::Heard && self.agenda_item_id.is_none() {
            return Err(on_no_agenda());
        }
        let Some(answered_on) = self.answered_on.filter(|day| *day <= today) else {
            return Err(Refusal::field("answered_on", "Enter the day on which it was answered."));
        };
        told_soundly((self.told_on, self.told_how), answered_on, today)
    }

    /// Where it stands, with its item and all meetings at hand.
    pub fn taken(&self, items: &[AgendaItem], meetings: &[Meeting]) -> Taken {
        let Some(item) = items.iter().find(|it| Some(it.id) == self.agenda_item_id) else {
            return Taken::Nowhere;
        };
        let meeting = |id| meetings.iter().find(|it| it.id == id);
        let (Some(meeting), put_off_to) = (meeting(item.meeting_id), item.deferred_to_id.map(meeting)) else {
            return Taken::Nowhere;
        };
        let met = |it: &Meeting| it.state.was_held() || it.started_at.is_some();
        match put_off_to {
            _ if item.is_withdrawn() => Taken::Nowhere,
            // Put off, it counts as taken until that meeting has passed without it.
            Some(later) => match later.filter(|it| !met(it)) {
                Some(later) => Taken::Ahead(later.date),
                None => Taken::Nowhere,
            },
            None if met(meeting) => Taken::Met(meeting.date),
            None => Taken::Ahead(meeting.date),
        }
    }

    pub fn state(&self, taken: Taken) -> RequestState {
        match (self.outcome, self.told_on, taken) {
            (Some(RequestOutcome::TakenBack), ..) => RequestState::TakenBack,
            (Some(_), Some(_), _) => RequestState::Told,
            (Some(_), None, _) => RequestState::Answered,
            (None, _, Taken::Nowhere) => RequestState::Waiting,
            (None, ..) => RequestState::Scheduled,
        }
    }

    /// Whether the board owes it something now: an agenda, or an answer after its meeting.
    pub fn is_owed(&self, taken: Taken) -> bool {
        self.outcome.is_none() && !matches!(taken, Taken::Ahead(_))
    }

    /// Puts it to an item, where no agenda has it and nobody has answered it.
    pub fn schedule(&mut self, item: AgendaItemId, taken: Taken) -> Checked {
        match (self.answered_on.filter(|_| self.outcome.is_some()), taken) {
            (Some(day), _) => {
                let day = wording::date(day);
                Err(Refusal::rule(format!(
                    "This request was answered on {day}. Write down a new one to ask again."
                )))
            }
            (None, Taken::Ahead(day)) => Err(Refusal::rule(format!(
                "This request is on the agenda of {} already. Open that agenda to see it.",
                wording::date(day)
            ))),
            (None, Taken::Met(day)) => Err(Refusal::rule(format!(
                "The meeting of {} took this request. Write down its answer.",
                wording::date(day)
            ))),
            (None, Taken::Nowhere) => {
                self.agenda_item_id = Some(item);
                Ok(())
            }
        }
    }

    /// Gives the answer, or puts it into better words before the group has heard it.
    pub fn give(&mut self, given: RequestAnswer<'_>, taken: Taken, today: NaiveDate) -> Checked {
        self.may_change()?;
        match (given.outcome, taken) {
            (RequestOutcome::Heard, Taken::Nowhere) => return Err(on_no_agenda()),
            (RequestOutcome::Heard, Taken::Ahead(day)) => {
                return Err(Refusal::field(
                    "outcome",
                    format!(
                        "The meeting that takes it is on {}. Answer it once the board has met.",
                        wording::date(day)
                    ),
                ));
            }
            (RequestOutcome::Declined | RequestOutcome::TakenBack, Taken::Ahead(day)) => {
                return Err(Refusal::field(
                    "outcome",
                    format!(
                        "It is on the agenda of {}. Take the item off that agenda first.",
                        wording::date(day)
                    ),
                ));
            }
            (RequestOutcome::Declined, Taken::Met(day)) => {
                return Err(Refusal::field(
                    "outcome",
                    format!(
                        "The meeting of {} took it. Choose “the board talked about it”.",
                        wording::date(day)
                    ),
                ));
            }
            _ => {}
        }
        let mut answered = Self {
            outcome: Some(given.outcome),
            answer: given.words.trim().into(),
            answered_on: Some(given.on),
            answered_by: given.by,
            ..self.clone()
        };
        if taken == Taken::Nowhere {
            // An item that was withdrawn or never taken up again took nothing.
            answered.agenda_item_id = None;
        }
        answered.check(today)?;
        *self = answered;
        Ok(())
    }

    /// What the group was told stands (rule 10): it asks again, and a new request is answered.
    pub fn may_change(&self) -> Checked {
        match self.told_on {
            None => Ok(()),
            Some(day) => Err(Refusal::rule(format!(
                "The group was told this on {}, so it stays as it is. Write down a new request to correct it.",
                wording::date(day)
            ))),
        }
    }

    /// Records when and how the group was told.
    pub fn tell(&mut self, on: NaiveDate, how: ToldHow, by: Option<PersonId>, today: NaiveDate) -> Checked {
        self.may_change()?;
        if self.outcome.is_none() {
            return Err(Refusal::rule("This request has no answer yet. Answer it before the group is told."));
        }
        let told = Self { told_on: Some(on), told_how: Some(how), told_by: by, ..self.clone() };
        told.check(today)?;
        *self = told;
        Ok(())
    }

    /// Whether the words may stand in a document for `audience`.
    pub fn may_be_printed_for(&self, audience: Audience) -> bool {
        self.share.may_be_printed_for(audience)
    }
}

fn on_no_agenda() -> Refusal {
    Refusal::field(
        "outcome",
        "No agenda has this request yet. Put it on one first, or say why it goes on none.",
    )
}

#[cfg(test)]
pub(crate) mod tests;
