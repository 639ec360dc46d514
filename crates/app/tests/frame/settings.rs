use serde_json::json;

use crate::at_desk::AtDesk;

#[tokio::test]
async fn the_boards_settings_are_kept_or_refused_beside_their_field() {
    let desk = AtDesk::at_our_board().await;
    let mut board = desk.call("settings.show", json!({})).await["board"].clone();
    board["quorum"] = json!(0);
    assert_eq!(desk.refused("settings.save_board", board.clone()).await.0, "quorum");
    board["quorum"] = json!(4);
    board["colour"] = json!("teal");
    assert_eq!(desk.refused("settings.save_board", board.clone()).await.0, "colour");
    board["colour"] = json!("");
    board["clear_days"] = json!(3);
    desk.call("settings.save_board", board.clone()).await;
    let home = desk.call("home.show", json!({})).await;
    assert_eq!(home["next"]["publish_by"], "2026-11-27");
    let (_, message) = desk.refused("settings.save_board", board).await;
    assert!(message.starts_with("Someone else changed this board"), "{message}");
}

#[tokio::test]
async fn patterns_show_the_next_number_while_they_are_typed() {
    let desk = AtDesk::at_our_board().await;
    let wish = |minute: &str, action: &str| json!({ "minute_pattern": minute, "minute_scope": "year", "action_pattern": action, "action_scope": "year" });
    let examples = desk.call("settings.examples", wish("CPB {n}/{yy}", "A{yy}-{nnn}")).await;
    assert_eq!(examples["minute"]["next"], "CPB 1/26");
    assert_eq!(examples["action"]["next"], "A26-001");
    let examples = desk.call("settings.examples", wish("CPB", "{n}{m}")).await;
    assert!(examples["minute"]["next"].is_null());
    assert!(
        examples["minute"]["problem"].as_str().unwrap().starts_with("The pattern has no running number.")
    );
    assert!(examples["action"]["problem"].is_string());
}

#[tokio::test]
async fn the_sample_numbers_on_from_what_was_given() {
    let desk = AtDesk::at_the_sample("democratic_services").await;
    let settings = desk.call("settings.show", json!({})).await;
    let next = settings["examples"]["action"]["next"].as_str().unwrap().to_owned();
    let hits = desk.call("search.find", json!({ "words": next })).await;
    assert_eq!(hits, json!([]), "{next} is given already");
}

/// A PNG file of one dot.
pub const DOT: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\
    \x08\x02\x00\x00\x00\x90\x77\x53\xde\x00\x00\x00\x0c\x49\x44\x41\x54\x78\x9c\x63\xe0\x8e\x4a\x06\
    \x00\x01\x3c\x00\xc9\xbc\xf7\x13\x49\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

#[tokio::test]
async fn a_logo_is_a_picture() {
    let desk = AtDesk::at_our_board().await;
    let path = desk.home.path().join("logo.png");
    std::fs::write(&path, DOT).unwrap();
    desk.call("settings.keep_logo", json!({ "path": path })).await;
    let shown = desk.call("settings.show", json!({})).await;
    assert!(shown["logo"].as_str().unwrap().starts_with("data:image/png;base64,"));
    for broken in [&b"not a picture"[..], &DOT[..40], b"\x89PNG\r\n\x1a\nand no more", b"\xff\xd8\xff"] {
        std::fs::write(&path, broken).unwrap();
        assert_eq!(desk.refused("settings.keep_logo", json!({ "path": path })).await.0, "logo");
    }
    assert_eq!(desk.refused("settings.keep_logo", json!({ "path": "/nowhere.png" })).await.0, "logo");
    desk.call("settings.keep_logo", json!({ "path": null })).await;
    assert!(desk.call("settings.show", json!({})).await["logo"].is_null());
}
