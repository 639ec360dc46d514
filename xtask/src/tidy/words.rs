//! Words that say too little, words that we do not use, and words that do not belong in a place.

use super::{Breach, File};

/// A name that ends so could be anything: name what it does instead.
const EMPTY_NAMES: [&str; 4] = ["Manager", "Helper", "Util", "Service"];

pub fn check(files: &[File]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| file.is_code()) {
        for (word, what) in forbidden(file) {
            breaches.extend(
                file.text
                    .match_indices(&word)
                    .map(|(at, _)| Breach(format!("{}:{}: {what}", file.path, file.line_of(at)))),
            );
        }
        breaches.extend(empty_names(file));
        if file.within(&["ui/src"]) {
            breaches.extend(remote(file));
        }
    }
    breaches
}

fn forbidden(file: &File) -> Vec<(String, &'static str)> {
    // Put together here, so that this file does not break its own rules.
    let mut words = vec![
        (["TO", "DO"].concat(), "do it now or open an issue"),
        (["FIX", "ME"].concat(), "fix it now or open an issue"),
        (["LA", "C "].concat(), "write \"children in our care\""),
    ];
    let quiet = ["crates/domain/src", "crates/store/src", "crates/documents/src", "crates/app/src"];
    if file.within(&quiet) {
        words.push((["print", "ln!"].concat(), "return it, or trace it: this crate does not print"));
    }
    words
}

/// Types and files whose names end in an empty word.
fn empty_names(file: &File) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    for word in EMPTY_NAMES {
        let lower = word.to_lowercase();
        let plain = stem.to_lowercase();
        if plain == lower
            || plain == format!("{lower}s")
            || plain.ends_with(&format!("_{lower}"))
            || stem.ends_with(word)
        {
            breaches.push(Breach(format!("{}: name the file after what it does, not \"{word}\"", file.path)));
        }
        for kind in ["struct ", "enum ", "trait ", "class ", "interface ", "type "] {
            for (at, _) in file.text.match_indices(kind) {
                let declared: String =
                    file.text[at + kind.len()..].chars().take_while(|next| next.is_alphanumeric()).collect();
                if declared.ends_with(word) {
                    let line = file.line_of(at);
                    breaches
                        .push(Breach(format!("{}:{line}: name {declared} after what it does", file.path)));
                }
            }
        }
    }
    breaches
}

/// The ui loads nothing from elsewhere; an address in it is either a namespace or a mistake.
fn remote(file: &File) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for scheme in ["http://", "https://"] {
        for (at, _) in file.text.match_indices(scheme) {
            let address = &file.text[at..];
            if !address.starts_with("http://www.w3.org/") {
                let line = file.line_of(at);
                breaches.push(Breach(format!("{}:{line}: the ui names no address elsewhere", file.path)));
            }
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    fn one(path: &str, text: &str) -> String {
        said(check(&[File::new(path, text)]))
    }

    #[test]
    fn unfinished_work_is_a_breach_with_its_line() {
        let text = format!("fn a() {{}}\n// {}{}: later\n", "TO", "DO");
        assert_eq!(one("a.rs", &text), "a.rs:2: do it now or open an issue");
    }

    #[test]
    fn names_that_say_nothing_are_breaches() {
        assert_ne!(one("a.rs", &format!("pub struct Meeting{};\n", "Manager")), "");
        assert_ne!(one("ui/src/lib/utils.ts", ""), "");
        assert_ne!(one("ui/src/lib/VoiceHelper.svelte", ""), "");
        assert_eq!(one("ui/src/lib/Meeting.svelte", "// our Service to children\n"), "");
    }

    #[test]
    fn the_ui_names_no_address_elsewhere() {
        assert_ne!(one("ui/src/app.html", "<script src=\"https://example.org/a.js\"></script>\n"), "");
        assert_eq!(one("ui/src/app.html", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n"), "");
    }

    #[test]
    fn the_inner_crates_do_not_print() {
        let text = format!("fn a() {{ {}(\"a\") }}\n", "println!");
        assert_ne!(one("crates/store/src/a.rs", &text), "");
        assert_eq!(one("crates/cli/src/a.rs", &text), "");
    }
}
