//! Full-text search, and who may read what it finds. SQLite's FTS5 stands behind these functions alone.

use serde_json::Value;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use uuid::Uuid;

use crate::{
    error::StoreError,
    reading::Reading,
    rows::{Fields, id_of},
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
        let words: Vec<String> = query
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| format!("\"{word}\"*"))
            .collect();
        if words.is_empty() {
            return Ok(vec![]);
        }
        let rows = sqlx::query(
            "SELECT kind, record_id, access, title, snippet(search, -1, char(2), char(3), '…', 12) \
             FROM search WHERE search MATCH $1 ORDER BY bm25(search, 0, 0, 0, 4, 1), rowid LIMIT $2",
        )
        .bind(words.join(" "))
        .bind(limit)
        .fetch_all(self.conn())
        .await?;
        let mut hits = vec![];
        for row in rows {
            let (kind, record): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let Ok(record) = Uuid::parse_str(&record) else { continue };
            hits.push(Hit {
                kind,
                record,
                access: row.try_get(2)?,
                title: row.try_get(3)?,
                excerpt: row.try_get(4)?,
            });
        }
        Ok(hits)
    }
}

/// The row number of a record in the index: the random half of its id, so that no second table is needed.
fn row_number(id: Uuid) -> i64 {
    i64::from_be_bytes(id.as_u64_pair().1.to_be_bytes())
}

pub(crate) async fn index(
    conn: &mut SqliteConnection,
    table: &Table,
    record: &Fields,
) -> Result<(), StoreError> {
    let Some((title, body)) = table.search.split_first() else { return Ok(()) };
    let access = access_of(conn, table.name, record).await?;
    let words = |field: &&str| record.get(*field).map(said).unwrap_or_default();
    let body: Vec<String> = body.iter().map(words).filter(|it| !it.is_empty()).collect();
    let id = id_of(record)?;
    sqlx::query(
        "INSERT INTO search (rowid, kind, record_id, access, title, body) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(row_number(id))
    .bind(table.name)
    .bind(id.to_string())
    .bind(access)
    .bind(words(title))
    .bind(body.join("\n"))
    .execute(&mut *conn)
    .await?;
    if table.name == "agenda_item" {
        reindex_access(conn, id).await?;
    }
    Ok(())
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

pub(crate) async fn forget(conn: &mut SqliteConnection, table: &Table, id: Uuid) -> Result<(), StoreError> {
    if !table.search.is_empty() {
        sqlx::query("DELETE FROM search WHERE rowid = $1").bind(row_number(id)).execute(conn).await?;
    }
    Ok(())
}

/// What is born of an item inherits its access: when the item's changes, so do theirs.
async fn reindex_access(conn: &mut SqliteConnection, item: Uuid) -> Result<(), StoreError> {
    let access: String = sqlx::query("SELECT access FROM agenda_item WHERE id = $1")
        .bind(item)
        .fetch_one(&mut *conn)
        .await?
        .try_get(0)?;
    for table in ["minute", "decision", "action", "agenda_request"] {
        let sql = format!("SELECT id FROM {table} WHERE agenda_item_id = $1");
        for row in sqlx::query(AssertSqlSafe(sql)).bind(item).fetch_all(&mut *conn).await? {
            sqlx::query("UPDATE search SET access = $1 WHERE rowid = $2")
                .bind(&access)
                .bind(row_number(row.try_get(0)?))
                .execute(&mut *conn)
                .await?;
        }
    }
    Ok(())
}

/// Who may read a record: its own access, a topic's or a voice's own mark, or the access of the item it was born of.
pub(crate) async fn access_of(
    conn: &mut SqliteConnection,
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
    let (sql, id) = match (linked("agenda_item_id"), linked("action_id")) {
        (Some(item), _) => ("SELECT access FROM agenda_item WHERE id = $1", item),
        (None, Some(action)) if kind != "action" => (
            "SELECT i.access FROM action AS a JOIN agenda_item AS i ON i.id = a.agenda_item_id WHERE a.id = $1",
            action,
        ),
        _ => return Ok("open".into()),
    };
    let row = sqlx::query(sql).bind(id).fetch_optional(conn).await?;
    Ok(row.map(|row| row.try_get(0)).transpose()?.unwrap_or_else(|| "open".into()))
}
