//! The chair's run sheet: the agenda as it will be taken, with what only the chair should know.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_documents::{
    block::Document,
    content::run_sheet::{self, RunSheetInput},
};
use pledgeboard_domain::{
    AgendaItem, Attendance, AttendanceStatus, Audience, Board, Check, Event, HalfTerm, Meeting, RealityCheck,
    check,
    id::{AgendaItemId, EventId, PromiseId},
};
use pledgeboard_store::Reading;

use super::{Source, agenda};
use crate::{error::Outcome, reports::ReportRequest};

impl Source for RunSheetInput {
    fn build(&self, _: Audience) -> Document {
        run_sheet::build(self)
    }

    fn board(&self) -> &Board {
        &self.agenda.board
    }

    fn meeting(&self) -> Option<&Meeting> {
        Some(&self.agenda.content.meeting)
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<RunSheetInput> {
    let mut agenda = agenda::gather(read, request, today).await?;
    let meeting = agenda.content.meeting.id;
    // Notes are no part of what was published: they are read as they stand.
    let notes: HashMap<AgendaItemId, String> = read
        .by::<AgendaItem>("meeting_id", meeting)
        .await?
        .into_iter()
        .map(|item| (item.id, item.internal_notes))
        .collect();
    for published in &mut agenda.content.items {
        published.item.internal_notes = notes.get(&published.item.id).cloned().unwrap_or_default();
    }
    let names = super::names(read).await?;
    let attendances = read.by::<Attendance>("meeting_id", meeting).await?;
    let apologies = attendances.iter().filter(|it| it.status == AttendanceStatus::Apologies);
    let half_terms = read.all::<HalfTerm>().await?;
    let linked: Vec<PromiseId> =
        agenda.content.items.iter().flat_map(|it| it.item.promises.iter().copied()).collect();
    let checks = read.all::<Check>().await?;
    let disputes = linked.iter().filter_map(|id| {
        let own: Vec<Check> = checks.iter().filter(|check| check.promise_id == *id).cloned().collect();
        check::disagreement(&own, today, &half_terms).map(|found| (*id, found.sentence))
    });
    Ok(RunSheetInput {
        apologies: apologies.filter_map(|it| names.get(&it.person_id)).cloned().collect(),
        disputes: disputes.collect(),
        reality: reality(read, &linked, check::window_opens(today, &half_terms)).await?,
        agenda,
    })
}

/// What was seen since that day of these promises, and of any item.
async fn reality(
    read: &mut Reading,
    promises: &[PromiseId],
    since: Option<NaiveDate>,
) -> Outcome<Vec<RealityCheck>> {
    let days: HashMap<EventId, NaiveDate> =
        read.all::<Event>().await?.into_iter().map(|event| (event.id, event.date)).collect();
    let lately = |it: &RealityCheck| {
        let day = days.get(&it.event_id);
        since.is_none_or(|since| day.is_some_and(|day| *day >= since))
    };
    let mut all = read.all::<RealityCheck>().await?;
    all.retain(|it| {
        it.agenda_item_id.is_some() || (it.promise_id.is_some_and(|id| promises.contains(&id)) && lately(it))
    });
    Ok(all)
}
