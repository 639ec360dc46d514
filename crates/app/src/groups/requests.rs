//! What groups ask for: writing it down, and where it stands.

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaItem, AgendaRequest, Group, Meeting, Share,
    agenda_request::Taken,
    id::{AgendaItemId, GroupId},
};
use pledgeboard_store::{Reading, Writing};
use serde::{Deserialize, Serialize};

use super::keep;
use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewRequest {
    pub group_id: GroupId,
    /// In the group's own words, with no child's name.
    pub words: String,
    /// Today when nothing is said.
    pub asked_on: Option<NaiveDate>,
    pub share: Share,
}

pub(crate) async fn ask(cx: &Context, request: NewRequest) -> Outcome<Written<AgendaRequest>> {
    let today = cx.today();
    let mut write = cx.write("write down what a group asks for").await?;
    let group = write.one::<Group>(request.group_id).await?;
    keep::asks(&group, today)?;
    let mut asked = AgendaRequest {
        id: cx.new_id(),
        version: 0,
        group_id: group.id,
        words: request.words.trim().into(),
        asked_on: request.asked_on.unwrap_or(today),
        share: request.share,
        agenda_item_id: None,
        outcome: None,
        answer: String::new(),
        answered_on: None,
        answered_by: None,
        told_on: None,
        told_how: None,
        told_by: None,
    };
    asked.check(today)?;
    write.insert(&mut asked).await?;
    cx.done(write, asked).await
}

/// Changes the words, the day and where they may be shared; what became of it has commands of its own.
pub(crate) async fn edit(cx: &Context, request: AgendaRequest) -> Outcome<Written<AgendaRequest>> {
    let mut write = cx.write("change what a group asks for").await?;
    let stored = write.one::<AgendaRequest>(request.id).await?;
    stored.may_change()?;
    let mut asked = AgendaRequest {
        version: request.version,
        words: request.words.trim().into(),
        asked_on: request.asked_on,
        share: request.share,
        ..stored
    };
    asked.check(cx.today())?;
    write.update(&mut asked).await?;
    cx.done(write, asked).await
}

/// Requests without an answer, each with where it stands.
pub(crate) async fn unanswered(read: &mut Reading) -> Outcome<Vec<(AgendaRequest, Taken)>> {
    let requests = read.find::<AgendaRequest>("t.outcome IS NULL", &[]).await?;
    if requests.is_empty() {
        return Ok(vec![]);
    }
    let items = read
        .find::<AgendaItem>(
            "t.id IN (SELECT r.agenda_item_id FROM agenda_request AS r WHERE r.outcome IS NULL)",
            &[],
        )
        .await?;
    let meetings = read.all::<Meeting>().await?;
    Ok(requests
        .into_iter()
        .map(|it| {
            let taken = it.taken(&items, &meetings);
            (it, taken)
        })
        .collect())
}

/// Where one request stands.
pub(crate) async fn taken(read: &mut Reading, request: &AgendaRequest) -> Outcome<Taken> {
    let Some(item) = request.agenda_item_id else { return Ok(Taken::Nowhere) };
    let items: Vec<AgendaItem> = read.get(item).await?.into_iter().collect();
    Ok(request.taken(&items, &read.all::<Meeting>().await?))
}

/// Requests that nobody has answered go where their item goes: to the item that takes it up again, or, when it is
/// taken off its agenda, back to waiting.
pub(crate) async fn follow(write: &mut Writing, from: AgendaItemId, to: Option<AgendaItemId>) -> Outcome<()> {
    for mut request in write.by::<AgendaRequest>("agenda_item_id", from).await? {
        if request.outcome.is_none() {
            request.agenda_item_id = to;
            write.update(&mut request).await?;
        }
    }
    Ok(())
}
