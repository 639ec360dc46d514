//! Taking a planned meeting off the year again.

use pledgeboard_domain::{AgendaItem, Meeting, MeetingState, Refusal, id::MeetingId};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveMeeting {
    pub meeting_id: MeetingId,
}

/// Only while nothing stands on its agenda: what was drafted or published is not thrown away by the way.
pub(crate) async fn remove(cx: &Context, request: RemoveMeeting) -> Outcome<Written<()>> {
    let mut write = cx.write("take a planned meeting away").await?;
    let meeting = write.one::<Meeting>(request.meeting_id).await?;
    let items = write.by::<AgendaItem>("meeting_id", meeting.id).await?;
    if meeting.state > MeetingState::AgendaDrafted || !items.is_empty() {
        return Err(Refusal::rule(
            "This meeting has an agenda. Take its items away first; a published agenda stays in the record.",
        )
        .into());
    }
    write.delete(&meeting).await?;
    cx.done(write, ()).await
}
