//! A canary: a word that stands in every field, paper and draft of a protected board, and in none of the app's files;
//! not while it is open, and not after it was killed.

use std::{
    collections::BTreeSet,
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use chrono::{DateTime, NaiveDate, NaiveTime};
use pledgeboard_app::{App, NoKeychain};
use pledgeboard_store::{BoardData, Stamp, Store};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::desk::{Desk, PASSPHRASE, today};

const CANARY: &str = "serinuscanaria";
/// The child process finds the board's folder in it.
const HOME: &str = "PLEDGEBOARD_CANARY_HOME";

/// Puts the word behind every text of the value that is words: no id, no day, no moment, no value of a list.
fn plant(value: &mut Value, place: &str, planted: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if is_words(text) => {
            text.push_str(&format!(" {CANARY}"));
            planted.insert(place.into());
        }
        Value::Array(items) => items.iter_mut().for_each(|it| plant(it, place, planted)),
        Value::Object(fields) => {
            for (name, it) in fields {
                plant(it, &format!("{place}.{name}"), planted);
            }
        }
        _ => {}
    }
}

fn is_words(text: &str) -> bool {
    let is_code =
        text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || b"_-".contains(&it));
    let is_time = text.parse::<NaiveDate>().is_ok()
        || text.parse::<NaiveTime>().is_ok()
        || text.parse::<DateTime<chrono::Utc>>().is_ok();
    text.is_empty() || !(is_code || is_time)
}

/// The sample board with the canary in every field, and in every paper's file.
async fn planted(path: &Path, from: &Path) -> BTreeSet<String> {
    let sample = Store::open(from).await.unwrap();
    let at = "2026-11-22T10:00:00Z".parse().unwrap();
    let data = sample.read().await.unwrap().data(at).await.unwrap();
    sample.close().await;
    let mut places = BTreeSet::new();
    let mut text = serde_json::to_value(&data).unwrap();
    for (kind, records) in text["records"].as_object_mut().unwrap() {
        plant(records, kind, &mut places);
    }
    // What the history says of each record before and after.
    for entry in text["history"].as_array_mut().unwrap() {
        plant(&mut entry["name"], "entry.name", &mut places);
        for change in entry["changes"].as_array_mut().unwrap() {
            plant(&mut change["before"], "entry_change.before", &mut places);
            plant(&mut change["after"], "entry_change.after", &mut places);
        }
    }
    let files = text["files"].as_object().unwrap().clone();
    let mut text = text.to_string();
    for (hash, content) in files {
        let mut paper = base64(content.as_str().unwrap());
        paper.extend(format!("\n% {CANARY}\n").as_bytes());
        let new: String = Sha256::digest(&paper).iter().map(|byte| format!("{byte:02x}")).collect();
        text = text.replace(content.as_str().unwrap(), &to_base64(&paper)).replace(&hash, &new);
    }
    let data: BoardData = serde_json::from_str(&text).unwrap();
    let store = Store::create(path).await.unwrap();
    let stamp = Stamp { entry: uuid::Uuid::now_v7().into(), at, person: None };
    store.fill(data, stamp, |_, _| Ok(())).await.unwrap();
    store.close().await;
    places
}

fn base64(text: &str) -> Vec<u8> {
    base64::Engine::decode(&base64::engine::general_purpose::STANDARD, text).unwrap()
}

fn to_base64(bytes: &[u8]) -> String {
    base64::Engine::encode(&base64::engine::general_purpose::STANDARD, bytes)
}

/// Every file under the folder, and those in which the canary sits: in letters of one byte or of two.
fn look(folder: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let mut all = vec![];
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { all.push(path) }
        }
    }
    all.sort();
    let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let sings = |path: &PathBuf| {
        // A log that is folded in between has gone; then it says nothing.
        let bytes = fs::read(path).unwrap_or_default().to_ascii_lowercase();
        let has = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
        has(CANARY.as_bytes()) || has(&wide)
    };
    let found = all.iter().filter(|it| sings(it)).cloned().collect();
    (all, found)
}

