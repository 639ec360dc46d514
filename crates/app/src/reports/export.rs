//! One document, made: for the command line, the preview and the file.

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_documents::{
    DocumentError, Printed, RenderOptions, block::Document, calendar::ics, content, csv, docx, html, picture,
    text, unprintable,
};
use pledgeboard_domain::{
    Audience, Code, Refusal,
    id::{AgendaItemId, AssessmentId, EventId, MeetingId, PersonId, StrategyPeriodId, ThemeId, VoiceId},
    wording,
};
use serde::{Deserialize, Serialize};

use super::{
    HardWords, PlainWords, ReportFormat, ReportKind, Unprintable,
    file_name::file_name,
    gather::{self, Gathered, Source},
    plain_words, rows,
};
use crate::{
    context::{Context, settled},
    error::{AppError, Outcome},
};

/// Which document, about what, for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportRequest {
    pub document: ReportKind,
    /// None: the most careful that the document has.
    pub audience: Option<Audience>,
    /// None: the next meeting for an agenda or its pack, the last one held for what reports on a meeting.
    pub meeting_id: Option<MeetingId>,
    /// The meeting on this day, where no id is known.
    pub meeting_on: Option<NaiveDate>,
    /// For an event sheet: the event that is planned.
    pub event_id: Option<EventId>,
    /// For an event sheet without an event: the theme.
    pub theme_id: Option<ThemeId>,
    /// For reminders: the Link Champion. None: the first there is.
    #[serde(default)]
    pub person_id: Option<PersonId>,
    /// The Link Champion of this name, where no id is known.
    #[serde(default)]
    pub person_named: Option<String>,
    /// Reports for children: voices answered from this day on. None: since the last meeting.
    pub answered_since: Option<NaiveDate>,
    /// For the promises: which set. None: the one that holds today.
    pub period_id: Option<StrategyPeriodId>,
    /// The set of the strategy with this name, where no id is known.
    pub period_named: Option<String>,
    /// For a report's cover: the item that it is for. None: a blank one.
    pub agenda_item_id: Option<AgendaItemId>,
    /// The item with this number, of the meeting that is asked for, where no id is known.
    pub item_number: Option<String>,
    /// For a self-assessment: which one. None: the newest, of `year` if that is given.
    #[serde(default)]
    pub assessment_id: Option<AssessmentId>,
    /// For the voice summary: its first and last day. None: the last two half-terms, up to today.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// For the annual report: the calendar year in which the reporting year starts. None: the one that runs, or from
    /// April to June the one that ended. For a work programme: that of an academic year. None: the one of today. For a
    /// self-assessment: the calendar year in which it was begun.
    pub year: Option<i32>,
    /// Of a report for children that is too long to be given whole. None: the first part. Of supplements: which one;
    /// none: the last.
    pub part: Option<u32>,
    /// None: the document's first. A preview is always PDF, as it will print.
    pub format: Option<ReportFormat>,
    /// Of a pack: the name under which `work.look` says how far it is, and `work.stop` stops it.
    #[serde(default)]
    pub work: Option<String>,
}

impl ReportRequest {
    /// That document as it is when nothing else is said.
    #[must_use]
    pub fn new(document: ReportKind) -> Self {
        Self {
            document,
            audience: None,
            meeting_id: None,
            meeting_on: None,
            event_id: None,
            theme_id: None,
            person_id: None,
            person_named: None,
            answered_since: None,
            period_id: None,
            period_named: None,
            agenda_item_id: None,
            item_number: None,
            assessment_id: None,
            from: None,
            to: None,
            year: None,
            part: None,
            format: None,
            work: None,
        }
    }

    /// A sheet for a planned event says where children will be, and when.
    pub(super) fn audience(&self) -> Result<Audience, Refusal> {
        let planned = self.document == ReportKind::EventSheet && self.event_id.is_some();
        if planned && self.audience == Some(Audience::Public) {
            return Err(Refusal::field(
                "audience",
                "A sheet for a planned event says where children will be. Choose members, or leave the event out.",
            ));
        }
        if planned && self.audience.is_none() {
            return Ok(Audience::Members);
        }
        self.document.audience(self.audience)
    }
}

