//! What groups asked for, beside the items that take it.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaItem, AgendaRequest, Group, RequestOutcome,
    id::{AgendaRequestId, GroupId, MeetingId},
};
use pledgeboard_store::{Arg, Reading};
use serde::Serialize;

use crate::error::Outcome;

/// A request, in the group's own words.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Asked {
    pub id: AgendaRequestId,
    pub words: String,
    pub group_id: GroupId,
    pub group: String,
    /// How the group wishes to engage.
    pub engages: String,
    pub asked_on: NaiveDate,
    /// None while it has no answer.
    pub outcome: Option<RequestOutcome>,
}

/// The requests of a meeting's items.
pub(super) struct Requests(Vec<(AgendaRequest, Asked)>);

impl Requests {
    pub async fn of(read: &mut Reading, meeting: MeetingId) -> Outcome<Self> {
        let clause = "t.agenda_item_id IN (SELECT i.id FROM agenda_item AS i WHERE i.meeting_id = $1)";
        let requests = read.find::<AgendaRequest>(clause, &[Arg::from(meeting)]).await?;
        if requests.is_empty() {
            return Ok(Self(vec![]));
        }
        let groups: HashMap<_, _> = read.all::<Group>().await?.into_iter().map(|it| (it.id, it)).collect();
        let found = requests.into_iter().filter_map(|it| {
            let group = groups.get(&it.group_id)?;
            let asked = Asked {
                id: it.id,
                words: it.words.clone(),
                group_id: it.group_id,
                group: group.name.clone(),
                engages: group.engages.clone(),
                asked_on: it.asked_on,
                outcome: it.outcome,
            };
            Some((it, asked))
        });
        Ok(Self(found.collect()))
    }

    pub fn beside(&self, item: &AgendaItem) -> Vec<Asked> {
        let here = self.0.iter().filter(|(request, _)| request.agenda_item_id == Some(item.id));
        here.map(|(_, asked)| asked.clone()).collect()
    }
}
