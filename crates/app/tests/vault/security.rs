use std::fs;

use pledgeboard_app::{App, NoKeychain, SystemKeychain};
use serde_json::json;

use crate::desk::{Desk, PASSPHRASE, today};

#[tokio::test]
async fn a_board_is_protected_at_any_time_and_goes_on_as_before() {
    let desk = Desk::new().await;
    let before = desk.call("security.show", json!({})).await;
    assert_eq!(
        before,
        json!({ "protected": false, "can_remember": true, "remembered": false, "can_make_sheet": false, "notices": [] })
    );
    let after = desk.protect(PASSPHRASE, false).await;
    assert_eq!(after["protected"], true);
    assert_eq!(after["notices"], json!([]));
    let shown = desk.call("desk.show", json!({})).await;
    assert_eq!(shown["board"]["protected"], true);
    assert!(shown["board"]["person"].is_object(), "the same person sits there");
    desk.add_theme("Somebody to ring").await;
    assert!(desk.has("somebody to ring").await);
    let (code, _, message) = desk
        .refused("security.protect", json!({ "new": PASSPHRASE, "again": PASSPHRASE, "remember": false }))
        .await;
    assert_eq!(
        (code.as_str(), message.as_str()),
        ("rule", "This board is protected already. Change its passphrase instead.")
    );
}

#[tokio::test]
async fn a_passphrase_that_is_short_or_typed_two_ways_is_refused_beside_its_field() {
    let desk = Desk::new().await;
    let new = |new: &str, again: &str| json!({ "new": new, "again": again, "remember": false });
    assert_eq!(desk.refused("security.protect", new("short", "short")).await.1, "new");
    assert_eq!(desk.refused("security.protect", new(PASSPHRASE, "kettle moon")).await.1, "again");
    assert_eq!(desk.call("security.show", json!({})).await["protected"], false);
}

#[tokio::test]
async fn a_protected_board_waits_for_its_passphrase_at_the_next_start() {
    let desk = Desk::protected().await;
    let path = desk.board().await;
    let desk = desk.again().await;
    let shown = desk.call("desk.show", json!({})).await;
    assert!(shown["board"].is_null());
    assert_eq!(shown["waiting"]["path"], json!(path));
    assert_eq!(desk.call("desk.can_remember", json!({})).await, true);
    let (code, field, message) = desk.refused("desk.open", json!({ "path": path })).await;
    assert_eq!((code.as_str(), field.as_str()), ("locked", "passphrase"));
    assert_eq!(message, "This board is protected. Enter its passphrase to open it.");
    let unlock = |passphrase: &str| json!({ "path": path, "passphrase": passphrase, "remember": false });
    for wrong in ["", "Kettle moon ladder", "kettle moon ladder ", "x", "y", "z"] {
        let (code, field, message) = desk.refused("desk.unlock", unlock(wrong)).await;
        assert_eq!((code.as_str(), field.as_str()), ("locked", "passphrase"));
        assert_eq!(
            message,
            "This passphrase does not open this board. Check it and try again. If you are sure that it is right, the file is damaged: restore a backup."
        );
    }
    let opened = desk.call("desk.unlock", unlock(PASSPHRASE)).await;
    assert_eq!(opened["board"]["path"], json!(path));
    assert!(opened["waiting"].is_null());
    let (_, field, message) = desk
        .refused(
            "desk.unlock",
            json!({ "path": "/nowhere.pledgeboard", "passphrase": "x", "remember": false }),
        )
        .await;
    assert_eq!((field.as_str(), message.as_str()), ("path", "There is no file at that place."));
}

