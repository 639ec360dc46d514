//! What the window may not do: load anything from elsewhere, run text as code, start other programs.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use serde_json::{Value, json};

fn settings() -> Value {
    serde_json::from_str(include_str!("../tauri.conf.json")).unwrap()
}

#[test]
fn the_window_loads_nothing_from_elsewhere_and_runs_no_text_as_code() {
    let settings = settings();
    let policy = settings["app"]["security"]["csp"].as_object().unwrap();
    // The one address with a host is the app's own way to its core, which never leaves the computer.
    const OWN: [&str; 2] = ["ipc:", "http://ipc.localhost"];
    for (part, sources) in policy {
        for source in sources.as_str().unwrap().split_whitespace() {
            let is_elsewhere = source.contains("//") || source.contains('*') || source.ends_with(".org");
            assert!(!is_elsewhere || OWN.contains(&source), "{part} allows {source}");
            assert!(!source.contains("unsafe-eval"), "{part} allows {source}");
            assert!(part == "style-src-attr" || source != "'unsafe-inline'", "{part} allows {source}");
        }
    }
    for (part, wanted) in [
        ("default-src", "'self'"),
        ("script-src", "'self'"),
        ("style-src", "'self'"),
        ("object-src", "'none'"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    ] {
        assert_eq!(policy[part], wanted, "{part}");
    }
    assert_eq!(settings["app"]["security"]["freezePrototype"], true);
    assert_eq!(settings["app"]["security"]["capabilities"], json!(["main"]));
}

#[test]
fn the_window_may_call_the_core_and_ask_for_a_file_and_nothing_else() {
    let main: Value = serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
    assert_eq!(main["windows"], json!(["main"]));
    assert_eq!(main["permissions"], json!(["core:event:default", "dialog:allow-open", "dialog:allow-save"]));
    assert_eq!(main.get("remote"), None, "no page from elsewhere may call anything");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 1, "there is no other capability");
}

#[test]
fn no_plugin_starts_other_programs() {
    let manifest = include_str!("../Cargo.toml");
    let plugins: Vec<&str> = manifest
        .lines()
        .filter_map(|line| line.trim().strip_prefix("tauri-plugin-"))
        .filter_map(|line| line.split([' ', '.', '=']).next())
        .collect();
    assert_eq!(plugins, ["dialog"]);
}
