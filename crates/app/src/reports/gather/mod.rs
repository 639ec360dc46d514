//! From the board's records to what a document is built of: a few queries each, joined in memory.

mod action_log;
mod actions;
pub(super) mod agenda;
mod annual_report;
mod answered;
mod assessment;
mod child_meeting;
mod child_promises;
mod event_sheet;
pub(super) mod meeting;
mod membership;
mod minutes;
mod our_promises;
mod poster;
mod reminders;
mod report_cover;
mod run_sheet;
mod source;
mod voice_summary;
mod work_programme;

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_documents::content::Edition;
use pledgeboard_domain::{Board, Person, id::PersonId};
use pledgeboard_store::Reading;

use super::{ReportKind, ReportRequest};
use crate::error::Outcome;

pub(super) use meeting::{is_to_come, last_held, the_meeting, was_held};
pub(super) use reminders::champions;
pub(super) use source::Source;

pub(super) type Gathered = Box<dyn Source>;

pub(super) async fn of(read: &mut Reading, request: &ReportRequest, today: NaiveDate) -> Outcome<Gathered> {
    Ok(match request.document {
        ReportKind::Agenda | ReportKind::Pack | ReportKind::Supplement => {
            Box::new(agenda::gather(read, request, today).await?)
        }
        ReportKind::Minutes => Box::new(minutes::gather(read, request).await?),
        ReportKind::ActionLog => Box::new(action_log::gather(read, today).await?),
        ReportKind::ChildPromises => {
            Box::new(child_promises::gather(read, request, Edition::Children, today).await?)
        }
        ReportKind::ChildMeeting => {
            Box::new(child_meeting::gather(read, request, Edition::Children, today).await?)
        }
        ReportKind::CareLeaversPromises => {
            Box::new(child_promises::gather(read, request, Edition::CareLeavers, today).await?)
        }
        ReportKind::CareLeaversMeeting => {
            Box::new(child_meeting::gather(read, request, Edition::CareLeavers, today).await?)
        }
        ReportKind::Poster => Box::new(poster::gather(read, request, today).await?),
        ReportKind::EventSheet => Box::new(event_sheet::gather(read, request, today).await?),
        ReportKind::Reminders => Box::new(reminders::gather(read, request, today).await?),
        ReportKind::RunSheet => Box::new(run_sheet::gather(read, request, today).await?),
        ReportKind::OurPromises => Box::new(our_promises::gather(read, request, today).await?),
        ReportKind::Membership => Box::new(membership::gather(read, today).await?),
        ReportKind::VoiceSummary => Box::new(voice_summary::gather(read, request, today).await?),
        ReportKind::SelfAssessment => Box::new(assessment::gather(read, request, today).await?),
        ReportKind::AnnualReport => Box::new(annual_report::gather(read, request, today).await?),
        ReportKind::ReportCover => Box::new(report_cover::gather(read, request, today).await?),
        ReportKind::WorkProgramme => Box::new(work_programme::gather(read, request, today).await?),
    })
}

/// The council's logo, a PNG or JPEG file, if it has one.
pub(super) async fn logo(read: &mut Reading, board: &Board) -> Outcome<Option<Vec<u8>>> {
    if board.logo.is_empty() {
        return Ok(None);
    }
    Ok(read.file(&board.logo).await?)
}

/// Everyone's name as documents print it.
async fn names(read: &mut Reading) -> Outcome<HashMap<PersonId, String>> {
    Ok(read.all::<Person>().await?.into_iter().map(|person| (person.id, person.printed_name())).collect())
}
