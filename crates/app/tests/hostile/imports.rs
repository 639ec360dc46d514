//! Data and events that come in from files: damaged, made up, and full of what does not belong there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use pledgeboard_app::{AppError, Clock, domain::Code, sample, transfer};
use serde_json::{Value, json};

use crate::{
    by_chance::{Chance, HOSTILE, cases},
    desk::Desk,
    printed::today,
};

fn clock() -> Clock {
    Clock::new(Some(today()))
}

/// The sample board as data, without its papers and most of its history, so that much can be tried.
async fn small_data(folder: &Path) -> Value {
    let board = folder.join("sample.pledgeboard");
    sample::create(&board, today()).await.unwrap().close().await;
    let cx = transfer::open(&board, clock()).await.unwrap();
    let mut data = serde_json::to_value(transfer::data(&cx).await.unwrap()).unwrap();
    cx.store.close().await;
    data["files"] = json!({});
    data["records"]["paper"] = json!([]);
    for item in data["records"]["agenda_item"].as_array_mut().unwrap() {
        item["papers"] = json!([]);
    }
    data["history"].as_array_mut().unwrap().truncate(3);
    data
}

/// Imports a text into a new board; what must never be comes back in a sentence.
async fn import(folder: &Path, text: &[u8]) -> Result<bool, String> {
    let (data, board) = (folder.join("in.json"), folder.join("new.pledgeboard"));
    fs::write(&data, text).unwrap();
    let (from, to) = (data.clone(), board.clone());
    let told = tokio::spawn(async move { transfer::import_data(&to, &from, clock()).await }).await;
    let taken = match told {
        Err(panic) => return Err(format!("it panicked: {panic}")),
        Ok(Ok(())) => {
            let cx = transfer::open(&board, clock()).await.map_err(|it| it.to_string())?;
            let found = transfer::check(&cx).await.map_err(|it| it.to_string())?;
            cx.store.close().await;
            // What stood between the records is told, not refused: it was so where it came from.
            if let Some(damage) = found.iter().find(|it| it.starts_with("The file")) {
                return Err(damage.clone());
            }
            true
        }
        Ok(Err(error)) => {
            plain(&error)?;
            let left: Vec<PathBuf> = ["", "-wal", "-shm", ".new"]
                .map(|ending| folder.join(format!("new.pledgeboard{ending}")))
                .into_iter()
                .filter(|it| it.exists())
                .collect();
            if !left.is_empty() {
                return Err(format!("refused ({error}), and it left {left:?}"));
            }
            false
        }
    };
    let _ = fs::remove_file(board);
    Ok(taken)
}

fn plain(error: &AppError) -> Result<(), String> {
    let is_plain = error.code != Code::Fault && error.message.ends_with('.') && error.message.len() < 700;
    if is_plain { Ok(()) } else { Err(format!("no plain refusal: {:?} {}", error.code, error.message)) }
}

/// Puts something else in one place of a value.
fn spoil(value: &mut Value, chance: &mut Chance) -> String {
    let mut at = value;
    let mut place = String::new();
    loop {
        let inner = match at {
            Value::Object(fields) if !fields.is_empty() && !chance.one_in(12) => {
                let names: Vec<String> = fields.keys().cloned().collect();
                chance.pick(&names).clone()
            }
            Value::Array(values) if !values.is_empty() && !chance.one_in(12) => {
                chance.of(0..values.len()).to_string()
            }
            _ => break,
        };
        place = format!("{place}/{inner}");
        at = match at {
            Value::Object(fields) => fields.get_mut(&inner).unwrap(),
            Value::Array(values) => values.get_mut(inner.parse::<usize>().unwrap()).unwrap(),
            _ => break,
        };
    }
    *at = match (&*at, chance.of(0..6)) {
        (Value::String(_), 0..4) => chance.pick(&HOSTILE).to_string().into(),
        (Value::Number(_), 0..4) => (*chance.pick(&[0, -1, 1, i64::MAX, i64::MIN, 1 << 40])).into(),
        (Value::Array(values), 0..4) => values.iter().chain(values).cloned().collect(),
        (_, 4) => json!("+262142-12-31"),
        _ => chance.anything(),
    };
    format!("{place} = {}", at.to_string().chars().take(200).collect::<String>())
}

