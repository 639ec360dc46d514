//! What is known before the window opens: where the app keeps its own folder, and which day it is.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use pledgeboard_app::Clock;
use tauri::{AppHandle, Manager, Runtime};

/// The environment variable that moves the app's folder elsewhere: for portable use, and for tests.
pub const HOME: &str = "PLEDGEBOARD_HOME";

/// The environment variable that fixes the day, as `YYYY-MM-DD`: for tests, and for showing the sample board.
pub const TODAY: &str = "PLEDGEBOARD_TODAY";

/// The app's folder: `PLEDGEBOARD_HOME` if it is set, else `pledgeboard` in the local data folder of the person's
/// account.
///
/// It is not Tauri's own data folder: the web view fills that with caches, and a board must not lie among things
/// that are thrown away. It is the local folder, never the roaming or the Documents one, because those are often
/// synchronised or on a network share, where SQLite's write-ahead log is not safe.
///
/// # Errors
/// When the account has no local data folder.
pub fn folder<R: Runtime>(shell: &AppHandle<R>) -> tauri::Result<PathBuf> {
    chosen(std::env::var_os(HOME)).map_or_else(|| Ok(beneath(&shell.path().local_data_dir()?)), Ok)
}

/// The computer's clock, or the day that `PLEDGEBOARD_TODAY` fixes.
///
/// # Errors
/// When the variable holds no date.
pub fn clock() -> Result<Clock, String> {
    fixed(std::env::var(TODAY).ok().as_deref()).map(Clock::new)
}

/// Refuses to go on without a display. The window toolkit would panic instead.
///
/// # Errors
/// On Linux, when neither X11 nor Wayland is there.
pub fn need_a_display() -> Result<(), &'static str> {
    let there = |name| chosen(std::env::var_os(name)).is_some();
    if cfg!(target_os = "linux") && !there("DISPLAY") && !there("WAYLAND_DISPLAY") {
        return Err("there is no display here; pledgeboard-cli does the same jobs without one");
    }
    Ok(())
}

fn chosen(home: Option<OsString>) -> Option<PathBuf> {
    home.filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

fn beneath(local_data: &Path) -> PathBuf {
    local_data.join("pledgeboard")
}

fn fixed(today: Option<&str>) -> Result<Option<NaiveDate>, String> {
    let Some(day) = today.filter(|day| !day.is_empty()) else { return Ok(None) };
    let parsed = NaiveDate::parse_from_str(day, "%Y-%m-%d");
    parsed.map(Some).map_err(|_| format!("set {TODAY} to a day like 2026-12-03, not \"{day}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_folder_is_used_and_an_empty_choice_is_none() {
        assert_eq!(chosen(Some("/media/stick".into())), Some(PathBuf::from("/media/stick")));
        assert_eq!(chosen(Some("".into())), None);
        assert_eq!(chosen(None), None);
    }

    #[test]
    fn the_day_can_be_fixed_but_only_to_a_real_day() {
        assert_eq!(fixed(None), Ok(None));
        assert_eq!(fixed(Some("2026-12-03")), Ok(NaiveDate::from_ymd_opt(2026, 12, 3)));
        assert!(fixed(Some("2026-02-30")).is_err_and(|said| said.contains("2026-02-30")));
    }
}
