//! Events as lists and pages show them.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaItem, Assignment, Event, EventKind, HalfTerm, ItemKind, Meeting, Person, RealityCheck, Theme,
    Voice,
    event::notices::{Around, notices},
    id::{AgendaItemId, EventId, PersonId, PromiseId, ThemeId},
    wording,
};
use pledgeboard_store::{Arg, Reading};
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
    /// What may be wrong with it, each in one sentence.
    pub notices: Vec<String>,
}

pub(crate) async fn show(cx: &Context, request: ShowEvent) -> Outcome<EventPage> {
    let mut read = cx.read().await?;
    let event = read.one::<Event>(request.id).await?;
    let mut voices = read.by::<Voice>("event_id", event.id).await?;
    voices.sort_by_key(|it| it.id);
    let reality_checks = read.by::<RealityCheck>("event_id", event.id).await?;
    let notices = noticed(&mut read, &event).await?;
    Ok(EventPage { event, voices, reality_checks, notices })
}

/// What may be wrong with an event, whether it is on the board or about to come.
pub(crate) async fn noticed(read: &mut Reading, event: &Event) -> Outcome<Vec<String>> {
    let Some(person_id) = event.person_id else {
        let around = Around { events: &[], assignments: &[], person: "", theme: "" };
        return Ok(notices(event, around));
    };
    let events = read.by::<Event>("person_id", person_id).await?;
    let assignments = read.by::<Assignment>("person_id", person_id).await?;
    let person = read.get::<Person>(person_id).await?.map(|it| it.printed_name()).unwrap_or_default();
    let theme = read.get::<Theme>(event.theme_id).await?.map(|it| it.name).unwrap_or_default();
    let around = Around { events: &events, assignments: &assignments, person: &person, theme: &theme };
    Ok(notices(event, around))
}

/// What a reality check may be about.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClaimChoices {
    /// Current promises.
    pub promises: Vec<Choice<PromiseId>>,
    /// Items of meetings to come, in which a report's claim stands.
    pub items: Vec<Choice<AgendaItemId>>,
}

/// Items whose papers and reports claim something.
const CAN_CLAIM: [ItemKind; 5] =
    [ItemKind::Theme, ItemKind::Promise, ItemKind::Report, ItemKind::WorkProgramme, ItemKind::Other];

pub(crate) async fn claims(cx: &Context, _: Nothing) -> Outcome<ClaimChoices> {
    let mut read = cx.read().await?;
    let today = cx.today();
    let current = crate::promises::current(&mut read, today).await?.into_iter();
    let promises =
        current.map(|it| Choice { value: it.id, label: format!("{} · {}", it.number, it.title) }).collect();
    let to_come = [Arg::Date(today)];
    let meetings: HashMap<_, _> = read
        .find::<Meeting>("t.date >= $1", &to_come)
        .await?
        .into_iter()
        .map(|it| (it.id, it.date))
        .collect();
    let mut items = read
        .find::<AgendaItem>("t.meeting_id IN (SELECT m.id FROM meeting AS m WHERE m.date >= $1)", &to_come)
        .await?;
    items.retain(|it| CAN_CLAIM.contains(&it.kind) && !it.is_withdrawn());
    items.sort_by_key(|it| (meetings.get(&it.meeting_id).copied(), it.position));
    let items = items.into_iter().filter_map(|it| {
        let day = wording::date_without_weekday(*meetings.get(&it.meeting_id)?);
        Some(Choice { value: it.id, label: format!("{} ({day})", it.title) })
    });
    Ok(ClaimChoices { promises, items: items.collect() })
}
