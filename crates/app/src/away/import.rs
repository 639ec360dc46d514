//! Writing down what came back: one change, with one Undo.

use pledgeboard_domain::{
    HalfTerm, Refusal,
    away::{
        AwayEvent,
        compare::{Change, Part, PartKind},
        file::digest,
    },
    half_term::half_term_on,
    id::EventId,
    identifying,
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    look::{Compared, NO_DATE, compared, names, nothing_new},
    source::AwaySource,
};
use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportAway {
    pub source: AwaySource,
    /// Choices that differ from what the look proposed.
    #[serde(default)]
    pub choices: Vec<PartChoice>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartChoice {
    pub id: Uuid,
    /// Takes the part as it came; else the board's stays, or nothing.
    pub take: bool,
    /// Takes out of it what may say who a child is.
    pub take_out: bool,
}

/// What came in.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportDone {
    pub event_id: EventId,
    pub new: u32,
    pub changed: u32,
}

/// Imports an event that was logged away from the board.
///
/// # Errors
/// What [`AwaySource`] refuses; an event that came in before and brings nothing new; one that breaks a rule.
pub async fn import(cx: &Context, request: ImportAway) -> Outcome<Written<ImportDone>> {
    let mut write = cx.write("import an event from away").await?;
    let Compared { came_in, event, voices, checks, parts } =
        compared(cx, &mut write, &request.source).await?;
    let mut form = came_in.form;
    if let Some(sentence) = nothing_new(&parts, &form)
        && request.choices.iter().all(|it| !it.take)
    {
        return Err(Refusal::rule(sentence).into());
    }
    if event.is_none() && !parts.iter().any(|it| it.kind == PartKind::Event && taken(it, &request)) {
        return Err(Refusal::rule(
            "What was heard belongs to its event, so the event comes in too. Tick it.",
        )
        .into());
    }
    let date = came_in.said.event.date.ok_or_else(|| Refusal::field("date", NO_DATE))?;
    let names = names(&mut write).await?;
    let half_terms = write.all::<HalfTerm>().await?;
    let mut done = ImportDone { event_id: form.event_id, new: 0, changed: 0 };
    // Noted as it came, so that the same words never come in a second time.
    note(&mut form, &came_in.said);
    let mut said = came_in.said;
    for part in &parts {
        let choice = request.choices.iter().find(|it| it.id == part.id);
        if !choice.map_or(part.take, |it| it.take) || part.change == Change::Same {
            continue;
        }
        if choice.is_some_and(|it| it.take_out) {
            take_out(&mut said, part.id, &names);
        }
        match part.kind {
            PartKind::Event => {
                let half_term = half_term_on(date, &half_terms).map(|it| it.id);
                let mut record = said.event.clone().event(date, form.person_id, half_term, event.as_ref());
                record.check(cx.today())?;
                keep(&mut write, &mut record, event.is_some()).await?;
            }
            PartKind::Voice => {
                let Some(voice) = said.voices.iter().find(|it| Uuid::from(it.id) == part.id) else {
                    continue;
                };
                let before = voices.get(&part.id);
                let mut record = voice.clone().voice(form.event_id, date, before);
                record.check(cx.today())?;
                keep(&mut write, &mut record, before.is_some()).await?;
            }
            PartKind::Check => {
                let Some(check) = said.reality_checks.iter().find(|it| Uuid::from(it.id) == part.id) else {
                    continue;
                };
                let before = checks.get(&part.id);
                let mut record = check.clone().reality_check(form.event_id, before);
                record.check()?;
                keep(&mut write, &mut record, before.is_some()).await?;
            }
        }
        count(&mut done, part);
    }
    form.imported_on = Some(cx.today());
    keep(&mut write, &mut form, !came_in.form_is_new).await?;
    cx.done(write, done).await
}

fn taken(part: &Part, request: &ImportAway) -> bool {
    request.choices.iter().find(|it| it.id == part.id).map_or(part.take, |it| it.take)
}

fn note(form: &mut pledgeboard_domain::AwayForm, said: &AwayEvent) {
    form.note(said.event.id.into(), digest(&said.event));
    for voice in &said.voices {
        form.note(voice.id.into(), digest(voice));
    }
    for check in &said.reality_checks {
        form.note(check.id.into(), digest(check));
    }
}

fn count(done: &mut ImportDone, part: &Part) {
    match part.change {
        Change::New | Change::TakenBack => done.new += 1,
        Change::Changed | Change::Conflict => done.changed += 1,
        Change::Same => {}
    }
}

async fn keep<R: pledgeboard_store::Record>(
    write: &mut Writing,
    record: &mut R,
    is_there: bool,
) -> Outcome<()> {
    if is_there {
        write.update(record).await?;
    } else {
        write.insert(record).await?;
    }
    Ok(())
}

/// The free texts of one part.
pub(super) fn texts_of(said: &mut AwayEvent, id: Uuid) -> Vec<&mut String> {
    if Uuid::from(said.event.id) == id {
        let event = &mut said.event;
        return vec![&mut event.title, &mut event.what_happened, &mut event.take_to_board];
    }
    let voices = said.voices.iter_mut().filter(|it| Uuid::from(it.id) == id).map(|it| &mut it.words);
    let checks = said.reality_checks.iter_mut().filter(|it| Uuid::from(it.id) == id);
    voices.chain(checks.flat_map(|it| [&mut it.claim, &mut it.seen])).collect()
}

fn take_out(said: &mut AwayEvent, id: Uuid, names: &[String]) {
    for text in texts_of(said, id) {
        for found in identifying(text, names) {
            *text = found.taken_out_of(text);
        }
    }
}
