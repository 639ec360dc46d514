//! Every group with how long it has waited.

use pledgeboard_domain::{AgendaRequest, Group, Person};
use serde::Serialize;

use crate::{command::Nothing, context::Context, error::Outcome};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GroupList {
    /// Those that still meet, the longest waiting first, then those that have ended.
    pub groups: Vec<GroupLine>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GroupLine {
    pub group: Group,
    pub lead: Option<String>,
    pub ended: bool,
    /// Its requests, and those without an answer.
    pub requests: u32,
    pub waiting: u32,
    /// Whole days that the oldest request without an answer has waited.
    pub oldest_days: Option<i64>,
}

pub(crate) async fn list(cx: &Context, _: Nothing) -> Outcome<GroupList> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let people = read.all::<Person>().await?;
    let requests = read.all::<AgendaRequest>().await?;
    let line = |group: Group| {
        let own = || requests.iter().filter(|it| it.group_id == group.id);
        let unanswered = || own().filter(|it| it.outcome.is_none());
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        GroupLine {
            lead: people.iter().find(|it| Some(it.id) == group.lead_id).map(Person::printed_name),
            ended: group.has_ended(today),
            requests: count(own().count()),
            waiting: count(unanswered().count()),
            oldest_days: unanswered().map(|it| (today - it.asked_on).num_days()).max(),
            group,
        }
    };
    let mut groups: Vec<GroupLine> = read.all::<Group>().await?.into_iter().map(line).collect();
    groups.sort_by_key(|it| (it.ended, std::cmp::Reverse(it.oldest_days)));
    Ok(GroupList { groups })
}
