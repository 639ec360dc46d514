//! Days as people write them in an e-mail.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// "18 November 2026", "Wed 18 Nov", "18/11/26", "18.11.", "2026-11-18", "today" or "yesterday". Without a year it is
/// the last such day up to `today`. None when it is no day.
pub(super) fn read(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let lower = typed.to_lowercase();
    if let Ok(day) = typed.trim().parse::<NaiveDate>() {
        return Some(day).filter(|day| (0..=9999).contains(&day.year()));
    }
    if lower.contains("yesterday") {
        return today.pred_opt();
    }
    if lower.contains("today") {
        return Some(today);
    }
    let mut numbers: Vec<u32> = vec![];
    let mut named = None;
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        if !digits.is_empty() && is_ordinal(&word[digits.len()..]) {
            numbers.push(digits.parse().ok()?);
        } else if named.is_none() {
            named = (1..).zip(MONTHS).find(|(_, month)| word.starts_with(month)).map(|(number, _)| number);
        }
    }
    let (day, month, year) = match (named, numbers.as_slice()) {
        (Some(month), [day]) => (*day, month, None),
        (Some(month), [day, year, ..]) => (*day, month, Some(*year)),
        (None, [day, month]) => (*day, *month, None),
        (None, [day, month, year, ..]) => (*day, *month, Some(*year)),
        _ => return None,
    };
    match year {
        Some(year) => {
            let year = i32::try_from(year).ok()?;
            NaiveDate::from_ymd_opt(if year < 100 { year + 2000 } else { year }, month, day)
        }
        None => (0..5)
            .filter_map(|back| NaiveDate::from_ymd_opt(today.year() - back, month, day))
            .find(|day| *day <= today),
    }
}

fn is_ordinal(ending: &str) -> bool {
    matches!(ending, "" | "st" | "nd" | "rd" | "th")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_every_usual_way() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for typed in [
            "18 November 2026",
            "Wednesday 18 November 2026",
            "Wed, 18th Nov",
            "18/11/2026",
            "18.11.26",
            "18.11.",
            "2026-11-18",
            "November 18",
            "18-11-2026 (evening)",
        ] {
            assert_eq!(read(typed, today), NaiveDate::from_ymd_opt(2026, 11, 18), "{typed}");
        }
        assert_eq!(
            read("3 December", today),
            NaiveDate::from_ymd_opt(2025, 12, 3),
            "it has not come this year"
        );
        assert_eq!(read("yesterday", today), NaiveDate::from_ymd_opt(2026, 11, 21));
        for typed in ["", "last week", "31 February 2026", "99/99/99", "the 18th", "18 18 18 18 18888888888"]
        {
            assert_eq!(read(typed, today), None, "{typed}");
        }
    }
}
