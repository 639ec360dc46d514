//! The loop on the sample board, walked both ways, and what was printed.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use chrono::NaiveDate;
use pledgeboard_app::{App, Clock, sample};
use pledgeboard_domain::Voice;
use serde_json::{Value, json};
use tempfile::TempDir;

struct Anytown {
    app: App,
    folder: TempDir,
}

impl Anytown {
    async fn open() -> Self {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = pledgeboard_test_place::for_a_board(folder.path(), "anytown.pledgeboard").await;
        sample::create(&path, today).await.unwrap().close().await;
        let app = App::start(folder.path().join("own"), Clock::new(Some(today))).await.unwrap();
        app.call("desk.open", json!({ "path": path })).await.unwrap();
        Self { app, folder }
    }

    async fn does(&self, name: &str, request: Value) -> Value {
        self.app.call(name, request).await.unwrap_or_else(|refused| panic!("{name}: {refused}"))
    }

    async fn voices(&self) -> Vec<Value> {
        self.does("voices.list", json!({ "all": true })).await["voices"].as_array().unwrap().clone()
    }

    async fn walk(&self, of: &str, id: &Value) -> Value {
        self.does("trail.show", json!({ "of": of, "id": id })).await
    }
}

/// The places that a trail leads to, as "page id".
fn leads_to(trail: &Value) -> Vec<(String, Value)> {
    let steps = trail["steps"].as_array().unwrap();
    let records = steps.iter().flat_map(|step| step["records"].as_array().unwrap());
    let opens = records.filter_map(|record| record["opens"].as_object());
    opens
        .map(|opens| {
            let id = opens.get("id").or(opens.get("item")).unwrap();
            (opens["page"].as_str().unwrap().to_owned(), id.clone())
        })
        .collect()
}

#[tokio::test]
async fn whatever_a_voice_leads_to_leads_back_to_it() {
    let board = Anytown::open().await;
    let mut ways = 0;
    for voice in board.voices().await {
        let forward = board.walk("voice", &voice["id"]).await;
        let state = |n: usize| forward["steps"][n]["state"].as_str().unwrap();
        assert_eq!(forward["steps"].as_array().unwrap().len(), 5);
        // Nothing that waits counts as told, and nothing told has a gap there.
        assert_eq!(voice["became"] == "told", state(4) == "whole", "{voice}");
        for (page, id) in leads_to(&forward) {
            let of = match page.as_str() {
                "promise" => "promise",
                "action" => "action",
                "minutes" | "agenda" => "item",
                _ => continue,
            };
            ways += 1;
            let back = board.walk(of, &id).await;
            let voices: Vec<Value> =
                leads_to(&back).into_iter().filter(|(page, _)| page == "voice").map(|(_, id)| id).collect();
            let linked = voices.contains(&voice["id"]);
            // A promise that an action serves may be kept by other voices; the action's own trail leads back.
            assert!(linked, "{of} {id} forgets the voice {}", voice["words"]);
        }
    }
    assert!(ways > 60, "the sample has a loop to walk: {ways}");
}

#[tokio::test]
async fn a_voice_printed_in_a_saved_report_says_so_and_the_report_leads_back() {
    let board = Anytown::open().await;
    let path = board.folder.path().join("report.pdf");
    let report = json!({ "document": "child_meeting", "audience": null, "meeting_id": null, "meeting_on": null,
        "event_id": null, "theme_id": null, "answered_since": null });
    let save = json!({ "report": report, "path": path });
    let written = board.does("reports.save", save.clone()).await;
    assert_eq!((&written["can_undo"], &written["changed"]), (&json!(false), &json!(["printed_document"])));
    assert_eq!(
        board.does("reports.save", save).await["changed"],
        json!([]),
        "the same again, on the same day"
    );

    let mut printed = None;
    for voice in board.voices().await {
        let trail = board.walk("voice", &voice["id"]).await;
        for (page, id) in leads_to(&trail) {
            if page == "printed" {
                printed = Some((id, voice.clone(), trail["steps"][4]["records"].clone()));
            }
        }
    }
    let (document, voice, told) = printed.expect("a report that holds a voice");
    assert!(told.as_array().unwrap().iter().any(|it| it["kind"] == "printed"));
    assert_eq!((&voice["share"], &voice["sensitive"]), (&json!("anywhere"), &json!(false)));
    let list = board.does("voices.list", json!({ "printed": document })).await;
    assert!(list["voices"].as_array().unwrap().iter().any(|it| it["id"] == voice["id"]));
    assert!(list["printed"].as_str().unwrap().ends_with("22 November 2026"), "{}", list["printed"]);
    let refused = board.app.call("voices.remove", json!({ "id": voice["id"], "version": 1 })).await;
    assert!(refused.unwrap_err().message.contains("so it stays"));
}

#[tokio::test]
async fn no_guarded_word_stands_on_another_records_trail() {
    let board = Anytown::open().await;
    let cx = board.app.context().await.unwrap();
    let mut read = cx.read().await.unwrap();
    let voices = read.all::<Voice>().await.unwrap();
    drop(read);
    let guarded: Vec<&Voice> =
        voices.iter().filter(|it| it.sensitive || it.share == pledgeboard_domain::Share::No).collect();
    assert!(guarded.len() > 1);
    for promise in 0..3 {
        let wall = board.does("promises.wall", json!({ "strategy": null })).await;
        let id = wall["promises"][promise]["id"].clone();
        let trail = board.walk("promise", &id).await.to_string();
        for voice in &guarded {
            assert!(!trail.contains(voice.words.as_str()), "{}", voice.words);
        }
    }
    let own = board.walk("voice", &json!(guarded[0].id)).await;
    assert!(own.to_string().contains(guarded[0].words.as_str()), "its own page shows it");
    let gone = json!({ "of": "voice", "id": uuid::Uuid::now_v7() });
    assert!(board.app.call("trail.show", gone).await.is_err());
}
