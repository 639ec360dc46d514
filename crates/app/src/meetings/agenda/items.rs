//! Adding, changing, moving and removing the items of a draft agenda.

use pledgeboard_domain::{
    AgendaItem, ItemKind, Purpose, RealityCheck, Speaker, TemplateLine,
    id::{AgendaItemId, MeetingId},
    private_items, text,
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use super::{draft, show::ShowAgenda};
use crate::{
    context::{Context, Written},
    error::Outcome,
    groups::requests,
};

/// A new item; its other words follow as they are typed.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddItem {
    pub meeting_id: MeetingId,
    pub title: String,
    pub kind: ItemKind,
    pub purpose: Purpose,
    pub presenting_minutes: i64,
    pub discussing_minutes: i64,
    pub presented_by: Speaker,
}

/// An item as its editor has it. Its order, number and papers have commands of their own.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveItem {
    pub item: AgendaItem,
}

/// What may still be written once the agenda is published, for it is not printed on it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveNotes {
    pub item_id: AgendaItemId,
    pub version: i64,
    /// For the chair and democratic services.
    pub internal_notes: String,
    /// What the item is about, for children.
    pub plain_summary: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MoveItem {
    pub item_id: AgendaItemId,
    /// Its new place, from 1.
    pub to: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveItem {
    pub item_id: AgendaItemId,
}

pub(crate) async fn add(cx: &Context, request: AddItem) -> Outcome<Written<AgendaItemId>> {
    let line = TemplateLine {
        title: request.title.trim().into(),
        kind: request.kind,
        purpose: request.purpose,
        presenting_minutes: request.presenting_minutes,
        discussing_minutes: request.discussing_minutes,
        presented_by: request.presented_by,
        lead_words: String::new(),
    };
    let mut write = cx.write("add an agenda item").await?;
    let meeting = draft::begin(&mut write, request.meeting_id).await?;
    let item = AgendaItem::begin(cx.new_id(), meeting.id, &line);
    item.check(write.board().await?.standing)?;
    draft::titles_are_our_own(&mut write, &item).await?;
    let id = item.id;
    let mut items = draft::items(&mut write, meeting.id).await?;
    // What somebody adds by hand goes to the end, before what is private.
    let open = items.iter().position(|it| it.kind == ItemKind::Exclusion || !it.access.is_open());
    let index = if item.kind == ItemKind::Exclusion { items.len() } else { open.unwrap_or(items.len()) };
    draft::insert_at(&mut write, &mut items, item, index).await?;
    cx.done(write, id).await
}

pub(crate) async fn save(cx: &Context, request: SaveItem) -> Outcome<Written<AgendaItem>> {
    let mut write = cx.write("change an agenda item").await?;
    let stored = draft::item_of_draft(&mut write, request.item.id).await?;
    let mut item = AgendaItem {
        meeting_id: stored.meeting_id,
        position: stored.position,
        number: stored.number.clone(),
        papers: stored.papers.clone(),
        since_version: stored.since_version,
        urgency_reason: stored.urgency_reason.clone(),
        withdrawn_reason: stored.withdrawn_reason.clone(),
        deferred_to_id: stored.deferred_to_id,
        ..request.item
    };
    if item.access.is_open() {
        item.access.paragraphs.clear();
        item.access.access_reason.clear();
    }
    item.questions.retain(|line| !line.trim().is_empty());
    item.background.retain(|line| !line.trim().is_empty());
    item.check(write.board().await?.standing)?;
    if (&item.title, &item.public_title) != (&stored.title, &stored.public_title) {
        draft::titles_are_our_own(&mut write, &item).await?;
    }
    write.update(&mut item).await?;
    cx.done(write, item).await
}

pub(crate) async fn save_notes(cx: &Context, request: SaveNotes) -> Outcome<Written<()>> {
    text::optional("internal_notes", "the notes", &request.internal_notes, text::LONG)?;
    text::optional("plain_summary", "the summary for children", &request.plain_summary, text::MEDIUM)?;
    let mut write = cx.write("note something on an agenda item").await?;
    let stored = write.one::<AgendaItem>(request.item_id).await?;
    let mut item = AgendaItem {
        version: request.version,
        internal_notes: request.internal_notes,
        plain_summary: request.plain_summary,
        ..stored
    };
    write.update(&mut item).await?;
    cx.done(write, ()).await
}

pub(crate) async fn move_to(cx: &Context, request: MoveItem) -> Outcome<Written<()>> {
    let mut write = cx.write("move an agenda item").await?;
    let moved = draft::item_of_draft(&mut write, request.item_id).await?;
    let mut items = draft::items(&mut write, moved.meeting_id).await?;
    if let Some(from) = items.iter().position(|item| item.id == moved.id) {
        let item = items.remove(from);
        let to = usize::try_from(request.to.saturating_sub(1)).unwrap_or(0).min(items.len());
        items.insert(to, item);
    }
    draft::place_all(&mut write, &mut items).await?;
    cx.done(write, ()).await
}

pub(crate) async fn remove(cx: &Context, request: RemoveItem) -> Outcome<Written<()>> {
    let mut write = cx.write("take an item off the agenda").await?;
    let item = draft::item_of_draft(&mut write, request.item_id).await?;
    take_off(&mut write, &item).await?;
    let mut items = draft::items(&mut write, item.meeting_id).await?;
    draft::place_all(&mut write, &mut items).await?;
    cx.done(write, ()).await
}

/// Deletes an item of a draft; a reality check that proposed it is free to propose one again, and what a group asked for
/// waits again.
pub(super) async fn take_off(write: &mut Writing, item: &AgendaItem) -> Outcome<()> {
    for mut check in write.by::<RealityCheck>("agenda_item_id", item.id).await? {
        check.agenda_item_id = None;
        write.update(&mut check).await?;
    }
    requests::follow(write, item.id, None).await?;
    Ok(write.delete(item).await?)
}

/// Puts what is private last, behind the resolution to exclude the public.
pub(crate) async fn private_last(cx: &Context, request: ShowAgenda) -> Outcome<Written<()>> {
    let mut write = cx.write("put private items last").await?;
    let meeting = draft::begin(&mut write, request.meeting_id).await?;
    let standing = write.board().await?.standing;
    let mut items = draft::items(&mut write, meeting.id).await?;
    if private_items::lack_a_resolution(&items) {
        let resolution = AgendaItem::begin(cx.new_id(), meeting.id, &private_items::exclusion_line(standing));
        let last = items.len();
        draft::insert_at(&mut write, &mut items, resolution, last).await?;
    }
    items.sort_by_key(|item| match item.access.is_open() {
        true if item.kind == ItemKind::Exclusion => 1,
        true => 0,
        false => 2,
    });
    draft::place_all(&mut write, &mut items).await?;
    cx.done(write, ()).await
}
