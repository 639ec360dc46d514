//! Small files. A folder comes before a long file.

use super::{Breach, File};

/// The most lines by kind of file. The aim is far below: see CONTRIBUTING.md.
const MOST: [(&str, usize); 3] = [(".rs", 450), (".svelte", 300), (".ts", 350)];

pub fn check(files: &[File]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| file.is_code()) {
        for (ending, most) in MOST {
            let lines = file.text.lines().count();
            if file.path.ends_with(ending) && lines > most {
                breaches.push(Breach(format!("{}: split it: {lines} lines, at most {most}", file.path)));
            }
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn a_long_file_is_a_breach_unless_it_is_generated() {
        assert_eq!(said(check(&[File::new("a.rs", &"\n".repeat(450))])), "");
        assert_eq!(
            said(check(&[File::new("a.rs", &"\n".repeat(451))])),
            "a.rs: split it: 451 lines, at most 450"
        );
        assert_ne!(said(check(&[File::new("a.svelte", &"\n".repeat(301))])), "");
        assert_eq!(said(check(&[File::new("ui/src/lib/backend/generated/a.ts", &"\n".repeat(999))])), "");
    }
}
