//! The bridge, without a display: what the ui sends, and what it gets back.

use pledgeboard_app::Clock;
use pledgeboard_shell::bridge::{self, Bridge};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, get_ipc_response, mock_builder, mock_context, noop_assets};
use tauri::webview::InvokeRequest;
use tauri::{WebviewWindow, WebviewWindowBuilder};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
type Window = WebviewWindow<tauri::test::MockRuntime>;

fn window(bridge: Bridge) -> Outcome<Window> {
    let shell = mock_builder()
        .manage(bridge)
        .invoke_handler(tauri::generate_handler![bridge::call])
        .build(mock_context(noop_assets()))?;
    Ok(WebviewWindowBuilder::new(&shell, "main", tauri::WebviewUrl::default()).build()?)
}

/// What the ui gets: a response, or a refusal.
fn call(window: &Window, name: &str, request: Value) -> Outcome<Result<Value, Value>> {
    let request = InvokeRequest {
        cmd: "call".into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse()?,
        body: InvokeBody::Json(json!({ "name": name, "request": request })),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    match get_ipc_response(window, request) {
        Ok(body) => Ok(Ok(body.deserialize()?)),
        Err(refusal) => Ok(Err(refusal)),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_answers_through_the_bridge() {
    let home = tempfile::tempdir().unwrap();
    let day = "2026-11-22".parse().unwrap();
    let window = window(Bridge::start(home.path().into(), Clock::new(Some(day))).await).unwrap();

    let desk = call(&window, "desk.show", json!({})).unwrap().unwrap();

    assert_eq!(desk["today"], "2026-11-22");
    assert_eq!(desk["board"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_arrives_with_its_sentence_and_its_field() {
    let home = tempfile::tempdir().unwrap();
    let window = window(Bridge::start(home.path().into(), Clock::default()).await).unwrap();

    let missing = home.path().join("missing.pledgeboard");
    let refusal = call(&window, "desk.open", json!({ "path": missing })).unwrap().unwrap_err();

    assert_eq!(refusal["field"], "path");
    assert!(refusal["message"].as_str().is_some_and(|sentence| sentence.ends_with('.')), "{refusal}");
    assert!(refusal["code"].is_string(), "{refusal}");
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_apps_folder_cannot_be_made_every_command_says_why() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("in the way");
    std::fs::write(&file, "a file, not a folder").unwrap();
    let window = window(Bridge::start(file.join("settings"), Clock::default()).await).unwrap();

    let refusal = call(&window, "desk.show", json!({})).unwrap().unwrap_err();

    assert!(refusal["message"].is_string(), "{refusal}");
}
