//! Whole fields that go: what a record says in them, and what it ever said.

use pledgeboard_domain::{Refusal, RemovedPlace, removal::REMOVED};
use serde_json::Value;

use super::rewrite;
use crate::{error::StoreError, records, rows::Fields, writing::Writing};

impl Writing {
    /// Lets fields go; those that held something.
    ///
    /// # Errors
    /// When none of them holds anything.
    pub(super) async fn let_go(&mut self, places: &[RemovedPlace]) -> Result<Vec<RemovedPlace>, StoreError> {
        let mut gone = vec![];
        for place in places {
            if self.clear(place, None).await? {
                gone.push(place.clone());
            }
        }
        match gone.as_slice() {
            [] => Err(Refusal::field("records", "Nothing of this is on the board any more.").into()),
            _ => Ok(gone),
        }
    }

    /// Leaves in a record's fields what stands in for them, or nothing, and in its history nothing. Whether that was a
    /// change.
    pub(super) async fn clear(
        &mut self,
        place: &RemovedPlace,
        stands_in: Option<&Fields>,
    ) -> Result<bool, StoreError> {
        let Some(kind) = records::kind(&place.kind) else { return Ok(false) };
        let mut changes = false;
        if let Some(here) = self.fields(kind.table, place.record).await? {
            if place.fields.iter().any(|field| field == "hash")
                && let Some(hash) = here.get("hash").and_then(Value::as_str)
            {
                changes |= self.empty_file(hash).await?;
            }
            let after = |(name, value): (&String, &Value)| {
                let present = stands_in.and_then(|it| it.get(name).cloned());
                (name.clone(), present.unwrap_or_else(|| nothing(name, value)))
            };
            let changed: Fields = here.iter().filter(|it| is_named(place, it.0)).map(after).collect();
            if changed.iter().any(|(name, value)| here.get(name) != Some(value)) {
                changes = true;
                self.put(kind, &here, changed).await?;
            }
        }
        for mut kept in self.kept_changes(Some(place.record)).await? {
            let before = kept.sides.clone();
            for fields in kept.sides.iter_mut().flatten() {
                let named: Fields = fields
                    .iter()
                    .filter(|it| is_named(place, it.0))
                    .map(|(name, value)| (name.clone(), nothing(name, value)))
                    .collect();
                fields.extend(named);
            }
            if kept.sides != before {
                changes = true;
                self.keep_change(&kept).await?;
            }
        }
        Ok(changes)
    }
}

/// A file's hash names it and says nothing of its words.
fn is_named(place: &RemovedPlace, field: &str) -> bool {
    field != "hash" && place.fields.iter().any(|it| it == field)
}

/// A value in which no word is left.
fn nothing(field: &str, value: &Value) -> Value {
    match value {
        // Nobody can be written to or rung up at "[removed]".
        Value::String(_) if matches!(field, "email" | "phone") => "".into(),
        Value::String(text) if text.is_empty() => value.clone(),
        Value::String(_) => REMOVED.into(),
        Value::Array(_) => Value::Array(vec![]),
        other => {
            let all = |text: &str| (!text.is_empty()).then(|| REMOVED.to_owned());
            rewrite::value(other, &all).unwrap_or_else(|| other.clone())
        }
    }
}
