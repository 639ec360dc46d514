//! Everything in which something stands, whole: records as they are, and every change that had it.

use pledgeboard_domain::{Entry, id::PersonId};
use serde_json::Value;

use crate::{
    error::StoreError,
    history::{HistoryEntry, change, entry},
    reading::Reading,
    records::KINDS,
    rows::{self, Fields},
    sql::sql,
};

/// Whether a text is meant.
pub type Says<'a> = &'a (dyn Fn(&str) -> bool + Sync);

/// A record as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordNow {
    /// The table's name.
    pub kind: &'static str,
    /// "voice", "agenda item".
    pub called: &'static str,
    pub fields: Fields,
}

impl Reading {
    /// Every record in which a text stands that is meant, ids of other records among them.
    pub async fn records_where(&mut self, says: Says<'_>) -> Result<Vec<RecordNow>, StoreError> {
        let mut found = vec![];
        for kind in KINDS {
            let all = rows::select(&mut self.conn(), kind.table, "1 = 1", &[]).await?;
            let all = all
                .into_iter()
                .map(rows::fields)
                .filter(|fields| fields.values().any(|it| stands_in(it, says)));
            let now = |fields| RecordNow { kind: kind.table.name, called: kind.table.called, fields };
            found.extend(all.map(now));
        }
        Ok(found)
    }

    /// Every change before or after which such a text stood, oldest first; each entry with those changes alone.
    pub async fn changes_where(&mut self, says: Says<'_>) -> Result<Vec<HistoryEntry>, StoreError> {
        let all = "SELECT e.id, e.at, e.person_id, e.name, e.can_undo, e.undoes, \
                   c.kind, c.record_id, c.access, c.before, c.after \
                   FROM entry AS e JOIN entry_change AS c ON c.entry_id = e.id ORDER BY e.number, c.position";
        let mut found: Vec<HistoryEntry> = vec![];
        for row in sql(all).all(&mut self.conn()).await? {
            let (entry, change) = (entry(&row)?, change(&row, 6)?);
            if ![&change.before, &change.after].into_iter().flatten().any(|side| stands_in(side, says)) {
                continue;
            }
            match found.last_mut() {
                Some(last) if last.entry.id == entry.id => last.changes.push(change),
                _ => found.push(HistoryEntry { entry, changes: vec![change] }),
            }
        }
        Ok(found)
    }

    /// Every entry that a person made, oldest first, without its values: its moment and its name.
    pub async fn entries_by(&mut self, person: PersonId) -> Result<Vec<Entry>, StoreError> {
        let theirs = "SELECT id, at, person_id, name, can_undo, undoes FROM entry WHERE person_id = $1 ORDER BY number";
        let rows = sql(theirs).id(person).all(&mut self.conn()).await?;
        rows.iter().map(entry).collect()
    }
}

fn stands_in(value: &Value, says: Says<'_>) -> bool {
    match value {
        Value::String(text) => says(text),
        Value::Array(values) => values.iter().any(|it| stands_in(it, says)),
        Value::Object(fields) => fields.values().any(|it| stands_in(it, says)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
