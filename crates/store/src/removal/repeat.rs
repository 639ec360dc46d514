//! An older copy of the board still holds what was removed since. It does not know the words, and nobody else does any
//! more: in each place the board's present value stands in for them, or nothing.

use pledgeboard_domain::{Removal, RemovedPlace, removal::REMOVED};
use serde_json::Value;
use sqlx::Row;

use super::rewrite;
use crate::{
    error::StoreError,
    open::Store,
    reading::Reading,
    records,
    rows::Fields,
    writing::{Done, Stamp, Writing},
};

impl Store {
    /// Repeats in this older copy the removals of the `present` board that it does not have.
    ///
    /// # Errors
    /// As [`Store::wipe`], and when either cannot be read.
    pub async fn repeat_removals(&self, present: &mut Reading, stamp: Stamp) -> Result<Done, StoreError> {
        let mut write = self.write("repeat removals in an older copy", stamp).await?;
        write.cannot_be_undone();
        let known = write.all::<Removal>().await?;
        let mut missing = present.all::<Removal>().await?;
        missing.retain(|removal| known.iter().all(|it| it.id != removal.id));
        for removal in &mut missing {
            for place in &removal.places {
                write.repeat(place, present).await?;
            }
            // Who removed it may have joined the board later than this copy.
            if let Some(person) = removal.person_id
                && write.get::<pledgeboard_domain::Person>(person).await?.is_none()
            {
                removal.person_id = None;
            }
            write.insert(removal).await?;
            write.owe_a_wipe(removal.id).await?;
        }
        let done = write.commit().await?;
        self.wipe().await?;
        Ok(done)
    }
}

impl Writing {
    async fn repeat(&mut self, place: &RemovedPlace, present: &mut Reading) -> Result<(), StoreError> {
        let Some(kind) = records::kind(&place.kind) else { return Ok(()) };
        let there = present.fields(kind.table, place.record).await?;
        if let Some(here) = self.fields(kind.table, place.record).await? {
            if place.fields.iter().any(|field| field == "hash") {
                let sql = "SELECT hash FROM paper WHERE id = $1";
                let hash: String =
                    sqlx::query(sql).bind(place.record).fetch_one(self.conn()).await?.try_get(0)?;
                self.empty_file(&hash).await?;
            }
            let stands_in = |(name, value): (&String, &Value)| {
                let present = there.as_ref().and_then(|there| there.get(name).cloned());
                (name.clone(), present.unwrap_or_else(|| nothing(value)))
            };
            let changed: Fields = here.iter().filter(|it| is_named(place, it.0)).map(stands_in).collect();
            if changed.iter().any(|(name, value)| here.get(name) != Some(value)) {
                self.put(kind, &here, changed).await?;
            }
        }
        for mut kept in self.kept_changes(Some(place.record)).await? {
            for fields in kept.sides.iter_mut().flatten() {
                let named: Fields = fields
                    .iter()
                    .filter(|it| is_named(place, it.0))
                    .map(|(name, value)| (name.clone(), nothing(value)))
                    .collect();
                fields.extend(named);
            }
            self.keep_change(&kept).await?;
        }
        Ok(())
    }
}

/// A file's hash names it and says nothing of its words.
fn is_named(place: &RemovedPlace, field: &str) -> bool {
    field != "hash" && place.fields.iter().any(|it| it == field)
}

/// A value in which no word is left.
fn nothing(value: &Value) -> Value {
    match value {
        Value::String(text) if text.is_empty() => value.clone(),
        Value::String(_) => REMOVED.into(),
        Value::Array(_) => Value::Array(vec![]),
        other => {
            let all = |text: &str| (!text.is_empty()).then(|| REMOVED.to_owned());
            rewrite::value(other, &all).unwrap_or_else(|| other.clone())
        }
    }
}
