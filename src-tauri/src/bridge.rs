//! The bridge from the ui to the command list.

use std::path::PathBuf;

use pledgeboard_app::{App, AppError, Clock};
use serde_json::Value;
use tauri::{
    State,
    ipc::{InvokeResponseBody, Response},
};

/// What answers the ui: the started app, or the reason why it could not be started.
///
/// The window opens either way, because the window is the only place where a person would read that reason.
pub struct Bridge(Result<App, AppError>);

impl Bridge {
    /// Starts the app on its settings folder.
    pub async fn start(folder: PathBuf, clock: Clock) -> Self {
        Self(App::start(folder, clock).await)
    }

    /// Closes the open board, so that one file holds all of it.
    pub async fn close(&self) {
        if let Ok(app) = &self.0 {
            app.close().await;
        }
    }
}

/// Runs the command called `name` with `request` and gives back its response as it is.
///
/// The refusal reaches the ui as `{ code, message, field }`.
///
/// # Errors
/// Whatever the command refuses, or the reason why the app could not be started.
#[tauri::command]
pub async fn call(bridge: State<'_, Bridge>, name: String, request: Value) -> Result<Response, AppError> {
    match &bridge.0 {
        Ok(app) => Ok(Response::new(InvokeResponseBody::Json(app.answer(&name, request).await?))),
        Err(reason) => Err(reason.clone()),
    }
}