#[tokio::test]
async fn remembered_on_this_computer_it_opens_by_itself_until_it_is_forgotten() {
    let desk = Desk::new().await;
    assert_eq!(desk.protect(PASSPHRASE, true).await["remembered"], true);
    let desk = desk.again().await;
    assert_eq!(desk.call("desk.show", json!({})).await["board"]["protected"], true);
    assert_eq!(desk.call("security.remember", json!({ "remember": false })).await["remembered"], false);
    assert!(desk.keychain.0.lock().unwrap().is_empty());
    let path = desk.board().await;
    let desk = desk.again().await;
    assert!(desk.call("desk.show", json!({})).await["board"].is_null());
    let unlock = json!({ "path": path, "passphrase": PASSPHRASE, "remember": true });
    desk.call("desk.unlock", unlock).await;
    let desk = desk.again().await;
    assert_eq!(desk.call("security.show", json!({})).await["remembered"], true);
}

#[tokio::test]
async fn without_a_keychain_remembering_is_not_offered_and_refused() {
    let desk = Desk::protected().await.again_without_keychain().await;
    let shown = desk.call("desk.show", json!({})).await;
    assert_eq!(desk.call("desk.can_remember", json!({})).await, false);
    let path = shown["waiting"]["path"].clone();
    let unlock = |remember: bool| json!({ "path": path, "passphrase": PASSPHRASE, "remember": remember });
    assert_eq!(desk.refused("desk.unlock", unlock(true)).await.1, "remember");
    desk.call("desk.unlock", unlock(false)).await;
    assert_eq!(desk.call("security.show", json!({})).await["can_remember"], false);
    assert_eq!(desk.refused("security.remember", json!({ "remember": true })).await.1, "remember");
}

#[tokio::test]
async fn the_passphrase_is_changed_by_who_knows_it_and_the_remembered_key_goes_with_it() {
    let desk = Desk::new().await;
    desk.protect(PASSPHRASE, true).await;
    let change =
        |old: &str, new: &str| json!({ "passphrase": old, "new": new, "again": new, "remember": false });
    let (code, field, message) = desk.refused("security.change", change("wrong", "another good one")).await;
    assert_eq!((code.as_str(), field.as_str()), ("locked", "passphrase"));
    assert_eq!(message, "This is not the board’s passphrase. Check it and try again.");
    assert_eq!(desk.refused("security.change", change(PASSPHRASE, "short")).await.1, "new");
    let changed = desk.call("security.change", change(PASSPHRASE, "another good one")).await;
    assert_eq!(changed["remembered"], false);
    assert!(desk.keychain.0.lock().unwrap().is_empty(), "the old key is worth nothing and is forgotten");
    let path = desk.board().await;
    let desk = desk.again().await;
    let unlock = |passphrase: &str| json!({ "path": path, "passphrase": passphrase, "remember": false });
    assert_eq!(desk.refused("desk.unlock", unlock(PASSPHRASE)).await.0, "locked");
    desk.call("desk.unlock", unlock("another good one")).await;
}

#[tokio::test]
async fn protection_is_taken_away_by_who_knows_the_passphrase() {
    let desk = Desk::protected().await;
    assert_eq!(desk.refused("security.unprotect", json!({ "passphrase": "wrong" })).await.1, "passphrase");
    let plain = desk.call("security.unprotect", json!({ "passphrase": PASSPHRASE })).await;
    assert_eq!(plain["protected"], false);
    let desk = desk.again().await;
    assert_eq!(desk.call("desk.show", json!({})).await["board"]["protected"], false);
    assert_eq!(desk.refused("security.unprotect", json!({ "passphrase": PASSPHRASE })).await.0, "rule");
    let change =
        json!({ "passphrase": PASSPHRASE, "new": PASSPHRASE, "again": PASSPHRASE, "remember": false });
    assert_eq!(desk.refused("security.change", change).await.2, "This board is not protected.");
    assert_eq!(desk.refused("security.remember", json!({ "remember": true })).await.0, "rule");
}

