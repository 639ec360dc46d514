//! The map as rows for a spreadsheet, for an audience.

use pledgeboard_documents::csv;
use pledgeboard_domain::{Audience, Refusal, id::HalfTermId, voice_map::published};
use serde::{Deserialize, Serialize};

use super::show::draw;
use crate::{
    context::Context,
    error::{AppError, Outcome},
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportMap {
    /// The one that today belongs to, when nothing is said.
    pub half_term_id: Option<HalfTermId>,
    pub audience: Audience,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportedMap {
    /// "Voice map, Autumn 2, 2026/27, public", without an ending.
    pub name: String,
    /// Rows of CSV, without the mark at the start of a file.
    pub text: String,
}

pub(crate) async fn export(cx: &Context, request: ExportMap) -> Outcome<ExportedMap> {
    let mut read = cx.read().await?;
    let drawn = draw(&mut read, request.half_term_id, Some(request.audience), cx.today()).await?;
    let (Some(half_term), Some(map)) = (drawn.half_term, drawn.map) else {
        return Err(Refusal::rule(
            "No half-term is entered for this day, so there is no map. Enter its dates in Settings.",
        )
        .into());
    };
    let rows = published::rows(&map, request.audience, &drawn.half_terms);
    let text = String::from_utf8(csv(&rows)).map_err(AppError::fault)?;
    let whom = match request.audience {
        Audience::Members | Audience::Chair => "members",
        Audience::Public | Audience::Children => "public",
    };
    Ok(ExportedMap {
        name: format!("Voice map {} {whom}", half_term.name()).replace(['/', ','], "-").replace("- ", " "),
        text: text.trim_start_matches('\u{feff}').to_owned(),
    })
}
