//! Migrations are numbered from 1 without a gap, because each is applied after the one before it, for ever.

use super::{Breach, File};

pub fn check(files: &[File]) -> Vec<Breach> {
    let mut numbers = Vec::new();
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".sql")) {
        let Some(name) = file.path.strip_prefix("migrations/") else { continue };
        // A folder holds what one engine has of its own.
        if name.contains('/') {
            continue;
        }
        match name.split_once('_').and_then(|(number, _)| number.parse::<usize>().ok()) {
            Some(number) => numbers.push((number, name)),
            None => breaches.push(Breach(format!("{}: name it <number>_<what it adds>.sql", file.path))),
        }
    }
    numbers.sort_unstable();
    for (expected, (number, name)) in (1..).zip(numbers) {
        if number != expected {
            breaches.push(Breach(format!(
                "migrations/{name}: number it {expected}, so that there is no gap and no twin"
            )));
            break;
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    fn named(names: &[&str]) -> String {
        said(check(
            &names.iter().map(|name| File::new(&format!("migrations/{name}"), "")).collect::<Vec<_>>(),
        ))
    }

    #[test]
    fn gaps_twins_and_nameless_migrations_are_breaches() {
        assert_eq!(named(&["0002_people.sql", "0001_board.sql"]), "");
        assert!(named(&["0001_board.sql", "0003_people.sql"]).contains("number it 2"));
        assert!(named(&["0001_board.sql", "0001_people.sql"]).contains("number it 2"));
        assert_eq!(named(&["0001_board.sql", "postgres/search.sql"]), "");
        assert!(named(&["board.sql"]).contains("name it"));
    }
}
