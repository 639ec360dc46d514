//! Dropping a proposed line for one meeting, and asking for it again.

use pledgeboard_domain::{DroppedProposal, Refusal, id::MeetingId, text};
use serde::{Deserialize, Serialize};

use super::{
    draft,
    proposing::{Gathered, gather},
};
use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// One line of a meeting's proposal.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProposedLine {
    pub meeting_id: MeetingId,
    pub key: String,
}

/// The line is proposed to this meeting no more. What it is about loses nothing: a voice waits as before.
pub(crate) async fn drop_line(cx: &Context, request: ProposedLine) -> Outcome<Written<()>> {
    let mut write = cx.write("drop a proposed item").await?;
    let meeting = draft::open(&mut write, request.meeting_id).await?;
    let Gathered { lines, dropped, .. } = gather(cx, &mut write, &meeting).await?;
    if dropped.iter().any(|line| line.key == request.key) {
        return Err(Refusal::rule("This line is dropped for this meeting already.").into());
    }
    let line = lines.into_iter().find(|line| line.key == request.key);
    let line =
        line.ok_or(Refusal::field("key", "This line is proposed no more. Look at the proposal again."))?;
    let title: String = line.words.chars().take(text::SHORT).collect();
    let mut dropped = DroppedProposal {
        id: cx.new_id(),
        version: 0,
        meeting_id: meeting.id,
        key: line.key,
        title,
        dropped_on: cx.today(),
    };
    dropped.check()?;
    write.insert(&mut dropped).await?;
    cx.done(write, ()).await
}

/// The line is proposed again.
pub(crate) async fn ask_again(cx: &Context, request: ProposedLine) -> Outcome<Written<()>> {
    let mut write = cx.write("ask for a dropped item again").await?;
    let dropped = write.by::<DroppedProposal>("meeting_id", request.meeting_id).await?;
    let found = dropped.into_iter().find(|it| it.key == request.key);
    let found = found.ok_or(Refusal::field("key", "This line was not dropped for this meeting."))?;
    write.delete(&found).await?;
    cx.done(write, ()).await
}
