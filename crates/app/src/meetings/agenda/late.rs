//! After publishing: a late item, an item withdrawn, an item opened. Each makes a new version with its reason.

use pledgeboard_domain::{
    Access, AgendaItem, ItemKind, Paper, Purpose, Refusal, Speaker, TemplateLine,
    id::{AgendaItemId, MeetingId, PersonId},
    item_number, private_items, text,
};
use serde::{Deserialize, Serialize};

use super::{draft, version};
use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// A late item needs the chair's opinion that it is urgent, with the reason, which the minutes record (Local
/// Government Act 1972, section 100B(4)(b)).
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LateItem {
    pub meeting_id: MeetingId,
    pub title: String,
    pub public_title: String,
    pub kind: ItemKind,
    pub purpose: Purpose,
    pub presenting_minutes: i64,
    pub discussing_minutes: i64,
    pub presented_by: Speaker,
    pub lead_id: Option<PersonId>,
    pub lead_words: String,
    pub summary: String,
    pub access: Access,
    /// Behind which item it goes; without one, last.
    pub after_id: Option<AgendaItemId>,
    pub urgency_reason: String,
}

/// An item of a published agenda, and why it changes.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChangeItem {
    pub item_id: AgendaItemId,
    pub reason: String,
}

pub(crate) async fn add(cx: &Context, request: LateItem) -> Outcome<Written<AgendaItemId>> {
    let mut write = cx.write("add a late item to the agenda").await?;
    let meeting = version::published(&mut write, request.meeting_id).await?;
    text::required(
        "urgency_reason",
        "the chair's reason why the item is urgent",
        &request.urgency_reason,
        text::MEDIUM,
    )?;
    let before = draft::items(&mut write, meeting.id).await?;
    // What is private comes last, behind the resolution, wherever it was asked to go; what is open comes before it.
    let private = before.iter().position(|it| it.kind == ItemKind::Exclusion || !it.access.is_open());
    let after = match request.after_id {
        _ if !request.access.is_open() => None,
        Some(id) => before.iter().position(|item| item.id == id),
        None => private.and_then(|first| first.checked_sub(1)),
    };
    let numbers: Vec<&str> = before.iter().map(|item| item.number.as_str()).collect();
    let number = item_number::late(&numbers, after.map(|index| before[index].number.as_str()));
    let line = TemplateLine {
        title: request.title.trim().into(),
        kind: request.kind,
        purpose: request.purpose,
        presenting_minutes: request.presenting_minutes,
        discussing_minutes: request.discussing_minutes,
        presented_by: request.presented_by,
        lead_words: String::new(),
    };
    let item = AgendaItem {
        number: number.clone(),
        public_title: request.public_title,
        lead_id: request.lead_id,
        lead_words: request.lead_words,
        summary: request.summary,
        access: request.access,
        urgency_reason: request.urgency_reason.trim().into(),
        since_version: version::next_number(&mut write, meeting.id).await?,
        ..AgendaItem::begin(cx.new_id(), meeting.id, &line)
    };
    item.check(write.board().await?.standing)?;
    draft::titles_are_our_own(&mut write, &item).await?;
    let id = item.id;
    let mut items = before.clone();
    let mut index = after.map_or(before.len(), |index| index + 1);
    let mut urgent = item;
    if private_items::lack_a_resolution(&[items.as_slice(), std::slice::from_ref(&urgent)].concat()) {
        let line = private_items::exclusion_line(write.board().await?.standing);
        let resolution = AgendaItem {
            number: number.clone(),
            urgency_reason: urgent.urgency_reason.clone(),
            since_version: urgent.since_version,
            ..AgendaItem::begin(cx.new_id(), meeting.id, &line)
        };
        // It comes first, so the late item takes the number after it.
        let taken: Vec<&str> = numbers.iter().copied().chain([number.as_str()]).collect();
        urgent.number = item_number::late(&taken, after.map(|_| number.as_str()));
        draft::insert_at(&mut write, &mut items, resolution, index).await?;
        index += 1;
    }
    let reason = format!("Item {} was added late: {}", urgent.number, urgent.urgency_reason);
    draft::insert_at(&mut write, &mut items, urgent, index).await?;
    version::reword_the_resolution(&mut write, meeting.id, &before).await?;
    version::add(cx, &mut write, meeting.id, reason).await?;
    cx.done(write, id).await
}

pub(crate) async fn withdraw(cx: &Context, request: ChangeItem) -> Outcome<Written<()>> {
    let mut write = cx.write("withdraw an agenda item").await?;
    let mut item = write.one::<AgendaItem>(request.item_id).await?;
    let meeting = version::published(&mut write, item.meeting_id).await?;
    text::required("reason", "why the item is withdrawn", &request.reason, text::MEDIUM)?;
    if item.is_withdrawn() {
        return Err(Refusal::rule(format!("Item {} is withdrawn already.", item.number)).into());
    }
    let before = draft::items(&mut write, meeting.id).await?;
    item.withdrawn_reason = request.reason.trim().into();
    write.update(&mut item).await?;
    version::reword_the_resolution(&mut write, meeting.id, &before).await?;
    let reason = format!("Item {} was withdrawn: {}", item.number, item.withdrawn_reason);
    version::add(cx, &mut write, meeting.id, reason).await?;
    cx.done(write, ()).await
}

/// If the resolution falls, the item and its papers open in a new version (rule 5).
pub(crate) async fn open(cx: &Context, request: ChangeItem) -> Outcome<Written<()>> {
    let mut write = cx.write("open a private agenda item").await?;
    let mut item = write.one::<AgendaItem>(request.item_id).await?;
    let meeting = version::published(&mut write, item.meeting_id).await?;
    text::required("reason", "why the item opens", &request.reason, text::MEDIUM)?;
    if item.access.is_open() {
        return Err(Refusal::rule(format!("Item {} is open already.", item.number)).into());
    }
    let before = draft::items(&mut write, meeting.id).await?;
    for id in &item.papers {
        let mut paper = write.one::<Paper>(*id).await?;
        // A paper that is private on its own ground stays so.
        if paper.access == item.access {
            paper.access = Access::open();
            write.update(&mut paper).await?;
        }
    }
    item.access = Access::open();
    item.public_title.clear();
    write.update(&mut item).await?;
    version::reword_the_resolution(&mut write, meeting.id, &before).await?;
    let reason = format!("Item {} is now open: {}", item.number, request.reason.trim());
    version::add(cx, &mut write, meeting.id, reason).await?;
    cx.done(write, ()).await
}
