//! The year's fixed points.

use chrono::NaiveDate;
use pledgeboard_domain::{Anchor, Refusal, id::AnchorId};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// A fixed point as its form has it, new or not.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveAnchor {
    /// None for a new one.
    pub anchor_id: Option<AnchorId>,
    /// As it was read; 0 for a new one.
    pub version: i64,
    pub academic_year: i32,
    pub title: String,
    pub starts: Option<NaiveDate>,
    /// None for one day.
    pub ends: Option<NaiveDate>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveAnchor {
    pub anchor_id: AnchorId,
    pub version: i64,
}

pub(crate) async fn save(cx: &Context, request: SaveAnchor) -> Outcome<Written<AnchorId>> {
    let Some(starts) = request.starts else {
        return Err(Refusal::field("starts", "Enter the day, or the first of several.").into());
    };
    let mut anchor = Anchor {
        id: request.anchor_id.unwrap_or_else(|| cx.new_id()),
        version: request.version,
        academic_year: request.academic_year,
        title: request.title.trim().into(),
        starts,
        ends: request.ends.unwrap_or(starts),
    };
    anchor.check()?;
    let name = match request.anchor_id {
        Some(_) => "change a fixed point of the year",
        None => "add a fixed point of the year",
    };
    let mut write = cx.write(name).await?;
    match request.anchor_id {
        None => write.insert(&mut anchor).await?,
        Some(_) => write.update(&mut anchor).await?,
    }
    cx.done(write, anchor.id).await
}

pub(crate) async fn remove(cx: &Context, request: RemoveAnchor) -> Outcome<Written<()>> {
    let mut write = cx.write("remove a fixed point of the year").await?;
    let anchor = Anchor { version: request.version, ..write.one::<Anchor>(request.anchor_id).await? };
    write.delete(&anchor).await?;
    cx.done(write, ()).await
}
