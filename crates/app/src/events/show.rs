//! Events as lists and pages show them.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_domain::{
    Event, EventKind, HalfTerm, Person, Promise, RealityCheck, Theme, Voice,
    id::{EventId, PersonId, PromiseId, ThemeId},
};
use serde::{Deserialize, Serialize};

use crate::{command::Nothing, context::Context, error::Outcome, voices::choices::Choice};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EventLine {
    pub id: EventId,
    pub title: String,
    pub date: NaiveDate,
    pub kind: EventKind,
    pub held: bool,
    pub theme_id: ThemeId,
    pub theme: String,
    /// "Autumn 2, 2026/27"; empty when it belongs to none.
    pub half_term: String,
    pub person_id: Option<PersonId>,
    pub person: Option<String>,
    pub came: u32,
    pub voices: u32,
}

pub(crate) async fn list(cx: &Context, _: Nothing) -> Outcome<Vec<EventLine>> {
    let mut read = cx.read().await?;
    let themes: HashMap<_, _> = read.all::<Theme>().await?.into_iter().map(|it| (it.id, it.name)).collect();
    let half_terms: HashMap<_, _> =
        read.all::<HalfTerm>().await?.into_iter().map(|it| (it.id, it.name())).collect();
    let people: HashMap<_, _> =
        read.all::<Person>().await?.into_iter().map(|it| (it.id, it.printed_name())).collect();
    let voices = read.count_by::<Voice>("event_id").await?;
    let line = |event: Event| EventLine {
        theme: themes.get(&event.theme_id).cloned().unwrap_or_default(),
        half_term: event.half_term_id.and_then(|id| half_terms.get(&id).cloned()).unwrap_or_default(),
        person: event.person_id.and_then(|id| people.get(&id).cloned()),
        came: event.came_in_all(),
        voices: voices.get(&event.id.into()).copied().unwrap_or_default(),
        id: event.id,
        title: event.title,
        date: event.date,
        kind: event.kind,
        held: event.held,
        theme_id: event.theme_id,
        person_id: event.person_id,
    };
    Ok(read.all::<Event>().await?.into_iter().map(line).collect())
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowEvent {
    pub id: EventId,
}

/// An event with everything that was heard and seen there, in the order in which it was written down.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EventPage {
    pub event: Event,
    pub voices: Vec<Voice>,
    pub reality_checks: Vec<RealityCheck>,
}

pub(crate) async fn show(cx: &Context, request: ShowEvent) -> Outcome<EventPage> {
    let mut read = cx.read().await?;
    let event = read.one::<Event>(request.id).await?;
    let mut voices = read.by::<Voice>("event_id", event.id).await?;
    voices.sort_by_key(|it| it.id);
    let reality_checks = read.by::<RealityCheck>("event_id", event.id).await?;
    Ok(EventPage { event, voices, reality_checks })
}

/// Promises whose claims can be checked with one's own eyes.
pub(crate) async fn claims(cx: &Context, _: Nothing) -> Outcome<Vec<Choice<PromiseId>>> {
    let mut read = cx.read().await?;
    let today = cx.today();
    let current = read.all::<Promise>().await?.into_iter().filter(|it| it.is_current(today));
    Ok(current.map(|it| Choice { value: it.id, label: format!("{} · {}", it.number, it.title) }).collect())
}
