//! The one window.

use tauri::{AppHandle, Runtime, WebviewWindowBuilder};

/// The label that capabilities and tests know the window by.
pub const LABEL: &str = "main";

/// Makes the window as `tauri.conf.json` describes it. Its title follows the title of the page, so that the ui
/// says once which board and which screen is open.
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
        .build()?;
    Ok(())
}
