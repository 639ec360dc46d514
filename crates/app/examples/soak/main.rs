//! The soak: random use of a board through the app's commands, with faults mixed in, for as long as is asked for.
//!
//! `cargo xtask soak` runs it. A process works and says what it does; this one kills it at random moments, looks whether
//! everything that was acknowledged is there, and starts the next. It prints a table for `docs/soak.md`.

mod chance;
mod ledger;
mod life;
mod work;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use chance::Chance;
use ledger::{Effect, Ledger, Stand};
use life::{Memory, heard, live};
use pledgeboard_app::{App, Clock, Key, NoKeychain};
use pledgeboard_domain::Voice;
use pledgeboard_store::Store;
use serde_json::json;

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

const PASSPHRASE: &str = "kettle moon ladder";

/// What the worker says of a piece of work.
fn tell(when: &str, what: &str, effect: &Effect) -> Outcome<()> {
    println!("{when}\t{what}\t{}", serde_json::to_string(effect)?);
    Ok(())
}

#[derive(Default)]
struct Figures {
    done: BTreeMap<String, u64>,
    refused: BTreeMap<String, u64>,
    kills: u64,
    lost: usize,
    unsound: usize,
    memory: Vec<(Duration, Memory)>,
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| arguments.iter().skip_while(|it| *it != name).nth(1);
    if let (Some(home), Some(seed)) = (after("work"), arguments.get(3)) {
        return work::work(Path::new(home), seed.parse()?).await;
    }
    let minutes: u64 = after("--minutes").map_or(Ok(60), |it| it.parse())?;
    let seed: u64 = after("--seed").map_or(Ok(1), |it| it.parse())?;
    soak(Duration::from_secs(minutes * 60), seed).await
}

async fn soak(length: Duration, seed: u64) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let home = folder.path().join("home");
    let path = first_board(&home).await?;
    let mut ledger = Ledger::begin(stand(&path).await?.0);
    let (mut chance, mut figures) = (Chance::new(seed), Figures::default());
    let (begun, size) = (Instant::now(), fs::metadata(&path)?.len());
    while begun.elapsed() < length {
        // Most lives are short, some are long enough to show what grows.
        let milliseconds = if chance.below(6) == 0 { 60_000 } else { 500 + chance.below(15_000) };
        let left = length.saturating_sub(begun.elapsed()) + Duration::from_secs(1);
        let life = live(
            &home,
            seed + figures.kills * 1_000_003,
            left.min(Duration::from_millis(milliseconds as u64)),
        )?;
        figures.kills += 1;
        figures.memory.push((life.lasted, life.memory));
        let mut under_way = None;
        for (when, what, effect) in life.lines.iter().filter_map(|line| heard(line)) {
            match when {
                "begin" => under_way = Some(effect),
                "done" => {
                    *figures.done.entry(what.into()).or_default() += 1;
                    ledger.apply(&effect);
                    under_way = None;
                }
                _ => {
                    *figures.refused.entry(what.into()).or_default() += 1;
                    under_way = None;
                }
            }
        }
        let (found, wrong) = stand(&path).await?;
        let lost = ledger.lost(&found, under_way.as_ref());
        if lost > 0 || !wrong.is_empty() {
            println!("Life {}: {lost} lost while {under_way:?}; {wrong:?}", figures.kills);
            ledger.print_missing(&found);
            life.lines.iter().rev().take(5).rev().for_each(|line| println!("  {line}"));
        }
        figures.lost += lost;
        figures.unsound += usize::from(!wrong.is_empty());
        ledger.now = found;
    }
    print(&figures, begun.elapsed(), size, fs::metadata(&path)?.len());
    match figures.lost + figures.unsound {
        0 => Ok(()),
        _ => Err("Changes were lost, or the board was not sound: see above.".into()),
    }
}

/// The sample board in an app of its own, closed again.
async fn first_board(home: &Path) -> Outcome<PathBuf> {
    let app = App::start_with(home.into(), Clock::default(), Arc::new(NoKeychain)).await?;
    let shown = app.call("desk.sample", json!({})).await?;
    let path = shown["board"]["path"].as_str().ok_or("no board")?.into();
    app.close().await;
    Ok(path)
}

/// What is on the board that nobody has open, and what is wrong with its file.
async fn stand(path: &Path) -> Outcome<(Stand, Vec<String>)> {
    let key = Key::for_file(path, PASSPHRASE)?;
    let store = Store::open_with(path, key.as_ref()).await?;
    let wrong = store.integrity().await?;
    let mut read = store.read().await?;
    let voices = read.all::<Voice>().await?.into_iter().map(|it| (it.id.into(), it.words)).collect();
    let mut drafts = BTreeMap::new();
    for number in 0..20 {
        let place = format!("soak/{number}");
        if let Some(values) = read.draft(None, &place).await? {
            drafts.insert(place, values["text"].as_str().unwrap_or_default().to_owned());
        }
    }
    drop(read);
    store.close().await;
    Ok((Stand { voices, drafts }, wrong))
}

fn print(figures: &Figures, lasted: Duration, before: u64, after: u64) {
    let operations: u64 = figures.done.values().sum();
    let megabytes = |kilobytes: u64| kilobytes as f64 / 1024.0;
    let longest = figures.memory.iter().max_by_key(|(lasted, _)| *lasted).copied().unwrap_or_default();
    let peak = figures.memory.iter().map(|(_, memory)| memory.peak).max().unwrap_or_default();
    let growth = (after as f64 - before as f64) / 1024.0 / (operations as f64 / 1000.0).max(0.001);
    println!("| what | figure |\n|---|---|");
    println!("| how long | {:.1} minutes |", lasted.as_secs_f64() / 60.0);
    println!("| pieces of work done | {operations} |");
    for (what, count) in &figures.done {
        println!("| … {what} | {count} |");
    }
    for (what, count) in &figures.refused {
        println!("| refused: {what} | {count} |");
    }
    println!("| kills at a random moment, each followed by a look at everything | {} |", figures.kills);
    println!("| acknowledged changes lost | {} |", figures.lost);
    println!("| times the file was not sound | {} |", figures.unsound);
    println!(
        "| memory of the longest life ({:.0} s): at first, at most, at its end | {:.0}, {:.0}, {:.0} MB |",
        longest.0.as_secs_f64(),
        megabytes(longest.1.first),
        megabytes(longest.1.peak),
        megabytes(longest.1.last)
    );
    println!("| memory at most, in any life | {:.0} MB |", megabytes(peak));
    println!(
        "| the board’s file, before and after | {:.1}, {:.1} MB |",
        before as f64 / 1e6,
        after as f64 / 1e6
    );
    println!("| growth of the file in 1,000 pieces of work | {growth:.0} kB |");
}
