//! Which meeting a document is about.

use chrono::NaiveDate;
use pledgeboard_domain::{Code, Meeting, Refusal, wording};
use pledgeboard_store::Reading;

use crate::{error::Outcome, reports::ReportRequest};

/// Not held yet, on its day or before.
pub(in crate::reports) fn is_to_come(meeting: &Meeting, today: NaiveDate) -> bool {
    !meeting.state.was_held() && meeting.date >= today
}

/// Held, or begun: there is something to minute.
pub(in crate::reports) fn was_held(meeting: &Meeting) -> bool {
    meeting.state.was_held() || meeting.started_at.is_some()
}

/// The meeting held last. `meetings` are in the order of their dates.
pub(in crate::reports) fn last_held(meetings: &[Meeting]) -> Option<&Meeting> {
    meetings.iter().rfind(|meeting| was_held(meeting))
}

/// The meeting asked for, or the next one.
pub(in crate::reports) async fn next(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<Meeting> {
    if let Some(meeting) = asked(read, request).await? {
        return Ok(meeting);
    }
    let meetings = read.all::<Meeting>().await?;
    let next = meetings.into_iter().find(|meeting| is_to_come(meeting, today));
    next.ok_or_else(|| {
        none("No meeting is planned. Plan the next one under Meetings, or choose an earlier one.")
    })
}

/// The meeting asked for, or the one held last.
pub(super) async fn held(read: &mut Reading, request: &ReportRequest) -> Outcome<Meeting> {
    if let Some(meeting) = asked(read, request).await? {
        if was_held(&meeting) {
            return Ok(meeting);
        }
        let day = wording::date(meeting.date);
        return Err(none(&format!(
            "The meeting on {day} has not been held, so there is nothing to report. Choose another."
        )));
    }
    let meetings = read.all::<Meeting>().await?;
    last_held(&meetings)
        .cloned()
        .ok_or_else(|| none("No meeting has been held yet, so there is nothing to report."))
}

/// The meeting asked for; when none is, the one to come, or else the one held last.
pub(in crate::reports) async fn the_meeting(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<Meeting> {
    if let Some(meeting) = asked(read, request).await? {
        return Ok(meeting);
    }
    let meetings = read.all::<Meeting>().await?;
    let found = meetings.iter().find(|it| is_to_come(it, today)).or(last_held(&meetings)).cloned();
    found.ok_or_else(|| none("No meeting is planned. Plan the first one under Meetings."))
}

async fn asked(read: &mut Reading, request: &ReportRequest) -> Outcome<Option<Meeting>> {
    if let Some(id) = request.meeting_id {
        return Ok(Some(read.one::<Meeting>(id).await?));
    }
    let Some(day) = request.meeting_on else { return Ok(None) };
    match read.find::<Meeting>("t.date = $1", &[pledgeboard_store::Arg::Date(day)]).await?.into_iter().next()
    {
        Some(meeting) => Ok(Some(meeting)),
        None => {
            let message = format!("There is no meeting on {}.", wording::date(day));
            Err(Refusal { code: Code::NotFound, field: Some("meeting_on"), message }.into())
        }
    }
}

fn none(message: &str) -> crate::AppError {
    Refusal { code: Code::NotFound, field: Some("meeting_id"), message: message.to_owned() }.into()
}
