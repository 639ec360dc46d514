//! Logging, changing and removing events.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Came, Event, EventKind, HalfTerm, Refusal, Voice,
    half_term::half_term_on,
    id::{EventId, HalfTermId, PersonId, ThemeId},
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// An event at its first save: whatever is known by then.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewEvent {
    /// Empty: named after its kind and date.
    pub title: String,
    pub theme_id: ThemeId,
    /// None: the half-term that the date belongs to.
    pub half_term_id: Option<HalfTermId>,
    pub date: NaiveDate,
    pub place: String,
    pub kind: EventKind,
    /// None: whoever works at this computer.
    pub person_id: Option<PersonId>,
    pub came: Vec<Came>,
    #[serde(default)]
    pub came_total: Option<u32>,
    pub what_happened: String,
    pub take_to_board: String,
}

/// Logs an event; one whose day has not come is planned.
pub(crate) async fn log(cx: &Context, request: NewEvent) -> Outcome<Written<Event>> {
    let mut write = cx.write("log an event").await?;
    let half_term_id = half_term(&mut write, request.half_term_id, request.date).await?;
    let mut event = Event {
        id: cx.new_id(),
        version: 0,
        title: named(request.title, request.kind, request.date),
        theme_id: request.theme_id,
        half_term_id,
        date: request.date,
        place: request.place,
        kind: request.kind,
        person_id: request.person_id.or(cx.person),
        held: request.date <= cx.today(),
        came: request.came,
        came_total: request.came_total,
        what_happened: request.what_happened,
        take_to_board: request.take_to_board,
    };
    event.check(cx.today())?;
    write.insert(&mut event).await?;
    cx.done(write, event).await
}

/// The chosen half-term, or the one that the date belongs to.
async fn half_term(
    write: &mut Writing,
    chosen: Option<HalfTermId>,
    date: NaiveDate,
) -> Outcome<Option<HalfTermId>> {
    if chosen.is_some() {
        return Ok(chosen);
    }
    Ok(half_term_on(date, &write.all::<HalfTerm>().await?).map(|it| it.id))
}

fn named(title: String, kind: EventKind, date: NaiveDate) -> String {
    if title.trim().is_empty() { Event::usual_title(kind, date) } else { title }
}

/// Changes an event; voices heard at it on its day move with the date.
pub(crate) async fn edit(cx: &Context, mut event: Event) -> Outcome<Written<Event>> {
    event.title = named(event.title, event.kind, event.date);
    event.check(cx.today())?;
    let mut write = cx.write("change an event").await?;
    let before = write.one::<Event>(event.id).await?;
    event.half_term_id = half_term(&mut write, event.half_term_id, event.date).await?;
    write.update(&mut event).await?;
    if before.date != event.date {
        for mut voice in write.by::<Voice>("event_id", event.id).await? {
            if voice.heard_on == before.date {
                voice.heard_on = event.date;
                voice.check(cx.today()).map_err(|_| Refusal::field("date", VOICES_TOMORROW))?;
                write.update(&mut voice).await?;
            }
        }
    }
    cx.done(write, event).await
}

const VOICES_TOMORROW: &str =
    "This day has not come yet, and voices were heard at this event already. Check the date.";

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveEvent {
    pub id: EventId,
    pub version: i64,
}

/// Removes an event at which nothing was heard.
pub(crate) async fn remove(cx: &Context, request: RemoveEvent) -> Outcome<Written<EventId>> {
    let mut write = cx.write("remove an event").await?;
    let event = Event { version: request.version, ..write.one::<Event>(request.id).await? };
    if !write.by::<Voice>("event_id", event.id).await?.is_empty() {
        return Err(
            Refusal::rule("Voices were heard at this event, so it stays. Take them back first.").into()
        );
    }
    write.delete(&event).await?;
    cx.done(write, event.id).await
}