/// A document as a file, with what is to be known of it.
#[derive(Debug, Clone)]
pub struct ExportedReport {
    /// "agenda-2026-12-03-public.pdf".
    pub file_name: String,
    pub title: String,
    pub audience: Audience,
    pub format: ReportFormat,
    pub file: Vec<u8>,
    /// Of the PDF; other forms have no pages.
    pub pages: usize,
    /// Which part this is, from 1, and of how many.
    pub part: u32,
    pub parts: u32,
    /// Every word, in the order of reading, a paragraph a line.
    pub text: String,
    /// Plain words that nobody has written yet; "We are still writing this part" stands there.
    pub missing: Vec<PlainWords>,
    /// Plain words that a child may find hard.
    pub hard: Vec<HardWords>,
    /// Characters that no typeface has; on a proof a box stands for each.
    pub unprintable: Vec<Unprintable>,
    /// What else to know before it goes out, each a sentence.
    pub notes: Vec<String>,
    pub document: ReportKind,
    /// The meeting that it is about.
    pub meeting_id: Option<MeetingId>,
    /// Voices whose words stand in it.
    pub voices: Vec<VoiceId>,
}

/// What a document is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To be looked at: a box stands for what cannot be printed, and it is said where.
    Proof,
    /// To be kept or given away.
    Copy,
}

/// Makes a document. The page is never filtered: what is not for the audience is not built at all.
///
/// # Errors
/// When there is no such meeting or event, when the document is not made for that audience, or when a character of
/// its words cannot be printed.
pub async fn export(cx: &Context, request: ReportRequest) -> Outcome<ExportedReport> {
    let audience = request.audience()?;
    let format = request.document.format(request.format, audience)?;
    export_as(cx, request, (audience, format, Purpose::Copy)).await
}

/// As it will print, whatever forms the document has, also where a character of its words cannot be printed.
///
/// # Errors
/// When there is no such meeting or event, or when the document is not made for that audience.
pub async fn proof(cx: &Context, request: ReportRequest) -> Outcome<ExportedReport> {
    let audience = request.audience()?;
    if request.document.is_pack() {
        return super::pack::export(cx, request, true).await;
    }
    export_as(cx, request, (audience, ReportFormat::Pdf, Purpose::Proof)).await
}

async fn export_as(
    cx: &Context,
    request: ReportRequest,
    (audience, format, purpose): (Audience, ReportFormat, Purpose),
) -> Outcome<ExportedReport> {
    if request.document.is_pack() {
        return super::pack::export(cx, request, false).await;
    }
    let today = cx.today();
    let context = cx.gathering();
    let (gathered, logo) = settled!(context, gather(&context, &request).await)?;
    // Laying out is work for the processor; the window's own thread never does it.
    tokio::task::spawn_blocking(move || {
        make(&request, (audience, format, purpose), gathered.as_ref(), logo, today)
    })
    .await
    .map_err(AppError::fault)?
}

/// What the document says, and the logo on it.
async fn gather(cx: &Context, request: &ReportRequest) -> Outcome<(Gathered, Option<Vec<u8>>)> {
    let mut read = cx.read().await?;
    let gathered = gather::of(&mut read, request, cx.today()).await?;
    let logo = gather::logo(&mut read, gathered.board()).await?;
    Ok((gathered, logo))
}

