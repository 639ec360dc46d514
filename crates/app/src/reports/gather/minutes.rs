//! The minutes of a meeting, draft or approved.

use chrono::NaiveDate;
use pledgeboard_documents::content::minutes::{MinutedItem, MinutesInput};
use pledgeboard_domain::{
    Action, AgendaItem, Attendance, Correction, Decision, Minute, Person, TermOfOffice,
    id::{MeetingId, PersonId},
};
use pledgeboard_store::Reading;

use super::actions::Inherited;
use crate::{error::Outcome, reports::ReportRequest};

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    _today: NaiveDate,
) -> Outcome<MinutesInput> {
    let meeting = super::meeting::held(read, request).await?;
    let board = read.board().await?;
    let logo = super::logo(read, &board).await?;
    let mut members: Vec<PersonId> = read
        .all::<TermOfOffice>()
        .await?
        .into_iter()
        .filter(|term| term.holds_on(meeting.date))
        .map(|term| term.person_id)
        .collect();
    members.sort_unstable();
    members.dedup();
    Ok(MinutesInput {
        items: items(read, meeting.id).await?,
        attendances: read.by::<Attendance>("meeting_id", meeting.id).await?,
        people: read.all::<Person>().await?,
        corrections: read.by::<Correction>("meeting_id", meeting.id).await?,
        members,
        board,
        logo,
        meeting,
    })
}

/// The items of a meeting with what was minuted, decided and asked for, in the order in which they were taken.
pub(super) async fn items(read: &mut Reading, meeting: MeetingId) -> Outcome<Vec<MinutedItem>> {
    let names = super::names(read).await?;
    let inherited = Inherited::read(read).await?;
    let this = [meeting.into()];
    let mut minutes = read
        .find::<Minute>("t.agenda_item_id IN (SELECT id FROM agenda_item WHERE meeting_id = $1)", &this)
        .await?;
    let decisions = read
        .find::<Decision>("t.agenda_item_id IN (SELECT id FROM agenda_item WHERE meeting_id = $1)", &this)
        .await?;
    let actions = read
        .find::<Action>("t.agenda_item_id IN (SELECT id FROM agenda_item WHERE meeting_id = $1)", &this)
        .await?;
    Ok(read
        .by::<AgendaItem>("meeting_id", meeting)
        .await?
        .into_iter()
        .map(|item| MinutedItem {
            minute: minutes
                .iter()
                .position(|minute| minute.agenda_item_id == item.id)
                .map(|at| minutes.swap_remove(at)),
            decisions: decisions.iter().filter(|it| it.agenda_item_id == item.id).cloned().collect(),
            actions: actions
                .iter()
                .filter(|action| action.agenda_item_id == Some(item.id))
                .map(|action| inherited.line(action.clone(), &names))
                .collect(),
            item,
        })
        .collect())
}
