//! Away mode: no board is open, and one event is kept in its file as it is typed.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use pledgeboard_domain::{Refusal, away::AwayFile, id::ThemeId, identifying, theme_guess, voice::AT_RISK};
use serde::{Deserialize, Serialize};

use super::source::read_file;
use crate::{
    App,
    command::Nothing,
    device::write_whole,
    error::{AppError, Outcome},
    voices::LookedAt,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OpenAway {
    pub path: String,
}

/// An away file on this computer.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayDesk {
    pub path: String,
    pub file: AwayFile,
    pub today: NaiveDate,
    pub at_risk: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeepAway {
    pub path: String,
    pub file: AwayFile,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LookAway {
    pub path: String,
    pub words: String,
    /// The theme to take where two fit as well.
    pub usual: Option<ThemeId>,
}

/// Opens an away file, and remembers it.
pub(super) async fn open(app: &App, request: OpenAway) -> Outcome<AwayDesk> {
    let path = PathBuf::from(request.path.trim());
    let file = there(&path)?;
    let mut device = app.device.lock().await;
    device.opened_away(&path);
    device.save(&app.home)?;
    Ok(AwayDesk { path: path.display().to_string(), file, today: app.clock.today(), at_risk: AT_RISK.into() })
}

fn there(path: &Path) -> Outcome<AwayFile> {
    let placed = |error: AppError| AppError { field: Some("path".into()), ..error };
    let text = read_file(path).map_err(placed)?;
    AwayFile::read(&text).map_err(|refusal| placed(refusal.into()))
}

/// Writes an away file; refused over a file of another event, and for what the board would refuse.
pub(super) async fn keep(app: &App, request: KeepAway) -> Outcome<Nothing> {
    let path = PathBuf::from(request.path.trim());
    let before = there(&path)?;
    if before.event.id != request.file.event.id {
        return Err(Refusal::field("path", "Another event is in this file by now. Open it again.").into());
    }
    check(&request.file, app.clock.today())?;
    write_whole(&path, request.file.write()?.as_bytes())?;
    Ok(Nothing {})
}

/// The same rules as on the board, beside the fields that they are about.
fn check(file: &AwayFile, today: NaiveDate) -> Outcome<()> {
    let said = file.said();
    let date = said.event.date.unwrap_or(today);
    let mut event = said.event.event(date, None, None, None);
    if event.title.trim().is_empty() {
        event.title = pledgeboard_domain::Event::usual_title(event.kind, date);
    }
    event.check(today)?;
    for (at, voice) in said.voices.into_iter().enumerate() {
        let voice = voice.voice(event.id, date, None);
        voice.check(today).map_err(|refusal| AppError::from(refusal).within(&format!("voices.{at}")))?;
    }
    for (at, check) in said.reality_checks.into_iter().enumerate() {
        let check = check.reality_check(event.id, None);
        check.check().map_err(|refusal| AppError::from(refusal).within(&format!("claims.{at}")))?;
    }
    Ok(())
}

/// A look at words while they are typed, with what the file knows of the board.
pub(super) async fn words(_: &App, request: LookAway) -> Outcome<LookedAt> {
    let file = there(Path::new(&request.path))?;
    let keywords = file.themes.iter().map(|it| (it.id, it.keywords.as_slice()));
    let guess = theme_guess::guess(&request.words, keywords, request.usual);
    Ok(LookedAt {
        theme_id: guess.as_ref().map(|it| it.theme_id),
        because: guess.map(|it| it.because).unwrap_or_default(),
        identifying: identifying(&request.words, &file.board.names),
    })
}
