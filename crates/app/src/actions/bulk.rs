//! Several actions in one change, as before a meeting.

use chrono::NaiveDate;
use pledgeboard_domain::{Action, Refusal, id::ActionId};
use serde::{Deserialize, Serialize};

use super::progress::add_note;
use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

/// What is given is done to every one of them; what is left out stays as it is.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UpdateActions {
    pub ids: Vec<ActionId>,
    /// Empty for none.
    pub note: String,
    /// Their owners report them done.
    pub done: bool,
    pub due: Option<NaiveDate>,
}

/// All or none: if one of them refuses, nothing changes.
pub(crate) async fn update_many(cx: &Context, request: UpdateActions) -> Outcome<Written<Nothing>> {
    if request.ids.is_empty() {
        return Err(Refusal::field("ids", "Tick the actions to update first.").into());
    }
    let has_note = !request.note.trim().is_empty();
    if !has_note && !request.done && request.due.is_none() {
        return Err(Refusal::field("note", "Write a note, choose a date, or mark them done.").into());
    }
    let mut write = cx.write(&format!("update {} actions", request.ids.len())).await?;
    for id in request.ids {
        let mut action = write.one::<Action>(id).await?;
        if request.due.is_some() || request.done {
            action.must_be_live()?;
        }
        action.due = request.due.or(action.due);
        if request.done {
            action.report_done(cx.today())?;
        }
        action.check()?;
        write.update(&mut action).await?;
        if has_note {
            add_note(cx, &mut write, id, request.note.clone()).await?;
        }
    }
    cx.done(write, Nothing {}).await
}
