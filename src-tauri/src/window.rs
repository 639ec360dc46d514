//! The one window.

use tauri::{AppHandle, Runtime, Url, WebviewWindowBuilder, webview::NewWindowResponse};

/// The label that capabilities and tests know the window by.
pub const LABEL: &str = "main";

/// Makes the window as `tauri.conf.json` describes it. Its title follows the title of the page, so that the ui
/// says once which board and which screen is open.
///
/// It shows the app's own pages and never another: a link, a dropped address or a page that asks for a second window
/// leads nowhere. Nothing is opened outside the window either; a paper is shown inside it, as pictures of its pages.
///
/// # Errors
/// When the window is missing from the settings, or the system cannot make one.
pub fn open<R: Runtime>(shell: &AppHandle<R>) -> tauri::Result<()> {
    let described = shell.config().app.windows.iter().find(|window| window.label == LABEL);
    let Some(described) = described else { return Err(tauri::Error::WebviewNotFound) };
    WebviewWindowBuilder::from_config(shell, described)?
        .on_document_title_changed(|window, title| {
            // A title that cannot be set is no reason to stop: the page itself shows the same words.
            let _ = window.set_title(&title);
        })
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// Whether an address is one of the app's own pages: "tauri://localhost", on Windows "http://tauri.localhost".
pub fn is_ours(address: &Url) -> bool {
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => address.host_str() == Some("tauri.localhost") && address.port().is_none(),
        _ => false,
    }
}
