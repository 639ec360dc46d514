//! From the board's records to what a document is built of: a few queries each, joined in memory.

mod action_log;
mod actions;
mod agenda;
mod answered;
mod child_meeting;
mod child_promises;
mod event_sheet;
mod meeting;
mod minutes;

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_documents::{
    DocumentError,
    block::Document,
    content::{
        self, action_log::ActionLogInput, agenda::AgendaInput, child_meeting::ChildMeetingInput,
        child_promises::ChildPromisesInput, event_sheet::EventSheetInput, minutes::MinutesInput,
    },
};
use pledgeboard_domain::{Audience, Board, Meeting, Person, id::PersonId};
use pledgeboard_store::Reading;

use super::{ReportKind, ReportRequest};
use crate::error::Outcome;

pub(super) use meeting::{is_to_come, last_held, was_held};

/// Everything that one document is built of.
#[derive(Debug)]
pub(super) enum Gathered {
    Agenda(Box<AgendaInput>),
    Minutes(Box<MinutesInput>),
    ActionLog(Box<ActionLogInput>),
    ChildPromises(Box<ChildPromisesInput>),
    ChildMeeting(Box<ChildMeetingInput>),
    EventSheet(Box<EventSheetInput>),
}

impl Gathered {
    pub async fn of(read: &mut Reading, request: &ReportRequest, today: NaiveDate) -> Outcome<Self> {
        Ok(match request.document {
            ReportKind::Agenda => Self::Agenda(Box::new(agenda::gather(read, request, today).await?)),
            ReportKind::Minutes => Self::Minutes(Box::new(minutes::gather(read, request).await?)),
            ReportKind::ActionLog => Self::ActionLog(Box::new(action_log::gather(read, today).await?)),
            ReportKind::ChildPromises => {
                Self::ChildPromises(Box::new(child_promises::gather(read, request, today).await?))
            }
            ReportKind::ChildMeeting => {
                Self::ChildMeeting(Box::new(child_meeting::gather(read, request, today).await?))
            }
            ReportKind::EventSheet => {
                Self::EventSheet(Box::new(event_sheet::gather(read, request, today).await?))
            }
        })
    }

    /// The document for an audience. What is not for it is never built.
    pub fn build(&self, audience: Audience) -> Document {
        match self {
            Self::Agenda(input) => content::agenda::build(input, audience),
            Self::Minutes(input) => content::minutes::build(input, audience),
            Self::ActionLog(input) => content::action_log::build(input, audience),
            Self::ChildPromises(input) => content::child_promises::build(input, audience),
            Self::ChildMeeting(input) => content::child_meeting::build(input, audience),
            Self::EventSheet(input) => content::event_sheet::build(input, audience),
        }
    }

    /// What children get of it, in parts where it is long; for everyone else it is one whole.
    pub fn parts(&self, audience: Audience) -> Result<Vec<Document>, DocumentError> {
        let open = match self {
            _ if audience != Audience::Children => None,
            Self::ActionLog(input) => Some(content::action_log::for_children(input)),
            Self::ChildPromises(input) => Some(content::child_promises::open(input)),
            Self::ChildMeeting(input) => Some(content::child_meeting::open(input)),
            _ => None,
        };
        match open {
            Some(open) => content::parts::closed_in_parts(&open, self.board()),
            None => Ok(vec![self.build(audience)]),
        }
    }

    pub fn board(&self) -> &Board {
        match self {
            Self::Agenda(input) => &input.board,
            Self::Minutes(input) => &input.board,
            Self::ActionLog(input) => &input.board,
            Self::ChildPromises(input) => &input.board,
            Self::ChildMeeting(input) => &input.board,
            Self::EventSheet(input) => &input.board,
        }
    }

    /// The meeting that the document is about.
    pub fn meeting(&self) -> Option<&Meeting> {
        match self {
            Self::Agenda(input) => Some(&input.content.meeting),
            Self::Minutes(input) => Some(&input.meeting),
            Self::ChildMeeting(input) => Some(&input.meeting),
            _ => None,
        }
    }

    /// The day that its file's name carries; none for a blank sheet.
    pub fn day(&self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::EventSheet(input) => input.event.as_ref().map(|planned| planned.event.date),
            _ => Some(self.meeting().map_or(today, |meeting| meeting.date)),
        }
    }
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
