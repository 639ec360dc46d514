//! The house rules, held as tests. CONTRIBUTING.md gives the reason for each.

mod layers;
mod lines;
mod registries;
mod safe;
mod sizes;
mod sql;
mod words;

use anyhow::{Context, Result, bail};
use ignore::{DirEntry, WalkBuilder};

use crate::place;

/// One file of the project that is not left out of it.
struct File {
    /// Its path from the root, with forward slashes.
    path: String,
    text: String,
}

impl File {
    #[cfg(test)]
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    fn ends(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    fn within(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// Code that people write: not generated, not a lock file.
    fn is_code(&self) -> bool {
        self.ends(&[".rs", ".ts", ".svelte", ".js", ".css", ".sql", ".html"])
            && !self.path.contains("/generated/")
    }

    fn line_of(&self, offset: usize) -> usize {
        self.text[..offset].matches('\n').count() + 1
    }
}

/// A breach of a house rule: where, and what to do.
struct Breach(String);

/// A house rule: what it finds wrong in the files.
type Rule = fn(&[File]) -> Vec<Breach>;

/// Checks every rule.
///
/// # Errors
/// When a rule is broken; the first line says what to do, the others where.
pub fn tidy() -> Result<()> {
    let files = files()?;
    let rules: [Rule; 7] =
        [layers::check, lines::check, registries::check, safe::check, sizes::check, sql::check, words::check];
    let breaches: Vec<Breach> = rules.iter().flat_map(|rule| rule(&files)).collect();
    if breaches.is_empty() {
        println!("{} files keep the house rules", files.len());
        return Ok(());
    }
    let said: Vec<String> = breaches.into_iter().map(|Breach(said)| format!("  {said}")).collect();
    bail!(
        "Mend these {} breaches of the house rules (CONTRIBUTING.md gives the reasons).\n{}",
        said.len(),
        said.join("\n")
    )
}

/// Every file of text that `.gitignore` does not leave out. It needs no git: an unpacked archive is tidy too.
fn files() -> Result<Vec<File>> {
    let root = place::root();
    let inside = |entry: &DirEntry| entry.file_name() != ".git";
    let mut walk = WalkBuilder::new(&root);
    walk.hidden(false).require_git(false).parents(false).git_global(false).git_exclude(false);
    let mut files = Vec::new();
    for entry in walk.filter_entry(inside).sort_by_file_path(Ord::cmp).build() {
        let entry = entry.context("Make every file of the project readable.")?;
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        let path = entry.path().strip_prefix(&root)?.to_str();
        let path = path.context("Rename the file whose name is not UTF-8.")?.replace('\\', "/");
        // What is no text (icons, fonts) has no rules.
        if let Ok(text) = std::fs::read_to_string(entry.path()) {
            files.push(File { path, text });
        }
    }
    Ok(files)
}

#[cfg(test)]
fn said(breaches: Vec<Breach>) -> String {
    breaches.into_iter().map(|Breach(said)| said).collect::<Vec<_>>().join("\n")
}
