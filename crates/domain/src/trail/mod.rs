//! The loop, walked both ways: *You said → We will → How will we know? → We did → We told you*.
//!
//! From a voice forward to what became of it; from a promise, an action or an agenda item back to the voices behind it
//! and forward to what children were told. One function makes the trail from records; screens and the command line
//! only show it.

mod asked;
mod known;
mod said;
mod scope;
mod step;
mod told;
mod will;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    action::Action,
    agenda_item::AgendaItem,
    agenda_request::AgendaRequest,
    answer_promise::AnswerPromise,
    check::Check,
    event::Event,
    group::Group,
    half_term::HalfTerm,
    id::{ActionId, AgendaItemId, MeetingId, PromiseId, VoiceId},
    meeting::Meeting,
    minute::{Decision, Minute},
    person::Person,
    printed::PrintedDocument,
    promise::{Commitment, Measure, Promise, StrategyPeriod},
    theme::Theme,
    voice::{Answer, Voice},
};

use scope::Scope;
pub use step::{LoopStep, Opens, RecordState, StepState, TrailKind, TrailRecord, TrailStep};

/// What the trail is walked from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrailOf {
    Voice(VoiceId),
    Promise(PromiseId),
    Action(ActionId),
    Item(AgendaItemId),
}

/// Who reads it: what may not be shared, and what was born of an item that is not open, is shown accordingly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrailReader {
    /// Somebody who works with the board's file: a voice's words stand on its own trail, whatever they are.
    AtDesk,
    /// Whoever runs a script: words stay out unless members may read them in a list.
    Script,
}

/// The five steps, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Trail {
    /// "Promise 2: A home that stays", "Action A26-007".
    pub title: String,
    pub steps: Vec<TrailStep>,
}

/// What a trail is made from. More than it needs does no harm; only what belongs to it is shown.
#[derive(Debug, Clone, Copy)]
pub struct TrailRecords<'a> {
    pub today: NaiveDate,
    pub answer_promise: AnswerPromise,
    pub half_terms: &'a [HalfTerm],
    pub voices: &'a [Voice],
    pub events: &'a [Event],
    pub themes: &'a [Theme],
    pub people: &'a [Person],
    pub answers: &'a [Answer],
    pub meetings: &'a [Meeting],
    pub items: &'a [AgendaItem],
    pub minutes: &'a [Minute],
    pub decisions: &'a [Decision],
    pub actions: &'a [Action],
    pub promises: &'a [Promise],
    pub commitments: &'a [Commitment],
    /// With the numbers of their indicators ([`Measure::drawn`]).
    pub measures: &'a [Measure],
    /// Whose set is today's: older ones are looked at no more.
    pub strategy_periods: &'a [StrategyPeriod],
    /// Those that can still be opinions.
    pub checks: &'a [Check],
    pub printed: &'a [PrintedDocument],
    pub groups: &'a [Group],
    pub requests: &'a [AgendaRequest],
}

/// The trail of one record; none when it is not among the records.
#[must_use]
pub fn trail(of: TrailOf, records: &TrailRecords<'_>, reader: TrailReader) -> Option<Trail> {
    let scope = Scope::of(of, records, reader)?;
    let steps = vec![
        said::step(&scope),
        will::step(&scope),
        known::know(&scope),
        known::did(&scope),
        told::step(&scope),
    ];
    Some(Trail { title: scope.title(), steps })
}

impl<'a> TrailRecords<'a> {
    fn meeting(&self, id: MeetingId) -> Option<&'a Meeting> {
        self.meetings.iter().find(|it| it.id == id)
    }

    fn item(&self, id: Option<AgendaItemId>) -> Option<&'a AgendaItem> {
        self.items.iter().find(|it| Some(it.id) == id)
    }

    fn name(&self, id: Option<crate::id::PersonId>) -> Option<String> {
        self.people.iter().find(|it| Some(it.id) == id).map(Person::printed_name)
    }
}

#[cfg(test)]
mod tests;
