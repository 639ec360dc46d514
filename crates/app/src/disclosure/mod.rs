//! What the board holds about somebody or something, and every change that touched it: for whoever has a right to know
//! (UK GDPR, Article 15), and for whoever has to account for what was changed.

mod document;
mod find;

use std::path::Path;

use chrono::NaiveDate;
use pledgeboard_domain::{Refusal, id::PersonId};
use serde::{Deserialize, Serialize};

use crate::{
    command::{Nothing, commands},
    context::Context,
    device::write_whole,
    error::{AppError, Outcome},
    history::values::is_trusted,
    removal::{KindHolding, PaperHolding},
};

pub use find::{Disclosure, find};

commands! {
    read "disclosure.look" => look, About => DisclosureSummary;
    once "disclosure.save" => save, SaveDisclosure => Nothing;
}

/// What is asked for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct About {
    /// Somebody of the board: wherever they are named, and what they changed.
    pub person: Option<PersonId>,
    /// Words wherever they stand. With neither, it is about the whole board, and lists the changes alone.
    pub words: String,
    /// Changes of this day and later.
    pub since: Option<NaiveDate>,
    /// Changes up to and of this day.
    pub until: Option<NaiveDate>,
}

/// What would stand in it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DisclosureSummary {
    pub about: String,
    pub kinds: Vec<KindHolding>,
    pub papers: Vec<PaperHolding>,
    /// Entries of the history that touched it.
    pub changes: u32,
    /// What the person changed themselves.
    pub did: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum DisclosureFormat {
    /// To read.
    Pdf,
    /// To take out what is about others, and then to give.
    Docx,
    /// For another program (UK GDPR, Article 20): whole records, before and after.
    Json,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveDisclosure {
    pub about: About,
    pub format: DisclosureFormat,
    pub path: String,
}

async fn look(cx: &Context, request: About) -> Outcome<DisclosureSummary> {
    may_read_all(cx).await?;
    let found = find(cx, &request).await?;
    Ok(found.summary())
}

async fn save(cx: &Context, request: SaveDisclosure) -> Outcome<Nothing> {
    may_read_all(cx).await?;
    let file = find(cx, &request.about).await?.file(cx, request.format).await?;
    write_whole(Path::new(request.path.trim()), &file)
        .map_err(|error| AppError { field: Some("path".into()), ..error })?;
    Ok(Nothing {})
}

/// It holds what is private, so it is for those who read that.
async fn may_read_all(cx: &Context) -> Outcome<()> {
    if is_trusted(&mut cx.read().await?, cx.person).await? {
        return Ok(());
    }
    Err(Refusal::rule(
        "This holds what is private too, so it is for councillors and democratic services. Choose who works here first.",
    )
    .into())
}
