use std::fs;

use pledgeboard_app::commands;
use serde_json::{Value, json};

use crate::desk::{Desk, PASSPHRASE};

#[tokio::test]
async fn a_backup_is_made_when_a_board_with_anything_new_is_opened() {
    let desk = Desk::new().await.again().await;
    let made = desk.backups().await;
    assert_eq!(made.len(), 1);
    assert_eq!(made[0]["why"], "when the board was opened");
    let desk = desk.again().await;
    assert_eq!(desk.backups().await.len(), 1, "nothing was new");
    desk.add_theme("Somebody to ring").await;
    let desk = desk.again().await;
    assert_eq!(desk.backups().await.len(), 2);
}

#[tokio::test]
async fn a_backup_is_made_after_a_meeting_and_before_an_import() {
    let desk = Desk::new().await;
    let names: Vec<&str> = commands().map(|it| it.name).collect();
    assert!(names.contains(&"evening.end") && names.contains(&"away.import"), "the list names real commands");
    // Refused, and yet the backup was made: it comes first.
    let nothing = json!({ "source": { "path": null, "text": "no form", "date": null }, "choices": [] });
    desk.refused("away.import", nothing).await;
    assert_eq!(desk.backups().await[0]["why"], "before an import");
    let meetings = desk.call("meetings.year", json!({ "year": null })).await;
    let id = planned(&meetings).expect("a meeting that was not held yet");
    desk.call("evening.start", json!({ "meeting_id": id })).await;
    desk.call("evening.end", json!({ "meeting_id": id, "at": null })).await;
    assert_eq!(desk.backups().await[0]["why"], "after a meeting");
}

fn planned(value: &Value) -> Option<Value> {
    match value {
        Value::Object(fields) if fields.get("state") == Some(&json!("agenda_published")) => {
            fields.get("id").cloned()
        }
        Value::Object(fields) => fields.values().find_map(planned),
        Value::Array(items) => items.iter().find_map(planned),
        _ => None,
    }
}

#[tokio::test]
async fn a_backup_shows_what_it_would_change_is_put_back_and_undone() {
    let desk = Desk::new().await;
    desk.add_theme("Kept for ever").await;
    desk.call("backups.make", json!({})).await;
    let backup = desk.backups().await[0]["path"].clone();
    desk.add_theme("Xylophone").await;
    let chosen = json!({ "path": backup, "passphrase": null });
    let preview = desk.call("backups.preview", chosen.clone()).await;
    assert_eq!(preview["why"], "because you asked for it");
    assert_eq!((preview["undone"].clone(), preview["again"].clone()), (json!(1), json!(0)));
    assert_eq!(preview["latest"][0]["what"], "add the theme Xylophone");
    assert_eq!(preview["kinds"], json!([{ "called": "theme", "back": 0, "gone": 1, "changed": 0 }]));
    assert!(desk.has("xylophone").await, "a preview changes nothing");

    let restored = desk.call("backups.restore", chosen).await;
    assert!(!desk.has("xylophone").await);
    assert!(desk.has("kept for ever").await);
    assert!(restored["desk"]["board"]["person"].is_object());
    assert_eq!(desk.backups().await[0]["why"], "before an earlier copy was put back");

    let back = json!({ "path": restored["kept"], "passphrase": null });
    assert_eq!(desk.call("backups.preview", back.clone()).await["again"], 1);
    desk.call("backups.restore", back).await;
    assert!(desk.has("xylophone").await, "undone");
}

#[tokio::test]
async fn a_damaged_backup_is_said_and_never_put_back() {
    let desk = Desk::new().await;
    desk.call("backups.make", json!({})).await;
    let path = desk.backups().await[0]["path"].as_str().unwrap().to_owned();
    let chosen = json!({ "path": path, "passphrase": null });
    assert_eq!(desk.call("backups.verify", chosen.clone()).await["findings"], json!([]));
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(0xAB);
    fs::write(&path, bytes).unwrap();
    assert_ne!(desk.call("backups.verify", chosen.clone()).await["findings"], json!([]));
    let (_, _, message) = desk.refused("backups.restore", chosen).await;
    assert_eq!(message, "This copy of the board is damaged. Choose another one; nothing was changed.");
    assert!(desk.board().await.exists());
    let letter = desk.home.path().join("letter.pledgeboard");
    fs::write(&letter, "Dear councillor").unwrap();
    for name in ["backups.verify", "backups.preview", "backups.restore"] {
        let (_, field, message) = desk.refused(name, json!({ "path": letter, "passphrase": null })).await;
        assert_eq!(field, "path", "{name}");
        assert!(message.starts_with("This file is not a Pledgeboard board."), "{message}");
    }
}

