//! Reality checks: a claim that a report or a promise makes, and what was seen at an event.

use pledgeboard_domain::{
    Event, RealityCheck, Verdict,
    id::{AgendaItemId, EventId, PromiseId, RealityCheckId},
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewRealityCheck {
    pub event_id: EventId,
    pub claim: String,
    pub stands_in: String,
    pub promise_id: Option<PromiseId>,
    pub agenda_item_id: Option<AgendaItemId>,
    pub verdict: Verdict,
    pub seen: String,
}

pub(crate) async fn add(cx: &Context, request: NewRealityCheck) -> Outcome<Written<RealityCheck>> {
    let mut write = cx.write("check a claim").await?;
    let event = write.one::<Event>(request.event_id).await?;
    let mut check = RealityCheck {
        id: cx.new_id(),
        version: 0,
        event_id: event.id,
        claim: request.claim,
        stands_in: request.stands_in,
        promise_id: request.promise_id,
        agenda_item_id: request.agenda_item_id,
        verdict: request.verdict,
        seen: request.seen,
    };
    check.check()?;
    write.insert(&mut check).await?;
    cx.done(write, check).await
}

pub(crate) async fn edit(cx: &Context, mut check: RealityCheck) -> Outcome<Written<RealityCheck>> {
    check.check()?;
    let mut write = cx.write("change a checked claim").await?;
    write.update(&mut check).await?;
    cx.done(write, check).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveRealityCheck {
    pub id: RealityCheckId,
    pub version: i64,
}

pub(crate) async fn remove(cx: &Context, request: RemoveRealityCheck) -> Outcome<Written<RealityCheckId>> {
    let mut write = cx.write("take back a checked claim").await?;
    let check = RealityCheck { version: request.version, ..write.one::<RealityCheck>(request.id).await? };
    write.delete(&check).await?;
    cx.done(write, check.id).await
}
