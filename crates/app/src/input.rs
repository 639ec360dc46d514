//! What comes from outside, before it is read into its type: nothing longer than any box takes, no day and no year that no
//! calendar of ours has.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use pledgeboard_domain::{Code, Refusal, text};
use serde_json::Value;

use crate::error::{AppError, Outcome};

/// More than any box takes, in bytes. What a field may hold at most is the domain's to say, and far less.
pub(crate) const MOST: usize = 200_000;

/// The field of a request that holds a file as a whole, as long as it may be.
const FILE: &str = "content";

/// Looks at every text in a request.
///
/// # Errors
/// One sentence, with the field, for the first that is far too long, or a day or a year beyond four digits.
pub(crate) fn check(request: &Value) -> Outcome<()> {
    match request {
        Value::String(words) => check_text(words),
        Value::Array(values) => values
            .iter()
            .enumerate()
            .try_for_each(|(at, it)| check(it).map_err(|e| e.within(&at.to_string()))),
        Value::Object(fields) => {
            fields.iter().filter(|(name, value)| !(name.as_str() == FILE && value.is_string())).try_for_each(
                |(name, it)| check_year(name, it).and_then(|()| check(it)).map_err(|e| e.within(name)),
            )
        }
        _ => Ok(()),
    }
}

fn check_text(words: &str) -> Outcome<()> {
    let refused =
        |message: String| Err(AppError::from(Refusal { code: Code::Invalid, field: None, message }));
    if words.len() > MOST {
        return refused(text::too_long("This text", words.chars().count(), text::LONG));
    }
    if is_beyond_the_calendar(words) {
        return refused("This is not a real date or time. Check it.".into());
    }
    Ok(())
}

/// A year stands in a field that says so; from one of four digits, sums of years are safe.
fn check_year(field: &str, value: &Value) -> Outcome<()> {
    let is_year = field == "year" || field.ends_with("_year");
    if is_year && value.as_i64().is_some_and(|year| !(0..=9999).contains(&year)) {
        let message = "Enter a year such as 2026.".into();
        return Err(AppError::from(Refusal { code: Code::Invalid, field: None, message }));
    }
    Ok(())
}

/// A date that chrono reads, with a sign before its year: no sum of days from there is safe.
fn is_beyond_the_calendar(words: &str) -> bool {
    words.starts_with(['+', '-'])
        && (words.parse::<NaiveDate>().is_ok()
            || words.parse::<NaiveDateTime>().is_ok()
            || DateTime::parse_from_rfc3339(words).is_ok()
            || words.parse::<DateTime<chrono::Utc>>().is_ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn field(request: &Value) -> Option<String> {
        check(request).unwrap_err().field
    }

    #[test]
    fn text_that_no_box_takes_is_refused_beside_its_field() {
        let long = "a".repeat(MOST + 1);
        assert_eq!(field(&json!({ "members": [{}, { "name": &long }] })).as_deref(), Some("members.1.name"));
        assert!(check(&json!({ "content": &long, "name": "paper.pdf" })).is_ok(), "a dropped file");
        let nested = json!({ "content": { "words": &long } });
        assert_eq!(field(&nested).as_deref(), Some("content.words"));
    }

    #[test]
    fn days_that_no_calendar_has_are_refused_and_words_with_a_sign_are_not() {
        for day in ["+262142-12-31", "-0001-01-01", "+12026-12-03T17:30:00", "-262143-01-01T00:00:00Z"] {
            assert_eq!(field(&json!({ "on": day })).as_deref(), Some("on"), "{day}");
        }
        assert!(
            check(&json!({ "on": "2026-12-03", "words": "- a list", "phone": "+44 1632 960999" })).is_ok()
        );
    }
}