#[tokio::test]
async fn backups_go_under_the_boards_passphrase_with_it_and_out_again() {
    let desk = Desk::new().await;
    let second = tempfile::tempdir().unwrap();
    let rule = json!({ "newest": 10, "days": 31, "months": 24 });
    desk.call("backups.choose", json!({ "keeping": rule, "second_folder": second.path() })).await;
    desk.call("backups.make", json!({})).await;
    desk.protect(PASSPHRASE, false).await;
    desk.add_theme("Since then").await;
    desk.call("backups.make", json!({})).await;
    let lie = async |desk: &Desk| -> Vec<(bool, bool)> {
        let all = desk.backups().await;
        all.iter().map(|it| (it["protected"].as_bool().unwrap(), it["opens"].as_bool().unwrap())).collect()
    };
    assert_eq!(lie(&desk).await, [(true, true), (true, true)]);
    let heads: Vec<bool> =
        files(second.path()).iter().map(|it| fs::read(it).unwrap().starts_with(b"SQLite")).collect();
    assert_eq!(heads, [false, false], "in the second folder too");
    let oldest = desk.backups().await[1]["path"].clone();
    let chosen = json!({ "path": oldest, "passphrase": null });
    assert_eq!(desk.call("backups.verify", chosen.clone()).await["findings"], json!([]));
    let change = json!({ "passphrase": PASSPHRASE, "new": "another good one", "again": "another good one", "remember": false });
    assert_eq!(desk.call("security.change", change).await["notices"], json!([]));
    assert_eq!(lie(&desk).await, [(true, true), (true, true)]);
    desk.call("backups.restore", chosen).await;
    assert!(!desk.has("since then").await);
    desk.call("security.unprotect", json!({ "passphrase": "another good one" })).await;
    assert_eq!(lie(&desk).await, [(false, true); 3]);
}

