//! Adding groups, changing and ending them. A group with a history is ended, never removed.

use pledgeboard_domain::{AgendaRequest, Group, GroupKind, Refusal, id::GroupId};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// A new group; what more there is to say follows on its page.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewGroup {
    pub name: String,
    pub kind: GroupKind,
}

pub(crate) async fn add(cx: &Context, request: NewGroup) -> Outcome<Written<GroupId>> {
    let name = request.name.trim();
    let mut write = cx.write(&format!("add the group {name}")).await?;
    let mut group = Group {
        id: cx.new_id(),
        version: 0,
        name: name.into(),
        kind: request.kind,
        about: String::new(),
        meets: String::new(),
        engages: String::new(),
        owes: String::new(),
        cohorts: vec![],
        lead_id: None,
        people: vec![],
        ended_on: None,
    };
    group.check(&write.all::<Group>().await?)?;
    write.insert(&mut group).await?;
    cx.done(write, group.id).await
}

pub(crate) async fn save(cx: &Context, mut group: Group) -> Outcome<Written<GroupId>> {
    group.name = group.name.trim().into();
    let mut write = cx.write(&format!("change the group {}", group.name)).await?;
    group.check(&write.all::<Group>().await?)?;
    let requests = write.by::<AgendaRequest>("group_id", group.id).await?;
    group.may_end(requests.iter().filter(|request| request.outcome.is_none()).count())?;
    write.update(&mut group).await?;
    cx.done(write, group.id).await
}

/// A group that may still ask: one that has ended asks for nothing more.
pub(super) fn asks(group: &Group, today: chrono::NaiveDate) -> Result<(), Refusal> {
    if group.has_ended(today) {
        return Err(Refusal::rule("This group has ended, so it asks for nothing more."));
    }
    Ok(())
}
