//! How fast is a pack of 40 papers and 500 pages, and how much memory does it need? Beside `qpdf --empty --pages`, which
//! does less: no numbers, no bookmarks, no tags, no cleaning. Both as whole processes, from files to a file.
//!
//! `cargo run --release -p pledgeboard-documents --example pack`

mod papers;

use std::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use pledgeboard_documents::pack::{Pack, Part, inspect, merge};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Runs of each, of which the median counts.
const RUNS: usize = 5;

fn main() -> Outcome<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match arguments.split_first() {
        Some((out, papers)) if !papers.is_empty() => merged(out, papers),
        _ => compare(),
    }
}

/// What is measured: reads the papers one by one, and writes the pack. Says how much memory that needed at most, beyond what
/// the program itself takes.
fn merged(out: &Path, papers: &[PathBuf]) -> Outcome<()> {
    let program = most_memory()?;
    let mut parts = Vec::new();
    for (number, path) in papers.iter().enumerate() {
        let title = format!("Paper {}", number + 1);
        let pages =
            papers::pages_of(path).map_or_else(|| Ok(inspect(&std::fs::read(path)?)?.pages), Outcome::Ok)?;
        let bookmarks = vec![format!("{}. An item", number / 4 + 1), title.clone()];
        parts.push(Part { title, bookmarks, pages, composed: false, marking: None });
    }
    let created = chrono::NaiveDate::from_ymd_opt(2026, 12, 3).and_then(|day| day.and_hms_opt(9, 0, 0));
    let pack = Pack {
        title: "Agenda pack".into(),
        language: "en-GB".into(),
        created: created.ok_or("no such time")?,
        first: 1,
        parts,
    };
    let file = BufWriter::with_capacity(1 << 18, File::create(out)?);
    merge(&pack, file, |at| std::fs::read(&papers[at]), |_| ControlFlow::Continue(()))?;
    println!("{}", most_memory()?.saturating_sub(program));
    Ok(())
}

/// The largest this process was so far, in kB (Linux).
fn most_memory() -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}

fn compare() -> Outcome<()> {
    println!(
        "\n{:<22} {:>7} {:>7} {:>9} {:>9} {:>7} {:>12}",
        "40 papers, 500 pages", "MB", "pack MB", "pack", "qpdf", "ratio", "memory, MB"
    );
    for (name, make) in papers::KINDS {
        let folder = tempfile::tempdir()?;
        let papers = make(folder.path())?;
        let size = papers.iter().map(|path| Ok(std::fs::metadata(path)?.len())).sum::<Outcome<u64>>()?;
        let (ours, theirs) = (folder.path().join("ours.pdf"), folder.path().join("theirs.pdf"));
        let mut memory = 0;
        let pack = median(|| {
            let mut us = Command::new(std::env::current_exe()?);
            let output = us.arg(&ours).args(&papers).output()?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into());
            }
            memory = memory.max(String::from_utf8_lossy(&output.stdout).trim().parse::<u64>()?);
            Ok(())
        })?;
        let qpdf = median(|| {
            let mut qpdf = Command::new("qpdf");
            qpdf.args(["--empty", "--object-streams=generate", "--pages"])
                .args(&papers)
                .arg("--")
                .arg(&theirs);
            let output = qpdf.output()?;
            if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into()) }
        })?;
        let megabytes = |bytes: u64| bytes as f64 / 1e6;
        println!(
            "{name:<22} {:>7.1} {:>7.1} {:>6.0} ms {:>6.0} ms {:>7.2} {:>12}",
            megabytes(size),
            megabytes(std::fs::metadata(&ours)?.len()),
            pack.as_secs_f64() * 1000.0,
            qpdf.as_secs_f64() * 1000.0,
            pack.as_secs_f64() / qpdf.as_secs_f64(),
            format!("{:.1} ({:.1}x)", megabytes(memory * 1024), megabytes(memory * 1024) / megabytes(size)),
        );
    }
    println!("The pack may take three times as long as qpdf, and three times its papers' size in memory.");
    Ok(())
}

fn median(mut run: impl FnMut() -> Outcome<()>) -> Outcome<Duration> {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let begun = Instant::now();
        run()?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    Ok(times[RUNS / 2])
}