fn make(
    request: &ReportRequest,
    (audience, format, purpose): (Audience, ReportFormat, Purpose),
    gathered: &dyn Source,
    logo: Option<Vec<u8>>,
    today: NaiveDate,
) -> Outcome<ExportedReport> {
    let board = gathered.board();
    // What has no pages is never too long for one file.
    let mut all = match format {
        ReportFormat::Pdf => gathered.parts(audience).map_err(refused)?,
        _ => vec![gathered.build(audience)],
    };
    let parts = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let part = request.part.unwrap_or(1);
    if !(1..=parts).contains(&part) {
        let parts = wording::count(parts.into(), "part", "parts");
        return Err(Refusal::field("part", format!("It has {parts}. Choose one that is there.")).into());
    }
    let mut document = all.swap_remove(usize::try_from(part - 1).map_err(AppError::fault)?);
    let mut without_logo = None;
    if let Some(logo) = logo {
        match picture(&logo) {
            Ok(()) => content::add_logo(&mut document, board, logo),
            Err(error) => without_logo = Some(format!("The logo is left out. {error}")),
        }
    }
    let Printed { pdf: file, pages } = rendered(&document, (audience, format, purpose), gathered, today)?;
    let (missing, hard) = plain_words::sorted(match audience {
        Audience::Children => gathered.plain_words(),
        _ => vec![],
    });
    let mut notes = notes(gathered, &document);
    if parts > 1 {
        notes.push(format!(
            "It is too long for children to read in one go, so it comes in {parts} parts of at most {} pages.",
            content::parts::LONGEST
        ));
    }
    notes.extend(without_logo);
    if !board.colour.is_empty() && document.accent.is_none() {
        notes.push(
            "The board’s colour is too pale to read on paper, so ours is used. Choose a darker one in Settings."
                .to_owned(),
        );
    }
    Ok(ExportedReport {
        file_name: file_name(
            request.document,
            &board.promise_words(),
            gathered.when(today),
            audience,
            (part, parts),
            format,
        ),
        part,
        parts,
        unprintable: match (format, purpose) {
            // It would have been refused.
            (ReportFormat::Pdf, Purpose::Copy) => vec![],
            _ => unprintable(&document).into_iter().map(Unprintable::from).collect(),
        },
        notes,
        text: text(&document),
        document: request.document,
        meeting_id: gathered.meeting().map(|meeting| meeting.id),
        voices: document.voices,
        title: document.title,
        pages,
        file,
        audience,
        format,
        missing,
        hard,
    })
}

fn rendered(
    document: &Document,
    (audience, format, purpose): (Audience, ReportFormat, Purpose),
    gathered: &dyn Source,
    today: NaiveDate,
) -> Outcome<Printed> {
    let options = RenderOptions { created: today.and_time(NaiveTime::MIN) };
    let file = match format {
        ReportFormat::Pdf if purpose == Purpose::Proof => {
            return pledgeboard_documents::proof(document, &options).map_err(refused);
        }
        ReportFormat::Pdf => return pledgeboard_documents::printed(document, &options).map_err(refused),
        ReportFormat::Docx => docx(document, &options).map_err(refused)?,
        ReportFormat::Html => html(document).map_err(refused)?.into_bytes(),
        ReportFormat::Csv => csv(&gathered.rows(audience).unwrap_or_default()),
        ReportFormat::Json => rows::json(&gathered.rows(audience).unwrap_or_default())?,
        ReportFormat::Ics => {
            gathered.calendar(audience, options.created).map(|it| ics(&it)).unwrap_or_default()
        }
    };
    Ok(Printed { pdf: file, pages: 0 })
}

fn notes(gathered: &dyn Source, document: &Document) -> Vec<String> {
    let mut notes = gathered.notes();
    let left_out = gathered.answered().iter().filter(|it| !plain_words::is_printed(it)).count();
    if left_out > 0 {
        let voices = wording::count(
            u64::try_from(left_out).unwrap_or(u64::MAX),
            "answered voice is",
            "answered voices are",
        );
        notes.push(format!(
            "{voices} left out: sensitive, not to be shared with everyone, answered in private, or in an adult's words."
        ));
    }
    if document.header.is_some() {
        notes.push("It is not for publication: give it only to those who may read it.".to_owned());
    }
    notes
}

pub(crate) fn refused(error: DocumentError) -> AppError {
    match error {
        DocumentError::Writing { .. } => AppError::fault(error),
        DocumentError::Unprintable { .. } | DocumentError::Picture | DocumentError::PictureTooLarge => {
            pledgeboard_domain::Refusal { code: Code::Invalid, field: None, message: error.to_string() }
                .into()
        }
    }
}
