//! Putting an item off to the next meeting: it stays in tonight's minutes and enters that agenda.

use pledgeboard_domain::{
    AgendaItem, Meeting, MeetingState, Minute, Refusal, evening,
    id::{AgendaItemId, MeetingId},
};
use serde::{Deserialize, Serialize};

use super::meeting;
use crate::{
    context::{Context, Written},
    error::Outcome,
    groups::requests,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeferItem {
    pub item_id: AgendaItemId,
    /// The next meeting whose agenda is a draft, unless another is chosen.
    pub to_meeting_id: Option<MeetingId>,
}

/// Its answer is the item on the later agenda.
pub(crate) async fn defer(cx: &Context, request: DeferItem) -> Outcome<Written<AgendaItemId>> {
    let mut write = cx.write("defer an item").await?;
    let mut item = write.one::<AgendaItem>(request.item_id).await?;
    let from = meeting(&mut write, item.meeting_id).await?;
    from.minutes_open()?;
    if item.deferred_to_id.is_some() {
        return Err(Refusal::rule("This item is deferred already.").into());
    }
    let meetings = write.all::<Meeting>().await?;
    let to = match request.to_meeting_id {
        Some(id) => meetings.iter().find(|it| it.id == id),
        None => evening::next_to_take_items(&from, &meetings),
    };
    let mut to = to.cloned().ok_or_else(|| {
        Refusal::field(
            "to_meeting_id",
            "No later meeting takes items yet. Add the next meeting, then defer to it.",
        )
    })?;
    to.takes_deferred_items(&from)?;

    let last = write.by::<AgendaItem>("meeting_id", to.id).await?.iter().map(|it| it.position).max();
    let mut later = AgendaItem {
        id: cx.new_id(),
        meeting_id: to.id,
        position: last.unwrap_or(0) + 1,
        number: String::new(),
        since_version: 0,
        urgency_reason: String::new(),
        ..item.clone()
    };
    write.insert(&mut later).await?;
    if to.state == MeetingState::Planned {
        to.advance(MeetingState::AgendaDrafted)?;
        write.update(&mut to).await?;
    }

    requests::follow(&mut write, item.id, Some(later.id)).await?;
    item.deferred_to_id = Some(to.id);
    write.update(&mut item).await?;
    let found = write.by::<Minute>("agenda_item_id", item.id).await?.pop();
    let mut minute = found.unwrap_or_else(|| super::super::minutes::blank(cx, item.id));
    if minute.text.trim().is_empty() {
        minute.text = evening::deferred_words(to.date);
    }
    if minute.version == 0 {
        write.insert(&mut minute).await?;
    } else {
        write.update(&mut minute).await?;
    }
    cx.done(write, later.id).await
}
