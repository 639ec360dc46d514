//! A new action, at a meeting or outside one, and the words, owner and date of one.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, ActionState, AgendaItem, Meeting, Person, Refusal,
    id::{ActionId, AgendaItemId, PersonId, PromiseId},
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
    meetings::minutes,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewAction {
    pub text: String,
    pub plain_text: String,
    pub owner_id: Option<PersonId>,
    pub due: Option<NaiveDate>,
    /// The item that it is born of; none outside a meeting.
    pub agenda_item_id: Option<AgendaItemId>,
    pub promise_id: Option<PromiseId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddedAction {
    pub id: ActionId,
    pub reference: String,
}

/// The fields of an action that people edit. State changes have commands of their own.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveAction {
    pub id: ActionId,
    pub version: i64,
    pub text: String,
    pub plain_text: String,
    pub done_plain: String,
    pub owner_id: Option<PersonId>,
    pub due: Option<NaiveDate>,
    pub promise_id: Option<PromiseId>,
}

pub(crate) async fn add(cx: &Context, request: NewAction) -> Outcome<Written<AddedAction>> {
    let mut write = cx.write("add an action").await?;
    let meeting = match request.agenda_item_id {
        Some(item) => {
            let item = write.one::<AgendaItem>(item).await?;
            let meeting = write.one::<Meeting>(item.meeting_id).await?;
            meeting.minutes_open()?;
            Some(meeting)
        }
        None => None,
    };
    let opened_on = meeting.as_ref().map_or(cx.today(), |meeting| meeting.date);
    let mut action = Action {
        id: cx.new_id(),
        version: 0,
        reference: String::new(),
        text: request.text,
        plain_text: request.plain_text,
        done_plain: String::new(),
        owner_id: request.owner_id,
        due: request.due,
        state: ActionState::Open,
        opened_on,
        agenda_item_id: request.agenda_item_id,
        promise_id: request.promise_id,
        done_on: None,
        closed_at_id: None,
        closed_on: None,
        withdrawn_reason: String::new(),
    };
    action.check()?;
    owner_is_here(&mut write, action.owner_id, opened_on).await?;
    if action.due.is_some_and(|due| due < opened_on) {
        return Err(
            Refusal::field("due", "This date is before the action begins. Choose a later one.").into()
        );
    }
    action.reference = minutes::action_reference(&mut write, opened_on, meeting.as_ref()).await?;
    write.insert(&mut action).await?;
    cx.done(write, AddedAction { id: action.id, reference: action.reference }).await
}

pub(super) async fn owner_is_here(
    write: &mut Writing,
    owner: Option<PersonId>,
    on: NaiveDate,
) -> Outcome<()> {
    let Some(owner) = owner else { return Ok(()) };
    if write.one::<Person>(owner).await?.has_left(on) {
        return Err(
            Refusal::field("owner_id", "This person has left the board. Choose somebody else.").into()
        );
    }
    Ok(())
}

pub(crate) async fn save(cx: &Context, request: SaveAction) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("change an action").await?;
    let mut action = write.one::<Action>(request.id).await?;
    if action.owner_id != request.owner_id {
        owner_is_here(&mut write, request.owner_id, cx.today()).await?;
    }
    action.version = request.version;
    action.text = request.text;
    action.plain_text = request.plain_text;
    action.done_plain = request.done_plain;
    action.owner_id = request.owner_id;
    action.due = request.due;
    action.promise_id = request.promise_id;
    action.check()?;
    write.update(&mut action).await?;
    cx.done(write, Nothing {}).await
}