#[tokio::test]
async fn half_a_backup_of_a_killed_program_does_not_stay_readable() {
    let desk = Desk::new().await;
    desk.call("backups.make", json!({})).await;
    let whole = desk.backups().await[0]["path"].as_str().unwrap().to_owned();
    let folder = std::path::Path::new(&whole).parent().unwrap().to_owned();
    let halves =
        ["2026-11-01T100000.000Z daily.pledgeboard.new", "2026-11-01T100000.000Z daily.pledgeboard.part"];
    for half in halves {
        fs::write(folder.join(half), &fs::read(&whole).unwrap()[..8192]).unwrap();
    }
    fs::write(folder.join("letter.txt"), "not ours").unwrap();
    desk.call("backups.make", json!({})).await;
    assert_eq!(files(&folder).len(), 5, "it may be another program's that is at work");
    desk.protect(PASSPHRASE, false).await;
    let left: Vec<_> = files(&folder).iter().map(|it| it.file_name().unwrap().to_owned()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
    assert!(folder.join("letter.txt").exists());
}

#[tokio::test]
async fn a_copy_under_another_passphrase_wants_that_one() {
    let desk = Desk::protected().await;
    let copy = desk.home.path().join("from-a-colleague.pledgeboard");
    fs::copy(desk.board().await, &copy).unwrap();
    let change = json!({ "passphrase": PASSPHRASE, "new": "another good one", "again": "another good one", "remember": false });
    desk.call("security.change", change).await;
    let with = |words: Value| json!({ "path": copy, "passphrase": words });
    assert_eq!(desk.refused("backups.preview", with(Value::Null)).await.0, "locked");
    assert_eq!(desk.refused("backups.restore", with(json!("wrong words"))).await.1, "passphrase");
    desk.call("backups.restore", with(json!(PASSPHRASE))).await;
    let desk = desk.again().await;
    let path = desk.call("desk.show", json!({})).await["waiting"]["path"].clone();
    desk.call("desk.unlock", json!({ "path": path, "passphrase": "another good one", "remember": false }))
        .await;
}

#[tokio::test]
async fn the_rule_and_the_second_folder_are_chosen_and_an_absent_folder_is_a_notice() {
    let desk = Desk::new().await;
    let rule = |newest: u32| json!({ "newest": newest, "days": 0, "months": 0 });
    let choose = |newest: u32, second: Value| json!({ "keeping": rule(newest), "second_folder": second });
    assert_eq!(desk.refused("backups.choose", choose(2, Value::Null)).await.1, "newest");
    assert_eq!(desk.refused("backups.choose", choose(3, json!("/nowhere/at/all"))).await.1, "second_folder");
    let own = desk.board().await.parent().unwrap().to_owned();
    assert_eq!(desk.refused("backups.choose", choose(3, json!(own))).await.1, "second_folder");
    let second = tempfile::tempdir().unwrap();
    let page = desk.call("backups.choose", choose(3, json!(second.path()))).await;
    assert_eq!(page["choices"]["keeping"], rule(3));
    for _ in 0..5 {
        desk.call("backups.make", json!({})).await;
    }
    assert_eq!(desk.backups().await.len(), 3);
    assert_eq!(files(second.path()).len(), 3);
    second.close().unwrap();
    let page = desk.call("backups.make", json!({})).await;
    let notice = page["notice"].as_str().unwrap();
    assert!(notice.contains("second folder") && notice.ends_with("it is not there now."), "{notice}");
    assert_eq!(page["backups"].as_array().unwrap().len(), 3, "the one on this computer was made");
    assert_eq!(desk.call("desk.show", json!({})).await["board"]["backup_notice"], notice);
}

#[tokio::test]
async fn a_board_of_an_earlier_version_is_backed_up_before_it_is_changed() {
    let desk = Desk::new().await;
    let path = desk.board().await;
    desk.call("desk.close", json!({})).await;
    // As if the last migration had not been seen yet: its record in the file is taken away.
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    for sql in undo_of_the_last_migration() {
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&pool).await.unwrap();
    }
    pool.close().await;
    // The backup comes first, whatever the migration then says to tables that are there already.
    let _ = desk.app.call("desk.open", json!({ "path": path })).await;
    let folder = path.with_file_name("anytown-sample backups");
    let made: Vec<String> =
        files(&folder).iter().map(|it| it.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(made.len(), 1, "{made:?}");
    assert!(made[0].ends_with(" new-version.pledgeboard"), "{made:?}");
}

fn undo_of_the_last_migration() -> Vec<String> {
    vec!["DELETE FROM _sqlx_migrations WHERE version = (SELECT max(version) FROM _sqlx_migrations)".into()]
}

fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// Pages of the board's file, in bytes.
const PAGE: usize = 4096;

/// Damages the first page of a closed board without which it does not open.
async fn damage(desk: &Desk, board: &std::path::Path) {
    let whole = fs::read(board).unwrap();
    for page in 1..30 {
        let mut damaged = whole.clone();
        damaged[page * PAGE..(page + 1) * PAGE].fill(0xA5);
        fs::write(board, damaged).unwrap();
        match desk.app.call("desk.open", json!({ "path": board })).await {
            Err(refused) if refused.code.as_str() == "damaged" => return,
            Ok(_) => drop(desk.call("desk.close", json!({})).await),
            Err(refused) => panic!("page {page}: {refused:?}"),
        }
    }
    panic!("nothing in the first pages is needed to open the board");
}

#[tokio::test]
async fn a_damaged_board_goes_back_to_a_backup_or_is_saved_as_far_as_it_can_be() {
    let desk = Desk::new().await;
    desk.add_theme("Somebody to ring").await;
    desk.call("backups.make", json!({})).await;
    let board = desk.board().await;
    desk.call("desk.close", json!({})).await;
    damage(&desk, &board).await;
    let path = json!({ "path": board, "passphrase": null });
    let way = desk.call("desk.way_back", path.clone()).await;
    assert_eq!(
        (&way["protected"], &way["backups"][0]["why"]),
        (&json!(false), &json!("because you asked for it"))
    );

    let saved = desk.call("desk.save_damaged", path).await;
    assert!(saved["saved"].as_u64().unwrap() > 500, "{saved}");
    let opened = desk.call("desk.open", json!({ "path": saved["path"] })).await;
    assert!(opened["board"]["path"].as_str().unwrap().ends_with("saved.pledgeboard"));

    let copy = &way["backups"][0]["path"];
    let back = json!({ "path": board, "copy": copy, "passphrase": null });
    assert_eq!(desk.call("desk.go_back", back).await["board"]["path"], json!(board));
    assert!(desk.has("somebody to ring").await);
    let kept = fs::read_dir(std::path::Path::new(copy.as_str().unwrap()).parent().unwrap()).unwrap();
    let names = kept.map(|it| it.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.starts_with("damaged ")).count(), 1, "the damaged file is kept");
}
