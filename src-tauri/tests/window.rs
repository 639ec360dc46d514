//! What the window is told before it opens.

use pledgeboard_shell::window::is_ours;
use serde_json::Value;

#[test]
fn what_is_dropped_on_the_window_reaches_the_page() {
    let settings: Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();

    // Otherwise the shell takes a dropped paper for itself, and no item of an agenda ever sees it.
    assert_eq!(settings["app"]["windows"][0]["dragDropEnabled"], false);
}

#[test]
fn the_window_shows_the_apps_own_pages_and_no_other() {
    let ours = |address: &str| is_ours(&address.parse().unwrap());
    for address in ["tauri://localhost/", "tauri://localhost/voices?new=1#form", "http://tauri.localhost/"] {
        assert!(ours(address), "{address}");
    }
    for address in [
        "https://example.org/",
        "http://localhost/",
        "http://tauri.localhost:8080/",
        "http://tauri.localhost.example.org/",
        "http://example.org@tauri.localhost.example.org/",
        "tauri://example.org/",
        "file:///etc/passwd",
        "data:text/html,<script>alert(1)</script>",
        "javascript:alert(1)",
        "blob:https://example.org/1",
        "about:blank",
        "mailto:somebody@example.org",
    ] {
        assert!(!ours(address), "{address}");
    }
}
