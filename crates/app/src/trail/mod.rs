//! The loop, walked both ways, for screens and for the command line.

mod find;
mod records;

use pledgeboard_domain::{
    Trail, TrailOf, TrailReader,
    id::{ActionId, AgendaItemId, PromiseId, VoiceId},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    command::commands,
    context::Context,
    error::{AppError, Outcome},
};

pub use find::find;

commands! {
    read "trail.show" => show, ShowTrail => Trail;
}

/// What a trail can be walked from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum TrailFrom {
    Voice,
    Promise,
    Action,
    Item,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowTrail {
    pub of: TrailFrom,
    pub id: Uuid,
}

pub(crate) async fn show(cx: &Context, request: ShowTrail) -> Outcome<Trail> {
    let of = match request.of {
        TrailFrom::Voice => TrailOf::Voice(VoiceId(request.id)),
        TrailFrom::Promise => TrailOf::Promise(PromiseId(request.id)),
        TrailFrom::Action => TrailOf::Action(ActionId(request.id)),
        TrailFrom::Item => TrailOf::Item(AgendaItemId(request.id)),
    };
    walk(cx, of, TrailReader::AtDesk).await
}

/// The trail of a record, as this reader may see it.
///
/// # Errors
/// When there is no such record.
pub async fn walk(cx: &Context, of: TrailOf, reader: TrailReader) -> Outcome<Trail> {
    let mut read = cx.read().await?;
    let loaded = records::Loaded::of(&mut read, of, cx.today()).await?;
    let gone = match of {
        TrailOf::Voice(_) => "voice",
        TrailOf::Promise(_) => "promise",
        TrailOf::Action(_) => "action",
        TrailOf::Item(_) => "agenda item",
    };
    let trail = pledgeboard_domain::trail::trail(of, &loaded.records(), reader);
    trail.ok_or_else(|| AppError::from(pledgeboard_domain::Refusal::not_found(gone)))
}
