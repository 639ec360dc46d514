//! What the minutes' screen shows.

use chrono::NaiveDate;
use pledgeboard_domain::{
    ApprovedMinutes, Decision, Meeting, MinutesContent, Person,
    id::{AgendaItemId, MeetingId, PersonId},
    minute,
};
use serde::{Deserialize, Serialize};

use super::Gathered;
use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowMinutes {
    pub meeting_id: MeetingId,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutesView {
    /// With the chair's comments.
    pub meeting: Meeting,
    /// The meeting's own title, or the board's name.
    pub title: String,
    /// What will be printed.
    pub content: MinutesContent,
    /// Decisions as records, to change.
    pub decisions: Vec<Decision>,
    pub missing: Vec<MissingFromMinutes>,
    /// Why the minutes cannot be changed; none while they can.
    pub locked: Option<String>,
    /// Meetings that may approve them, the earliest first.
    pub approvers: Vec<ApprovingMeeting>,
    /// Who may sign, the chair first.
    pub people: Vec<Signatory>,
    /// The meeting that approved them.
    pub approved_at: Option<NaiveDate>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MissingFromMinutes {
    pub item_id: Option<AgendaItemId>,
    pub words: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ApprovingMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
    pub chair_id: Option<PersonId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Signatory {
    pub id: PersonId,
    pub name: String,
}

pub(crate) async fn show(cx: &Context, request: ShowMinutes) -> Outcome<MinutesView> {
    let mut read = cx.read().await?;
    let it = Gathered::of(&mut read, request.meeting_id).await?;
    let frozen = read.by::<ApprovedMinutes>("meeting_id", request.meeting_id).await?.pop();
    let printed = minute::content(&match frozen {
        Some(approved) => approved.content.with_corrections(it.corrections.clone()),
        None => it.records(),
    });
    let chair = it.meeting.chair_id;
    let mut people: Vec<&Person> = it
        .people
        .iter()
        .filter(|person| !person.is_young_representative() && !person.has_left(it.meeting.date))
        .collect();
    people.sort_by_key(|person| (Some(person.id) != chair, !person.is_councillor(), person.name.clone()));
    let signs_next = |other: &Meeting| {
        it.meeting
            .clone()
            .approve_minutes(other, other.chair_id.unwrap_or(PersonId(uuid::Uuid::nil())))
            .is_ok()
    };
    Ok(MinutesView {
        title: if it.meeting.title.is_empty() { it.board.name.clone() } else { it.meeting.title.clone() },
        missing: minute::missing(&printed)
            .into_iter()
            .map(|(item_id, words)| MissingFromMinutes { item_id, words })
            .collect(),
        locked: it.meeting.minutes_open().err().map(|refused| refused.message),
        approvers: it
            .meetings
            .iter()
            .filter(|other| signs_next(other))
            .map(|other| ApprovingMeeting { id: other.id, date: other.date, chair_id: other.chair_id })
            .collect(),
        people: people
            .iter()
            .map(|person| Signatory { id: person.id, name: person.printed_name() })
            .collect(),
        approved_at: it
            .meeting
            .approved_at_id
            .and_then(|at| it.meetings.iter().find(|other| other.id == at))
            .map(|at| at.date),
        decisions: it.decisions,
        meeting: it.meeting,
        content: printed,
    })
}
