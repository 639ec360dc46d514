//! A clock that was set back: backups are made when there is anything new, named apart, and the newest are kept.

use std::sync::Arc;

use chrono::NaiveDateTime;
use pledgeboard_app::{App, Clock, NoKeychain, backups::Shelf};
use pledgeboard_domain::BackupReason;
use pledgeboard_store::Store;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::scene::{add, names, names_in};

fn clock(moment: &str) -> Clock {
    Clock::started_at(NaiveDateTime::parse_from_str(moment, "%Y-%m-%d %H:%M").unwrap())
}

async fn app(home: &TempDir, moment: &str) -> App {
    App::start_with(home.path().into(), clock(moment), Arc::new(NoKeychain)).await.unwrap()
}

async fn backups(app: &App) -> Vec<Value> {
    let page = app.call("backups.show", json!({})).await.unwrap();
    page["backups"].as_array().unwrap().clone()
}

#[tokio::test]
async fn an_app_whose_clock_was_set_back_backs_up_what_is_new_and_nothing_twice() {
    let home = tempfile::tempdir().unwrap();
    let ahead = app(&home, "2030-01-01 10:00").await;
    ahead.call("desk.sample", json!({})).await.unwrap();
    ahead.call("backups.make", json!({})).await.unwrap();
    ahead.close().await;
    let again = app(&home, "2026-11-22 10:00").await;
    assert_eq!(backups(&again).await.len(), 1, "nothing is new");
    let theme = json!({ "name": "Since the clock was mended", "child_name": "" });
    again.call("board.add_theme", theme).await.unwrap();
    again.close().await;
    let later = app(&home, "2026-11-22 11:00").await;
    assert_eq!(backups(&later).await.len(), 2, "what is new is backed up");
    later.close().await;
    let last = app(&home, "2026-11-22 12:00").await;
    assert_eq!(backups(&last).await.len(), 2, "once");
    let lines = last.call("history.list", json!({ "limit": 1 })).await.unwrap();
    assert_eq!(lines[0]["what"], "add the theme Since the clock was mended");
}

#[tokio::test]
async fn backups_made_at_the_same_moment_have_names_of_their_own_and_the_last_ones_stay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("anytown.pledgeboard");
    let store = Store::create(&path).await.unwrap();
    let shelf = Shelf::beside(&path);
    // As if the clock were set back before each one.
    for number in 0..4 {
        add(&store, &format!("Theme {number}"), 0).await.unwrap();
        let moment = clock(&format!("2026-11-2{} 10:00", 8 - number));
        assert!(shelf.lacks(&store, moment.now()).await.unwrap(), "{number} is new");
        let kept = shelf.keep(&store, BackupReason::Asked, moment).await.unwrap();
        assert_eq!(names_in(&kept.path, None).await, names(&store).await);
        assert!(!shelf.lacks(&store, moment.now()).await.unwrap(), "{number} is in it");
    }
    assert_eq!(shelf.list().len(), 4);
}
