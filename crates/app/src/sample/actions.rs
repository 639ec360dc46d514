//! Forty-five actions: where each came from, who owns it, and what became of it.

use pledgeboard_domain::{Action, ActionState, ActionUpdate, EscalateTo, Escalation};

use super::{
    calendar::Calendar,
    ids::{action, id, item, meeting, person, promise},
    meetings,
    numbers::Numbers,
    tasks::{TASKS, Task},
};
use crate::{error::Outcome, transfer::Records};

pub(super) fn add(to: &mut Records, calendar: &Calendar, numbers: &mut Numbers) -> Outcome<()> {
    let mut made: Vec<(&Task, Action)> = TASKS.iter().map(|it| (it, made(to, calendar, it))).collect();
    made.sort_by_key(|(_, action)| action.opened_on);
    for (it, mut action) in made {
        action.reference = numbers.action(action.opened_on)?;
        updates(to, calendar, it, &action);
        if let Some(item_id) = action.agenda_item_id
            && let Some(item) = to.agenda_items.iter_mut().find(|item| item.id == item_id)
        {
            item.actions.push(action.id);
        }
        to.actions.push(action);
    }
    discuss(to);
    escalate(to, calendar);
    Ok(())
}

fn made(records: &Records, calendar: &Calendar, it: &Task) -> Action {
    let born_of = Some(it.item).filter(|key| !key.is_empty()).map(item);
    let born_at = records
        .agenda_items
        .iter()
        .find(|item| Some(item.id) == born_of)
        .and_then(|item| records.meetings.iter().find(|meeting| meeting.id == item.meeting_id));
    let closed_on = meetings::day(calendar, it.closed_at);
    let state = match (closed_on.is_some(), it.withdrawn.is_empty(), it.done) {
        (_, false, _) => ActionState::Withdrawn,
        (true, ..) => ActionState::Closed,
        (false, _, Some(_)) => ActionState::Done,
        (false, _, None) => ActionState::Open,
    };
    Action {
        id: action(it.key),
        version: 1,
        reference: String::new(),
        text: it.text.into(),
        plain_text: it.plain.into(),
        done_plain: it.done_plain.into(),
        owner_id: Some(person(it.owner)),
        due: Some(calendar.day(it.due)),
        state,
        opened_on: born_at.map_or_else(|| calendar.day(it.opened), |meeting| meeting.date),
        agenda_item_id: born_of,
        promise_id: it.promise.map(|number| promise(&number.to_string())),
        done_on: it.done.map(|ago| calendar.day(ago)).or(closed_on),
        closed_at_id: closed_on.map(|_| meeting(it.closed_at)),
        closed_on,
        withdrawn_reason: it.withdrawn.into(),
    }
}

fn updates(to: &mut Records, calendar: &Calendar, it: &Task, action: &Action) {
    for (at, (ago, text)) in it.updates.iter().enumerate() {
        to.action_updates.push(ActionUpdate {
            id: id("action update", &format!("{} {at}", it.key)),
            version: 1,
            action_id: action.id,
            on: calendar.day(*ago),
            person_id: action.owner_id,
            text: (*text).into(),
        });
    }
}

/// The item “Actions” of each meeting lists what the board closed there; the next meeting's, what is still live.
fn discuss(to: &mut Records) {
    for (key, at) in [
        ("first actions", "first"),
        ("second actions", "second"),
        ("third actions", "third"),
        ("panel actions", "panel"),
    ] {
        let closed: Vec<_> =
            to.actions.iter().filter(|it| it.closed_at_id == Some(meeting(at))).map(|it| it.id).collect();
        if let Some(item) = to.agenda_items.iter_mut().find(|it| it.id == item(key)) {
            item.actions = closed;
        }
    }
    let live: Vec<_> = to.actions.iter().filter(|it| it.is_live()).map(|it| it.id).collect();
    if let Some(item) = to.agenda_items.iter_mut().find(|it| it.id == item("next actions")) {
        item.actions = live;
    }
}

fn escalate(to: &mut Records, calendar: &Calendar) {
    let Some(on) = meetings::day(calendar, "third") else { return };
    to.escalations.push(Escalation {
        id: id("escalation", "locks"),
        version: 1,
        action_id: Some(action("locks")),
        promise_id: None,
        to: EscalateTo::LeadMember,
        on,
        why: "Overdue at two meetings: the locks at Elm Lodge are still not fitted.".into(),
        reply: "I have been to Elm Lodge and spoken to the landlord. The doors are ordered; the landlord will pay. If they \
                are not fitted by the next meeting the council will fit them and send the bill."
            .into(),
        replied_on: Some(on + chrono::Days::new(12)),
    });
    to.escalations.push(Escalation {
        id: id("escalation", "camhs"),
        version: 1,
        action_id: None,
        promise_id: Some(promise("5")),
        to: EscalateTo::Scrutiny,
        on: on + chrono::Days::new(5),
        why: "Children have said “not yet” at every check for a year, and the reply of the health service does not give a date."
            .into(),
        reply: String::new(),
        replied_on: None,
    });
}
