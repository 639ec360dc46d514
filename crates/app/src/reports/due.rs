//! What is due for a meeting in the state that it is in: what can be made now, and what is missing and why.

use std::path::Path;

use chrono::NaiveDate;
use pledgeboard_domain::{Audience, Meeting, MeetingState, wording};
use serde::Serialize;

use super::{
    ReportFormat, ReportKind, ReportRequest, export,
    gather::{is_to_come, last_held, the_meeting, was_held},
    kind, printed,
};
use crate::{
    context::Context,
    device::write_whole,
    error::{AppError, Outcome},
    meetings::holidays::{bank_holidays, publish_by},
};

/// When a document belongs to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// From the draft of the agenda on.
    Agenda,
    /// Once the minutes are drafted.
    Minutes,
    /// Once the meeting was held.
    Held,
    /// As things stand today: for the meeting held last, and for the one to come.
    Today,
    /// What happened since: for the meeting held last.
    Since,
}

/// What is due, and for whom. A document that is not named is made only when it is asked for.
fn belongs(document: ReportKind) -> Option<(When, &'static [Audience])> {
    use Audience::{Children, Members, Public};
    match document {
        ReportKind::Agenda => Some((When::Agenda, &[Public, Members])),
        ReportKind::Minutes => Some((When::Minutes, &[Public, Members])),
        ReportKind::ActionLog => Some((When::Today, &[Members])),
        ReportKind::ChildMeeting | ReportKind::CareLeaversMeeting => Some((When::Held, &[Children])),
        ReportKind::ChildPromises | ReportKind::CareLeaversPromises | ReportKind::Poster => {
            Some((When::Since, &[Children]))
        }
        _ => None,
    }
}

/// Everything that is due for one meeting.
#[derive(Debug, Serialize)]
pub struct DueList {
    pub meeting: NaiveDate,
    /// What can be made, in the order of the table.
    pub documents: Vec<ReportRequest>,
    pub missing: Vec<Missing>,
}

/// What is due but cannot be made, or not whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// "Minutes for members".
    pub what: String,
    /// "They are not drafted yet."
    pub why: String,
}

/// What was written, all parts of it.
#[derive(Debug, Serialize)]
pub struct MadeDocument {
    /// "Minutes for members".
    pub what: String,
    pub document: ReportKind,
    pub audience: Audience,
    pub format: ReportFormat,
    /// Within the folder.
    pub files: Vec<String>,
    /// What to know before it goes out.
    pub notes: Vec<String>,
    /// Plain words that nobody has written yet.
    pub still_writing: Vec<String>,
}

/// What is due for the meeting on a day; without a day, for the one to come, or else for the one held last.
///
/// # Errors
/// When there is no such meeting.
pub async fn due(cx: &Context, on: Option<NaiveDate>, formats: &[ReportFormat]) -> Outcome<DueList> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let meeting = the_meeting(&mut read, on, today).await?;
    let meetings = read.all::<Meeting>().await?;
    let board = read.board().await?;
    let deadline = publish_by(meeting.date, &board, &bank_holidays(&mut read).await?);
    let last = last_held(&meetings).is_some_and(|it| it.id == meeting.id);
    let next = meetings.iter().find(|it| is_to_come(it, today)).is_some_and(|it| it.id == meeting.id);
    let (mut documents, mut missing) = (vec![], vec![]);
    for document in ReportKind::ALL {
        let Some((when, audiences)) = belongs(*document) else { continue };
        for audience in audiences {
            match stands(when, *audience, &meeting, (last, next), deadline) {
                Stands::NotDue => {}
                Stands::Missing(why) => missing.push(Missing { what: what(*document, *audience), why }),
                Stands::Due => {
                    documents.extend(forms(*document, *audience, formats).map(|format| ReportRequest {
                        audience: Some(*audience),
                        meeting_id: Some(meeting.id),
                        format: Some(format),
                        ..ReportRequest::new(*document)
                    }))
                }
            }
        }
    }
    Ok(DueList { meeting: meeting.date, documents, missing })
}

enum Stands {
    NotDue,
    Due,
    /// Why.
    Missing(String),
}

fn stands(
    when: When,
    audience: Audience,
    meeting: &Meeting,
    (last, next): (bool, bool),
    deadline: NaiveDate,
) -> Stands {
    let due = |is_due| if is_due { Stands::Due } else { Stands::NotDue };
    match when {
        When::Agenda if meeting.state == MeetingState::Planned => {
            Stands::Missing("It is not drafted yet.".to_owned())
        }
        // A draft goes to members to look at; the public gets what is published.
        When::Agenda if meeting.state.agenda_is_draft() && audience == Audience::Public => {
            Stands::Missing(format!("It is not published yet. Publish it by {}.", wording::date(deadline)))
        }
        When::Agenda => Stands::Due,
        When::Minutes if meeting.state >= MeetingState::MinutesDrafted => Stands::Due,
        When::Minutes if was_held(meeting) => Stands::Missing("They are not drafted yet.".to_owned()),
        When::Minutes => Stands::NotDue,
        When::Held => due(was_held(meeting)),
        When::Today => due(last || next),
        When::Since => due(last),
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
pub fn what_of(request: &ReportRequest) -> String {
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

/// Makes one document and writes it into a folder, all its parts, under their own names. Each file is there whole or
/// not at all; the board remembers which voices went out in it.
///
/// # Errors
/// When the document cannot be made, or the folder cannot be written.
pub async fn save_into(cx: &Context, request: ReportRequest, folder: &Path) -> Outcome<MadeDocument> {
    let mut report = export(cx, request.clone()).await?;
    let mut made = MadeDocument {
        what: what(report.document, report.audience),
        document: report.document,
        audience: report.audience,
        format: report.format,
        files: vec![],
        notes: std::mem::take(&mut report.notes),
        still_writing: report.missing.iter().map(|words| words.place.clone()).collect(),
    };
    loop {
        let path = folder.join(&report.file_name);
        let content = std::mem::take(&mut report.file);
        tokio::task::spawn_blocking(move || write_whole(&path, &content))
            .await
            .map_err(AppError::fault)??;
        printed::remember(cx, &report).await?;
        made.files.push(std::mem::take(&mut report.file_name));
        if report.part >= report.parts {
            return Ok(made);
        }
        report = export(cx, ReportRequest { part: Some(report.part + 1), ..request.clone() }).await?;
    }
}
