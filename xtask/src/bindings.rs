//! The TypeScript types of the command list: written by an example of the app crate, committed, and compared in tests.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::{command, place};

/// Writes the types into the ui.
pub fn write() -> Result<()> {
    export(&mut exporter(), &place::bindings())
}

/// Compares what is committed with what the command list says now.
///
/// # Errors
/// When they differ.
pub fn check() -> Result<()> {
    compare(&mut exporter())
}

/// The same, with the exporter that a build of everything has left.
///
/// # Errors
/// When they differ.
pub fn check_with_what_is_built() -> Result<()> {
    let built =
        place::target()?.join("debug/examples").join(format!("bindings{}", std::env::consts::EXE_SUFFIX));
    compare(&mut command::command(&built.to_string_lossy(), &[]))
}

fn compare(exporter: &mut Command) -> Result<()> {
    let fresh = place::notes().join("bindings");
    if fresh.exists() {
        std::fs::remove_dir_all(&fresh)?;
    }
    export(exporter, &fresh)?;
    let changed = differences(&files(&place::bindings())?, &files(&fresh)?);
    if changed.is_empty() {
        return Ok(());
    }
    bail!("Run `cargo xtask bindings` and commit what it writes.\n  out of date: {}", changed.join(", "))
}

fn exporter() -> Command {
    let example = ["--features", "ts", "--example", "bindings", "--"];
    command::cargo(&[&["run", "--quiet", "-p", "pledgeboard-app"], &example[..]].concat())
}

fn export(exporter: &mut Command, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    exporter.arg(folder).env("TS_RS_LARGE_INT", "number");
    command::hush(exporter, "Mend the types that the app crate exports.")?;
    Ok(())
}

fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in
        WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file())
    {
        let name = entry.path().strip_prefix(folder).context("a file outside its folder")?;
        found.insert(name.to_string_lossy().into_owned(), std::fs::read(entry.path())?);
    }
    Ok(found)
}

fn differences(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    names.into_iter().filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_missing_and_a_superfluous_file_all_count() {
        let tree = |files: &[(&str, &str)]| {
            files
                .iter()
                .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
                .collect::<BTreeMap<_, _>>()
        };
        let before = tree(&[("same.ts", "1"), ("changed.ts", "1"), ("superfluous.ts", "1")]);
        let after = tree(&[("same.ts", "1"), ("changed.ts", "2"), ("missing.ts", "1")]);
        assert_eq!(differences(&before, &after), ["changed.ts", "missing.ts", "superfluous.ts"]);
        assert!(differences(&after, &after).is_empty());
    }
}
