//! Nobody imports upwards: the domain stands below the store and the documents, those below the app, that below the
//! command line and the shell. In the ui, one folder alone speaks to the shell.

use super::{Breach, File};

/// How high each of our crates stands. A crate may use only what stands lower.
const HEIGHTS: [(&str, u8); 9] = [
    ("pledgeboard-test-place", 0),
    ("pledgeboard-test-server", 0),
    ("pledgeboard-domain", 0),
    ("pledgeboard-store", 1),
    ("pledgeboard-documents", 1),
    ("pledgeboard-app", 2),
    ("pledgeboard-cli", 3),
    ("pledgeboard", 3),
    ("pledgeboard-tests", 4),
];

/// What the pure crates may not touch: files, networks, clocks, chance.
const IMPURE: [&str; 8] = [
    "std::fs",
    "std::net",
    "std::env",
    "SystemTime::now",
    "Utc::now",
    "Local::now",
    "Uuid::new_v4",
    "Uuid::now_v7",
];

pub fn check(files: &[File]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files {
        if file.path.ends_with("Cargo.toml") {
            breaches.extend(upward(file));
        }
        if file.within(&["crates/domain/src", "crates/documents/src"]) && file.path.ends_with(".rs") {
            breaches.extend(impure(file));
        }
        if file.within(&["ui/src"])
            && !file.within(&["ui/src/lib/backend"])
            && file.text.contains("@tauri-apps")
        {
            let path = &file.path;
            breaches.push(Breach(format!("{path}: import @tauri-apps only in ui/src/lib/backend")));
        }
    }
    breaches
}

fn upward(file: &File) -> Vec<Breach> {
    let Ok(manifest) = file.text.parse::<toml::Table>() else {
        return vec![Breach(format!("{}: mend the manifest, it cannot be read", file.path))];
    };
    let name = manifest.get("package").and_then(|package| package.get("name")).and_then(toml::Value::as_str);
    let Some(name) = name else { return Vec::new() };
    let mine = height(name);
    let mut breaches = Vec::new();
    for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let used = manifest.get(kind).and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys);
        for other in used.filter(|other| other.as_str() == "xtask" || other.starts_with("pledgeboard")) {
            // It starts the server of the tests, and stands apart otherwise.
            if name == "xtask" && other == "pledgeboard-test-server" {
                continue;
            }
            if mine.is_none() || height(other) >= mine {
                breaches.push(Breach(format!(
                    "{}: {name} may not use {other}, which does not stand below it",
                    file.path
                )));
            }
        }
    }
    breaches
}

fn height(name: &str) -> Option<u8> {
    HEIGHTS.iter().find(|(crate_name, _)| *crate_name == name).map(|(_, height)| *height)
}

fn impure(file: &File) -> Vec<Breach> {
    // What stands below the tests' line is test code.
    let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
    let found = IMPURE.iter().filter(|word| code.contains(**word));
    found
        .map(|word| Breach(format!("{}: pass in what {word} would give; this crate is pure", file.path)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn an_upward_import_is_a_breach_and_a_downward_one_is_not() {
        let up =
            "[package]\nname = \"pledgeboard-store\"\n[dependencies]\npledgeboard-app.workspace = true\n";
        assert!(
            said(check(&[File::new("crates/store/Cargo.toml", up)])).contains("may not use pledgeboard-app")
        );
        let across =
            "[package]\nname = \"pledgeboard-documents\"\n[dev-dependencies]\npledgeboard-store = \"1\"\n";
        assert!(
            said(check(&[File::new("crates/documents/Cargo.toml", across)])).contains("pledgeboard-store")
        );
        let down =
            "[package]\nname = \"pledgeboard-app\"\n[dependencies]\npledgeboard-store.workspace = true\n";
        assert_eq!(said(check(&[File::new("crates/app/Cargo.toml", down)])), "");
    }

    #[test]
    fn xtask_stands_apart() {
        let xtask = "[package]\nname = \"xtask\"\n[dependencies]\npledgeboard-app.workspace = true\n";
        assert_ne!(said(check(&[File::new("xtask/Cargo.toml", xtask)])), "");
    }

    #[test]
    fn the_domain_reads_no_clock_outside_its_tests() {
        let code = "fn today() -> NaiveDate { Utc::now().date_naive() }\n";
        assert!(said(check(&[File::new("crates/domain/src/day.rs", code)])).contains("Utc::now"));
        let tested = format!("fn pure() {{}}\n#[cfg(test)]\nmod tests {{ {code} }}\n");
        assert_eq!(said(check(&[File::new("crates/domain/src/day.rs", &tested)])), "");
        assert_eq!(said(check(&[File::new("crates/app/src/day.rs", code)])), "");
    }

    #[test]
    fn one_folder_of_the_ui_speaks_to_the_shell() {
        let import = "import { invoke } from '@tauri-apps/api/core';\n";
        assert_ne!(said(check(&[File::new("ui/src/routes/+page.svelte", import)])), "");
        assert_eq!(said(check(&[File::new("ui/src/lib/backend/shell.ts", import)])), "");
    }
}
