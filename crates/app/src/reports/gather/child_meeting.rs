//! "What happened at the meeting?"

use chrono::NaiveDate;
use pledgeboard_documents::{
    block::Document,
    content::{
        AnsweredVoice, Edition,
        child_meeting::{self, ChildMeetingInput},
    },
};
use pledgeboard_domain::{Audience, Board, Meeting};
use pledgeboard_store::Reading;

use super::{Source, answered, meeting, minutes};
use crate::{
    error::Outcome,
    reports::{PlainWords, ReportRequest, plain_words},
};

impl Source for ChildMeetingInput {
    fn build(&self, audience: Audience) -> Document {
        child_meeting::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn meeting(&self) -> Option<&Meeting> {
        Some(&self.meeting)
    }

    fn open_for_children(&self) -> Option<Document> {
        Some(child_meeting::open(self))
    }

    fn plain_words(&self) -> Vec<PlainWords> {
        plain_words::meeting::report(self)
    }

    fn answered(&self) -> &[AnsweredVoice] {
        &self.answered
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    edition: Edition,
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
        edition,
        items: minutes::items(read, meeting.id).await?,
        answered: answered::between(read, from, met_again.unwrap_or(today)).await?,
        meeting,
    })
}
