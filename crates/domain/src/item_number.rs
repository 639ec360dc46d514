//! The printed numbers of agenda items: given when the agenda is published, and kept (domain rule 3).

/// The number of a late item: after the last item the next number, in between "4a", "4b" …
///
/// `given` are the numbers that the meeting's items have, the withdrawn ones too: none is given twice.
///
/// ```
/// # use pledgeboard_domain::item_number::late;
/// assert_eq!(late(&["1", "2", "3"], None), "4");
/// assert_eq!(late(&["1", "2", "3"], Some("2")), "2a");
/// assert_eq!(late(&["1", "2", "2a", "3"], Some("2a")), "2b");
/// ```
pub fn late<S: AsRef<str>>(given: &[S], after: Option<&str>) -> String {
    let whole = |number: &str| number.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse::<u32>().ok();
    let highest = given.iter().filter_map(|number| whole(number.as_ref())).max().unwrap_or(0);
    match after.and_then(whole) {
        Some(base) if base < highest => ('a'..='z')
            .map(|letter| format!("{base}{letter}"))
            .find(|number| given.iter().all(|taken| taken.as_ref() != number))
            .unwrap_or_else(|| (highest + 1).to_string()),
        _ => (highest + 1).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_place_takes_the_next_number() {
        assert_eq!(late::<&str>(&[], None), "1");
        assert_eq!(late(&["1", "2"], Some("2")), "3");
        assert_eq!(late(&["1", "2", "2a"], Some("2")), "3");
    }

    #[test]
    fn no_number_is_given_twice() {
        let mut given = vec!["1".to_owned(), "2".to_owned(), "3".to_owned()];
        for turn in 0..30 {
            let next = late(&given, (turn % 2 == 0).then_some("1"));
            assert!(!given.contains(&next), "{next} twice");
            given.push(next);
        }
    }
}
