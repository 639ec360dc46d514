//! `export`: documents in their forms, the whole board as data.

mod all;

use std::path::{Path, PathBuf};

use pledgeboard_app::{
    Context,
    reports::{self, ExportedReport, ReportKind, ReportRequest},
    transfer, write_whole,
};

use crate::{
    Refused,
    arguments::{Export, ExportData, ExportDocument},
    say,
};

pub async fn export(asked: Export) -> Result<(), Refused> {
    match asked {
        Export::All(it) => all::all(*it).await,
        Export::Data(it) => data(it).await,
        Export::Document(kind, it) => document(kind, *it).await,
    }
}

async fn document(kind: ReportKind, asked: ExportDocument) -> Result<(), Refused> {
    // A document about no single meeting takes no notice of it.
    let request = ReportRequest {
        audience: asked.audience,
        meeting_on: asked.meeting,
        person_named: asked.person.clone(),
        item_number: asked.item.clone(),
        period_named: asked.strategy.clone(),
        from: asked.from,
        to: asked.to,
        year: asked.year,
        format: asked.format,
        ..ReportRequest::new(kind)
    };
    let cx = asked.on.open().await?;
    let made = all_parts(&cx, request, &asked).await;
    cx.store.close().await;
    let made = made?;
    let Some(report) = made.first() else { return Ok(()) };
    for note in &report.notes {
        eprintln!("Note: {note}");
    }
    for words in &report.missing {
        eprintln!("Still to write: {}.{}", words.place, about(&words.about));
    }
    Ok(())
}

/// A report that children are given in parts is written in all of them.
async fn all_parts(
    cx: &Context,
    request: ReportRequest,
    asked: &ExportDocument,
) -> Result<Vec<ExportedReport>, Refused> {
    if request.document.is_pack() {
        // Written as it is made: it may be larger than the memory.
        let report = reports::write(cx, request, |_| asked.out.clone()).await?;
        remember(cx, &report, &asked.out).await?;
        return Ok(vec![report]);
    }
    let first = reports::export(cx, request.clone()).await?;
    let (part, parts) = (first.part, first.parts);
    let mut all = vec![first];
    // Nobody gives out the supplements before the last one again.
    for part in part + 1..=parts {
        all.push(reports::export(cx, ReportRequest { part: Some(part), ..request.clone() }).await?);
    }
    for report in &all {
        let out = if all.len() == 1 { asked.out.clone() } else { part_of(&asked.out, report) };
        written(cx, report, &out).await?;
    }
    Ok(all)
}

/// Writes it; the board remembers which voices went out in it.
async fn written(cx: &Context, report: &ExportedReport, out: &Path) -> Result<(), Refused> {
    write_whole(out, &report.file)?;
    remember(cx, report, out).await
}

async fn remember(cx: &Context, report: &ExportedReport, out: &Path) -> Result<(), Refused> {
    reports::remember(cx, report).await?;
    say(&format!("Wrote {}", out.display()))
}

/// "report-part-2.pdf" for a part of a report.
fn part_of(out: &Path, report: &ExportedReport) -> PathBuf {
    let stem = out.file_stem().unwrap_or_default().to_string_lossy();
    let ending = out.extension().map(|it| format!(".{}", it.to_string_lossy())).unwrap_or_default();
    out.with_file_name(format!("{stem}-part-{}{ending}", report.part))
}

/// What the missing words are about, on one line.
fn about(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { words } else { format!(" In adults' words: {words}") }
}

async fn data(asked: ExportData) -> Result<(), Refused> {
    let cx = asked.on.open().await?;
    transfer::export_data(&cx, &asked.out).await?;
    cx.store.close().await;
    say(&format!("Wrote {}", asked.out.display()))
}
