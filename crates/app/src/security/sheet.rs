//! The recovery sheet: made once, while the passphrase is new, and never again for it.

use std::path::PathBuf;

use chrono::NaiveTime;
use pledgeboard_documents::{
    RenderOptions,
    content::recovery_sheet::{RecoverySheetInput, build},
};
use pledgeboard_domain::Refusal;
use serde::{Deserialize, Serialize};

use super::{SecurityPage, page};
use crate::{
    App,
    device::write_whole,
    error::{AppError, Outcome},
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveSheet {
    /// Where the PDF goes: best to what is taken out of the computer again.
    pub path: String,
}

pub(super) async fn save(app: &App, request: SaveSheet) -> Outcome<SecurityPage> {
    let cx = app.context().await?;
    let mut fresh = app.recovery.lock().await;
    let Some(key) = fresh.as_ref().filter(|key| cx.store.key() == Some(key)) else {
        return Err(Refusal::rule(
            "The recovery sheet is made once, right after a passphrase was set. Set a new passphrase to make another.",
        )
        .into());
    };
    let input = RecoverySheetInput {
        board: cx.read().await?.board().await?,
        file: cx.store.path().file_name().unwrap_or_default().to_string_lossy().into_owned(),
        words: key.recovery_words(),
        made_on: cx.today(),
    };
    let options = RenderOptions { created: cx.today().and_time(NaiveTime::MIN) };
    let pdf = pledgeboard_documents::pdf(&build(&input), &options).map_err(crate::reports::refused)?;
    write_whole(&PathBuf::from(request.path), &pdf)
        .map_err(|error| AppError { field: Some("path".into()), ..error })?;
    *fresh = None;
    drop(fresh);
    page(app, vec![]).await
}
