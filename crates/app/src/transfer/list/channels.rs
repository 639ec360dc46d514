use chrono::NaiveDate;

use super::{Row, cohorts_of, name_of, row};
use crate::transfer::Records;

pub(super) fn rows(all: &Records, today: NaiveDate) -> Vec<Row> {
    all.channels
        .iter()
        .map(|it| {
            row! {
                "name": it.name,
                "kind": it.kind,
                "partner": it.partner,
                "cohorts": cohorts_of(all, &it.cohorts),
                "every": it.every,
                "last_heard": it.last_heard(),
                "quiet": it.is_quiet(today),
                "contact": name_of(all, it.person_id),
                "about": it.about,
                "ended_on": it.ended_on,
            }
        })
        .collect()
}
