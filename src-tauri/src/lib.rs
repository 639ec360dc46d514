//! The desktop shell of Pledgeboard: one window, one bridge to the command list, the system's file dialogs.
//!
//! Nothing is decided here. The window loads the built ui; the ui calls [`bridge::call`] with the name of a
//! command and its request; the answer is what [`pledgeboard_app::App::call`] gave.

pub mod bridge;
pub mod settings;
pub mod window;

use bridge::Bridge;
use tauri::{Manager, RunEvent, async_runtime::block_on};

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When there is no display or no web view, when the window cannot be made, or when `PLEDGEBOARD_TODAY` is no date.
pub fn run() -> Result<(), Box<dyn std::error::Error>> {
    let clock = settings::clock()?;
    settings::need_a_display()?;
    let shell = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![bridge::call])
        .build(tauri::generate_context!())?;
    let folder = settings::folder(shell.handle())?;
    shell.manage(block_on(Bridge::start(folder, clock)));
    window::open(shell.handle())?;
    shell.run(|shell, event| {
        if let RunEvent::Exit = event {
            block_on(shell.state::<Bridge>().close());
        }
    });
    Ok(())
}
