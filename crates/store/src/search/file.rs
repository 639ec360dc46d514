//! Search in a board's file: FTS5.

use uuid::Uuid;

use super::{Hit, Indexed, row_number};
use crate::{
    error::StoreError,
    sql::{Connection, sql},
};

pub(super) async fn put(conn: &mut Connection<'_>, it: Indexed<'_>) -> Result<(), StoreError> {
    sql("INSERT INTO search (rowid, kind, record_id, access, title, body) VALUES ($1, $2, $3, $4, $5, $6)")
        .integer(row_number(it.id))
        .text(it.kind)
        .text(it.id.to_string())
        .text(it.access)
        .text(it.title)
        .text(it.body)
        .run(conn)
        .await?;
    Ok(())
}

pub(super) async fn find(
    conn: &mut Connection<'_>,
    words: &[&str],
    limit: i64,
) -> Result<Vec<Hit>, StoreError> {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    let found = sql("SELECT kind, record_id, access, title, snippet(search, -1, char(2), char(3), '…', 12) \
         FROM search WHERE search MATCH $1 ORDER BY bm25(search, 0, 0, 0, 4, 1), rowid LIMIT $2");
    let mut hits = vec![];
    for row in found.text(words.join(" ")).integer(limit).all(conn).await? {
        let Ok(record) = Uuid::parse_str(row.text(1)?.unwrap_or_default()) else { continue };
        hits.push(Hit {
            kind: row.get(0)?,
            record,
            access: row.get(2)?,
            title: row.get(3)?,
            excerpt: row.get(4)?,
        });
    }
    Ok(hits)
}
