//! What comes back: a file, or the text of an e-mail; and what the board knows of it.

use std::{fs, path::Path};

use chrono::NaiveDate;
use pledgeboard_domain::{
    AwayForm, Cohort, Promise, Refusal, Theme,
    away::{
        AwayEvent, AwayFile,
        file::{AwayCohort, AwayTheme},
        form::number_of,
        parts::Known,
        reading::{self, Offered},
    },
    id::{PersonId, PromiseId},
};
use pledgeboard_store::{Arg, Reading};
use serde::{Deserialize, Serialize};

use crate::{
    context::Context,
    error::{AppError, Outcome},
    input,
};

/// A file that was chosen, or text that was pasted. One of the two.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct AwaySource {
    pub path: Option<String>,
    pub text: Option<String>,
    /// The day of the event, where the source does not say it.
    pub date: Option<NaiveDate>,
}

/// No event is longer than this, in bytes.
const LONGEST: u64 = 4_000_000;

/// What came in, fitted to the board.
pub(super) struct CameIn {
    pub said: AwayEvent,
    /// As the board has it, or about to be noted.
    pub form: AwayForm,
    pub form_is_new: bool,
    pub is_file: bool,
    pub not_understood: Vec<String>,
    pub themes: Vec<AwayTheme>,
    pub cohorts: Vec<AwayCohort>,
}

impl AwaySource {
    fn read(&self) -> Outcome<String> {
        if let Some(text) = &self.text {
            return Ok(text.clone());
        }
        let path = self
            .path
            .as_deref()
            .ok_or_else(|| Refusal::field("path", "Choose a file, or paste the text of the e-mail."))?;
        read_file(Path::new(path.trim()))
    }

    /// Reads the source and finds its form.
    ///
    /// # Errors
    /// One sentence: damaged, something else, of another board, from a newer version, or of a form nobody gave out.
    pub(super) async fn came_in(&self, cx: &Context, read: &mut Reading) -> Outcome<CameIn> {
        let text = self.read()?;
        let all_themes = read.all::<Theme>().await?;
        let themes = away_themes(&all_themes);
        let cohorts = away_cohorts(&read.all::<Cohort>().await?);
        let is_file = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with('{');
        let mut came_in = if is_file {
            from_file(cx, read, &text, themes, cohorts).await?
        } else {
            from_email(cx, read, &text, themes, cohorts).await?
        };
        came_in.said.event.date = came_in.said.event.date.or(self.date);
        let promises: Vec<PromiseId> = read.all::<Promise>().await?.into_iter().map(|it| it.id).collect();
        let known = Known {
            themes: &came_in.themes.iter().map(|it| it.id).collect::<Vec<_>>(),
            cohorts: &came_in.cohorts.iter().map(|it| it.id).collect::<Vec<_>>(),
            promises: &promises,
            theme: came_in.form.theme_id,
        };
        let told = came_in.said.fit(known);
        came_in.not_understood.extend(told);
        if came_in.said.is_empty() {
            return Err(
                Refusal::rule("Nothing is written in this event yet. Fill it in, then import it.").into()
            );
        }
        Ok(came_in)
    }
}

/// The text of a file, however its program wrote it.
pub(super) fn read_file(path: &Path) -> Outcome<String> {
    if fs::metadata(path)?.len() > LONGEST {
        return Err(Refusal::field(
            "path",
            "This file is too large for one event. Choose a file that ends in .pledge-event, or an e-mail's text.",
        )
        .into());
    }
    let bytes = fs::read(path)?;
    if let [0xff, 0xfe, rest @ ..] = bytes.as_slice() {
        let units: Vec<u16> = rest.chunks_exact(2).map(|it| u16::from_le_bytes([it[0], it[1]])).collect();
        return Ok(String::from_utf16_lossy(&units));
    }
    // What is not UTF-8 was written by an old mail program, in Latin 1.
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect()))
}

pub(super) fn away_themes(themes: &[Theme]) -> Vec<AwayTheme> {
    let away = |it: &Theme| AwayTheme { id: it.id, name: it.name.clone(), keywords: it.keywords.clone() };
    themes.iter().map(away).collect()
}

pub(super) fn away_cohorts(cohorts: &[Cohort]) -> Vec<AwayCohort> {
    cohorts.iter().map(|it| AwayCohort { id: it.id, name: it.name.clone() }).collect()
}

async fn from_file(
    cx: &Context,
    read: &mut Reading,
    text: &str,
    themes: Vec<AwayTheme>,
    cohorts: Vec<AwayCohort>,
) -> Outcome<CameIn> {
    let file = AwayFile::read(text)?;
    input::check(&serde_json::to_value(&file).map_err(AppError::fault)?)?;
    let board = read.board().await?;
    if file.board.id != board.id {
        return Err(Refusal::field(
            "path",
            format!(
                "This event belongs to the board “{}”, not to this one. Open that board to import it.",
                file.board.name
            ),
        )
        .into());
    }
    let event_id = file.event.id;
    let known = read.by::<AwayForm>("event_id", event_id).await?.pop();
    let form_is_new = known.is_none();
    let form = match known {
        Some(form) => form,
        None => {
            let on_board = read.all::<pledgeboard_domain::Person>().await?;
            let person_id: Option<PersonId> =
                file.person.as_ref().map(|it| it.id).filter(|id| on_board.iter().any(|it| it.id == *id));
            let theme_id = if themes.iter().any(|it| it.id == file.event.theme_id) {
                file.event.theme_id
            } else {
                themes.first().map(|it| it.id).ok_or_else(no_theme)?
            };
            AwayForm {
                id: cx.new_id(),
                version: 0,
                number: number_of(event_id),
                event_id,
                theme_id,
                person_id,
                made_on: file.made_on,
                imported_on: None,
                imported: vec![],
            }
        }
    };
    Ok(CameIn {
        said: file.said(),
        form,
        form_is_new,
        is_file: true,
        not_understood: vec![],
        themes,
        cohorts,
    })
}

async fn from_email(
    cx: &Context,
    read: &mut Reading,
    text: &str,
    themes: Vec<AwayTheme>,
    cohorts: Vec<AwayCohort>,
) -> Outcome<CameIn> {
    let number = reading::number(text)?;
    let form = read.find::<AwayForm>("t.number = $1", &[Arg::Text(number.clone())]).await?.pop();
    let form = form.ok_or_else(|| {
        Refusal::field(
            "text",
            format!("No form with the number {number} was made on this board. Check the number, or open the board that made it."),
        )
    })?;
    let offered = Offered { themes: &themes, cohorts: &cohorts };
    let reading::ReadForm { said, not_understood } =
        reading::read(text, form.event_id, form.theme_id, offered, cx.today());
    Ok(CameIn { said, form, form_is_new: false, is_file: false, not_understood, themes, cohorts })
}

fn no_theme() -> Refusal {
    Refusal::rule("This board has no theme yet, and an event belongs to one. Add a theme first.")
}
