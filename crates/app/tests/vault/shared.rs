//! A board that others use too, and one that lies where it should not.

use std::{fs, path::Path};

use pledgeboard_app::{App, NoKeychain, PlaceKind};
use serde_json::{Value, json};

use crate::desk::{Desk, PASSPHRASE, today};

/// A computer on which folders of these names are a share and a synchronised folder.
fn told(path: &Path) -> PlaceKind {
    let is_in = |name: &str| path.components().any(|part| part.as_os_str() == name);
    match () {
        () if is_in("share") => PlaceKind::Network,
        () if is_in("OneDrive") => PlaceKind::Synchronised("OneDrive"),
        () => PlaceKind::Here,
    }
}

/// The desk's board, closed and laid into a folder of that name, opened on such a computer.
async fn in_folder(desk: Desk, name: &str) -> (Desk, std::path::PathBuf) {
    let board = desk.board().await;
    desk.call("desk.close", json!({})).await;
    let folder = desk.home.path().join(name);
    fs::create_dir(&folder).unwrap();
    let there = folder.join("anytown.pledgeboard");
    fs::rename(&board, &there).unwrap();
    let app = App::start_on(desk.home.path().into(), today(), desk.keychain.clone(), told).await.unwrap();
    (Desk { app, ..desk }, there)
}

#[tokio::test]
async fn what_another_window_changes_is_asked_for_and_told() {
    let desk = Desk::new().await;
    let other =
        App::start_with(desk.home.path().into(), today(), std::sync::Arc::new(NoKeychain)).await.unwrap();
    assert_eq!(
        desk.call("desk.look_round", json!({})).await,
        json!({ "kinds": [], "everything": false, "away": false, "here": [] })
    );
    other.call("board.add_theme", json!({ "name": "Somebody to ring", "child_name": "" })).await.unwrap();
    let seen = desk.call("desk.look_round", json!({})).await;
    assert_eq!(seen, json!({ "kinds": ["theme"], "everything": false, "away": false, "here": [] }));
    assert_eq!(desk.call("desk.look_round", json!({})).await["kinds"], json!([]));
}

#[tokio::test]
async fn an_older_edit_is_refused_with_what_is_on_the_board_now() {
    let desk = Desk::new().await;
    let themes = desk.call("board.themes", json!({})).await;
    let mut theme = themes["themes"][0]["theme"].clone();
    let older = theme.clone();
    theme["name"] = json!("Homes near school");
    desk.call("board.save_theme", theme).await;
    let refused = desk.app.call("board.save_theme", older).await.unwrap_err();
    let now = refused.current.unwrap();
    assert_eq!(
        (refused.code.as_str(), &now["name"], &now["version"]),
        ("stale", &json!("Homes near school"), &json!(2))
    );
}

#[tokio::test]
async fn a_board_on_a_network_share_is_read_from_a_copy_and_can_be_moved_here() {
    let desk = Desk::new().await;
    let before = desk.call("board.themes", json!({})).await;
    let (desk, there) = in_folder(desk, "share").await;
    let content = fs::read(&there).unwrap();
    let shown = desk.call("desk.open", json!({ "path": there })).await;
    assert_eq!(shown["board"]["path"], json!(there));
    assert_eq!(shown["board"]["place"], json!({ "place": "copy_of_share" }));
    assert_eq!(desk.call("board.themes", json!({})).await, before);
    let (code, _, message) =
        desk.refused("board.add_theme", json!({ "name": "Somebody to ring", "child_name": "" })).await;
    assert_eq!(code, "storage");
    assert!(message.starts_with("This is a copy for reading"), "{message}");
    let new = json!({ "new": PASSPHRASE, "again": PASSPHRASE, "remember": false });
    assert_eq!(desk.refused("security.protect", new).await.0, "storage");
    assert_eq!(fs::read(&there).unwrap(), content, "nothing was written there");
    assert_eq!(fs::read_dir(there.parent().unwrap()).unwrap().count(), 1, "nor beside it");

    let moved = desk.call("desk.move_here", json!({})).await;
    let now = desk.board().await;
    assert!(now.starts_with(desk.home.path().join("boards")), "{now:?}");
    assert_eq!(moved["desk"]["board"]["place"], json!({ "place": "here" }));
    assert!(!there.exists());
    assert!(moved["left"].as_str().unwrap().ends_with("anytown (moved 2026-11-22).pledgeboard"));
    desk.add_theme("Somebody to ring").await;
    assert!(desk.has("somebody to ring").await);
    assert_eq!(fs::read_dir(desk.home.path().join("reading")).unwrap().count(), 0, "the copy is gone");
    assert_eq!(desk.refused("desk.move_here", json!({})).await.0, "rule");
}

#[tokio::test]
async fn a_copy_for_reading_is_gone_when_the_board_is_closed() {
    let (desk, there) = in_folder(Desk::protected().await, "share").await;
    let unlock = json!({ "path": there, "passphrase": PASSPHRASE, "remember": false });
    desk.call("desk.unlock", unlock).await;
    let copies = desk.home.path().join("reading");
    assert_eq!(fs::read_dir(&copies).unwrap().filter(|it| is_board(it.as_ref().unwrap())).count(), 1);
    desk.call("desk.close", json!({})).await;
    assert_eq!(fs::read_dir(&copies).unwrap().count(), 0);
}

fn is_board(file: &fs::DirEntry) -> bool {
    file.path().extension().is_some_and(|it| it == "pledgeboard")
}

#[tokio::test]
async fn a_board_in_a_synchronised_folder_is_warned_of_until_it_is_moved_or_left_there() {
    let (desk, there) = in_folder(Desk::new().await, "OneDrive").await;
    let shown = desk.call("desk.open", json!({ "path": there })).await;
    assert_eq!(shown["board"]["place"], json!({ "place": "synchronised", "by": "OneDrive" }));
    desk.add_theme("Somebody to ring").await;
    let left: Value = desk.call("desk.leave_there", json!({})).await;
    assert_eq!(left["board"]["place"], json!({ "place": "here" }));
    let shown = desk.call("desk.open", json!({ "path": there })).await;
    assert_eq!(shown["board"]["place"], json!({ "place": "here" }), "remembered");
    let moved = desk.call("desk.move_here", json!({})).await;
    assert!(!there.exists() && moved["desk"]["board"]["path"] != json!(there));
    assert!(desk.has("somebody to ring").await);
}
