//! What the window is told before it opens.

use serde_json::Value;

#[test]
fn what_is_dropped_on_the_window_reaches_the_page() {
    let settings: Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();

    // Otherwise the shell takes a dropped paper for itself, and no item of an agenda ever sees it.
    assert_eq!(settings["app"]["windows"][0]["dragDropEnabled"], false);
}
