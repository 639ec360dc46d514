//! What becomes of an action: notes on its progress, done by its owner, closed by the board, withdrawn.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, ActionUpdate, Meeting, Refusal,
    id::{ActionId, ActionUpdateId, MeetingId},
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NoteAction {
    pub action_id: ActionId,
    pub text: String,
}

/// The owner reports it done; the board still has to close it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportDone {
    pub id: ActionId,
    pub version: i64,
    /// Today unless another day is given.
    pub on: Option<NaiveDate>,
    /// What was done, for children; empty keeps what is there.
    pub done_plain: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportNotDone {
    pub id: ActionId,
    pub version: i64,
}

/// The board closes it at a meeting.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CloseAction {
    pub id: ActionId,
    pub version: i64,
    pub meeting_id: MeetingId,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WithdrawAction {
    pub id: ActionId,
    pub version: i64,
    pub withdrawn_reason: String,
}

pub(crate) async fn note(cx: &Context, request: NoteAction) -> Outcome<Written<ActionUpdateId>> {
    let mut write = cx.write("note an action's progress").await?;
    let action = write.one::<Action>(request.action_id).await?;
    let id = add_note(cx, &mut write, action.id, request.text).await?;
    cx.done(write, id).await
}

pub(super) async fn add_note(
    cx: &Context,
    write: &mut Writing,
    action: ActionId,
    text: String,
) -> Outcome<ActionUpdateId> {
    let mut update = ActionUpdate {
        id: cx.new_id(),
        version: 0,
        action_id: action,
        on: cx.today(),
        person_id: cx.person,
        text,
    };
    update.check()?;
    write.insert(&mut update).await?;
    Ok(update.id)
}

pub(crate) async fn done(cx: &Context, request: ReportDone) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("report an action done").await?;
    let mut action = at_version(&mut write, request.id, request.version).await?;
    let on = request.on.unwrap_or_else(|| cx.today());
    if on > cx.today() {
        return Err(Refusal::field("on", "This day has not come yet.").into());
    }
    action.report_done(on)?;
    if !request.done_plain.trim().is_empty() {
        action.done_plain = request.done_plain;
    }
    action.check()?;
    write.update(&mut action).await?;
    cx.done(write, Nothing {}).await
}

pub(crate) async fn not_done(cx: &Context, request: ReportNotDone) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("report an action not done after all").await?;
    let mut action = at_version(&mut write, request.id, request.version).await?;
    action.report_not_done()?;
    write.update(&mut action).await?;
    cx.done(write, Nothing {}).await
}

pub(crate) async fn close(cx: &Context, request: CloseAction) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("close an action at the meeting").await?;
    let meeting = write.one::<Meeting>(request.meeting_id).await?;
    meeting.may_close_actions()?;
    let mut action = at_version(&mut write, request.id, request.version).await?;
    action.close_at(meeting.id, meeting.date)?;
    write.update(&mut action).await?;
    cx.done(write, Nothing {}).await
}

pub(crate) async fn withdraw(cx: &Context, request: WithdrawAction) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("withdraw an action").await?;
    let mut action = at_version(&mut write, request.id, request.version).await?;
    action.withdraw(&request.withdrawn_reason)?;
    write.update(&mut action).await?;
    cx.done(write, Nothing {}).await
}

/// The action, carrying the version that the user saw.
async fn at_version(write: &mut Writing, id: ActionId, version: i64) -> Outcome<Action> {
    let mut action = write.one::<Action>(id).await?;
    action.version = version;
    Ok(action)
}
