use chrono::NaiveDate;
use pledgeboard_domain::{Audience, agenda_request::Taken};

use super::{Row, row};
use crate::transfer::Records;

pub(super) fn rows(all: &Records, today: NaiveDate) -> Vec<Row> {
    all.agenda_requests
        .iter()
        .map(|it| {
            let taken = it.taken(&all.agenda_items, &all.meetings);
            let item = all.agenda_items.iter().find(|item| Some(item.id) == it.agenda_item_id);
            let is_open = item.is_none_or(|item| item.access.is_open());
            let may_leave = is_open && it.may_be_printed_for(Audience::Members);
            row! {
                "asked_on": it.asked_on,
                "group": all.groups.iter().find(|group| group.id == it.group_id).map(|group| group.name.as_str()),
                "words": may_leave.then_some(it.words.as_str()),
                "share": it.share,
                "access": item.and_then(|item| item.access.marking()),
                "state": it.state(taken),
                "meeting": match taken {
                    Taken::Ahead(day) | Taken::Met(day) => Some(day),
                    Taken::Nowhere => None,
                },
                "outcome": it.outcome,
                "answer": (may_leave && it.outcome.is_some()).then_some(it.answer.as_str()),
                "answered_on": it.answered_on,
                "told_on": it.told_on,
                "waiting_days": it.outcome.is_none().then(|| (today - it.asked_on).num_days()),
            }
        })
        .collect()
}
