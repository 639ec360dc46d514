use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Row, name_of, row};
use crate::transfer::Records;

pub(super) fn rows(all: &Records, today: NaiveDate) -> Vec<Row> {
    let items: HashMap<_, _> = all.agenda_items.iter().map(|it| (it.id, it)).collect();
    let meetings: HashMap<_, _> = all.meetings.iter().map(|it| (it.id, it.date)).collect();
    let promises: HashMap<_, _> = all.promises.iter().map(|it| (it.id, it.number)).collect();
    all.actions
        .iter()
        .map(|it| {
            let item = it.agenda_item_id.and_then(|id| items.get(&id));
            let access = item.map(|item| &item.access);
            let is_open = access.is_none_or(|access| access.is_open());
            row! {
                "reference": it.reference,
                "text": is_open.then_some(it.text.as_str()),
                "access": access.and_then(|access| access.marking()),
                "owner": name_of(all, it.owner_id),
                "opened_on": it.opened_on,
                "due": it.due,
                "state": it.state,
                "overdue": it.is_overdue(today),
                "promise": it.promise_id.and_then(|id| promises.get(&id).copied()),
                "meeting": item.and_then(|item| meetings.get(&item.meeting_id).copied()),
                "done_on": it.done_on,
                "closed_on": it.closed_on,
                "escalated": all.escalations.iter().any(|escalation| escalation.action_id == Some(it.id)),
            }
        })
        .collect()
}
