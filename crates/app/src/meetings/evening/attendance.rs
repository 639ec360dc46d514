//! Who is there: one key each, late arrival and early leaving, declared interests.

use pledgeboard_domain::{
    AgendaItem, Attendance, AttendanceStatus, Interest, Meeting, Person, Refusal, evening,
    id::{AgendaItemId, AttendanceId, MeetingId, PersonId},
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use super::meeting;
use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// Records one person's attendance; no status takes it away again.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecordAttendance {
    pub meeting_id: MeetingId,
    pub person_id: PersonId,
    pub status: Option<AttendanceStatus>,
    /// Whom a substitute stands in for.
    pub substitute_for_id: Option<PersonId>,
}

/// The items at which somebody came late or left early.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecordStay {
    pub meeting_id: MeetingId,
    pub person_id: PersonId,
    pub from_item_id: Option<AgendaItemId>,
    pub to_item_id: Option<AgendaItemId>,
}

/// All interests that somebody declares at a meeting.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeclareInterests {
    pub meeting_id: MeetingId,
    pub person_id: PersonId,
    pub interests: Vec<Interest>,
}

pub(crate) async fn attend(
    cx: &Context,
    request: RecordAttendance,
) -> Outcome<Written<Option<AttendanceId>>> {
    let words = request.status.map_or("not recorded", AttendanceStatus::words);
    let mut write = cx.write(&format!("record attendance: {words}")).await?;
    let meeting = meeting(&mut write, request.meeting_id).await?;
    meeting.attendance_open()?;
    let person = write.one::<Person>(request.person_id).await?;
    let there = write.by::<Attendance>("meeting_id", meeting.id).await?;
    let found = there.iter().find(|it| it.person_id == person.id).cloned();
    let Some(status) = request.status else {
        if let Some(it) = found {
            write.delete(&it).await?;
        }
        return cx.done(write, None).await;
    };
    let stands_in = status == AttendanceStatus::Substitute;
    let for_id = request.substitute_for_id.filter(|_| stands_in);
    if let Some(other) = there
        .iter()
        .find(|it| for_id.is_some() && it.substitute_for_id == for_id && it.person_id != person.id)
    {
        let name = write.one::<Person>(other.person_id).await?.printed_name();
        return Err(Refusal::field("substitute_for_id", format!("{name} stands in for them already.")).into());
    }
    let mut it = found.unwrap_or_else(|| blank(cx, &meeting, person.id, status));
    it.status = status;
    it.substitute_for_id = for_id;
    it.check()?;
    if it.version == 0 {
        write.insert(&mut it).await?;
    } else {
        write.update(&mut it).await?;
    }
    if let Some(absent) = for_id
        && !there.iter().any(|it| it.person_id == absent)
    {
        let mut apologies = blank(cx, &meeting, absent, AttendanceStatus::Apologies);
        write.insert(&mut apologies).await?;
    }
    cx.done(write, Some(it.id)).await
}

fn blank(cx: &Context, meeting: &Meeting, person: PersonId, status: AttendanceStatus) -> Attendance {
    Attendance {
        id: cx.new_id(),
        version: 0,
        meeting_id: meeting.id,
        person_id: person,
        status,
        substitute_for_id: None,
        from_item_id: None,
        to_item_id: None,
        interests: vec![],
    }
}

pub(crate) async fn stay(cx: &Context, request: RecordStay) -> Outcome<Written<AttendanceId>> {
    let mut write = cx.write("record when somebody came or left").await?;
    let mut it = in_the_room(&mut write, request.meeting_id, request.person_id).await?;
    it.from_item_id = request.from_item_id;
    it.to_item_id = request.to_item_id;
    fits(&mut write, &it).await?;
    write.update(&mut it).await?;
    cx.done(write, it.id).await
}

pub(crate) async fn declare(cx: &Context, request: DeclareInterests) -> Outcome<Written<AttendanceId>> {
    let mut write = cx.write("record a declared interest").await?;
    let mut it = in_the_room(&mut write, request.meeting_id, request.person_id).await?;
    it.interests = request.interests;
    fits(&mut write, &it).await?;
    write.update(&mut it).await?;
    cx.done(write, it.id).await
}

async fn in_the_room(write: &mut Writing, meeting_id: MeetingId, person: PersonId) -> Outcome<Attendance> {
    meeting(write, meeting_id).await?.attendance_open()?;
    let there = write.by::<Attendance>("meeting_id", meeting_id).await?;
    let found = there.into_iter().find(|it| it.person_id == person && it.is_in_the_room());
    Ok(found.ok_or_else(|| Refusal::field("person_id", "Record them as present first."))?)
}

async fn fits(write: &mut Writing, it: &Attendance) -> Outcome<()> {
    let items = write.by::<AgendaItem>("meeting_id", it.meeting_id).await?;
    let order: Vec<AgendaItemId> = items.iter().map(|item| item.id).collect();
    Ok(evening::attendance_fits(it, it.meeting_id, &order)?)
}
