//! What Link Champions saw with their own eyes, beside the items whose claims they checked.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    AgendaItem, Event, RealityCheck, Verdict,
    id::{EventId, MeetingId, RealityCheckId},
};
use pledgeboard_store::{Arg, Reading};
use serde::Serialize;

use crate::error::Outcome;

/// A claim that somebody checked at an event.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Seen {
    pub id: RealityCheckId,
    pub claim: String,
    pub stands_in: String,
    pub verdict: Verdict,
    /// What was seen, in the Link Champion's words.
    pub seen: String,
    pub event_id: EventId,
    pub event: String,
    pub date: NaiveDate,
}

/// A check of a promise that is older than this, in days, says nothing about today.
const STILL_SAYS: Days = Days::new(183);

/// Checks that belong to the items of a meeting: made for an item, or of a promise that it is about.
pub(super) struct Checks {
    found: Vec<(RealityCheck, Seen)>,
}

impl Checks {
    pub async fn of(read: &mut Reading, meeting: MeetingId, today: NaiveDate) -> Outcome<Self> {
        let since = today.checked_sub_days(STILL_SAYS).unwrap_or(today);
        let checks = read.find::<RealityCheck>(OF_MEETING, &[Arg::from(meeting), Arg::Date(since)]).await?;
        if checks.is_empty() {
            return Ok(Self { found: vec![] });
        }
        let events: HashMap<_, _> =
            read.all::<Event>().await?.into_iter().map(|it| (it.id, (it.title, it.date))).collect();
        let mut found: Vec<_> = checks
            .into_iter()
            .filter_map(|it| {
                let (event, date) = events.get(&it.event_id)?.clone();
                let seen = Seen {
                    id: it.id,
                    claim: it.claim.clone(),
                    stands_in: it.stands_in.clone(),
                    verdict: it.verdict,
                    seen: it.seen.clone(),
                    event_id: it.event_id,
                    event,
                    date,
                };
                Some((it, seen))
            })
            .collect();
        found.sort_by_key(|(_, seen)| std::cmp::Reverse(seen.date));
        Ok(Self { found })
    }

    /// Those that stand beside this item, the latest first.
    pub fn beside(&self, item: &AgendaItem) -> Vec<Seen> {
        let belongs = |check: &RealityCheck| {
            check.agenda_item_id == Some(item.id)
                || check.promise_id.is_some_and(|promise| item.promises.contains(&promise))
        };
        self.found.iter().filter(|(check, _)| belongs(check)).map(|(_, seen)| seen.clone()).collect()
    }
}

const OF_MEETING: &str = "t.agenda_item_id IN (SELECT i.id FROM agenda_item AS i WHERE i.meeting_id = $1) \
     OR (t.promise_id IN (SELECT l.promise_id FROM agenda_item_promise AS l \
         JOIN agenda_item AS i ON i.id = l.agenda_item_id WHERE i.meeting_id = $1) \
         AND t.event_id IN (SELECT e.id FROM event AS e WHERE e.date >= $2))";
