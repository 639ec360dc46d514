//! How fast is a board of twenty years? The query behind every screen, search, the proposed agenda, each document and
//! the start of the app: medians in milliseconds.
//!
//! `cargo run --release -p pledgeboard-app --example bench`; `--years N` for another age. With
//! `--server postgres://postgres@127.0.0.1:PORT` the board is moved to a new database there, and each screen is measured
//! with the number of journeys to the server and back, `--delay MS` further away than loopback.

use std::{
    error::Error,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use pledgeboard_app::{App, Clock, Effect, commands, sample, transfer};
use pledgeboard_test_place::{Far, database};
use serde_json::{Value, json};

mod requests;

/// Runs of each, of which the median counts.
const RUNS: usize = 15;
/// No screen's data may take longer, in milliseconds.
const A_FRAME: f64 = 16.0;

type Outcome<T> = Result<T, Box<dyn Error>>;

struct Measured {
    what: String,
    median: Duration,
    /// Of the longest list in the answer.
    rows: usize,
    kilobytes: usize,
    /// Journeys to the server of a shared board and back, each time.
    journeys: Option<u64>,
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("no such day")?;
    let asked = |name: &str| std::env::args().skip_while(|it| it != name).nth(1);
    let years = asked("--years").map_or(Ok(20), |it| it.parse())?;
    let delay = Duration::from_millis(asked("--delay").map_or(Ok(0), |it| it.parse())?);
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bench.pledgeboard");

    let begun = Instant::now();
    sample::create_years(&path, today, years).await?.close().await;
    let size = std::fs::metadata(&path)?.len() / 1_000_000;
    println!("A board of {years} years, {size} MB, made in {:.1} s.", begun.elapsed().as_secs_f64());

    let (path, far) = match asked("--server") {
        None => (path, None),
        Some(server) => {
            let (board, far) = move_to(&server, &path, delay).await?;
            (board, Some(far))
        }
    };

    let home = folder.path().join("home");
    let app = App::start(home.clone(), Clock::new(Some(today))).await?;
    app.call("desk.open", json!({ "path": path })).await?;
    let requests = requests::of(&app.context().await?).await?;
    let someone = requests.iter().find(|(name, _)| *name == "desk.work_as");
    if let Some((name, request)) = someone {
        app.call(name, request.clone()).await?;
    }

    let mut measured = vec![start(&home, today).await?];
    let mut refused = vec![];
    for command in commands().filter(|it| it.effect == Effect::Read) {
        let asked: Vec<&Value> =
            requests.iter().filter(|(name, _)| *name == command.name).map(|(_, request)| request).collect();
        let nothing = json!({});
        for request in if asked.is_empty() { vec![&nothing] } else { asked } {
            match call(&app, command.name, request, far.as_ref()).await {
                Ok(it) => measured.push(it),
                Err(error) => refused.push(format!("{} {request}: {error}", command.name)),
            }
        }
    }
    app.close().await;
    print(&measured);
    for line in &refused {
        println!("Not measured: {line}");
    }
    Ok(())
}

/// Moves the board into a new database, and gives its address through somewhere far away.
async fn move_to(server: &str, path: &Path, delay: Duration) -> Outcome<(PathBuf, Far)> {
    let port = server.rsplit_once(':').ok_or("the server's address names no port")?.1.parse()?;
    let database = database(server).await;
    let begun = Instant::now();
    transfer::move_board(path, None, Path::new(&database), Clock::default(), |_| ()).await?;
    println!(
        "Moved to the server in {:.1} s. Each journey takes {} ms more.",
        begun.elapsed().as_secs_f64(),
        delay.as_millis()
    );
    let far = Far::before(port, delay).await?;
    Ok((database.replacen(&format!(":{port}"), &format!(":{}", far.port), 1).into(), far))
}

/// From nothing to the first screen's data.
async fn start(home: &Path, today: NaiveDate) -> Outcome<Measured> {
    let mut times = vec![];
    let mut answer = Value::Null;
    for _ in 0..RUNS {
        let begun = Instant::now();
        let app = App::start(home.into(), Clock::new(Some(today))).await?;
        app.call("desk.show", json!({})).await?;
        answer = app.call("home.show", json!({})).await?;
        times.push(begun.elapsed());
        app.close().await;
    }
    Ok(measured("start, desk.show and home.show".into(), times, &answer))
}

async fn call(app: &App, name: &str, request: &Value, far: Option<&Far>) -> Outcome<Measured> {
    let mut times = vec![];
    let mut answer = app.answer(name, request.clone()).await?;
    far.map(Far::asked);
    for _ in 0..RUNS {
        let request = request.clone();
        let begun = Instant::now();
        answer = app.answer(name, request).await?;
        times.push(begun.elapsed());
    }
    let answer: Value = serde_json::from_str(&answer)?;
    let mut what = name.to_owned();
    for word in ["document", "audience", "words", "of"] {
        if let Some(word) = request.get(word).and_then(Value::as_str) {
            what.push(' ');
            what.push_str(word);
        }
    }
    let journeys = far.map(|it| it.asked() / RUNS as u64);
    Ok(Measured { journeys, ..measured(what, times, &answer) })
}

fn measured(what: String, mut times: Vec<Duration>, answer: &Value) -> Measured {
    times.sort_unstable();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    Measured {
        what,
        median,
        rows: longest_list(answer),
        kilobytes: answer.to_string().len() / 1000,
        journeys: None,
    }
}

fn longest_list(value: &Value) -> usize {
    match value {
        Value::Array(values) => values.iter().map(longest_list).chain([values.len()]).max().unwrap_or(0),
        Value::Object(fields) => fields.values().map(longest_list).max().unwrap_or(0),
        _ => 0,
    }
}

fn print(measured: &[Measured]) {
    println!("\n{:<44} {:>9} {:>7} {:>7}", "median of 15 runs", "ms", "rows", "kB");
    for it in measured {
        let ms = it.median.as_secs_f64() * 1000.0;
        // Far away, the journeys are what counts.
        let slow = if ms > A_FRAME && it.journeys.is_none() { "  over 16 ms" } else { "" };
        let journeys = it.journeys.map(|it| format!("  {it} journeys")).unwrap_or_default();
        println!("{:<44} {ms:>9.2} {:>7} {:>7}{journeys}{slow}", it.what, it.rows, it.kilobytes);
    }
}
