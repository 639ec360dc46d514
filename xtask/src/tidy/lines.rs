//! Every file of text ends with a line end, and no line of code ends with a space.

use super::{Breach, File};

pub fn check(files: &[File]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files {
        if !file.text.is_empty() && !file.text.ends_with('\n') {
            breaches.push(Breach(format!("{}: end the file with a line end", file.path)));
        }
        if file.is_code() {
            let trailing = file.text.lines().enumerate().filter(|(_, line)| line.ends_with([' ', '\t']));
            breaches.extend(
                trailing
                    .map(|(at, _)| Breach(format!("{}:{}: remove the space at the end", file.path, at + 1))),
            );
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn a_missing_line_end_and_a_trailing_space_are_breaches() {
        assert!(said(check(&[File::new("README.md", "words")])).contains("line end"));
        assert_eq!(said(check(&[File::new("a.rs", "fn a() {} \n")])), "a.rs:1: remove the space at the end");
        assert_eq!(said(check(&[File::new("README.md", "two  \nlines\n"), File::new("empty.txt", "")])), "");
    }
}
