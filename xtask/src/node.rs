//! The ui's packages and its build, done again only when what they come from has changed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::command;
use crate::place;

/// `npm`, to be run in `folder`.
pub fn npm(folder: &Path, arguments: &[&str]) -> Command {
    let mut npm = command::command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    npm.current_dir(folder);
    npm
}

/// Installs the packages that `folder/package-lock.json` names, unless just those are there already.
pub fn packages(folder: &Path) -> Result<()> {
    // The note lies inside node_modules, so that it goes when they go.
    let note = folder.join("node_modules/.installed-from");
    let inputs = [folder.join("package.json"), folder.join("package-lock.json")];
    unless_unchanged(&note, &inputs, || {
        println!("Installing the packages of {}", shown(folder));
        let mut install = npm(folder, &["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
        command::see(&mut install, "Connect to the internet and run this again: `npm ci` failed.")
    })
}

/// Builds the ui into `ui/build`, unless it was built from just these files already.
pub fn build() -> Result<()> {
    let ui = place::ui();
    packages(&ui)?;
    let inputs: Vec<PathBuf> = [
        "src",
        "static",
        "package.json",
        "package-lock.json",
        "svelte.config.js",
        "vite.config.ts",
        "tsconfig.json",
    ]
    .iter()
    .map(|name| ui.join(name))
    .collect();
    let note = place::notes().join("ui-built-from");
    if !ui.join("build/index.html").is_file() && note.exists() {
        std::fs::remove_file(&note).context("Remove the folder target/xtask and run this again.")?;
    }
    unless_unchanged(&note, &inputs, || {
        println!("Building the ui");
        let mut build = npm(&ui, &["run", "--silent", "build"]);
        command::hush(&mut build, "Mend the ui: `npm run build` in the folder ui failed.")?;
        Ok(())
    })
}

/// Does the work unless `note` says that it was done from files with just this content.
fn unless_unchanged(note: &Path, inputs: &[PathBuf], work: impl FnOnce() -> Result<()>) -> Result<()> {
    let now = fingerprint(inputs)?;
    if std::fs::read_to_string(note).is_ok_and(|before| before == now) {
        return Ok(());
    }
    work()?;
    if let Some(folder) = note.parent() {
        std::fs::create_dir_all(folder).context("Make the folder target writable and run this again.")?;
    }
    std::fs::write(note, now).context("Make the folder target writable and run this again.")
}

/// One number over the names and the content of the files, folders included. Times do not count: a fresh clone has
/// new ones.
fn fingerprint(inputs: &[PathBuf]) -> Result<String> {
    let mut hash = Sha256::new();
    for input in inputs.iter().filter(|input| input.exists()) {
        for entry in WalkDir::new(input).sort_by_file_name() {
            let entry = entry.context("Make the files of the ui readable and run this again.")?;
            if entry.file_type().is_file() {
                let content = std::fs::read(entry.path())?;
                hash.update(entry.path().to_string_lossy().as_bytes());
                hash.update((content.len() as u64).to_le_bytes());
                hash.update(content);
            }
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn shown(folder: &Path) -> String {
    folder.strip_prefix(place::root()).unwrap_or(folder).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_done_again_only_when_the_content_changed() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let input = folder.path().join("input");
        let note = folder.path().join("notes/note");
        std::fs::write(&input, "one")?;
        let mut times = 0;
        let mut again = || {
            unless_unchanged(&note, std::slice::from_ref(&input), || {
                times += 1;
                Ok(())
            })
        };
        again()?;
        again()?;
        std::fs::write(&input, "two")?;
        again()?;
        assert_eq!(times, 2);
        Ok(())
    }

    #[test]
    fn work_that_failed_is_done_again() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let note = folder.path().join("note");
        assert!(unless_unchanged(&note, &[], || anyhow::bail!("no")).is_err());
        let mut did = false;
        unless_unchanged(&note, &[], || {
            did = true;
            Ok(())
        })?;
        assert!(did);
        Ok(())
    }
}
