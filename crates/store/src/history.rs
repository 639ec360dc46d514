//! The history, and undo: one generic new change over any entry (domain rule 10).

use chrono::{DateTime, Utc};
use pledgeboard_domain::{
    Code, Entry, Refusal,
    id::{EntryId, PersonId},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    error::StoreError,
    open::Store,
    reading::Reading,
    record::Record,
    records,
    rows::{Fields, version_of},
    search,
    sql::{Arg, Row, sql},
    writing::{Done, Stamp, Writing},
};

/// One entry with its changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HistoryEntry {
    #[serde(flatten)]
    pub entry: Entry,
    pub changes: Vec<RecordChange>,
}

/// One record before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordChange {
    pub kind: String,
    pub record: Uuid,
    /// Who may read the values.
    pub access: String,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

/// Which entries are looked for: all of them, unless it says something.
#[derive(Debug, Clone, Copy, Default)]
pub struct Touching<'a> {
    /// Changes of these records, and of records of the kinds that name one of them.
    pub records: &'a [Uuid],
    /// Kinds by their tables' names: "voice", "answer". Without records, every change of these kinds.
    pub kinds: &'a [String],
}

impl Touching<'_> {
    /// The condition on `entry`, and what is bound to it from `$first` on.
    fn condition(self, first: usize) -> (String, Vec<Arg>) {
        let mut bound = vec![];
        let mut place = |value: Arg| {
            bound.push(value);
            format!("${}", first + bound.len() - 1)
        };
        let records: Vec<String> = self.records.iter().map(|it| place(Arg::Id(*it))).collect();
        // A kind that there is not has no changes.
        let name = |kind: &String| records::kind(kind).map_or("", |kind| kind.table.name);
        let kinds: Vec<String> = self.kinds.iter().map(|it| place(Arg::Name(name(it).into()))).collect();
        let names: Vec<String> = match self.kinds {
            [] => vec![],
            _ => self
                .records
                .iter()
                .map(|it| {
                    format!("coalesce(after, before) LIKE {}", place(Arg::Name(format!("%\"{it}\"%").into())))
                })
                .collect(),
        };
        let of_record = format!("record_id IN ({})", records.join(", "));
        let of_kind = format!("kind IN ({})", kinds.join(", "));
        let touched = match (self.records, self.kinds) {
            ([], []) => return (String::new(), bound),
            ([], _) => of_kind,
            (_, []) => of_record,
            _ => format!("{of_record} OR ({of_kind} AND ({}))", names.join(" OR ")),
        };
        (format!("WHERE id IN (SELECT entry_id FROM entry_change WHERE {touched})"), bound)
    }
}

impl RecordChange {
    /// What people call such a record: "voice", "agenda item".
    pub fn called(&self) -> &str {
        records::kind(&self.kind).map_or("record", |kind| kind.table.called)
    }
}

impl Reading {
    /// The latest `limit` entries, newest first.
    pub async fn history(&mut self, limit: i64) -> Result<Vec<HistoryEntry>, StoreError> {
        let newest =
            "SELECT id, at, person_id, name, can_undo, undoes FROM entry ORDER BY number DESC LIMIT $1";
        let rows = sql(newest).integer(limit).all(&mut self.conn()).await?;
        self.with_changes(rows).await
    }

    /// The latest `limit` entries without their values, each with how many records it changed, newest first.
    pub async fn entries(
        &mut self,
        touching: Touching<'_>,
        limit: i64,
    ) -> Result<Vec<(Entry, i64)>, StoreError> {
        let (touched, bound) = touching.condition(2);
        let newest = format!(
            "SELECT id, at, person_id, name, can_undo, undoes, \
             (SELECT count(*) FROM entry_change AS c WHERE c.entry_id = entry.id) \
             FROM entry {touched} ORDER BY number DESC LIMIT $1"
        );
        let rows = sql(newest).integer(limit).bind_all(bound).all(&mut self.conn()).await?;
        rows.iter().map(|row| Ok((entry(row)?, row.get(6)?))).collect()
    }

    /// Every entry that touched a record, newest first, with that record's change alone.
    pub async fn history_of(&mut self, record: Uuid) -> Result<Vec<HistoryEntry>, StoreError> {
        let changes = "SELECT e.id, e.at, e.person_id, e.name, e.can_undo, e.undoes, \
                   c.kind, c.record_id, c.access, c.before, c.after \
                   FROM entry_change AS c JOIN entry AS e ON e.id = c.entry_id \
                   WHERE c.record_id = $1 ORDER BY e.number DESC, c.position";
        let rows = sql(changes).id(record).all(&mut self.conn()).await?;
        rows.iter()
            .map(|row| Ok(HistoryEntry { entry: entry(row)?, changes: vec![change(row, 6)?] }))
            .collect()
    }

    /// Records of a kind as they once were: every state that a later change replaced or removed, undone ones included.
    ///
    /// Numbers that were given are found here, so that none is given twice.
    pub async fn once<R: Record>(&mut self) -> Result<Vec<R>, StoreError> {
        let states = "SELECT before FROM entry_change WHERE kind = $1 AND before IS NOT NULL";
        let rows = sql(states).bind(Arg::Name(R::TABLE.name.into())).all(&mut self.conn()).await?;
        rows.iter().map(|row| Ok(serde_json::from_str(row.text(0)?.unwrap_or_default())?)).collect()
    }

