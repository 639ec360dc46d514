//! The table of all actions.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, ActionUpdate, AgendaItem, Escalation, Meeting, Person, action,
    id::{ActionId, AgendaItemId, MeetingId, PersonId},
};
use serde::Serialize;

use crate::{Nothing, context::Context, error::Outcome};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionList {
    pub actions: Vec<ActionRow>,
    /// Everybody who could own one, by name.
    pub owners: Vec<ActionOwner>,
    /// The meeting under way, or the next one, for which actions are brought up to date.
    pub meeting: Option<ActionsMeeting>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionOwner {
    pub id: PersonId,
    pub name: String,
    pub left: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionsMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
    pub under_way: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionRow {
    pub action: Action,
    pub owner: String,
    pub overdue: bool,
    /// The day of the meeting it was born at; none for one added outside a meeting.
    pub meeting_date: Option<NaiveDate>,
    /// What it inherits from its item, such as "Exempt · paragraph 1"; none when it is open.
    pub marking: Option<String>,
    /// The latest note, shortened by the screen; empty for none.
    pub latest_note: String,
    pub escalated: bool,
    /// The offer to escalate, in one sentence.
    pub offer: Option<String>,
}

pub(crate) async fn list(cx: &Context, _: Nothing) -> Outcome<ActionList> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let people = read.all::<Person>().await?;
    let names: HashMap<PersonId, String> =
        people.iter().map(|person| (person.id, person.printed_name())).collect();
    // Few items are not open, and only those mark what was born of them.
    let markings: HashMap<AgendaItemId, Option<String>> = read
        .find::<AgendaItem>("t.access <> 'open' AND t.id IN (SELECT agenda_item_id FROM action)", &[])
        .await?
        .into_iter()
        .map(|item| (item.id, item.access.marking()))
        .collect();
    let meetings = read.all::<Meeting>().await?;
    let held: Vec<NaiveDate> = meetings.iter().filter(|it| it.state.was_held()).map(|it| it.date).collect();
    let mut notes: HashMap<ActionId, String> = HashMap::new();
    for update in read.all::<ActionUpdate>().await? {
        notes.insert(update.action_id, update.text);
    }
    let escalations = read.all::<Escalation>().await?;
    let actions = read.all::<Action>().await?;
    let mut owners: Vec<ActionOwner> = people
        .iter()
        .filter(|person| !person.is_young_representative())
        .map(|person| ActionOwner {
            id: person.id,
            name: person.printed_name(),
            left: person.has_left(today),
        })
        .collect();
    owners.sort_by(|a, b| a.name.cmp(&b.name));
    let ahead = meetings
        .iter()
        .find(|it| it.is_under_way())
        .or_else(|| meetings.iter().find(|it| it.date >= today && !it.state.was_held()));
    Ok(ActionList {
        owners,
        meeting: ahead.map(|it| ActionsMeeting { id: it.id, date: it.date, under_way: it.is_under_way() }),
        actions: actions
            .into_iter()
            .map(|it| ActionRow {
                owner: it.owner_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
                overdue: it.is_overdue(today),
                meeting_date: it.agenda_item_id.map(|_| it.opened_on),
                marking: it.agenda_item_id.and_then(|id| markings.get(&id).cloned().flatten()),
                latest_note: notes.remove(&it.id).unwrap_or_default(),
                escalated: escalations.iter().any(|up| up.action_id == Some(it.id)),
                offer: action::escalation_offer(&it, &held, &escalations, today),
                action: it,
            })
            .collect(),
    })
}
