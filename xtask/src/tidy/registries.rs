//! Lock files name packages, never the host that one machine happened to fetch them from.

use super::{Breach, File};

pub fn check(files: &[File]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files {
        if file.path.ends_with("package-lock.json") && file.text.contains("\"resolved\": \"http") {
            let what = "write it again with `npm install --omit-lockfile-registry-resolved`";
            breaches.push(Breach(format!("{}: {what}", file.path)));
        }
        if file.path.ends_with("Cargo.lock") {
            let odd = file
                .text
                .lines()
                .find(|line| line.starts_with("source = ") && !line.contains("crates.io-index"));
            breaches.extend(
                odd.map(|line| Breach(format!("{}: use the ordinary registry, not {line}", file.path))),
            );
        }
        if file.path.ends_with(".npmrc")
            && file.text.lines().any(|line| line.trim_start().starts_with("registry"))
        {
            breaches.push(Breach(format!("{}: leave the registry to each machine", file.path)));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn a_host_in_a_lock_file_is_a_breach() {
        let named = "{ \"resolved\": \"https://packages.example/a.tgz\" }\n";
        assert_ne!(said(check(&[File::new("ui/package-lock.json", named)])), "");
        assert_eq!(said(check(&[File::new("ui/package-lock.json", "{ \"resolved\": \"file:a\" }\n")])), "");
        assert_ne!(said(check(&[File::new("Cargo.lock", "source = \"git+https://example.org/a\"\n")])), "");
        assert_ne!(said(check(&[File::new("ui/.npmrc", "registry=https://packages.example\n")])), "");
    }
}
