//! What is known before the window opens: where the app keeps its own folder, and which day it is.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use pledgeboard_app::Clock;
use tauri::{AppHandle, Manager, Runtime};

/// The environment variable that moves the app's folder elsewhere: for portable use, and for tests.
pub const HOME: &str = "PLEDGEBOARD_HOME";

/// The environment variable that fixes the day, as `YYYY-MM-DD`, or the moment at which the app starts, as
/// `YYYY-MM-DDTHH:MM`: for tests, and for showing the sample board.
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

/// The computer's clock, or the day or moment that `PLEDGEBOARD_TODAY` fixes.
///
/// # Errors
/// When the variable holds neither.
pub fn clock() -> Result<Clock, String> {
    fixed(std::env::var(TODAY).ok().as_deref())
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

fn fixed(today: Option<&str>) -> Result<Clock, String> {
    let Some(words) = today.filter(|words| !words.is_empty()) else { return Ok(Clock::default()) };
    if let Ok(day) = NaiveDate::parse_from_str(words, "%Y-%m-%d") {
        return Ok(Clock::new(Some(day)));
    }
    let moment = NaiveDateTime::parse_from_str(words, "%Y-%m-%dT%H:%M");
    moment.map(Clock::started_at).map_err(|_| {
        format!("set {TODAY} to a day like 2026-12-03, or a moment like 2026-12-03T17:30, not \"{words}\"")
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::*;

    #[test]
    fn a_chosen_folder_is_used_and_an_empty_choice_is_none() {
        assert_eq!(chosen(Some("/media/stick".into())), Some(PathBuf::from("/media/stick")));
        assert_eq!(chosen(Some("".into())), None);
        assert_eq!(chosen(None), None);
    }

    #[test]
    fn the_day_or_the_moment_can_be_fixed_but_only_to_real_ones() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 3);
        assert_eq!(fixed(Some("2026-12-03")).ok().map(|clock| clock.today()), day);
        let evening = fixed(Some("2026-12-03T17:30")).ok();
        assert_eq!(evening.map(|clock| clock.today()), day);
        assert_eq!(evening.map(|clock| clock.time()), NaiveTime::from_hms_opt(17, 30, 0));
        assert!(fixed(None).is_ok());
        assert!(fixed(Some("2026-02-30")).is_err_and(|said| said.contains("2026-02-30")));
    }
}
