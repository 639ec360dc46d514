//! What is due for a meeting in the state that it is in: what can be made now, and what is missing and why.

mod folder;
mod save;
mod table;

use chrono::NaiveDate;
use pledgeboard_domain::{Audience, Meeting, MeetingState, id::MeetingId, wording};
use serde::Serialize;

use super::{
    ReportFormat, ReportKind, ReportRequest,
    gather::{is_to_come, last_held, the_meeting, was_held},
    kind, pack,
};
use crate::{
    context::Context,
    error::Outcome,
    meetings::holidays::{bank_holidays, publish_by},
};

pub use folder::folder;
pub use save::{MadeDocument, SavedAll, save_all};
pub(crate) use save::{SaveAll, save};
use table::{When, belongs};

/// The forms for people; rows for programs are made when they are asked for.
pub const FOR_PEOPLE: &[ReportFormat] =
    &[ReportFormat::Pdf, ReportFormat::Docx, ReportFormat::Html, ReportFormat::Csv, ReportFormat::Ics];

/// Which meeting; of neither, the one to come, or else the one held last.
#[derive(Debug, Clone, Copy, Default)]
pub struct Which {
    pub id: Option<MeetingId>,
    pub on: Option<NaiveDate>,
}

/// Everything that is due for one meeting.
#[derive(Debug)]
pub struct DueList {
    pub meeting: NaiveDate,
    /// What can be made, in the order of the table.
    pub documents: Vec<ReportRequest>,
    pub missing: Vec<MissingDocument>,
}

/// What is due but cannot be made, or not whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MissingDocument {
    /// "Minutes for members".
    pub what: String,
    /// "They are not drafted yet."
    pub why: String,
}

/// What is due for a meeting, in those forms that each document has among `formats`.
///
/// # Errors
/// When there is no such meeting.
pub async fn due(cx: &Context, which: Which, formats: &[ReportFormat]) -> Outcome<DueList> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let asked = ReportRequest {
        meeting_id: which.id,
        meeting_on: which.on,
        ..ReportRequest::new(ReportKind::Agenda)
    };
    let meeting = the_meeting(&mut read, &asked, today).await?;
    let meetings = read.all::<Meeting>().await?;
    let board = read.board().await?;
    let at = Standing {
        deadline: publish_by(meeting.date, &board, &bank_holidays(&mut read).await?),
        last: last_held(&meetings).is_some_and(|it| it.id == meeting.id),
        next: meetings.iter().find(|it| is_to_come(it, today)).is_some_and(|it| it.id == meeting.id),
        to_come: is_to_come(&meeting, today),
        meeting,
    };
    let (mut documents, mut missing) = (vec![], vec![]);
    for document in ReportKind::ALL {
        let Some((when, audiences)) = belongs(*document) else { continue };
        for audience in audiences {
            let parts = match at.stands(when, *document, *audience) {
                Stands::NotDue => continue,
                Stands::Missing(why) => {
                    missing.push(MissingDocument { what: what(*document, *audience), why });
                    continue;
                }
                Stands::Due => vec![None],
                Stands::Late => supplements(pack::supplements(&mut read, &at.meeting, *audience).await?),
            };
            for format in forms(*document, *audience, formats) {
                documents.extend(parts.iter().map(|part| ReportRequest {
                    audience: Some(*audience),
                    meeting_id: Some(at.meeting.id),
                    format: Some(format),
                    part: *part,
                    ..ReportRequest::new(*document)
                }));
            }
        }
    }
    Ok(DueList { meeting: at.meeting.date, documents, missing })
}

fn supplements(of: u32) -> Vec<Option<u32>> {
    (1..=of).map(Some).collect()
}

/// Where a meeting stands among the others, today.
struct Standing {
    meeting: Meeting,
    deadline: NaiveDate,
    /// It was held last.
    last: bool,
    /// It is the next one.
    next: bool,
    to_come: bool,
}

enum Stands {
    NotDue,
    Due,
    /// As many as there are.
    Late,
    /// Why.
    Missing(String),
}

impl Standing {
    fn stands(&self, when: When, document: ReportKind, audience: Audience) -> Stands {
        let state = self.meeting.state;
        let due = |is_due| if is_due { Stands::Due } else { Stands::NotDue };
        // What stands on the agenda waits for it.
        let it = if document == ReportKind::Agenda { "It" } else { "The agenda" };
        match when {
            When::Evening if !self.to_come => Stands::NotDue,
            When::Agenda | When::Evening if state == MeetingState::Planned => {
                Stands::Missing(format!("{it} is not drafted yet."))
            }
            // A draft goes to members to look at; the public gets what is published.
            When::Agenda if state.agenda_is_draft() && audience == Audience::Public => Stands::Missing(
                format!("{it} is not published yet. Publish it by {}.", wording::date(self.deadline)),
            ),
            When::Agenda | When::Evening => Stands::Due,
            When::Late if state.agenda_is_draft() => Stands::NotDue,
            When::Late => Stands::Late,
            When::Minutes if state >= MeetingState::MinutesDrafted => Stands::Due,
            When::Minutes if was_held(&self.meeting) => {
                Stands::Missing("They are not drafted yet.".to_owned())
            }
            When::Minutes => Stands::NotDue,
            When::Held => due(was_held(&self.meeting)),
            When::Today => due(self.last || self.next),
            When::Since => due(self.last),
        }
    }
}

/// The forms among those that are wanted which the document has for that audience.
fn forms(
    document: ReportKind,
    audience: Audience,
    wanted: &[ReportFormat],
) -> impl Iterator<Item = ReportFormat> {
    let has = document.listing().formats;
    wanted.iter().copied().filter(move |format| has.contains(format) && format.is_for(audience))
}

/// The document that is asked for: "Minutes for members".
fn what_of(request: &ReportRequest) -> String {
    let audience = request.document.audience(request.audience).unwrap_or(Audience::Public);
    what(request.document, audience)
}

fn what(document: ReportKind, audience: Audience) -> String {
    let listing = document.listing();
    let name = match listing.audiences {
        // Where there is but one edition, its name says it.
        [_] => listing.name.to_owned(),
        _ => format!("{} for {}", listing.name, kind::words(audience)),
    };
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
