//! The desktop shell of Pledgeboard.

// Without this, Windows opens a console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match pledgeboard_shell::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("Pledgeboard could not start: {problem}");
            ExitCode::FAILURE
        }
    }
}
