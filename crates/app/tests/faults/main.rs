//! Stories of what goes wrong around the app: a kill between two steps, a full disk, a permission that is lost, another
//! version's file, a clock that was set back, a damaged page.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

mod clock;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod locks;
mod migrations;
mod process;
mod recover;
mod scene;
mod steps;
