//! What text may be stored: limits in characters, and the sentences that refuse the rest.

use crate::refusal::{Checked, Refusal};

/// Names, titles, places.
pub const SHORT: usize = 200;
/// One thing said, a reason, a question.
pub const MEDIUM: usize = 2_000;
/// Minutes, notes, what happened.
pub const LONG: usize = 20_000;

/// Text that must be there: not empty, not over `limit` characters. `called` is what the screen calls the field.
pub fn required(field: &'static str, called: &str, value: &str, limit: usize) -> Checked {
    if value.trim().is_empty() {
        return Err(Refusal::field(field, format!("Enter {called}.")));
    }
    optional(field, called, value, limit)
}

/// Text that may be empty, but not over `limit` characters.
pub fn optional(field: &'static str, called: &str, value: &str, limit: usize) -> Checked {
    let length = value.chars().count();
    if length > limit {
        let called = capitalised(called);
        return Err(Refusal::field(
            field,
            format!("{called} is {length} characters long. Shorten it to {limit} or fewer."),
        ));
    }
    Ok(())
}

/// Every line of a list: none empty, none over `limit`.
pub fn lines(field: &'static str, called: &str, values: &[String], limit: usize) -> Checked {
    values.iter().try_for_each(|value| required(field, called, value, limit))
}

fn capitalised(words: &str) -> String {
    let words = words.strip_prefix("a ").or(words.strip_prefix("an ")).unwrap_or(words);
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_text_is_refused_in_words() {
        assert_eq!(required("title", "a title", " ", SHORT).unwrap_err().message, "Enter a title.");
    }

    #[test]
    fn over_long_text_is_counted_in_characters_not_bytes() {
        assert!(required("title", "a title", &"ŵ".repeat(SHORT), SHORT).is_ok());
        let refused = required("title", "a title", &"ŵ".repeat(SHORT + 1), SHORT).unwrap_err();
        assert_eq!(refused.message, "Title is 201 characters long. Shorten it to 200 or fewer.");
        assert_eq!(refused.field, Some("title"));
    }
}
