//! Making a form for somebody who goes without the board: a file, and an e-mail.

use std::collections::HashMap;

use pledgeboard_domain::{
    AwayForm, Cohort, Event, Person, Refusal, Theme,
    away::{
        AwayEvent, AwayFile,
        email::{self, Addressed},
        file::{AwayBoard, AwayPerson, AwayPromise, FORMAT, SCHEMA},
        form::number_of,
    },
    id::{AwayFormId, PersonId, ThemeId},
};
use pledgeboard_store::Reading;
use serde::{Deserialize, Serialize};

use super::{
    BecameEvent,
    source::{away_cohorts, away_themes},
};
use crate::{
    command::Nothing,
    context::{Context, Written},
    error::Outcome,
};

/// For whom, and about what.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MakeForm {
    pub theme_id: ThemeId,
    pub person_id: Option<PersonId>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowForm {
    pub id: AwayFormId,
}

/// A form in both of its shapes; either may go out.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MadeForm {
    pub form: AwayForm,
    /// The text of the `.pledge-event` file.
    pub file: String,
    pub file_name: String,
    /// The text of the e-mail.
    pub email: String,
}

/// A form that was given out, and what became of it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayLine {
    pub form: AwayForm,
    pub person: Option<String>,
    pub theme: String,
    /// The event on the board, once it came in.
    pub event: Option<BecameEvent>,
}

/// Notes a form, and makes its file and its e-mail.
pub async fn make(cx: &Context, request: MakeForm) -> Outcome<Written<MadeForm>> {
    let mut write = cx.write("make a form for an event away from the board").await?;
    let theme = write.one::<Theme>(request.theme_id).await?;
    if theme.retired_on.is_some_and(|day| day <= cx.today()) {
        return Err(Refusal::field(
            "theme_id",
            "This theme is no longer part of the board's work. Choose another.",
        )
        .into());
    }
    if let Some(id) = request.person_id
        && write.one::<Person>(id).await?.has_left(cx.today())
    {
        return Err(
            Refusal::field("person_id", "This person has left the board. Choose somebody else.").into()
        );
    }
    let event_id = cx.new_id();
    let mut form = AwayForm {
        id: cx.new_id(),
        version: 0,
        number: number_of(event_id),
        event_id,
        theme_id: theme.id,
        person_id: request.person_id,
        made_on: cx.today(),
        imported_on: None,
        imported: vec![],
    };
    write.insert(&mut form).await?;
    let made = texts(cx, &mut write, form).await?;
    cx.done(write, made).await
}

/// The file and the e-mail of a form once more.
pub(super) async fn show(cx: &Context, request: ShowForm) -> Outcome<MadeForm> {
    let mut read = cx.read().await?;
    let form = read.one::<AwayForm>(request.id).await?;
    texts(cx, &mut read, form).await
}

async fn texts(cx: &Context, read: &mut Reading, form: AwayForm) -> Outcome<MadeForm> {
    let today = cx.today();
    let board = read.board().await?;
    let mut themes = read.all::<Theme>().await?;
    themes.retain(|it| it.retired_on.is_none_or(|day| day > today) || it.id == form.theme_id);
    let people = read.all::<Person>().await?;
    let person = people.iter().find(|it| Some(it.id) == form.person_id);
    let names = people
        .iter()
        .filter(|it| !it.is_young_representative() && !it.has_left(today))
        .map(|it| it.name.clone())
        .collect();
    let promises = crate::promises::current(read, today).await?.into_iter();
    let empty = AwayEvent::empty(form.event_id, form.theme_id);
    let theme = themes.iter().find(|it| it.id == form.theme_id).map(|it| it.name.clone()).unwrap_or_default();
    let printed = person.map(Person::printed_name);
    let file = AwayFile {
        format: FORMAT.into(),
        schema: SCHEMA,
        number: form.number.clone(),
        made_on: form.made_on,
        board: AwayBoard { id: board.id, council: board.council, name: board.name.clone(), names },
        person: person.map(|it| AwayPerson { id: it.id, name: it.printed_name() }),
        themes: away_themes(&themes),
        cohorts: away_cohorts(&read.all::<Cohort>().await?),
        promises: promises
            .map(|it| AwayPromise { id: it.id, name: format!("{} · {}", it.number, it.title) })
            .collect(),
        event: empty.event,
        voices: empty.voices,
        reality_checks: empty.reality_checks,
    };
    let addressed =
        Addressed { number: &form.number, board: &board.name, theme: &theme, person: printed.as_deref() };
    Ok(MadeForm {
        file: file.write()?,
        file_name: format!("event-{}.pledge-event", form.number.to_lowercase()),
        email: email::form(addressed),
        form,
    })
}

/// Forms given out, the latest first.
pub(super) async fn list(cx: &Context, _: Nothing) -> Outcome<Vec<AwayLine>> {
    let mut read = cx.read().await?;
    let forms = read.all::<AwayForm>().await?;
    if forms.is_empty() {
        return Ok(vec![]);
    }
    let people: HashMap<_, _> =
        read.all::<Person>().await?.into_iter().map(|it| (it.id, it.printed_name())).collect();
    let themes: HashMap<_, _> = read.all::<Theme>().await?.into_iter().map(|it| (it.id, it.name)).collect();
    let events: HashMap<_, _> = read.all::<Event>().await?.into_iter().map(|it| (it.id, it.title)).collect();
    let line = |form: AwayForm| AwayLine {
        person: form.person_id.and_then(|id| people.get(&id).cloned()),
        theme: themes.get(&form.theme_id).cloned().unwrap_or_default(),
        event: events
            .get(&form.event_id)
            .map(|title| BecameEvent { id: form.event_id, title: title.clone() }),
        form,
    };
    Ok(forms.into_iter().map(line).collect())
}
