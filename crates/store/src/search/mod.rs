//! Full-text search, and who may read what it finds. The one place where the engines need two texts: FTS5 for a file,
//! `tsvector` for a shared board.

mod file;
mod shared;

use serde_json::Value;
use uuid::Uuid;

use crate::{
    error::StoreError,
    migrations::Engine,
    reading::Reading,
    rows::{Fields, id_of},
    sql::{Connection, sql},
    table::Table,
};

/// One record found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The kind of record: its table's name.
    pub kind: String,
    pub record: Uuid,
    /// "open", or why it is not: "exempt", "confidential", "restricted", "sensitive".
    pub access: String,
    pub title: String,
    /// The words around what was found; the found words stand between `\u{2}` and `\u{3}`.
    pub excerpt: String,
}

impl Reading {
    /// The best `limit` records in which every word of `query` begins a word. The query's punctuation means nothing.
    pub async fn search(&mut self, query: &str, limit: i64) -> Result<Vec<Hit>, StoreError> {
        let words: Vec<&str> = words_of(query).collect();
        if words.is_empty() {
            return Ok(vec![]);
        }
        let mut on = self.conn();
        match on.engine() {
            Engine::File => file::find(&mut on, &words, limit).await,
            Engine::Shared => shared::find(&mut on, &words, limit).await,
        }
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// What search keeps of a record.
struct Indexed {
    kind: &'static str,
    id: Uuid,
    access: String,
    title: String,
    body: String,
}

pub(crate) async fn index(
    conn: &mut Connection<'_>,
    table: &Table,
    record: &Fields,
) -> Result<(), StoreError> {
    if table.search.is_empty() {
        return Ok(());
    }
    index_all(conn, table, std::slice::from_ref(record)).await?;
    if table.name == "agenda_item" {
        reindex_access(conn, id_of(record)?).await?;
    }
    Ok(())
}

/// Many records that are new on the board, so that nothing is born of them yet.
pub(crate) async fn index_all(
    conn: &mut Connection<'_>,
    table: &Table,
    records: &[Fields],
) -> Result<(), StoreError> {
    let mut all = vec![];
    for record in records {
        all.extend(indexed(conn, table, record).await?);
    }
    match conn.engine() {
        Engine::File => file::put(conn, all).await,
        Engine::Shared => shared::put(conn, all).await,
    }
}

/// What search keeps of a record; nothing of a kind that nobody looks for.
async fn indexed(
    conn: &mut Connection<'_>,
    table: &Table,
    record: &Fields,
) -> Result<Option<Indexed>, StoreError> {
    let Some((title, body)) = table.search.split_first() else { return Ok(None) };
    let words = |field: &&str| record.get(*field).map(said).unwrap_or_default();
    let body: Vec<String> = body.iter().map(words).filter(|it| !it.is_empty()).collect();
    Ok(Some(Indexed {
        kind: table.name,
        id: id_of(record)?,
        access: access_of(conn, table.name, record).await?,
        title: words(title),
        body: body.join("\n"),
    }))
}

/// The words of a field, a line each, and those of what it holds; a score is no word that anybody looks for.
fn said(value: &Value) -> String {
    let lines: Vec<String> = match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(lines) => lines.iter().map(said).collect(),
        Value::Object(fields) => {
            fields.iter().filter(|(field, _)| *field != "score").map(|(_, value)| said(value)).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => vec![],
    };
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

pub(crate) async fn forget(conn: &mut Connection<'_>, table: &Table, id: Uuid) -> Result<(), StoreError> {
    if !table.search.is_empty() {
        sql("DELETE FROM search WHERE rowid = $1").integer(row_number(id)).run(conn).await?;
    }
    Ok(())
}

/// The row number of a record in the index: the random half of its id, so that no second table is needed.
fn row_number(id: Uuid) -> i64 {
    i64::from_be_bytes(id.as_u64_pair().1.to_be_bytes())
}

/// What is born of an item inherits its access: when the item's changes, so do theirs.
async fn reindex_access(conn: &mut Connection<'_>, item: Uuid) -> Result<(), StoreError> {
    let access: String = sql("SELECT access FROM agenda_item WHERE id = $1").id(item).value(conn).await?;
    for table in ["minute", "decision", "action", "agenda_request"] {
        let born = sql(format!("SELECT id FROM {table} WHERE agenda_item_id = $1")).id(item);
        for id in born.values::<Uuid>(conn).await? {
            let update = sql("UPDATE search SET access = $1 WHERE rowid = $2");
            update.text(access.clone()).integer(row_number(id)).run(conn).await?;
        }
    }
    Ok(())
}

/// Who may read a record: its own access, a topic's or a voice's own mark, or the access of the item it was born of.
pub(crate) async fn access_of(
    conn: &mut Connection<'_>,
    kind: &str,
    record: &Fields,
) -> Result<String, StoreError> {
    if let Some(own) = record.get("access").and_then(Value::as_str) {
        return Ok(own.into());
    }
    // Frozen copies hold what is not open beside what is.
    if kind == "approved_minutes" {
        return Ok("restricted".into());
    }
    // A topic of the work programme that is for members only.
    if record.get("is_public") == Some(&Value::Bool(false)) {
        return Ok("restricted".into());
    }
    if record.get("sensitive") == Some(&Value::Bool(true)) {
        return Ok("sensitive".into());
    }
    let linked =
        |field: &str| record.get(field).and_then(Value::as_str).and_then(|it| Uuid::parse_str(it).ok());
    let (access, id) = match (linked("agenda_item_id"), linked("action_id")) {
        (Some(item), _) => ("SELECT access FROM agenda_item WHERE id = $1", item),
        (None, Some(action)) if kind != "action" => (
            "SELECT i.access FROM action AS a JOIN agenda_item AS i ON i.id = a.agenda_item_id WHERE a.id = $1",
            action,
        ),
        _ => return Ok("open".into()),
    };
    let found = sql(access).id(id).values(conn).await?;
    Ok(found.into_iter().next().unwrap_or_else(|| "open".into()))
}
