//! What text may be stored: limits in characters, the sentences that refuse the rest, and what is never a part of it.

use std::borrow::Cow;

use crate::refusal::{Checked, Refusal};

/// Names, titles, places.
pub const SHORT: usize = 200;
/// One thing said, a reason, a question.
pub const MEDIUM: usize = 2_000;
/// Minutes, notes, what happened.
pub const LONG: usize = 20_000;

/// Text that must be there: not empty, not over `limit` characters. `called` is what the screen calls the field.
pub fn required(field: &'static str, called: &str, value: &str, limit: usize) -> Checked {
    if value.chars().all(is_unseen) {
        return Err(Refusal::field(field, format!("Enter {called}.")));
    }
    optional(field, called, value, limit)
}

/// Text that may be empty, but not over `limit` characters.
pub fn optional(field: &'static str, called: &str, value: &str, limit: usize) -> Checked {
    let length = value.chars().count();
    if length > limit {
        return Err(Refusal::field(field, too_long(&capitalised(called), length, limit)));
    }
    Ok(())
}

/// The sentence for text that is too long, both in characters.
#[must_use]
pub fn too_long(called: &str, length: usize, limit: usize) -> String {
    format!("{called} is {length} characters long. Shorten it to {limit} or fewer.")
}

/// Every line of a list: none empty, none over `limit`.
pub fn lines(field: &'static str, called: &str, values: &[String], limit: usize) -> Checked {
    values.iter().try_for_each(|value| required(field, called, value, limit))
}

/// Whether a character steers what shows it instead of being read: a control other than a line feed or a tab, what
/// turns the direction of all that follows it (Unicode Standard Annex 9: embeddings, overrides, isolates), what marks
/// text up in secret, and what is no character at all.
///
/// Words in Arabic or Hebrew need none of these: their letters say which way they read.
#[must_use]
pub fn steers(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{fdd0}'..='\u{fdef}' => true,
        other => other.is_control() || u32::from(other) & 0xfffe == 0xfffe,
    }
}

/// Text as it may be kept and shown: without what [`steers`], without what nobody sees within a word and what would
/// hide a name from whoever looks for it, and with every line ended in one way.
#[must_use]
pub fn inert(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|it| steers(it) || is_hidden(it) || ends_line(it)) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        let parts_words = character == '\u{200b}' && kept.chars().next_back().is_some_and(has_no_spaces);
        if ends_line(character) {
            kept.push('\n');
        } else if parts_words || !(steers(character) || is_hidden(character)) {
            kept.push(character);
        }
    }
    Cow::Owned(kept)
}

/// Takes up no room within a word: a soft hyphen, a space without width, a joiner of words, a byte order mark.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}')
}

/// Ends a line in one program or another.
fn ends_line(character: char) -> bool {
    matches!(character, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Thai, Lao, Burmese and Khmer part words with a space that has no width.
fn has_no_spaces(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Leaves nothing to read where it stands alone.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || steers(character)
        || is_hidden(character)
        || matches!(character, '\u{200c}'..='\u{200f}' | '\u{61c}' | '\u{fe00}'..='\u{fe0f}')
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

    #[test]
    fn text_that_nobody_can_see_is_empty() {
        for empty in ["\u{200b}", "\u{202e} \u{feff}", "\u{200d}\u{fe0f}", "\0"] {
            assert!(required("title", "a title", empty, SHORT).is_err(), "{empty:?}");
        }
    }

    #[test]
    fn what_steers_or_hides_is_taken_out_and_the_words_stay() {
        assert_eq!(inert("Sam \u{202e}rofakO\u{202c} said\0 so\u{7f}\u{9b}."), "Sam rofakO said so.");
        assert_eq!(inert("O\u{200b}ka\u{ad}for\u{feff}"), "Okafor");
        assert_eq!(inert("one\r\ntwo\rthree\u{2028}four\tfive"), "one\ntwo\nthree\nfour\tfive");
        assert_eq!(inert("\u{2066}a\u{2069}\u{fffe}\u{1ffff}"), "a");
    }

    #[test]
    fn the_scripts_of_the_world_stay_as_they_are() {
        for words in [
            "بيت\u{200f} 12",
            "می\u{200c}خواهم",
            "👩\u{200d}👧 and 🏴\u{e0067}\u{e0062}\u{e007f}",
            "ភាសា\u{200b}ខ្មែរ",
            "Ŵyn",
        ] {
            assert!(matches!(inert(words), Cow::Borrowed(_)) || inert(words) == words, "{words:?}");
        }
    }
}
