//! Search in a board's file: FTS5.

use uuid::Uuid;

use super::{Hit, Indexed, row_number};
use crate::{
    error::StoreError,
    rows::insert_values,
    sql::{Arg, Connection, sql},
};

pub(super) async fn put(conn: &mut Connection<'_>, all: Vec<Indexed>) -> Result<(), StoreError> {
    let rows = all.into_iter().map(|it| {
        [
            Arg::Integer(row_number(it.id)),
            Arg::Text(it.kind.into()),
            Arg::Text(it.id.to_string()),
            Arg::Text(it.access),
            Arg::Text(it.title),
            Arg::Text(it.body),
        ]
    });
    insert_values(conn, "search", &["rowid", "kind", "record_id", "access", "title", "body"], rows).await
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
