//! What the window may not do: load anything from elsewhere, run text as code, start other programs.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use serde_json::{Value, json};

fn settings() -> Value {
    serde_json::from_str(include_str!("../tauri.conf.json")).unwrap()
}

#[test]
fn the_window_loads_nothing_from_elsewhere_and_runs_no_text_as_code() {
    let settings = settings();
    // The one address with a host is the app's own way to its core, which never leaves the computer.
    let policy = json!({
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
        "style-src-attr": "'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "ipc: http://ipc.localhost",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    });
    assert_eq!(settings["app"]["security"]["csp"], policy);
    let security = settings["app"]["security"].as_object().unwrap();
    let named: Vec<&str> = security.keys().map(String::as_str).collect();
    // Anything else here would loosen it: another policy for development, files of the disk as pages, a gap in the CSP.
    assert_eq!(named, ["capabilities", "csp", "freezePrototype"]);
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["capabilities"], json!(["main"]));
    assert_eq!(settings["app"].get("withGlobalTauri"), None, "no script finds the way to the core by itself");
    assert_eq!(
        settings["build"],
        json!({ "frontendDist": "../ui/build" }),
        "the pages come from inside the app"
    );
    let windows = settings["app"]["windows"].as_array().unwrap();
    assert!(windows.iter().all(|window| window.get("url").is_none()), "and no window begins elsewhere");
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

#[test]
fn nothing_within_the_program_opens_addresses_or_starts_programs() {
    let locked = include_str!("../../Cargo.lock");
    let names: Vec<&str> =
        locked.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    assert!(names.contains(&"tauri-plugin-dialog"), "the list of packages is read");
    for opener in [
        "tauri-plugin-shell",
        "tauri-plugin-opener",
        "tauri-plugin-http",
        "tauri-plugin-process",
        "tauri-plugin-updater",
        "tauri-plugin-websocket",
        "opener",
        "webbrowser",
    ] {
        assert!(!names.contains(&opener), "{opener} is among the packages");
    }
}
