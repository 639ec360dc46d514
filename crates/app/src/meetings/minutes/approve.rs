//! Approving minutes at a meeting, which records it and locks them; afterwards only dated corrections.

use pledgeboard_domain::{
    AgendaItem, ApprovedMinutes, Correction, Decision, Meeting, Person,
    id::{AgendaItemId, CorrectionId, MeetingId, PersonId},
    wording,
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use super::{Gathered, write::next_position};
use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ApproveMinutes {
    pub meeting_id: MeetingId,
    /// The same or a later meeting, which is under way or was held.
    pub at_meeting_id: MeetingId,
    pub signed_by: PersonId,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CorrectMinutes {
    pub meeting_id: MeetingId,
    /// The item that it corrects; none for the whole.
    pub agenda_item_id: Option<AgendaItemId>,
    pub text: String,
}

/// Locks the minutes as they stand, for good.
pub(crate) async fn approve(cx: &Context, request: ApproveMinutes) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("approve the minutes").await?;
    write.cannot_be_undone();
    let mut meeting = write.one::<Meeting>(request.meeting_id).await?;
    let at = write.one::<Meeting>(request.at_meeting_id).await?;
    let signed_by = write.one::<Person>(request.signed_by).await?;
    meeting.approve_minutes(&at, signed_by.id)?;
    // The record of it comes first: minutes approved at their own meeting are locked a moment later.
    record_at(cx, &mut write, &meeting, &at).await?;
    write.update(&mut meeting).await?;
    let content = Gathered::of(&mut write, meeting.id).await?.records();
    let mut frozen = ApprovedMinutes { id: cx.new_id(), version: 0, meeting_id: meeting.id, content };
    write.insert(&mut frozen).await?;
    cx.done(write, Nothing {}).await
}

/// The approving meeting records what it resolved, under its item for these minutes, while its own are open.
async fn record_at(cx: &Context, write: &mut Writing, meeting: &Meeting, at: &Meeting) -> Outcome<()> {
    let items = write.by::<AgendaItem>("meeting_id", at.id).await?;
    let Some(item) = items.iter().find(|item| item.minutes_of_id == Some(meeting.id)) else { return Ok(()) };
    if at.minutes_open().is_err() {
        return Ok(());
    }
    let held = wording::date_without_weekday(meeting.date);
    let mut decision = Decision {
        id: cx.new_id(),
        version: 0,
        agenda_item_id: item.id,
        position: next_position(write, item.id).await?,
        text: format!(
            "That the minutes of the meeting held on {held} be approved as a correct record and signed by the chair."
        ),
        plain_text: format!("We agreed that our notes of the meeting on {held} are right."),
        mover_id: None,
        seconder_id: None,
        votes: vec![],
    };
    write.insert(&mut decision).await?;
    Ok(())
}

/// Adds a dated note to approved minutes; they themselves stay as they were signed.
pub(crate) async fn correct(cx: &Context, request: CorrectMinutes) -> Outcome<Written<CorrectionId>> {
    let mut write = cx.write("correct the minutes").await?;
    let meeting = write.one::<Meeting>(request.meeting_id).await?;
    let mut correction = Correction {
        id: cx.new_id(),
        version: 0,
        meeting_id: meeting.id,
        agenda_item_id: request.agenda_item_id,
        on: cx.today(),
        text: request.text,
        person_id: cx.person,
    };
    correction.check()?;
    meeting.takes_corrections()?;
    write.insert(&mut correction).await?;
    cx.done(write, correction.id).await
}
