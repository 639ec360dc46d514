//! A pack as a file: in memory to look at, or straight into its place.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    ops::ControlFlow,
    path::PathBuf,
};

use pledgeboard_documents::pack::{Active, Made, PackError, merge};
use pledgeboard_domain::{Audience, Code, PromiseWords, Refusal, wording};
use tokio::runtime::Handle;

use super::plan::{Plan, Source, plan};
use crate::{
    context::Context,
    device::write_beside,
    error::{AppError, Outcome},
    reports::{ExportedReport, ReportFormat, ReportRequest, export::refused, file_name::file_name},
    work::{self, Work},
};

/// A window is not given more than this to look at; in bytes.
const MOST_TO_LOOK_AT: usize = 24 << 20;

/// Makes a pack in memory. To be looked at, a very large one without its papers.
pub(in crate::reports) async fn export(
    cx: &Context,
    request: ReportRequest,
    to_look_at: bool,
) -> Outcome<ExportedReport> {
    let audience = request.audience()?;
    let (cx, handle) = (cx.clone(), Handle::current());
    let mut plan = planned(&cx, &request, audience).await?;
    if to_look_at && plan.bytes > MOST_TO_LOOK_AT {
        plan.leave_out_papers();
    }
    let made = tokio::task::spawn_blocking(move || {
        // Room for the whole at once: a list that grows is twice as large while it does.
        let mut file = Vec::with_capacity(plan.bytes + plan.bytes / 10 + (1 << 20));
        let made = write(&cx, &handle, &plan, &request, &mut file)?;
        Outcome::Ok((report(plan, &made, &request, audience), file))
    });
    let (mut report, file) = made.await.map_err(AppError::fault)??;
    report.file = file;
    Ok(report)
}

/// Makes a pack beside its place, and renames it when it is whole; its own name helps to say where that is. The answer
/// holds no file.
pub(in crate::reports) async fn save(
    cx: &Context,
    request: ReportRequest,
    place: impl FnOnce(&str) -> PathBuf,
) -> Outcome<ExportedReport> {
    let audience = request.audience()?;
    let (cx, handle) = (cx.clone(), Handle::current());
    let plan = planned(&cx, &request, audience).await?;
    let path = place(&name(&plan, &request, audience));
    let made = tokio::task::spawn_blocking(move || {
        let made = write_beside(&path, |file: &mut File| {
            let mut out = BufWriter::with_capacity(1 << 18, file);
            let made = write(&cx, &handle, &plan, &request, &mut out)?;
            out.flush()?;
            Ok(made)
        });
        let made = made.map_err(|error| match error.code {
            Code::Storage => AppError { field: Some("path".into()), ..error },
            _ => error,
        })?;
        Ok(report(plan, &made, &request, audience))
    });
    made.await.map_err(AppError::fault)?
}

async fn planned(cx: &Context, request: &ReportRequest, audience: Audience) -> Outcome<Plan> {
    let mut read = cx.read().await?;
    plan(&mut read, request, audience, cx.today()).await
}

/// Merges it, paper by paper out of the board's file.
fn write(
    cx: &Context,
    handle: &Handle,
    plan: &Plan,
    request: &ReportRequest,
    out: impl Write,
) -> Outcome<Made> {
    let work = Work::begin(request.work.clone(), plan.pack.pages());
    let files = |at: usize| match plan.sources.get(at) {
        Some(Source::Composed(file)) => Ok(file.clone()),
        Some(Source::Kept(hash)) => handle.block_on(kept(cx, hash)).map_err(io::Error::other),
        None => Err(io::Error::other("there is no such paper")),
    };
    let step = |done: usize| match work.goes_on(done) {
        true => ControlFlow::Continue(()),
        false => ControlFlow::Break(()),
    };
    merge(&plan.pack, out, files, step).map_err(unmade)
}

async fn kept(cx: &Context, hash: &str) -> Outcome<Vec<u8>> {
    let file = cx.read().await?.file(hash).await?;
    let file = file.ok_or_else(|| AppError::fault("a paper's file is missing"))?;
    if file.is_empty() {
        let words =
            "The file of one of these papers was removed for good. Take that paper off its item first.";
        return Err(Refusal::rule(words).into());
    }
    Ok(file)
}

fn unmade(error: PackError) -> AppError {
    match error {
        PackError::Stopped => work::stopped(),
        PackError::Document(error) => refused(error),
        PackError::Writing(error) => error.into(),
        PackError::Unfit { .. } | PackError::Pages { .. } => {
            pledgeboard_domain::Refusal { code: Code::Invalid, field: None, message: error.to_string() }
                .into()
        }
    }
}

fn name(plan: &Plan, request: &ReportRequest, audience: Audience) -> String {
    // No pack is named after the board's promises.
    let called = PromiseWords::of("");
    let day = Some(plan.meeting.date.to_string());
    file_name(request.document, &called, day, audience, plan.part, ReportFormat::Pdf)
}

fn report(plan: Plan, made: &Made, request: &ReportRequest, audience: Audience) -> ExportedReport {
    let file_name = name(&plan, request, audience);
    let mut notes = plan.notes;
    notes.extend(said_of(made));
    notes.dedup();
    ExportedReport {
        file_name,
        title: plan.pack.title,
        audience,
        format: ReportFormat::Pdf,
        file: vec![],
        pages: made.pages,
        part: plan.part.0,
        parts: plan.part.1,
        text: plan.text,
        missing: vec![],
        hard: vec![],
        unprintable: vec![],
        notes,
        document: request.document,
        meeting_id: Some(plan.meeting.id),
        voices: plan.voices,
    }
}

/// What the officer should know of the papers.
fn said_of(made: &Made) -> Vec<String> {
    let titles = |titles: &[String]| -> String {
        let quoted: Vec<String> = titles.iter().map(|title| format!("“{title}”")).collect();
        wording::list(&quoted)
    };
    let mut notes = vec![];
    if !made.untagged.is_empty() {
        let (are, them) = if made.untagged.len() == 1 { ("is", "it") } else { ("are", "them") };
        notes.push(format!(
            "{} {are} not tagged: a screen reader cannot follow {them}, so the pack does not say that everybody can \
             read it (PDF/UA). Ask the author for a tagged PDF.",
            titles(&made.untagged)
        ));
    }
    if !made.unclaimed.is_empty() {
        let does = if made.unclaimed.len() == 1 { "does" } else { "do" };
        notes.push(format!(
            "{} {does} not say that everybody can read it (PDF/UA), so neither does the pack.",
            titles(&made.unclaimed)
        ));
    }
    for (title, found) in &made.cleaned {
        let found: Vec<&str> = found.iter().copied().map(Active::words).collect();
        notes.push(format!("Left out of “{title}”: {}.", wording::list(&found)));
    }
    notes
}
