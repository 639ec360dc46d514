//! What is past its years is listed, goes everywhere when somebody says so, and leaves a record that it went.

use std::sync::Arc;

use chrono::NaiveDate;
use pledgeboard_app::{App, Clock};
use pledgeboard_domain::{Event, Person, Removal, Voice, id::EntryId};
use pledgeboard_store::{Stamp, Store};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::desk::{Desk, InMemory};

/// The sample board, ten years on.
async fn ten_years_on() -> Desk {
    let Desk { app, home, .. } = Desk::new().await;
    app.close().await;
    opened_ten_years_on(home).await
}

async fn opened_ten_years_on(home: TempDir) -> Desk {
    let keychain = Arc::new(InMemory::default());
    let clock = Clock::new(NaiveDate::from_ymd_opt(2036, 11, 22));
    let app = App::start_with(home.path().into(), clock, keychain.clone()).await.unwrap();
    Desk { app, home, keychain }
}

async fn keep(desk: &Desk, rules: Value) {
    let seen = seen(desk).await;
    desk.call("retention.keep", json!({ "rules": rules, "seen": seen })).await;
}

/// The rules as a screen has read them.
async fn seen(desk: &Desk) -> Vec<Value> {
    let kinds = desk.call("retention.show", json!({})).await["kinds"].clone();
    kinds.as_array().unwrap().iter().map(|it| it["rule"].clone()).filter(|it| !it.is_null()).collect()
}

async fn of_kind(desk: &Desk, kind: &str) -> Value {
    let page = desk.call("retention.show", json!({})).await;
    page["kinds"].as_array().unwrap().iter().find(|it| it["kind"] == kind).unwrap().clone()
}

/// What may go: record and words.
fn may_go(kind: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let lines = kind["lines"].as_array().unwrap().iter().filter(|it| it["held"].is_null());
    lines.map(|it| (text(&it["record"]), text(&it["called"]))).collect()
}

/// Whether words stand in a file of the board: it, its log, its backups.
fn stand_in_files(folder: &std::path::Path, words: &str) -> bool {
    std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).any(|path| match path.is_dir() {
        true => stand_in_files(&path, words),
        false => String::from_utf8_lossy(&std::fs::read(path).unwrap()).contains(words),
    })
}

#[tokio::test]
async fn what_children_said_goes_after_its_years_from_the_backups_too() {
    let desk = ten_years_on().await;
    assert_eq!(of_kind(&desk, "said").await["due"], 0, "without a rule nothing is due");
    assert_eq!(desk.call("retention.past", json!({})).await, 0);
    keep(&desk, json!([{ "kind": "said", "years": 5 }])).await;
    let said = of_kind(&desk, "said").await;
    let due = may_go(&said);
    assert!(!due.is_empty() && said["held"].as_u64().unwrap() > 0, "{said}");
    assert_eq!(desk.call("retention.past", json!({})).await, json!(due.len()), "as Home says");
    desk.call("backups.make", json!({})).await;
    let words = due[0].1.clone();
    assert!(stand_in_files(desk.home.path(), &words));

    let records: Vec<&String> = due.iter().map(|it| &it.0).collect();
    let gone = desk.call("retention.let_go", json!({ "kind": "said", "records": records })).await;
    assert_eq!((gone["result"]["gone"].clone(), gone["can_undo"].clone()), (json!(due.len()), json!(false)));
    assert_eq!(gone["result"]["notices"], json!([]));
    let after = of_kind(&desk, "said").await;
    assert_eq!((after["due"].clone(), after["held"].clone()), (json!(0), said["held"].clone()));
    let voice = desk.call("voices.show", json!({ "id": due[0].0 })).await;
    assert_eq!(voice["voice"]["words"], "[removed]");
    assert!(!desk.has(&words).await);
    let removal = desk.call("removal.list", json!({})).await[0].clone();
    assert_eq!(
        removal["why"],
        "Kept for 5 years, as the board’s rule says: what children and young people said"
    );
    assert_eq!(removal["records"], json!(due.len()));

    // What documents printed stays printed in their frozen versions; the records and backups say it nowhere.
    let path = desk.board().await;
    let backup = desk.backups().await[0]["path"].as_str().unwrap().to_owned();
    desk.app.close().await;
    for file in [path, backup.into()] {
        let store = Store::open(&file).await.unwrap();
        let mut read = store.read().await.unwrap();
        for (record, words) in &due {
            let voice = read.one::<Voice>(record.parse::<Uuid>().unwrap()).await.unwrap();
            assert_eq!(voice.words, "[removed]", "{}", file.display());
            let kept = read.history_of(voice.id.into()).await.unwrap();
            assert!(
                !serde_json::to_string(&kept).unwrap().contains(words.as_str()),
                "its history holds {words}"
            );
        }
        assert_eq!(read.all::<Removal>().await.unwrap().len(), 1);
        assert_eq!(store.integrity().await.unwrap(), [] as [String; 0]);
    }
}