#[tokio::test(flavor = "multi_thread")]
async fn spoilt_data_is_taken_whole_or_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let data = small_data(folder.path()).await;
    let whole = data.to_string();
    assert_eq!(import(folder.path(), whole.as_bytes()).await, Ok(true), "the data itself is taken");
    let mut chance = Chance::new("import");
    let mut wrong = vec![];
    for case in 0..cases(24) {
        let (what, text) = match case % 6 {
            0 => (String::from("anything"), chance.anything().to_string().into_bytes()),
            1 => {
                let end = chance.of(0..whole.len());
                (format!("cut at {end}"), whole.as_bytes()[..end].to_vec())
            }
            2 => {
                let mut bytes = whole.clone().into_bytes();
                let at = chance.of(0..bytes.len());
                bytes[at] ^= 1 << chance.of(0..8_u32);
                (format!("a bit at {at}"), bytes)
            }
            _ => {
                let mut spoilt = data.clone();
                let what = spoil(&mut spoilt, &mut chance);
                (what, spoilt.to_string().into_bytes())
            }
        };
        if let Err(trouble) = import(folder.path(), &text).await {
            wrong.push(format!("{what}: {trouble}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn data_that_is_made_to_break_programs_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let data = small_data(folder.path()).await;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut changed = data.clone();
        change(&mut changed);
        changed.to_string().into_bytes()
    };
    let whole = data.to_string();
    let surrogate = whole.replacen("\"words\":\"", "\"words\":\"\\ud800", 1);
    assert_ne!(surrogate, whole);
    for (what, text) in [
        ("half a pair of surrogates", surrogate.into_bytes()),
        ("a hundred thousand lists in each other", "[".repeat(100_000).into_bytes()),
        ("lists in each other within a record", {
            let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
            whole.replacen("\"words\":\"", &format!("\"words\":{deep},\"was\":\""), 1).into_bytes()
        }),
        ("bytes that are no text", vec![0xff; 10_000]),
        (
            "ten megabytes in a voice",
            with(&|it| it["records"]["voice"][0]["words"] = "a".repeat(10_000_000).into()),
        ),
        (
            "ten megabytes in the history",
            with(&|it| {
                it["history"][0]["changes"][0]["after"]["name"] = "a".repeat(10_000_000).into();
            }),
        ),
        (
            "a version that cannot count on",
            with(&|it| it["records"]["voice"][0]["version"] = i64::MAX.into()),
        ),
        ("a version below one", with(&|it| it["records"]["voice"][0]["version"] = 0.into())),
        (
            "a day beyond the calendar",
            with(&|it| it["records"]["voice"][0]["heard_on"] = "-262143-01-01".into()),
        ),
        ("made after the end of time", with(&|it| it["exported_at"] = "+262142-12-31T23:59:59Z".into())),
        (
            "two of one id",
            with(&|it| {
                let first = it["records"]["voice"][0].clone();
                it["records"]["voice"].as_array_mut().unwrap().push(first);
            }),
        ),
        ("a paper that is no base 64", with(&|it| it["files"] = json!({ "abc": "***" }))),
        ("a kind that nobody knows", with(&|it| it["records"]["spell"] = json!([{}]))),
    ] {
        assert_eq!(import(folder.path(), &text).await, Ok(false), "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn spoilt_events_from_away_change_nothing_or_come_in_whole() {
    let desk = Desk::new().await;
    let themes = desk.data().await.records["theme"].clone();
    let theme = themes.iter().find(|it| it["retired_on"].is_null()).unwrap();
    let made = desk.call("away.make", json!({ "theme_id": theme["id"], "person_id": null })).await;
    let mut file: Value = serde_json::from_str(made["result"]["file"].as_str().unwrap()).unwrap();
    file["event"]["date"] = json!("2026-11-18");
    file["voices"] = json!([{ "id": "00000000-0000-7000-8000-000000000001", "words": "I moved three times.",
        "is_quote": true, "theme_id": theme["id"], "cohort_id": null, "age_band": "11_to_15", "share": "anywhere",
        "sensitive": false }]);
    file["reality_checks"] = json!([{ "id": "00000000-0000-7000-8000-000000000009", "claim": "Schools are told.",
        "stands_in": "", "promise_id": null, "verdict": "not_true", "seen": "" }]);
    let email = made["result"]["email"].as_str().unwrap().to_owned();
    let mut chance = Chance::new("away");
    let mut wrong = vec![];
    for case in 0..cases(60) {
        let text = match case % 6 {
            0 => chance.anything().to_string(),
            1 | 2 => {
                let mut spoilt = file.clone();
                spoil(&mut spoilt, &mut chance);
                spoilt.to_string()
            }
            3 => {
                let whole = file.to_string();
                whole.chars().take(chance.of(0..whole.len())).collect()
            }
            _ => {
                let hostile = *chance.pick(&HOSTILE);
                let lines: Vec<&str> = email.lines().collect();
                let (from, to) = (chance.of(0..lines.len()), chance.of(0..lines.len()));
                let filled = |(at, line): (usize, &&str)| {
                    if line.ends_with(':') && at % 2 == 0 {
                        format!("{line} {hostile}")
                    } else {
                        (*line).to_owned()
                    }
                };
                let mut said: Vec<String> = lines.iter().enumerate().map(filled).collect();
                said.swap(from, to);
                said.join(if case % 2 == 0 { "\n" } else { "\r\n> " })
            }
        };
        let source =
            json!({ "text": text, "date": if case % 3 == 0 { Value::Null } else { json!("2026-11-18") } });
        for (name, request) in [("away.look", source.clone()), ("away.import", json!({ "source": source }))] {
            if let Err(trouble) = desk.try_it(name, &request).await {
                wrong.push(trouble);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(desk.findings().await, Vec::<String>::new());
}
