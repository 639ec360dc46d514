//! Texts within a record, rewritten wherever they stand.

use pledgeboard_domain::Refusal;
use serde_json::Value;

use crate::{error::StoreError, records::Kind, rows::Fields};

/// How a text changes; none where it stays.
pub(super) type Rewrite<'a> = &'a (dyn Fn(&str) -> Option<String> + Sync);

/// The fields whose texts change, as they are then.
pub(super) fn fields(all: &Fields, rewrite: Rewrite<'_>) -> Fields {
    all.iter().filter_map(|(name, it)| Some((name.clone(), value(it, rewrite)?))).collect()
}

/// A value with every text in it rewritten; none where nothing changes.
pub(super) fn value(it: &Value, rewrite: Rewrite<'_>) -> Option<Value> {
    match it {
        Value::String(text) => rewrite(text).map(Value::String),
        Value::Array(values) => {
            let after: Vec<Option<Value>> = values.iter().map(|it| value(it, rewrite)).collect();
            let changes = after.iter().any(Option::is_some);
            let whole = after.into_iter().zip(values).map(|(after, it)| after.unwrap_or_else(|| it.clone()));
            changes.then(|| Value::Array(whole.collect()))
        }
        Value::Object(all) => {
            let changed = fields(all, rewrite);
            (!changed.is_empty()).then(|| {
                let mut whole = all.clone();
                whole.extend(changed);
                Value::Object(whole)
            })
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// A record must still say what it is: people's words may go, the program's own may not.
pub(super) fn fits(kind: &Kind, all: &Fields) -> Result<(), StoreError> {
    if (kind.normal)(&Value::Object(all.clone())).is_ok() {
        return Ok(());
    }
    let message = format!(
        "Pledgeboard itself uses these words, to say what a {} is. Enter more of what has to go, or take it out by hand. Nothing was changed.",
        kind.table.called
    );
    Err(Refusal::field("words", message).into())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_are_found_at_any_depth_and_the_rest_stays() {
        let out = |text: &str| text.contains("Sam").then(|| text.replace("Sam", "-"));
        let before =
            json!({ "n": 1, "lines": ["Sam", "Ann"], "content": { "items": [{ "words": "to Sam" }] } });
        let after = value(&before, &out).unwrap();
        assert_eq!(
            after,
            json!({ "n": 1, "lines": ["-", "Ann"], "content": { "items": [{ "words": "to -" }] } })
        );
        assert_eq!(value(&after, &out), None);
    }
}