#[tokio::test]
async fn an_older_copy_that_is_put_back_loses_it_again() {
    let desk = ten_years_on().await;
    let board = desk.board().await;
    let elsewhere = desk.home.path().join("elsewhere.pledgeboard");
    desk.call("backups.make", json!({})).await;
    std::fs::copy(desk.backups().await[0]["path"].as_str().unwrap(), &elsewhere).unwrap();
    keep(&desk, json!([{ "kind": "seen", "years": 3 }, { "kind": "papers", "years": 6 }])).await;
    for kind in ["seen", "papers"] {
        let due = may_go(&of_kind(&desk, kind).await);
        assert!(!due.is_empty(), "{kind}");
        let records: Vec<String> = due.into_iter().map(|it| it.0).collect();
        desk.call("retention.let_go", json!({ "kind": kind, "records": records })).await;
        assert_eq!(may_go(&of_kind(&desk, kind).await), [], "{kind}");
    }
    desk.call("backups.restore", json!({ "path": elsewhere, "passphrase": null })).await;
    assert_eq!(desk.board().await, board);
    desk.app.close().await;
    let store = Store::open(&board).await.unwrap();
    let mut read = store.read().await.unwrap();
    let events = read.all::<Event>().await.unwrap();
    let telling = |it: &&Event| !["", "[removed]"].contains(&it.what_happened.as_str());
    assert_eq!(events.iter().filter(telling).count(), 0);
    assert!(!read.emptied_files().await.unwrap().is_empty());
}

#[tokio::test]
async fn contact_details_leave_nothing_to_write_to() {
    let desk = ten_years_on().await;
    let board = desk.board().await;
    desk.app.close().await;
    let store = Store::open(&board).await.unwrap();
    let stamp = || Stamp { entry: EntryId(Uuid::now_v7()), at: chrono::Utc::now(), person: None };
    let mut write = store.write("somebody left", stamp()).await.unwrap();
    let mut left = write.all::<Person>().await.unwrap().remove(0);
    left.email = "left.long.ago@example.org".into();
    left.left_on = NaiveDate::from_ymd_opt(2030, 1, 1);
    write.update(&mut left).await.unwrap();
    write.commit().await.unwrap();
    store.close().await;
    let desk = opened_ten_years_on(desk.home).await;
    keep(&desk, json!([{ "kind": "contact", "years": 1 }])).await;
    let due = may_go(&of_kind(&desk, "contact").await);
    assert!(due.iter().any(|it| it.0 == left.id.to_string()));
    desk.call("retention.let_go", json!({ "kind": "contact", "records": [left.id] })).await;
    desk.app.close().await;
    let store = Store::open(&board).await.unwrap();
    let after = store.read().await.unwrap().one::<Person>(left.id).await.unwrap();
    assert_eq!((after.email.as_str(), after.name.as_str()), ("", left.name.as_str()));
    assert_eq!(after.check(), Ok(()), "the person is still a sound record");
    assert!(!stand_in_files(desk.home.path(), "left.long.ago"));
}

#[tokio::test]
async fn rules_are_refused_beside_their_field_and_what_is_not_due_stays() {
    let desk = ten_years_on().await;
    let wish = |kind: &str, years: i64| json!({ "rules": [{ "kind": kind, "years": years }], "seen": [] });
    let (_, field, message) = desk.refused("retention.keep", wish("papers", 5)).await;
    assert_eq!(field, "papers");
    assert!(message.contains("section 100C"), "{message}");
    assert_eq!(desk.refused("retention.keep", wish("said", 0)).await.1, "said");
    keep(&desk, json!([{ "kind": "said", "years": 5 }])).await;
    let (_, _, stale) = desk.refused("retention.keep", wish("said", 1)).await;
    assert!(stale.starts_with("Somebody else has changed these rules since."), "{stale}");

    let said = of_kind(&desk, "said").await;
    let held = said["lines"].as_array().unwrap().iter().find(|it| !it["held"].is_null()).unwrap().clone();
    for records in [json!([held["record"]]), json!(["01900000-0000-7000-8000-000000000000"])] {
        let (_, _, message) =
            desk.refused("retention.let_go", json!({ "kind": "said", "records": records })).await;
        assert!(message.starts_with("Something on this list is no longer due."), "{message}");
    }
    desk.refused("retention.let_go", json!({ "kind": "said", "records": [] })).await;
    let (_, _, message) =
        desk.refused("retention.let_go", json!({ "kind": "papers", "records": [held["record"]] })).await;
    assert!(message.starts_with("The board has no rule for this"), "{message}");
    assert_eq!(of_kind(&desk, "said").await, said, "nothing has changed");
    assert_eq!(desk.call("removal.list", json!({})).await, json!([]));
    keep(&desk, json!([])).await;
    assert_eq!(of_kind(&desk, "said").await["rule"], Value::Null, "kept without limit again");
}
