//! The numbered, frozen versions of a published agenda. They are only added.

use pledgeboard_domain::{
    AgendaItem, AgendaVersion, ItemKind, Meeting, Refusal,
    id::{AgendaVersionId, MeetingId},
    private_items,
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use super::{content, draft};
use crate::{context::Context, error::Outcome, reports::pack};

/// One version to read.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowVersion {
    pub version_id: AgendaVersionId,
}

pub(crate) async fn show(cx: &Context, request: ShowVersion) -> Outcome<AgendaVersion> {
    Ok(cx.read().await?.one::<AgendaVersion>(request.version_id).await?)
}

/// The meeting, if its agenda is published and the meeting still to come.
pub(super) async fn published(write: &mut Writing, meeting: MeetingId) -> Outcome<Meeting> {
    let meeting = write.one::<Meeting>(meeting).await?;
    if meeting.state.agenda_is_draft() {
        return Err(Refusal::rule("This agenda is still a draft. Change its items as you like.").into());
    }
    if meeting.state.was_held() {
        return Err(Refusal::rule("This meeting was held, so its agenda stays as it is.").into());
    }
    Ok(meeting)
}

/// The number that the next version gets.
pub(super) async fn next_number(write: &mut Writing, meeting: MeetingId) -> Outcome<i64> {
    let versions = write.by::<AgendaVersion>("meeting_id", meeting).await?;
    Ok(versions.iter().map(|version| version.number).max().unwrap_or(0) + 1)
}

/// Freezes the agenda as its items stand now, with the reason; publishing is never undone (rule 10).
pub(crate) async fn add(
    cx: &Context,
    write: &mut Writing,
    meeting: MeetingId,
    reason: String,
) -> Outcome<()> {
    freeze(cx, write, meeting, reason, String::new()).await?;
    Ok(())
}

/// Writes the next version; its number.
pub(super) async fn freeze(
    cx: &Context,
    write: &mut Writing,
    meeting: MeetingId,
    reason: String,
    late_reason: String,
) -> Outcome<i64> {
    write.cannot_be_undone();
    let number = next_number(write, meeting).await?;
    let meeting = write.one::<Meeting>(meeting).await?;
    let mut version = AgendaVersion {
        id: cx.new_id(),
        version: 0,
        meeting_id: meeting.id,
        number,
        published_on: cx.today(),
        reason,
        late_reason,
        content: content::build(write, meeting).await?,
    };
    version.content.pack = pack::number(write, &version).await?;
    write.insert(&mut version).await?;
    Ok(number)
}

/// Words the resolution to exclude the public anew, where it still reads as the app worded it from `before`.
pub(super) async fn reword_the_resolution(
    write: &mut Writing,
    meeting: MeetingId,
    before: &[AgendaItem],
) -> Outcome<()> {
    let (old, items) = (private_items::resolution(before), draft::items(write, meeting).await?);
    let new = private_items::resolution(&items);
    for mut item in items.into_iter().filter(|item| item.kind == ItemKind::Exclusion) {
        if (item.summary.is_empty() || item.summary == old) && !new.is_empty() {
            item.summary.clone_from(&new);
            write.update(&mut item).await?;
        }
    }
    Ok(())
}
