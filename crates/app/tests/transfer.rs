//! A board goes out as data and comes in again without loss; data that is not right leaves nothing behind.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use pledgeboard_app::{App, Clock, sample, transfer};
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};

fn clock() -> Clock {
    Clock::new(NaiveDate::from_ymd_opt(2026, 11, 22))
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A folder with the sample board in it, and what it exports.
    async fn with_sample() -> Self {
        let it = Self { folder: tempdir().unwrap() };
        sample::create(&it.at("a.pledgeboard"), clock().today()).await.unwrap().close().await;
        it.export("a").await;
        it
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    async fn export(&self, board: &str) -> Value {
        let cx = transfer::open(&self.at(&format!("{board}.pledgeboard")), clock()).await.unwrap();
        let out = self.at(&format!("{board}.json"));
        transfer::export_data(&cx, &out).await.unwrap();
        cx.store.close().await;
        without_time(&out)
    }

    /// Imports a changed copy of the sample's data, which must be refused and leave nothing.
    async fn refused(&self, change: impl FnOnce(String) -> String) -> String {
        let text = change(fs::read_to_string(self.at("a.json")).unwrap());
        fs::write(self.at("wrong.json"), text).unwrap();
        let board = self.at("wrong.pledgeboard");
        let refused = transfer::import_data(&board, &self.at("wrong.json"), clock()).await.unwrap_err();
        for ending in ["", "-wal", "-shm", ".new"] {
            assert!(
                !self.at(&format!("wrong.pledgeboard{ending}")).exists(),
                "it left wrong.pledgeboard{ending}"
            );
        }
        refused.message
    }

    async fn refused_with(&self, change: impl FnOnce(&mut Value)) -> String {
        self.refused(|text| {
            let mut data = serde_json::from_str(&text).unwrap();
            change(&mut data);
            data.to_string()
        })
        .await
    }
}

fn without_time(out: &Path) -> Value {
    let mut data: Value = serde_json::from_slice(&fs::read(out).unwrap()).unwrap();
    data.as_object_mut().unwrap().remove("exported_at").unwrap();
    data
}

#[tokio::test]
async fn what_is_exported_imports_and_exports_again_the_same() {
    let desk = Desk::with_sample().await;
    transfer::import_data(&desk.at("b.pledgeboard"), &desk.at("a.json"), clock()).await.unwrap();
    assert!(desk.export("a").await == desk.export("b").await);
}

#[tokio::test]
async fn edits_and_undo_are_carried_over() {
    let desk = Desk::with_sample().await;
    let app = App::start(desk.at("home"), clock()).await.unwrap();
    let path = desk.at("a.pledgeboard");
    app.call("desk.open", json!({ "path": path })).await.unwrap();
    let cx = app.context().await.unwrap();
    for name in ["Somewhere to stay", "A home for good"] {
        let mut write = cx.write("rename a theme").await.unwrap();
        let mut theme = write.all::<pledgeboard_app::domain::Theme>().await.unwrap().remove(0);
        theme.name = name.into();
        write.update(&mut theme).await.unwrap();
        let entry = cx.done(write, ()).await.unwrap().entry.unwrap();
        if name == "A home for good" {
            app.call("history.undo", json!({ "entry": entry })).await.unwrap();
        }
    }
    app.close().await;
    let before = desk.export("a").await;
    assert_eq!(before["history"].as_array().unwrap().len(), 4);
    transfer::import_data(&desk.at("b.pledgeboard"), &desk.at("a.json"), clock()).await.unwrap();
    assert!(before == desk.export("b").await);
}

#[tokio::test]
async fn an_empty_board_takes_data_and_one_with_work_does_not() {
    let desk = Desk::with_sample().await;
    let empty = desk.at("empty.pledgeboard");
    sample::create_empty(&empty, clock().today()).await.unwrap().close().await;
    transfer::import_data(&empty, &desk.at("a.json"), clock()).await.unwrap();
    assert!(desk.export("a").await == desk.export("empty").await);
    let refused = transfer::import_data(&empty, &desk.at("a.json"), clock()).await.unwrap_err();
    assert_eq!(refused.message, "This board already holds work. Import into a new board.");
    assert!(desk.export("a").await == desk.export("empty").await);
}

#[tokio::test]
async fn text_that_is_no_data_is_refused_with_its_line() {
    let desk = Desk::with_sample().await;
    let cut = desk.refused(|text| text.chars().take(5000).collect()).await;
    assert!(cut.starts_with("This file ends too soon, at line "), "{cut}");
    let wrong = desk.refused(|text| text.replacen("\"records\"", "records", 1)).await;
    assert_eq!(wrong, "This file is not valid JSON: line 5, column 3 is wrong.");
    assert_eq!(desk.refused(|_| "{}".into()).await, "This file is not a board exported by Pledgeboard.");
    let empty = desk.refused(|_| String::new()).await;
    assert!(empty.starts_with("This file ends too soon"), "{empty}");
}

#[tokio::test]
async fn data_of_a_newer_version_is_refused() {
    let desk = Desk::with_sample().await;
    let newer = desk.refused_with(|data| data["schema"] = json!(1000)).await;
    assert!(newer.contains("newer version of Pledgeboard"), "{newer}");
}

#[tokio::test]
async fn a_record_that_breaks_a_rule_is_refused() {
    let desk = Desk::with_sample().await;
    let rule = desk.refused_with(|data| data["records"]["board"][0]["quorum"] = json!(0)).await;
    assert!(rule.ends_with("The quorum must be between 1 and 50 members."), "{rule}");
    let shape = desk.refused_with(|data| data["records"]["voice"][2]["heard_on"] = json!("2026-02-30")).await;
    assert!(shape.starts_with("In this data, voice number 3 cannot be read"), "{shape}");
    let unknown = desk.refused_with(|data| data["records"]["theme"][0]["mood"] = json!("good")).await;
    assert!(unknown.contains("does not know its field “mood”"), "{unknown}");
    let kind = desk.refused_with(|data| data["records"]["dog"] = json!([])).await;
    assert!(kind.contains("records called “dog”"), "{kind}");
}

#[tokio::test]
async fn records_that_do_not_fit_together_are_refused() {
    let desk = Desk::with_sample().await;
    let missing = desk.refused_with(|data| data["records"]["theme"] = json!([])).await;
    assert_eq!(missing, "A record in this data refers to another that is missing from it.");
    let twice = desk
        .refused_with(|data| {
            let first = data["records"]["cohort"][0].clone();
            data["records"]["cohort"].as_array_mut().unwrap().push(first);
        })
        .await;
    assert_eq!(twice, "Two records in this data have the same id, number or reference.");
    let paper = desk
        .refused_with(|data| {
            let files = data["files"].as_object_mut().unwrap();
            files.values_mut().for_each(|content| *content = json!("bm90IGl0"));
        })
        .await;
    assert_eq!(paper, "A paper in this data is damaged. Export the data again.");
}

#[tokio::test]
async fn check_finds_what_is_wrong() {
    let desk = Desk::with_sample().await;
    let cx = transfer::open(&desk.at("a.pledgeboard"), clock()).await.unwrap();
    assert_eq!(transfer::check(&cx).await.unwrap(), Vec::<String>::new());
    let mut write = cx.write("break it").await.unwrap();
    let mut board = write.board().await.unwrap();
    board.quorum = 0;
    write.update(&mut board).await.unwrap();
    let mut action = write.all::<pledgeboard_app::domain::Action>().await.unwrap().remove(0);
    action.closed_at_id = None;
    write.update(&mut action).await.unwrap();
    cx.done(write, ()).await.unwrap();
    let found = transfer::check(&cx).await.unwrap();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].ends_with("The quorum must be between 1 and 50 members."));
    assert!(found[1].ends_with("only the board closes an action, at a meeting."));
}
