//! The course of the evening: starting, turning from item to item, the order on the night, ending.

use chrono::NaiveTime;
use pledgeboard_domain::{
    AgendaItem, Refusal,
    id::{AgendaItemId, MeetingId},
};
use serde::{Deserialize, Serialize};

use super::meeting;
use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StartMeeting {
    pub meeting_id: MeetingId,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TurnTo {
    pub meeting_id: MeetingId,
    pub item_id: AgendaItemId,
}

/// The order on the night: every item of the meeting once. Printed numbers stay.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReorderEvening {
    pub meeting_id: MeetingId,
    pub items: Vec<AgendaItemId>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EndMeeting {
    pub meeting_id: MeetingId,
    /// When it closed; now unless another time is given.
    pub at: Option<NaiveTime>,
}

/// Records the time at which the meeting opens, and turns to its first item.
pub(crate) async fn start(cx: &Context, request: StartMeeting) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("start the meeting").await?;
    let mut it = meeting(&mut write, request.meeting_id).await?;
    it.start(cx.clock.time())?;
    let items = write.by::<AgendaItem>("meeting_id", it.id).await?;
    it.current_item_id = items.iter().find(|item| !item.is_withdrawn()).map(|item| item.id);
    write.update(&mut it).await?;
    cx.done(write, Nothing {}).await
}

pub(crate) async fn turn_to(cx: &Context, request: TurnTo) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("turn to an item").await?;
    let mut it = meeting(&mut write, request.meeting_id).await?;
    let item = write.one::<AgendaItem>(request.item_id).await?;
    if item.meeting_id != it.id || item.is_withdrawn() {
        return Err(Refusal::field("item_id", "This item is not on tonight's agenda.").into());
    }
    it.turn_to(item.id)?;
    write.update(&mut it).await?;
    cx.done(write, Nothing {}).await
}

pub(crate) async fn reorder(cx: &Context, request: ReorderEvening) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("change the order of items").await?;
    let it = meeting(&mut write, request.meeting_id).await?;
    if it.state.agenda_is_draft() {
        return Err(Refusal::rule("The agenda is still a draft. Change its order there.").into());
    }
    it.minutes_open()?;
    let items = write.by::<AgendaItem>("meeting_id", it.id).await?;
    let (out, on): (Vec<_>, Vec<_>) = items.into_iter().partition(AgendaItem::is_withdrawn);
    let mut wanted = request.items.clone();
    wanted.sort_unstable();
    let mut there: Vec<AgendaItemId> = on.iter().map(|item| item.id).collect();
    there.sort_unstable();
    if wanted != there {
        return Err(Refusal::field(
            "items",
            "The agenda has changed. Look at it again before you reorder it.",
        )
        .into());
    }
    let place = |id: AgendaItemId| request.items.iter().position(|other| *other == id).unwrap_or(there.len());
    for mut item in on {
        item.position = i64::try_from(place(item.id)).unwrap_or(i64::MAX) + 1;
        write.update(&mut item).await?;
    }
    for (at, mut item) in (there.len() + 1..).zip(out) {
        item.position = i64::try_from(at).unwrap_or(i64::MAX);
        write.update(&mut item).await?;
    }
    cx.done(write, Nothing {}).await
}

/// Records the time at which the meeting closes; it is held from then on.
pub(crate) async fn end(cx: &Context, request: EndMeeting) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("end the meeting").await?;
    let mut it = meeting(&mut write, request.meeting_id).await?;
    it.end(request.at.unwrap_or_else(|| cx.clock.time()))?;
    write.update(&mut it).await?;
    cx.done(write, Nothing {}).await
}
