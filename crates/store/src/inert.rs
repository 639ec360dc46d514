//! The one door for words into the board: nothing is kept that steers what shows it, or that is longer than any field.

use std::borrow::Cow;

use pledgeboard_domain::{Refusal, text};
use serde_json::Value;

use crate::{rows::Fields, table::Table};

/// A record's fields as they may be kept: each text inert ([`text::inert`]).
///
/// # Errors
/// When a text is longer than the longest that the domain knows, with its field.
pub(crate) fn inert(table: &'static Table, mut fields: Fields) -> Result<Fields, Refusal> {
    for (name, value) in &mut fields {
        make_inert(value).map_err(|length| {
            let message = text::too_long("This text", length, text::LONG);
            Refusal { field: column(table, name), ..Refusal::field("", message) }
        })?;
    }
    Ok(fields)
}

/// What an entry of the history kept, as it may be kept again.
pub(crate) fn inert_value(mut value: Value) -> Result<Value, Refusal> {
    make_inert(&mut value).map_err(|length| {
        Refusal::field("history", text::too_long("A text in the history", length, text::LONG))
    })?;
    Ok(value)
}

/// The length of the first text that is too long, in characters.
fn make_inert(value: &mut Value) -> Result<(), usize> {
    match value {
        Value::String(words) => {
            if words.len() > text::LONG {
                let length = words.chars().count();
                if length > text::LONG {
                    return Err(length);
                }
            }
            if let Cow::Owned(inert) = text::inert(words) {
                *words = inert;
            }
            Ok(())
        }
        Value::Array(values) => values.iter_mut().try_for_each(make_inert),
        Value::Object(fields) => fields.values_mut().try_for_each(make_inert),
        _ => Ok(()),
    }
}

fn column(table: &'static Table, name: &str) -> Option<&'static str> {
    let sides = table.sides.iter().flat_map(|side| side.columns);
    table.columns.iter().chain(sides).map(|column| column.name).find(|column| *column == name)
}

#[cfg(test)]
mod tests {
    use pledgeboard_domain::Voice;
    use serde_json::json;

    use super::*;
    use crate::record::Record;

    fn kept(value: Value) -> Result<Fields, Refusal> {
        let Value::Object(fields) = value else { panic!("not a record") };
        inert(Voice::TABLE, fields)
    }

    #[test]
    fn every_text_of_a_record_is_made_inert_however_deep() {
        let fields =
            kept(json!({ "words": "a\u{202e}b\0", "modules": [{ "says": ["c\r\nd"] }], "version": 1 }));
        assert_eq!(
            Value::Object(fields.unwrap()),
            json!({ "words": "ab", "modules": [{ "says": ["c\nd"] }], "version": 1 })
        );
    }

    #[test]
    fn text_longer_than_any_field_is_refused_with_its_field() {
        let refused = kept(json!({ "words": "ŵ".repeat(text::LONG + 1) })).unwrap_err();
        assert_eq!(refused.field, Some("words"));
        assert_eq!(refused.message, "This text is 20001 characters long. Shorten it to 20000 or fewer.");
        assert!(kept(json!({ "words": "ŵ".repeat(text::LONG) })).is_ok());
    }
}
