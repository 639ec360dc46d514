//! Ending the app as a power cut would: whatever it had not written is lost.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// Kills the one running app that has its settings below `home`; no other, whoever else runs one.
pub fn kill(app: &Path, home: &Path) -> Result<()> {
    let process = std::fs::read_dir("/proc")?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|process| is_app(process, app, home))
        .context("the app is not running")?;
    let id = process.file_name().context("a process has a number")?;
    let status = Command::new("kill").arg("-9").arg(id).status()?;
    ensure!(status.success(), "the app could not be killed");
    Ok(())
}

fn is_app(process: &Path, app: &Path, home: &Path) -> bool {
    let runs = std::fs::read_link(process.join("exe")).is_ok_and(|program| program == app);
    let setting = format!("PLEDGEBOARD_HOME={}", home.join("settings").display());
    runs && std::fs::read(process.join("environ"))
        .is_ok_and(|variables| variables.split(|byte| *byte == 0).any(|it| it == setting.as_bytes()))
}