#[tokio::test]
async fn the_recovery_sheet_is_made_once_and_opens_the_board() {
    let desk = Desk::protected().await;
    let path = desk.home.path().join("sheet.pdf");
    assert_eq!(desk.call("security.show", json!({})).await["can_make_sheet"], true);
    assert_eq!(desk.refused("security.save_sheet", json!({ "path": "/nowhere/at/all.pdf" })).await.1, "path");
    assert_eq!(desk.call("security.save_sheet", json!({ "path": path })).await["can_make_sheet"], false);
    let again = desk.refused("security.save_sheet", json!({ "path": path })).await;
    assert!(again.2.starts_with("The recovery sheet is made once"), "{}", again.2);
    let words = words_on(&path);
    let board = desk.board().await;
    let desk = desk.again().await;
    desk.call("desk.unlock", json!({ "path": board, "passphrase": words, "remember": false })).await;
    // And whoever found it may set a passphrase that they know.
    let change = json!({ "passphrase": words, "new": "another good one", "again": "another good one", "remember": false });
    assert_eq!(desk.call("security.change", change).await["can_make_sheet"], true);
    let desk = desk.again().await;
    let old = json!({ "path": board, "passphrase": words, "remember": false });
    assert_eq!(desk.refused("desk.unlock", old).await.0, "locked");
}

/// What a person would type from the sheet.
fn words_on(path: &std::path::Path) -> String {
    let file = lopdf::Document::load_mem(&fs::read(path).unwrap()).unwrap();
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    let text = file.extract_text(&pages).unwrap();
    let mut groups = text.split_whitespace().skip_while(|word| *word != "PLEDGE");
    let mut words = vec![groups.next().unwrap().to_owned()];
    let is_group = |word: &&str| word.len() == 4 && word.bytes().all(|it| it.is_ascii_hexdigit());
    words.extend(groups.take_while(is_group).map(str::to_owned));
    assert_eq!(words.len(), 18, "{text}");
    words.join(" ")
}

#[tokio::test]
async fn nobody_at_an_open_board_without_one_is_asked_for_anything() {
    let home = tempfile::tempdir().unwrap();
    let app = App::start_with(home.path().into(), today(), std::sync::Arc::new(NoKeychain)).await.unwrap();
    for name in ["security.show", "backups.show", "backups.make"] {
        let refused = app.call(name, json!({})).await.unwrap_err();
        assert_eq!(refused.code.as_str(), "no_board", "{name}");
    }
}

/// Run by hand where a keychain answers, as under `dbus-run-session` with `gnome-keyring-daemon --unlock`.
#[tokio::test]
#[ignore = "needs a keychain of the operating system"]
async fn the_computers_own_keychain_keeps_a_key_and_forgets_it() {
    let desk = Desk::protected().await;
    desk.app.close().await;
    let start = async || {
        let keychain = std::sync::Arc::new(SystemKeychain);
        let app = App::start_with(desk.home.path().into(), today(), keychain).await.unwrap();
        Desk { app, home: tempfile::tempdir().unwrap(), keychain: desk.keychain.clone() }
    };
    let first = start().await;
    assert_eq!(first.call("desk.can_remember", json!({})).await, true);
    let path = first.call("desk.show", json!({})).await["waiting"]["path"].clone();
    first.call("desk.unlock", json!({ "path": path, "passphrase": PASSPHRASE, "remember": true })).await;
    first.app.close().await;
    let second = start().await;
    assert_eq!(second.call("security.show", json!({})).await["remembered"], true);
    second.call("security.remember", json!({ "remember": false })).await;
    second.app.close().await;
    assert!(start().await.call("desk.show", json!({})).await["board"].is_null());
}

#[tokio::test]
async fn a_backup_that_was_left_open_is_protected_when_the_board_is_opened_next() {
    let desk = Desk::new().await;
    desk.call("backups.make", json!({})).await;
    let backup = desk.backups().await[0]["path"].as_str().unwrap().to_owned();
    let plain = fs::read(&backup).unwrap();
    desk.protect(PASSPHRASE, false).await;
    // As when the program is killed between the board and its backups.
    fs::write(&backup, plain).unwrap();
    assert_eq!(desk.backups().await[0]["protected"], false);
    let path = desk.board().await;
    let desk = desk.again().await;
    desk.call("desk.unlock", json!({ "path": path, "passphrase": PASSPHRASE, "remember": false })).await;
    let after = desk.backups().await;
    assert!(after.iter().all(|it| it["protected"] == true && it["opens"] == true), "{after:?}");
}
