//! Half-termly events, and what a Link Champion saw there with their own eyes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    cohort::AgeBand,
    id::{AgendaItemId, CohortId, EventId, HalfTermId, PersonId, PromiseId, RealityCheckId, ThemeId},
    refusal::{Checked, Refusal},
    text,
};

crate::text_enum! {
    EventKind {
        Activity = "activity" => "activity",
        Meal = "meal" => "meal",
        DropIn = "drop_in" => "drop-in",
        Visit = "visit" => "visit",
        Forum = "forum" => "forum",
        Inspection = "inspection" => "inspection by young people",
        Survey = "survey" => "survey",
        Takeover = "takeover" => "takeover",
        Celebration = "celebration" => "celebration",
    }
}

/// Who came: a count, never a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Came {
    pub cohort_id: Option<CohortId>,
    pub age_band: AgeBand,
    pub count: u32,
}

/// A Link Champion's half-termly event; planned until its day has come and it is marked held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Event {
    pub id: EventId,
    pub version: i64,
    pub title: String,
    pub theme_id: ThemeId,
    /// A holiday's event belongs to the half-term before it, changeable.
    pub half_term_id: Option<HalfTermId>,
    pub date: NaiveDate,
    pub place: String,
    pub kind: EventKind,
    /// The Link Champion who went.
    pub person_id: Option<PersonId>,
    pub held: bool,
    pub came: Vec<Came>,
    pub what_happened: String,
    pub take_to_board: String,
}

impl Event {
    pub fn check(&self, today: NaiveDate) -> Checked {
        text::required("title", "what the event was", &self.title, text::SHORT)?;
        text::optional("place", "the place", &self.place, text::SHORT)?;
        text::optional("what_happened", "what happened", &self.what_happened, text::LONG)?;
        text::optional("take_to_board", "what to take to the board", &self.take_to_board, text::LONG)?;
        if self.held && self.date > today {
            return Err(Refusal::field("date", "This day has not come yet. Log the event once it was held."));
        }
        if self.came.iter().any(|came| came.count > 10_000) {
            return Err(Refusal::field("came", "More than 10,000 children came? Check the number."));
        }
        Ok(())
    }

    pub fn came_in_all(&self) -> u32 {
        self.came.iter().map(|came| came.count).sum()
    }
}

crate::text_enum! {
    Verdict {
        True = "true" => "true",
        Partly = "partly" => "partly true",
        NotTrue = "not_true" => "not true",
        CannotTell = "cannot_tell" => "can't tell",
    }
}

/// A claim that a report or promise makes, checked at an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RealityCheck {
    pub id: RealityCheckId,
    pub version: i64,
    pub event_id: EventId,
    pub claim: String,
    /// The report or page where the claim stands.
    pub stands_in: String,
    pub promise_id: Option<PromiseId>,
    pub agenda_item_id: Option<AgendaItemId>,
    pub verdict: Verdict,
    pub seen: String,
}

impl RealityCheck {
    pub fn check(&self) -> Checked {
        text::required("claim", "what the report or promise says", &self.claim, text::MEDIUM)?;
        text::optional("stands_in", "where it stands", &self.stands_in, text::SHORT)?;
        text::optional("seen", "what you saw", &self.seen, text::LONG)
    }
}
