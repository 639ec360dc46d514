//! Publishing: the items get their numbers, and version 1 is frozen.

use pledgeboard_domain::{MeetingState, Refusal, id::MeetingId, readiness::PointState, text, wording};
use serde::{Deserialize, Serialize};

use super::{content, draft, ready, version};
use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PublishAgenda {
    pub meeting_id: MeetingId,
    /// Needed after the day to publish by: why it comes out late.
    pub late_reason: String,
}

/// Publishes, or on a non-statutory board issues, the agenda; answers the version's number.
pub(crate) async fn publish(cx: &Context, request: PublishAgenda) -> Outcome<Written<i64>> {
    let today = cx.today();
    let mut write = cx.write("publish the agenda").await?;
    let mut meeting = draft::begin(&mut write, request.meeting_id).await?;
    let board = write.board().await?;
    let mut items = draft::items(&mut write, meeting.id).await?;
    let papers = content::papers(&mut write, meeting.id).await?;
    let looked = ready::look(&mut write, &board, &meeting, &items, &papers, today).await?;
    if let Some(blocked) = looked.points.iter().find(|point| point.state == PointState::Blocked) {
        return Err(Refusal::rule(blocked.words.clone()).into());
    }
    let late = today > looked.publish_by;
    let late_reason = request.late_reason.trim();
    text::optional("late_reason", "the reason", late_reason, text::MEDIUM)?;
    if late && late_reason.is_empty() {
        let by = wording::date(looked.publish_by);
        return Err(Refusal::field(
            "late_reason",
            format!(
                "The day to publish by was {by}. Say why the agenda comes out late; the reason is recorded."
            ),
        )
        .into());
    }
    content::number_in_order(&mut items);
    content::word_the_resolution(&mut items);
    for item in &mut items {
        item.since_version = 1;
        write.update(item).await?;
    }
    meeting.advance(MeetingState::AgendaPublished)?;
    write.update(&mut meeting).await?;
    let late_reason = if late { late_reason.to_owned() } else { String::new() };
    let number = version::freeze(cx, &mut write, meeting.id, String::new(), late_reason).await?;
    cx.done(write, number).await
}
