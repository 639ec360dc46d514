//! No crate of ours has code that the compiler cannot vouch for, and nothing that is shipped starts another program.

use super::{Breach, File};

/// What is shipped. (The tests and these jobs do start programs.)
const SHIPPED: [&str; 6] = [
    "crates/domain/src",
    "crates/store/src",
    "crates/documents/src",
    "crates/app/src",
    "crates/cli/src",
    "src-tauri/src",
];

pub fn check(files: &[File]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files {
        if file.path == "Cargo.toml" {
            breaches.extend(workspace(file));
        } else if file.path.ends_with("Cargo.toml") {
            breaches.extend(member(file));
        }
        if file.path.ends_with(".rs") {
            breaches.extend(code(file));
        }
    }
    breaches
}

fn workspace(file: &File) -> Option<Breach> {
    let lint = at(file, &["workspace", "lints", "rust", "unsafe_code"]);
    let forbids = lint.as_ref().and_then(toml::Value::as_str) == Some("forbid");
    (!forbids).then(|| Breach(format!("{}: forbid unsafe_code for the whole workspace", file.path)))
}

fn member(file: &File) -> Option<Breach> {
    let lints = at(file, &["lints", "workspace"]);
    let keeps = lints.as_ref().and_then(toml::Value::as_bool) == Some(true);
    (!keeps).then(|| Breach(format!("{}: keep the workspace's lints, which forbid unsafe code", file.path)))
}

fn at(file: &File, place: &[&str]) -> Option<toml::Value> {
    let manifest = toml::Value::Table(file.text.parse().ok()?);
    place.iter().try_fold(manifest, |value, name| value.get(*name).cloned())
}

fn code(file: &File) -> Vec<Breach> {
    let mut words = vec![(["allow(", "unsafe_code"].concat(), "no crate of ours has unsafe code")];
    if file.within(&SHIPPED) {
        words.push((["process::", "Command"].concat(), "what is shipped starts no other program"));
    }
    let found = words.into_iter().filter_map(|(word, what)| Some((file.text.find(&word)?, what)));
    found.map(|(offset, what)| Breach(format!("{}:{}: {what}", file.path, file.line_of(offset)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    fn one(path: &str, text: &str) -> String {
        said(check(&[File::new(path, text)]))
    }

    #[test]
    fn every_crate_forbids_unsafe_code() {
        assert_eq!(one("Cargo.toml", "[workspace.lints.rust]\nunsafe_code = \"forbid\"\n"), "");
        assert_ne!(one("Cargo.toml", "[workspace.lints.rust]\nunsafe_code = \"warn\"\n"), "");
        assert_eq!(one("crates/a/Cargo.toml", "[lints]\nworkspace = true\n"), "");
        assert_ne!(one("crates/a/Cargo.toml", "[package]\nname = \"a\"\n"), "");
        let loosened = format!("#![{}{})]\n", "allow(", "unsafe_code");
        assert_eq!(
            one("crates/a/src/lib.rs", &loosened),
            "crates/a/src/lib.rs:1: no crate of ours has unsafe code"
        );
    }

    #[test]
    fn what_is_shipped_starts_no_program() {
        let starts = format!("use std::{}{};\n", "process::", "Command");
        assert_ne!(one("src-tauri/src/paper.rs", &starts), "");
        assert_eq!(one("xtask/src/command.rs", &starts), "");
    }
}
