//! How fast are minutes of 60 pages and a children's report of 20, beside LibreOffice, WeasyPrint and Chromium on the same
//! words? Ours as a whole process (the command line opens the board, makes the file, remembers it) and within the running
//! app (`reports.save`). Medians, as ratios to the fastest of the three; and the processor's time beside them, which tells
//! what the clock cannot on a machine that does other things too.
//!
//! `cargo run --release -p pledgeboard-app --example documents -- path/to/pledgeboard-cli`

mod board;
mod cpu;
mod tools;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use pledgeboard_app::{
    App, Clock, Context,
    reports::{ReportFormat, ReportKind, ReportRequest, export},
};
use serde_json::json;
use tools::Tool;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Runs of each, of which the median counts.
const RUNS: usize = 7;
/// As often as the fastest of the others our process should be done, and our app.
const AIMS: (f64, f64) = (10.0, 20.0);

struct Row {
    what: String,
    took: Duration,
    /// Of one run, on average.
    cpu: Option<Duration>,
    pages: usize,
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let cli: PathBuf = std::env::args_os().nth(1).ok_or("say where pledgeboard-cli is")?.into();
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("no such day")?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bench.pledgeboard");
    let cx = board::make(&path, today).await?;
    for tool in Tool::ALL.into_iter().filter(|tool| tool.program().is_none()) {
        println!("Skipped: {} is not on this machine.", tool.name());
    }
    for document in [ReportKind::Minutes, ReportKind::ChildPromises] {
        let rows = measure(&cx, document, &Place { cli: &cli, board: &path, folder: folder.path() }).await?;
        print(document, &rows);
    }
    cx.store.close().await;
    Ok(())
}

struct Place<'a> {
    cli: &'a Path,
    board: &'a Path,
    folder: &'a Path,
}

async fn measure(cx: &Context, document: ReportKind, place: &Place<'_>) -> Outcome<Vec<Row>> {
    let listing = document.listing();
    let as_form = async |format: ReportFormat| -> Outcome<PathBuf> {
        let to = place.folder.join(listing.word).with_extension(format.ending());
        let report = export(cx, ReportRequest { format: Some(format), ..board::asked(document) }).await?;
        std::fs::write(&to, report.file)?;
        Ok(to)
    };
    let html = as_form(ReportFormat::Html).await?;
    let docx = match listing.formats.contains(&ReportFormat::Docx) {
        true => Some(as_form(ReportFormat::Docx).await?),
        false => None,
    };
    let out = |name: &str| place.folder.join(format!("{}-{name}.pdf", listing.word));
    let mut rows = vec![];
    rows.push(in_app(cx, document, place, &out("app")).await?);
    let ours = out("process");
    rows.push(timed("our command line, a whole process".into(), &ours, || process(document, place, &ours))?);
    for tool in Tool::ALL.into_iter().filter(|tool| tool.program().is_some()) {
        let from = tool.source(docx.clone(), html.clone());
        let form = from.extension().unwrap_or_default().to_string_lossy().to_uppercase();
        let to = out(tool.name());
        // The first start fills caches and profiles.
        tool.print(&from, &to)?;
        rows.push(timed(format!("{} from our {form}", tool.name()), &to, || tool.print(&from, &to))?);
    }
    Ok(rows)
}

async fn in_app(cx: &Context, document: ReportKind, place: &Place<'_>, out: &Path) -> Outcome<Row> {
    let app = App::start(place.folder.join("home"), Clock::new(Some(cx.today()))).await?;
    app.call("desk.open", json!({ "path": place.board })).await?;
    let request = json!({ "report": board::asked(document), "path": out });
    let mut times = vec![];
    let before = cpu::ours();
    for _ in 0..RUNS {
        let begun = Instant::now();
        app.call("reports.save", request.clone()).await?;
        times.push(begun.elapsed());
    }
    let cpu = cpu::since(before, cpu::ours());
    app.close().await;
    row("within the running app".into(), times, cpu, out)
}

fn process(document: ReportKind, place: &Place<'_>, out: &Path) -> Outcome<()> {
    let mut ours = Command::new(place.cli);
    ours.args(["export", document.listing().word, "--format", "pdf", "--today", "2026-11-22", "--board"]);
    let said = ours.arg(place.board).arg("--out").arg(out).output()?;
    if said.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&said.stderr).into()) }
}

fn timed(what: String, out: &Path, mut run: impl FnMut() -> Outcome<()>) -> Outcome<Row> {
    let mut times = vec![];
    let before = cpu::of_children();
    for _ in 0..RUNS {
        let begun = Instant::now();
        run()?;
        times.push(begun.elapsed());
    }
    row(what, times, cpu::since(before, cpu::of_children()), out)
}

fn row(what: String, mut times: Vec<Duration>, cpu: Option<Duration>, out: &Path) -> Outcome<Row> {
    times.sort_unstable();
    let took = times.get(times.len() / 2).copied().unwrap_or_default();
    let cpu = cpu.map(|it| it / u32::try_from(RUNS).unwrap_or(1));
    Ok(Row { what, took, cpu, pages: lopdf::Document::load(out)?.get_pages().len() })
}

fn print(document: ReportKind, rows: &[Row]) {
    let [app, process, others @ ..] = rows else { return };
    let title = format!("{}, median of {RUNS}", document.listing().name);
    println!("\n{title:<44} {:>6} {:>9} {:>7} {:>9} {:>7}", "pages", "ms", "ratio", "cpu ms", "ratio");
    let fastest = others.iter().map(|row| row.took).min();
    let thriftiest = others.iter().filter_map(|row| row.cpu).min();
    for row in rows {
        println!(
            "{:<44} {:>6} {:>9.1} {:>7} {:>9} {:>7}",
            row.what,
            row.pages,
            row.took.as_secs_f64() * 1000.0,
            times(fastest, Some(row.took)).map_or_else(String::new, |it| format!("{it:.1}x")),
            row.cpu.map_or_else(String::new, |it| format!("{:.1}", it.as_secs_f64() * 1000.0)),
            times(thriftiest, row.cpu).map_or_else(String::new, |it| format!("{it:.1}x")),
        );
    }
    for (row, aim) in [(app, AIMS.1), (process, AIMS.0)] {
        let Some(is) = times(fastest, Some(row.took)) else { continue };
        let missed = if is < aim { ", MISSED" } else { "" };
        println!("{}: {is:.1} times as fast as the fastest of the others (aim {aim}{missed}).", row.what);
    }
}

/// How often `one` goes into `other`.
fn times(other: Option<Duration>, one: Option<Duration>) -> Option<f64> {
    Some(other?.as_secs_f64() / one?.as_secs_f64().max(1e-6))
}