/// Types, logs and backs up, as an app that is open does.
async fn work(app: &App, round: u32) {
    let words = format!("{CANARY} {round}");
    let draft = json!({ "place": "minutes.decide/1", "values": { "text": words } });
    app.call("drafts.keep", draft).await.unwrap();
    app.call("board.add_theme", json!({ "name": words, "child_name": words })).await.unwrap();
    app.call("search.find", json!({ "words": CANARY })).await.unwrap();
    if round.is_multiple_of(5) {
        app.call("backups.make", json!({})).await.unwrap();
    }
}

#[tokio::test]
async fn the_canary_is_in_every_field_and_in_no_file() {
    let desk = Desk::new().await;
    let sample = desk.board().await;
    desk.call("desk.close", json!({})).await;
    let path = sample.with_file_name("planted.pledgeboard");
    let places = planted(&path, &sample).await;
    assert!(places.len() > 150, "{} fields: {places:?}", places.len());
    let home = desk.home.path();
    assert_eq!(
        look(home).1,
        std::slice::from_ref(&path),
        "a plain board is an open book: the look can find it"
    );
    desk.call("desk.open", json!({ "path": path })).await;
    work(&desk.app, 0).await;
    assert!(look(home).1.len() >= 3, "so are its log and its backups");

    desk.protect(PASSPHRASE, false).await;
    assert_eq!(look(home).1, Vec::<PathBuf>::new());
    for round in 1..=10 {
        work(&desk.app, round).await;
        assert_eq!(look(home).1, Vec::<PathBuf>::new());
    }
    let (all, _) = look(home);
    for part in ["planted.pledgeboard", "planted.pledgeboard-wal", "device.json", " asked.pledgeboard"] {
        assert!(all.iter().any(|it| it.to_string_lossy().ends_with(part)), "{part} was looked into: {all:?}");
    }
    println!("{} fields planted; {} files looked into: {all:?}", places.len(), all.len());
}

#[tokio::test]
async fn the_canary_is_in_no_file_of_an_app_that_was_killed() {
    let desk = Desk::new().await;
    let sample = desk.board().await;
    desk.call("desk.close", json!({})).await;
    let path = sample.with_file_name("planted.pledgeboard");
    planted(&path, &sample).await;
    desk.call("desk.open", json!({ "path": path })).await;
    desk.protect(PASSPHRASE, false).await;
    let desk = desk.again().await;
    let home = desk.home.path().to_owned();
    for lines in [1, 4, 7, 11] {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "canary::an_app_that_will_be_killed", "--ignored", "--nocapture"])
            .env(HOME, &home)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let rounds = out.lines().map_while(Result::ok).filter(|line| line.starts_with("round"));
        assert_eq!(rounds.take(lines).count(), lines, "it was at work");
        // SIGKILL on Unix: nothing is tidied up.
        child.kill().unwrap();
        child.wait().unwrap();
        let (all, found) = look(&home);
        assert_eq!(found, Vec::<PathBuf>::new());
        assert!(all.iter().any(|it| it.to_string_lossy().ends_with("-wal")), "its log was left: {all:?}");
    }
    let unlock = json!({ "path": path, "passphrase": PASSPHRASE, "remember": false });
    desk.call("desk.unlock", unlock).await;
    assert!(desk.has(CANARY).await, "and nothing of it is lost");
}

/// Not a story: the child process of the one above.
#[tokio::test]
#[ignore = "runs until it is killed"]
async fn an_app_that_will_be_killed() {
    let Ok(home) = env::var(HOME) else { return };
    let app = App::start_with(home.into(), today(), Arc::new(NoKeychain)).await.unwrap();
    let waiting = app.call("desk.show", json!({})).await.unwrap()["waiting"]["path"].clone();
    let path = if waiting.is_null() { json!("") } else { waiting };
    app.call("desk.unlock", json!({ "path": path, "passphrase": PASSPHRASE, "remember": false }))
        .await
        .unwrap();
    // Names of its own each time: the board keeps what the one before it wrote.
    let first = std::process::id().saturating_mul(1000);
    for round in first.. {
        work(&app, round).await;
        println!("round {round}");
    }
}
