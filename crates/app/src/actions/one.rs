//! One action's page: where it came from, and what became of it.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, ActionUpdate, AgendaItem, Escalation, Meeting, Person, Promise, action,
    id::{ActionId, MeetingId, PersonId, PromiseId},
};
use serde::{Deserialize, Serialize};

use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowAction {
    pub id: ActionId,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionPage {
    pub action: Action,
    pub owner: String,
    pub overdue: bool,
    /// What it inherits from its item; none when it is open.
    pub marking: Option<String>,
    /// The meeting that closed it.
    pub closed_at: Option<ActionMeeting>,
    pub promise: Option<ActionPromise>,
    /// The latest first.
    pub updates: Vec<ActionUpdateLine>,
    pub escalations: Vec<Escalation>,
    /// The offer to escalate, in one sentence.
    pub offer: Option<String>,
    pub people: Vec<OwnerChoice>,
    pub promises: Vec<ActionPromise>,
    /// The meeting at which the board may close it now.
    pub closes_at: Option<ActionMeeting>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionPromise {
    pub id: PromiseId,
    pub number: i64,
    pub title: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionUpdateLine {
    pub update: ActionUpdate,
    pub by: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwnerChoice {
    pub id: PersonId,
    pub name: String,
}

pub(crate) async fn show(cx: &Context, request: ShowAction) -> Outcome<ActionPage> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let action = read.one::<Action>(request.id).await?;
    let people = read.all::<Person>().await?;
    let name = |id: Option<PersonId>| {
        people.iter().find(|person| Some(person.id) == id).map(Person::printed_name).unwrap_or_default()
    };
    let meetings = read.all::<Meeting>().await?;
    let link = |id: MeetingId| {
        meetings.iter().find(|it| it.id == id).map(|it| ActionMeeting { id: it.id, date: it.date })
    };
    let item = match action.agenda_item_id {
        Some(id) => read.get::<AgendaItem>(id).await?,
        None => None,
    };
    let escalations: Vec<Escalation> = read.by("action_id", action.id).await?;
    let held: Vec<NaiveDate> = meetings.iter().filter(|it| it.state.was_held()).map(|it| it.date).collect();
    let mut updates: Vec<ActionUpdate> = read.by("action_id", action.id).await?;
    updates.reverse();
    let promises = read.all::<Promise>().await?;
    let made = crate::promises::current(&mut read, today).await?;
    let promise = |it: &Promise| ActionPromise { id: it.id, number: it.number, title: it.title.clone() };
    let closes_at =
        meetings.iter().rfind(|it| it.is_under_way() || (it.state.was_held() && it.date >= action.opened_on));
    Ok(ActionPage {
        owner: name(action.owner_id),
        overdue: action.is_overdue(today),
        marking: item.as_ref().and_then(|item| item.access.marking()),
        closed_at: action.closed_at_id.and_then(link),
        promise: promises.iter().find(|it| Some(it.id) == action.promise_id).map(promise),
        updates: updates
            .into_iter()
            .map(|update| ActionUpdateLine { by: name(update.person_id), update })
            .collect(),
        offer: action::escalation_offer(&action, &held, &escalations, today),
        escalations,
        people: people
            .iter()
            .filter(|person| !person.is_young_representative())
            .filter(|person| !person.has_left(today) || Some(person.id) == action.owner_id)
            .map(|person| OwnerChoice { id: person.id, name: person.printed_name() })
            .collect(),
        promises: promises
            .iter()
            .filter(|it| made.contains(it) || Some(it.id) == action.promise_id)
            .map(promise)
            .collect(),
        closes_at: closes_at
            .filter(|it| action.is_live() && it.may_close_actions().is_ok())
            .map(|it| ActionMeeting { id: it.id, date: it.date }),
        action,
    })
}
