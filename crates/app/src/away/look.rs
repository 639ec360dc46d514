//! A look at what came back, before anything of it is written.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_domain::{
    AwayForm, Event, HalfTerm, Identifying, Person, RealityCheck, Theme, Voice,
    away::{
        AwayEvent,
        compare::{Change, OnBoard, Part, compare},
    },
    half_term::half_term_on,
    id::EventId,
    identifying, wording,
};
use pledgeboard_store::Reading;
use serde::Serialize;
use uuid::Uuid;

use super::source::{AwaySource, CameIn};
use crate::{context::Context, error::Outcome, events::show::noticed};

/// An away event against the board.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayLook {
    /// The form's number.
    pub number: String,
    pub event_id: EventId,
    pub title: String,
    pub date: Option<NaiveDate>,
    pub person: Option<String>,
    pub theme: String,
    /// A file; else an e-mail.
    pub is_file: bool,
    /// The last day on which something of it came in.
    pub imported_on: Option<NaiveDate>,
    /// The sentence that says so, when nothing in it is new.
    pub nothing_new: Option<String>,
    pub parts: Vec<LookedPart>,
    /// What may be wrong with the event, each in one sentence.
    pub notices: Vec<String>,
    /// What could not be understood, each in one sentence.
    pub not_understood: Vec<String>,
    /// Why it cannot be imported as it is, each in one sentence.
    pub refused: Vec<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LookedPart {
    pub part: Part,
    /// What in it may say who a child is.
    pub identifying: Vec<Identifying>,
}

/// What came in, beside the board's own records of it.
pub(super) struct Compared {
    pub came_in: CameIn,
    pub event: Option<Event>,
    pub voices: HashMap<Uuid, Voice>,
    pub checks: HashMap<Uuid, RealityCheck>,
    pub parts: Vec<Part>,
}

pub(super) async fn compared(cx: &Context, read: &mut Reading, source: &AwaySource) -> Outcome<Compared> {
    let came_in = source.came_in(cx, read).await?;
    let id = came_in.form.event_id;
    let event = read.get::<Event>(id).await?;
    let mut voices = read.by::<Voice>("event_id", id).await?;
    let mut checks = read.by::<RealityCheck>("event_id", id).await?;
    // A part that was moved to another event since is still that part.
    for voice in &came_in.said.voices {
        if voices.iter().all(|it| it.id != voice.id) {
            voices.extend(read.get::<Voice>(voice.id).await?);
        }
    }
    for check in &came_in.said.reality_checks {
        if checks.iter().all(|it| it.id != check.id) {
            checks.extend(read.get::<RealityCheck>(check.id).await?);
        }
    }
    let on_board = OnBoard {
        event: event.as_ref(),
        voices: &voices,
        checks: &checks,
        form: &came_in.form,
        themes: &came_in.themes,
        cohorts: &came_in.cohorts,
    };
    let parts = compare(&came_in.said, on_board);
    Ok(Compared {
        parts,
        event,
        voices: voices.into_iter().map(|it| (it.id.into(), it)).collect(),
        checks: checks.into_iter().map(|it| (it.id.into(), it)).collect(),
        came_in,
    })
}

/// Looks at a file or an e-mail; writes nothing.
pub async fn look(cx: &Context, source: AwaySource) -> Outcome<AwayLook> {
    let mut read = cx.read().await?;
    let compared = compared(cx, &mut read, &source).await?;
    let Compared { came_in, event, parts, .. } = compared;
    let CameIn { said, form, is_file, not_understood, .. } = came_in;
    let names = names(&mut read).await?;
    let half_terms = read.all::<HalfTerm>().await?;
    let notices = match said.event.date {
        Some(date) => {
            let half_term = half_term_on(date, &half_terms).map(|it| it.id);
            let as_event = said.event.clone().event(date, form.person_id, half_term, event.as_ref());
            noticed(&mut read, &as_event).await?
        }
        None => vec![],
    };
    let theme = read.get::<Theme>(said.event.theme_id).await?.map(|it| it.name).unwrap_or_default();
    let person = match form.person_id {
        Some(id) => read.get::<Person>(id).await?.map(|it| it.printed_name()),
        None => None,
    };
    Ok(AwayLook {
        nothing_new: nothing_new(&parts, &form),
        refused: refused(cx, &said, &form),
        parts: parts
            .into_iter()
            .map(|part| LookedPart { identifying: in_part(&said, part.id, &names), part })
            .collect(),
        number: form.number,
        event_id: form.event_id,
        title: said.event.title,
        date: said.event.date,
        person,
        theme,
        is_file,
        imported_on: form.imported_on,
        notices,
        not_understood,
    })
}

/// The sentence that nothing of it is new, when nothing is.
pub(super) fn nothing_new(parts: &[Part], form: &AwayForm) -> Option<String> {
    let nothing = parts.iter().all(|it| matches!(it.change, Change::Same | Change::TakenBack));
    let since = form.imported_on.map(|day| format!(" on {}", wording::date(day))).unwrap_or_default();
    nothing.then(|| format!("This event was imported already{since}, and nothing in it is new."))
}

/// Each part against the rules that would refuse it.
fn refused(cx: &Context, said: &AwayEvent, form: &AwayForm) -> Vec<String> {
    let today = cx.today();
    let Some(date) = said.event.date else {
        return vec![NO_DATE.into()];
    };
    let event = said.event.clone().event(date, form.person_id, None, None).check(today);
    let voices =
        said.voices.iter().map(|it| it.clone().voice(form.event_id, date.min(today), None).check(today));
    let checks = said.reality_checks.iter().map(|it| it.clone().reality_check(form.event_id, None).check());
    [event].into_iter().chain(voices).chain(checks).filter_map(Result::err).map(|it| it.message).collect()
}

pub(super) const NO_DATE: &str = "Nobody wrote down the day of this event. Enter it to go on.";

/// The names that words are looked at with; young representatives stand there by their own, never published, names.
pub(super) async fn names(read: &mut Reading) -> Outcome<Vec<String>> {
    let named = |person: Person| {
        if person.is_young_representative() { person.first_name } else { person.name }
    };
    Ok(read.all::<Person>().await?.into_iter().map(named).collect())
}

fn in_part(said: &AwayEvent, id: Uuid, names: &[String]) -> Vec<Identifying> {
    let mut found: Vec<Identifying> = vec![];
    for text in super::import::texts_of(&mut said.clone(), id) {
        for it in identifying(text, names) {
            if !found.contains(&it) {
                found.push(it);
            }
        }
    }
    found
}
