//! The whole board as data: out, and back in without loss.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use pledgeboard_domain::{Checked, Refusal, text};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    error::StoreError,
    history::HistoryEntry,
    inert::{inert, inert_value},
    open::Store,
    reading::Reading,
    records::{KINDS, Kind},
    rows::{self, Fields},
    search,
    sql::{Arg, sql},
    writing::{ENTRY, ENTRY_CHANGE, Stamp, Writing},
};

pub const DATA_FORMAT: &str = "pledgeboard";
/// Counts up when the shape changes; older ones stay readable.
pub const DATA_SCHEMA: i64 = 3;

/// Everything in a board: records by kind, the history, papers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardData {
    /// Always "pledgeboard".
    pub format: String,
    pub schema: i64,
    pub exported_at: DateTime<Utc>,
    /// Each record's fields, by kind, as the domain's structs have them.
    pub records: BTreeMap<String, Vec<Value>>,
    /// Oldest first.
    #[serde(default)]
    pub history: Vec<HistoryEntry>,
    /// Papers' content in base 64, by the SHA-256 that papers name.
    #[serde(default)]
    pub files: BTreeMap<String, String>,
}

impl Reading {
    /// The whole board as data.
    pub async fn data(&mut self, exported_at: DateTime<Utc>) -> Result<BoardData, StoreError> {
        let mut records = BTreeMap::new();
        for kind in KINDS {
            let found = rows::select(&mut self.conn(), kind.table, "1 = 1", &[]).await?;
            records.insert(
                kind.table.name.into(),
                found.into_iter().map(rows::fields).map(Value::Object).collect(),
            );
        }
        let mut history = self.history(i64::MAX).await?;
        history.reverse();
        let mut files = BTreeMap::new();
        for row in sql("SELECT hash, content FROM paper_file").all(&mut self.conn()).await? {
            let content: Vec<u8> = row.get(1)?;
            files.insert(row.get(0)?, STANDARD.encode(content));
        }
        Ok(BoardData {
            format: DATA_FORMAT.into(),
            schema: DATA_SCHEMA,
            exported_at,
            records,
            history,
            files,
        })
    }
}

impl Store {
    /// Fills a new board with data, as it was: versions and history included, and no entry of its own.
    ///
    /// Refused when the board already holds work. `check` looks at each record, by kind, before it goes in.
    pub async fn fill(
        &self,
        data: BoardData,
        stamp: Stamp,
        check: impl Fn(&str, &Value) -> Checked + Send,
    ) -> Result<(), StoreError> {
        let mut write = self.write("import", stamp).await?;
        let entries: i64 = sql("SELECT count(*) FROM entry").value(&mut write.conn()).await?;
        if entries > 1 {
            return Err(Refusal::rule("This board already holds work. Import into a new board.").into());
        }
        empty(&mut write).await?;
        for (hash, content) in &data.files {
            let wrong = || Refusal::field("files", "A paper in this data is damaged. Export the data again.");
            let content = STANDARD.decode(content).map_err(|_| wrong())?;
            if write.keep_file(&content).await? != *hash {
                return Err(wrong().into());
            }
        }
        for kind in KINDS {
            let mut records = vec![];
            for value in data.records.get(kind.table.name).into_iter().flatten() {
                check(kind.table.name, value)?;
                records.push(normal(kind, value)?);
            }
            rows::insert_all(&mut write.conn(), kind.table, &records).await?;
            search::index_all(&mut write.conn(), kind.table, &records).await?;
        }
        if let Some(unknown) =
            data.records.keys().find(|name| KINDS.iter().all(|kind| kind.table.name != **name))
        {
            return Err(Refusal::field(
                "records",
                format!("This data has records called “{unknown}”, which this version does not know."),
            )
            .into());
        }
        put_history(&mut write, data.history).await?;
        // Nothing went through the audit trail, so committing adds no entry.
        write.commit().await?;
        Ok(())
    }
}

async fn empty(write: &mut Writing) -> Result<(), StoreError> {
    let tables = KINDS.iter().rev().map(|kind| kind.table.name);
    for name in ["entry_change", "entry", "search"].into_iter().chain(tables).chain(["paper_file"]) {
        sql(format!("DELETE FROM \"{name}\"")).run(&mut write.conn()).await?;
    }
    Ok(())
}

/// A record as it may be kept.
fn normal(kind: &'static Kind, value: &Value) -> Result<Fields, StoreError> {
    let fields = (kind.normal)(value).map_err(|error| {
        let called = kind.table.called;
        Refusal::field("records", format!("One {called} in this data cannot be read: {error}."))
    })?;
    let fields = inert(kind.table, fields)?;
    if !(1..=HIGHEST_VERSION).contains(&rows::version_of(&fields)) {
        let message = format!("One {} in this data has a version that no record has.", kind.table.called);
        return Err(Refusal::field("records", message).into());
    }
    Ok(fields)
}

/// Changes are counted from one, and nobody changes a record so often.
const HIGHEST_VERSION: i64 = u32::MAX as i64;

/// Entries are numbered anew, in the order in which they come.
async fn put_history(write: &mut Writing, history: Vec<HistoryEntry>) -> Result<(), StoreError> {
    let (mut entries, mut changes) = (vec![], vec![]);
    for (number, HistoryEntry { entry: it, changes: its }) in (1_i64..).zip(history) {
        entries.push([
            Arg::Id(it.id.into()),
            Arg::Moment(it.at),
            Arg::id(it.person_id),
            Arg::Text(text::inert(&it.name).into_owned()),
            Arg::Flag(it.can_undo),
            Arg::id(it.undoes),
            Arg::Integer(number),
        ]);
        for (position, change) in (0_i64..).zip(its) {
            let kept = |value: Option<Value>| value.map(inert_value).transpose();
            changes.push([
                Arg::Id(it.id.into()),
                Arg::Integer(position),
                Arg::Text(change.kind),
                Arg::Id(change.record),
                Arg::Text(change.access),
                Arg::json(kept(change.before)?),
                Arg::json(kept(change.after)?),
            ]);
        }
    }
    rows::insert_values(&mut write.conn(), "entry", &ENTRY, entries).await?;
    rows::insert_values(&mut write.conn(), "entry_change", &ENTRY_CHANGE, changes).await
}
