//! The house rules, held as tests. CONTRIBUTING.md gives the reason for each.

mod layers;
mod lines;
mod registries;
mod sizes;
mod sql;
mod words;

use anyhow::{Context, Result, bail};

use crate::{command, place};

/// One file of the project: what git tracks, or would if it were added.
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
    let rules: [Rule; 6] =
        [layers::check, lines::check, registries::check, sizes::check, sql::check, words::check];
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

fn files() -> Result<Vec<File>> {
    let mut git = command::command("git", &["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = command::hush(&mut git, "Install git, and run this in a clone.")?.stdout;
    let listed = String::from_utf8(listed).context("Rename the file whose name is not UTF-8.")?;
    let mut files = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        // What is no text (icons, fonts) and what was deleted but not yet committed has no rules.
        if let Ok(text) = std::fs::read_to_string(place::root().join(path)) {
            files.push(File { path: path.to_owned(), text });
        }
    }
    Ok(files)
}

#[cfg(test)]
fn said(breaches: Vec<Breach>) -> String {
    breaches.into_iter().map(|Breach(said)| said).collect::<Vec<_>>().join("\n")
}
