use chrono::NaiveDate;

use super::{Row, cohorts_of, name_of, row};
use crate::transfer::Records;

pub(super) fn rows(all: &Records, today: NaiveDate) -> Vec<Row> {
    all.groups
        .iter()
        .map(|it| {
            let own = || all.agenda_requests.iter().filter(|request| request.group_id == it.id);
            let unanswered = || own().filter(|request| request.outcome.is_none());
            row! {
                "name": it.name,
                "kind": it.kind,
                "about": it.about,
                "meets": it.meets,
                "engages": it.engages,
                "owes": it.owes,
                "cohorts": cohorts_of(all, &it.cohorts),
                "lead": name_of(all, it.lead_id),
                "requests": own().count(),
                "waiting": unanswered().count(),
                "oldest_waiting_days": unanswered().map(|request| (today - request.asked_on).num_days()).max(),
                "ended_on": it.ended_on,
            }
        })
        .collect()
}
