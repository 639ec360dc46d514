//! The event that was being logged when the app ended in the middle: it is on the board, and this finds it again.

use chrono::NaiveDate;
use pledgeboard_domain::{Event, Voice, id::EventId};
use serde::{Deserialize, Serialize};

use crate::{App, command::Nothing, error::Outcome};

/// An event is being logged; none: it is finished, or left in good order.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Logging {
    pub event_id: Option<EventId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LeftOff {
    pub event: Option<Unfinished>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Unfinished {
    pub id: EventId,
    pub title: String,
    pub date: NaiveDate,
    pub voices: u32,
}

/// Notes on this computer which event is being logged. Nothing of it is noted but its id.
pub(crate) async fn logging(app: &App, request: Logging) -> Outcome<Nothing> {
    let board = app.context().await?.store.path().to_owned();
    let mut device = app.device.lock().await;
    let before = match request.event_id {
        Some(id) => device.logging.insert(board, id),
        None => device.logging.remove(&board),
    };
    if before != request.event_id {
        device.save(&app.home)?;
    }
    Ok(Nothing {})
}

/// The event that was being logged when the app ended, if it is still on the board.
pub(crate) async fn left_off(app: &App, _: Nothing) -> Outcome<LeftOff> {
    let cx = app.context().await?;
    let id = app.device.lock().await.logging.get(cx.store.path()).copied();
    let Some(id) = id else { return Ok(LeftOff { event: None }) };
    let mut read = cx.read().await?;
    let Some(event) = read.get::<Event>(id).await? else { return Ok(LeftOff { event: None }) };
    let voices = read.by::<Voice>("event_id", id).await?.len();
    let voices = u32::try_from(voices).unwrap_or(u32::MAX);
    Ok(LeftOff { event: Some(Unfinished { id, title: event.title, date: event.date, voices }) })
}
