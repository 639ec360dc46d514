//! Writing what is due for a meeting into one folder, each file whole or not at all.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use pledgeboard_domain::{Audience, Code, Refusal, id::MeetingId};
use serde::{Deserialize, Serialize};

use super::{DueList, FOR_PEOPLE, MissingDocument, Which, due, folder, what, what_of};
use crate::{
    context::{Context, Written},
    error::{AppError, Outcome},
    reports::{ReportFormat, ReportKind, ReportRequest, printed, write},
    work::Work,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveAll {
    pub meeting_id: Option<MeetingId>,
    /// The folder that was chosen. The documents go into one of their own within it: "meeting-2026-12-03".
    pub folder: String,
    /// The name under which `work.look` says how many documents are done, and `work.stop` stops.
    pub work: Option<String>,
}

/// What was made for a meeting, and what is missing.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavedAll {
    /// The day of the meeting.
    pub meeting: NaiveDate,
    pub folder: String,
    pub made: Vec<MadeDocument>,
    /// What could not be made, and what is not whole; each once, whatever its forms.
    pub missing: Vec<MissingDocument>,
    /// Somebody stopped it: what is not in either list was not tried.
    pub stopped: bool,
}

/// What was written, all parts of it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
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

pub(crate) async fn save(cx: &Context, request: SaveAll) -> Outcome<Written<SavedAll>> {
    let chosen = request.folder.trim();
    if chosen.is_empty() {
        return Err(Refusal::field("folder", "Choose a folder for the documents.").into());
    }
    let list = due(cx, Which { id: request.meeting_id, on: None }, FOR_PEOPLE).await?;
    if list.documents.is_empty() {
        return Err(Refusal::rule("Nothing can be made for this meeting yet. Draft its agenda first.").into());
    }
    let within = PathBuf::from(chosen);
    if !within.is_dir() {
        return Err(Refusal::field("folder", "There is no such folder. Choose another place.").into());
    }
    let place = within.join(format!("meeting-{}", list.meeting));
    save_all(cx, list, &place, request.work).await
}

/// Makes what is due and writes it into a folder, which is made when it is not there. One document that cannot be made
/// or written is no reason to leave the others out: it is listed as missing.
///
/// # Errors
/// When the folder cannot be made, or when no document could be written into it.
pub async fn save_all(
    cx: &Context,
    list: DueList,
    to: &Path,
    work: Option<String>,
) -> Outcome<Written<SavedAll>> {
    let is_new = folder(to)?;
    let mut all = SavedAll {
        meeting: list.meeting,
        folder: to.display().to_string(),
        made: vec![],
        missing: list.missing,
        stopped: false,
    };
    let (mut changed, mut unwritten) = (vec![], None);
    let progress = Work::begin(work.clone(), list.documents.len());
    for (done, request) in list.documents.into_iter().enumerate() {
        if !progress.goes_on(done) {
            all.stopped = true;
            break;
        }
        let what = what_of(&request);
        match save_into(cx, ReportRequest { work: work.clone(), ..request }, to).await {
            Ok(written) => {
                changed.extend(written.changed);
                all.made.push(written.result);
            }
            Err(error) if error.code == Code::Stopped => {
                all.stopped = true;
                break;
            }
            Err(error) => {
                all.misses(MissingDocument { what, why: error.message.clone() });
                if error.code == Code::Storage {
                    unwritten = Some(error);
                }
            }
        }
    }
    drop(progress);
    if all.made.is_empty() && is_new {
        // It was made for nothing; that it could not be taken away again is worth no second error.
        let _ = std::fs::remove_dir(to);
    }
    match unwritten {
        Some(error) if all.made.is_empty() => {
            return Err(AppError { field: Some("folder".into()), ..error });
        }
        _ => {}
    }
    all.say_what_is_not_whole();
    changed.sort_unstable();
    changed.dedup();
    Ok(Written { result: all, changed, entry: None, can_undo: false })
}

impl SavedAll {
    fn misses(&mut self, missing: MissingDocument) {
        if !self.missing.contains(&missing) {
            self.missing.push(missing);
        }
    }

    fn say_what_is_not_whole(&mut self) {
        let unfinished: Vec<MissingDocument> = self
            .made
            .iter()
            .filter(|it| !it.still_writing.is_empty())
            .map(|it| MissingDocument {
                what: it.what.clone(),
                why: format!("We are still writing: {}.", it.still_writing.join("; ")),
            })
            .collect();
        unfinished.into_iter().for_each(|it| self.misses(it));
    }
}

/// Makes one document and writes it into a folder, all its parts, under their own names; the board remembers which
/// voices went out in it.
async fn save_into(cx: &Context, request: ReportRequest, to: &Path) -> Outcome<Written<MadeDocument>> {
    let mut report = write(cx, request.clone(), |name| to.join(name)).await?;
    let mut made = MadeDocument {
        what: what(report.document, report.audience),
        document: report.document,
        audience: report.audience,
        format: report.format,
        files: vec![],
        notes: std::mem::take(&mut report.notes),
        still_writing: report.missing.iter().map(|words| words.place.clone()).collect(),
    };
    let mut changed = vec![];
    loop {
        changed.extend(printed::remember(cx, &report).await?.changed);
        made.files.push(std::mem::take(&mut report.file_name));
        // A part that was asked for is made alone.
        if request.part.is_some() || report.part >= report.parts {
            return Ok(Written { result: made, changed, entry: None, can_undo: false });
        }
        let next = ReportRequest { part: Some(report.part + 1), ..request.clone() };
        report = write(cx, next, |name| to.join(name)).await?;
    }
}
