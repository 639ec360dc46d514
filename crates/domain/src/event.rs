//! Half-termly events, and what a Link Champion saw there with their own eyes.

pub mod notices;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    cohort::AgeBand,
    id::{AgendaItemId, CohortId, EventId, HalfTermId, PersonId, PromiseId, RealityCheckId, ThemeId},
    refusal::{Checked, Refusal},
    text, wording,
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
    /// How many came in all, where somebody counted them; the groups need not add up to it.
    #[serde(default)]
    pub came_total: Option<u32>,
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
        if self.came.iter().any(|came| came.count > MOST) {
            return Err(Refusal::field("came", TOO_MANY));
        }
        if self.came_total.is_some_and(|total| total > MOST) {
            return Err(Refusal::field("came_total", TOO_MANY));
        }
        Ok(())
    }

    /// What an event is called until somebody names it: "Visit, 18 November 2026".
    pub fn usual_title(kind: EventKind, date: NaiveDate) -> String {
        let kind = kind.words();
        let capital = kind.get(..1).map(str::to_uppercase).unwrap_or_default();
        format!("{capital}{}, {}", kind.get(1..).unwrap_or_default(), wording::date_without_weekday(date))
    }

    /// Everyone who came: as counted in all, or in the groups where those are more.
    pub fn came_in_all(&self) -> u32 {
        self.came_counted().max(self.came_total.unwrap_or_default())
    }

    /// Those counted in a group.
    pub fn came_counted(&self) -> u32 {
        self.came.iter().map(|came| came.count).sum()
    }
}

/// No event has more children than this.
const MOST: u32 = 10_000;
const TOO_MANY: &str = "More than 10,000 children came? Check the number.";

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

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    fn event() -> Event {
        Event {
            id: EventId(Uuid::nil()),
            version: 1,
            title: "Pizza night".into(),
            theme_id: ThemeId(Uuid::nil()),
            half_term_id: None,
            date: day(18),
            place: String::new(),
            kind: EventKind::Meal,
            person_id: None,
            held: true,
            came: vec![],
            came_total: None,
            what_happened: String::new(),
            take_to_board: String::new(),
        }
    }

    #[test]
    fn an_event_that_is_not_named_has_its_kind_and_date() {
        assert_eq!(Event::usual_title(EventKind::DropIn, day(18)), "Drop-in, 18 November 2026");
    }

    #[test]
    fn an_event_was_not_held_tomorrow() {
        assert_eq!(event().check(day(18)), Ok(()));
        assert_eq!(event().check(day(17)).unwrap_err().field, Some("date"));
        assert_eq!(Event { held: false, ..event() }.check(day(17)), Ok(()));
    }

    #[test]
    fn counts_stay_within_reason() {
        let came = |count| Came { cohort_id: None, age_band: AgeBand::From11To15, count };
        let crowd = Event { came: vec![came(7), came(5)], ..event() };
        assert_eq!((crowd.check(day(18)), crowd.came_in_all()), (Ok(()), 12));
        assert_eq!(Event { came_total: Some(15), ..crowd.clone() }.came_in_all(), 15);
        assert_eq!(Event { came_total: Some(10), ..crowd }.came_in_all(), 12, "the groups count too");
        let mistyped = Event { came_total: Some(10_001), ..event() };
        assert_eq!(mistyped.check(day(18)).unwrap_err().field, Some("came_total"));
        assert_eq!(
            Event { came: vec![came(10_001)], ..event() }.check(day(18)).unwrap_err().field,
            Some("came")
        );
    }
}
