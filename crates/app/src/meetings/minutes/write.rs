//! What is written of each item, on the evening and after it: the minute, and what was decided.

use pledgeboard_domain::{
    AgendaItem, Decision, Meeting, Minute, Refusal, Vote,
    id::{AgendaItemId, DecisionId, MeetingId, MinuteId, PersonId},
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use super::blank;
use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

/// The minute of an item as the screen has it; version 0 when there was none.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WriteMinute {
    pub agenda_item_id: AgendaItemId,
    pub version: i64,
    pub text: String,
    pub private_text: String,
    pub officer_summary: String,
    pub plain_text: String,
}

/// A decision as the screen has it; without an id it is a new one.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecordDecision {
    pub id: Option<DecisionId>,
    pub version: i64,
    pub agenda_item_id: AgendaItemId,
    pub text: String,
    pub plain_text: String,
    pub mover_id: Option<PersonId>,
    pub seconder_id: Option<PersonId>,
    pub votes: Vec<Vote>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TakeDecisionOut {
    pub id: DecisionId,
    pub version: i64,
}

/// The chair's comments on the draft, and the meeting in plain words.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CommentOnMinutes {
    pub meeting_id: MeetingId,
    pub version: i64,
    pub chair_comments: String,
    pub plain_summary: String,
}

/// The item, once it is sure that its minutes may still change.
async fn open_item(write: &mut Writing, id: AgendaItemId) -> Outcome<AgendaItem> {
    let item = write.one::<AgendaItem>(id).await?;
    write.one::<Meeting>(item.meeting_id).await?.minutes_open()?;
    Ok(item)
}

pub(crate) async fn write(cx: &Context, request: WriteMinute) -> Outcome<Written<MinuteId>> {
    let mut write = cx.write("write a minute").await?;
    let item = open_item(&mut write, request.agenda_item_id).await?;
    let found = write.by::<Minute>("agenda_item_id", item.id).await?.pop();
    let is_new = found.is_none();
    let mut minute = found.unwrap_or_else(|| blank(cx, item.id));
    minute.text = request.text;
    minute.private_text = request.private_text;
    minute.officer_summary = request.officer_summary;
    minute.plain_text = request.plain_text;
    minute.check()?;
    minute.version = request.version;
    if is_new {
        write.insert(&mut minute).await?;
    } else {
        write.update(&mut minute).await?;
    }
    cx.done(write, minute.id).await
}

pub(crate) async fn decide(cx: &Context, request: RecordDecision) -> Outcome<Written<DecisionId>> {
    let name = if request.id.is_some() { "change a decision" } else { "record a decision" };
    let mut write = cx.write(name).await?;
    open_item(&mut write, request.agenda_item_id).await?;
    let position = match request.id {
        Some(id) => {
            let stored = write.one::<Decision>(id).await?;
            if stored.agenda_item_id != request.agenda_item_id {
                return Err(Refusal::field("agenda_item_id", "A decision stays with its item.").into());
            }
            stored.position
        }
        None => next_position(&mut write, request.agenda_item_id).await?,
    };
    let mut decision = Decision {
        id: request.id.unwrap_or_else(|| cx.new_id()),
        version: request.version,
        agenda_item_id: request.agenda_item_id,
        position,
        text: request.text,
        plain_text: request.plain_text,
        mover_id: request.mover_id,
        seconder_id: request.seconder_id,
        votes: request.votes,
    };
    decision.check()?;
    if request.id.is_some() {
        write.update(&mut decision).await?;
    } else {
        write.insert(&mut decision).await?;
    }
    cx.done(write, decision.id).await
}

pub(super) async fn next_position(write: &mut Writing, item: AgendaItemId) -> Outcome<i64> {
    let there = write.by::<Decision>("agenda_item_id", item).await?;
    Ok(there.iter().map(|it| it.position).max().unwrap_or(0) + 1)
}

pub(crate) async fn undecide(cx: &Context, request: TakeDecisionOut) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("take a decision out").await?;
    let mut decision = write.one::<Decision>(request.id).await?;
    open_item(&mut write, decision.agenda_item_id).await?;
    decision.version = request.version;
    write.delete(&decision).await?;
    cx.done(write, Nothing {}).await
}

pub(crate) async fn comment(cx: &Context, request: CommentOnMinutes) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("comment on the minutes").await?;
    let mut meeting = write.one::<Meeting>(request.meeting_id).await?;
    meeting.minutes_open()?;
    meeting.version = request.version;
    meeting.chair_comments = request.chair_comments;
    meeting.plain_summary = request.plain_summary;
    meeting.check()?;
    write.update(&mut meeting).await?;
    cx.done(write, Nothing {}).await
}
