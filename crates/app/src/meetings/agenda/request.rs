//! "Put it on an agenda", from a group's own page.

use pledgeboard_domain::{
    AgendaRequest, Group,
    id::{AgendaRequestId, MeetingId},
    proposal::asked::for_request,
};
use serde::{Deserialize, Serialize};

use super::{draft, promise::PutOnAgenda, proposing};
use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// Adds an item on what a group asks for to an agenda that is still a draft.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddRequest {
    pub request_id: AgendaRequestId,
    /// The next meeting whose agenda is a draft, when nothing is said.
    pub meeting_id: Option<MeetingId>,
}

pub(crate) async fn add(cx: &Context, request: AddRequest) -> Outcome<Written<PutOnAgenda>> {
    let mut write = cx.write("put a group's request on the agenda").await?;
    let asked = write.one::<AgendaRequest>(request.request_id).await?;
    let group = write.one::<Group>(asked.group_id).await?;
    let line = for_request(&asked, &group, String::new());
    let meeting = match request.meeting_id {
        Some(id) => draft::begin(&mut write, id).await?,
        None => draft::next(&mut write, cx.today()).await?,
    };
    let item_id = proposing::take_up(cx, &mut write, &meeting, line, None).await?;
    cx.done(write, PutOnAgenda { meeting_id: meeting.id, date: meeting.date, item_id }).await
}
