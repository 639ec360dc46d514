//! "What happened at the meeting?"

use chrono::NaiveDate;
use pledgeboard_documents::content::child_meeting::ChildMeetingInput;
use pledgeboard_domain::Meeting;
use pledgeboard_store::Reading;

use super::{answered, meeting, minutes};
use crate::{error::Outcome, reports::ReportRequest};

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<ChildMeetingInput> {
    let meeting = meeting::held(read, request).await?;
    let meetings = read.all::<Meeting>().await?;
    // What was answered at this meeting or since, until the board met again.
    let met_again = meetings
        .iter()
        .find(|other| other.date > meeting.date && meeting::was_held(other))
        .and_then(|other| other.date.pred_opt());
    let from = request.answered_since.unwrap_or(meeting.date);
    Ok(ChildMeetingInput {
        board: read.board().await?,
        items: minutes::items(read, meeting.id).await?,
        answered: answered::between(read, from, met_again.unwrap_or(today)).await?,
        meeting,
    })
}