    async fn with_changes(&mut self, rows: Vec<Row>) -> Result<Vec<HistoryEntry>, StoreError> {
        let mut entries = vec![];
        for row in rows {
            let entry = entry(&row)?;
            entries.push(HistoryEntry { changes: self.changes_of(entry.id).await?, entry });
        }
        Ok(entries)
    }

    /// Who may read what a change says, as its record stands now: what became private since is private in its history.
    pub async fn access_now(&mut self, change: &RecordChange) -> Result<String, StoreError> {
        if change.access != "open" {
            return Ok(change.access.clone());
        }
        let Some(kind) = records::kind(&change.kind) else { return Ok("restricted".into()) };
        let now = match self.fields(kind.table, change.record).await? {
            Some(now) => Some(now),
            None => change.after.as_ref().or(change.before.as_ref()).and_then(Value::as_object).cloned(),
        };
        match now {
            Some(now) => search::access_of(&mut self.conn(), kind.table.name, &now).await,
            None => Ok(change.access.clone()),
        }
    }

    /// What an entry changed, in the order in which it did.
    pub async fn changes_of(&mut self, entry: EntryId) -> Result<Vec<RecordChange>, StoreError> {
        let changes = "SELECT kind, record_id, access, before, after FROM entry_change WHERE entry_id = $1 ORDER BY position";
        let rows = sql(changes).id(entry).all(&mut self.conn()).await?;
        rows.iter().map(|row| change(row, 0)).collect()
    }
}

/// One change, from the columns of `entry_change` that begin at `first`.
pub(crate) fn change(row: &Row, first: usize) -> Result<RecordChange, StoreError> {
    let json = |at: usize| -> Result<Option<Value>, StoreError> {
        let text: Option<String> = row.get(at)?;
        Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
    };
    Ok(RecordChange {
        kind: row.get(first)?,
        record: row.get(first + 1)?,
        access: row.get(first + 2)?,
        before: json(first + 3)?,
        after: json(first + 4)?,
    })
}

pub(crate) fn entry(row: &Row) -> Result<Entry, StoreError> {
    let id = |at: usize| -> Result<Option<Uuid>, StoreError> { Ok(row.get(at)?) };
    Ok(Entry {
        id: EntryId(row.get(0)?),
        at: row.get::<DateTime<Utc>>(1)?,
        person_id: id(2)?.map(PersonId),
        name: row.get(3)?,
        can_undo: row.get(4)?,
        undoes: id(5)?.map(EntryId),
    })
}

impl Store {
    /// Puts back what an entry changed, as a new entry; undoing that one is redo.
    ///
    /// Refused when the entry is one of the few that are corrected instead, or when a record has changed since.
    pub async fn undo(&self, id: EntryId, stamp: Stamp) -> Result<Done, StoreError> {
        let mut write = self.write("undo", stamp).await?;
        let one = "SELECT id, at, person_id, name, can_undo, undoes FROM entry WHERE id = $1";
        let row = sql(one).id(id).first(&mut write.conn()).await?;
        let undone = entry(&row.ok_or_else(|| Refusal::not_found("change"))?)?;
        if !undone.can_undo {
            return Err(Refusal::rule(format!(
                "“{}” cannot be undone. Correct it with a new version instead.",
                undone.name
            ))
            .into());
        }
        let named = match (undone.undoes, undone.name.strip_prefix("undo: ")) {
            (Some(_), Some(name)) => format!("redo: {name}"),
            (Some(_), None) => format!("undo: {}", undone.name.trim_start_matches("redo: ")),
            (None, _) => format!("undo: {}", undone.name),
        };
        write.rename(named);
        write.undoes(id);
        for change in write.changes_of(id).await?.into_iter().rev() {
            put_back(&mut write, change).await?;
        }
        write.commit().await
    }
}

async fn put_back(write: &mut Writing, change: RecordChange) -> Result<(), StoreError> {
    let kind = records::kind(&change.kind)
        .ok_or_else(|| Refusal::rule("This change was made by another version of Pledgeboard."))?;
    let now = write.fields(kind.table, change.record).await?;
    let (before, after) = (in_this_shape(kind, change.before)?, in_this_shape(kind, change.after)?);
    if now != after {
        return Err(Refusal {
            code: Code::Stale,
            field: None,
            message: format!(
                "This {} has been changed since, so it cannot be put back without losing that.",
                kind.table.called
            ),
        }
        .into());
    }
    match (before, now) {
        (Some(before), Some(now)) => {
            let restored = at_version(before, version_of(&now) + 1);
            write.update_fields(kind.table, now, restored).await
        }
        (Some(before), None) => {
            let version = version_of(&before) + 1;
            write.insert_fields(kind.table, at_version(before, version)).await
        }
        (None, Some(now)) => write.delete_fields(kind.table, now).await,
        (None, None) => Ok(()),
    }
}

/// What an entry kept, in the shape that records have now: a field added since has its usual value.
fn in_this_shape(kind: &records::Kind, kept: Option<Value>) -> Result<Option<Fields>, StoreError> {
    let shape = |value: &Value| {
        (kind.normal)(value)
            .map_err(|_| StoreError::Shape { column: kind.table.name, value: value.to_string() })
    };
    kept.as_ref().map(shape).transpose()
}

fn at_version(mut fields: Fields, version: i64) -> Fields {
    fields.insert("version".into(), version.into());
    fields
}
