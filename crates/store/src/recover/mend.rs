//! Making a sound board of what could be read: whole records, nothing that refers to what is gone, search made anew.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Row, SqliteConnection, sqlite::SqliteRow};
use uuid::Uuid;

use super::count::Counts;
use crate::{
    error::StoreError,
    records::{self, KINDS, Kind},
    rows::{self, Fields, version_of},
    search,
    sql::{Arg, Connection},
    table::Table,
};

pub(super) async fn everything(
    conn: &mut SqliteConnection,
    mut counts: Counts,
) -> Result<Counts, StoreError> {
    for kind in KINDS {
        remove_what_is_half(conn, kind).await?;
    }
    take_from_history(conn, &mut counts).await?;
    empty_lost_files(conn, &mut counts).await?;
    unlink(conn, &mut counts).await?;
    index(conn).await?;
    for kind in KINDS {
        let ids = ids(conn, kind.table.name).await?;
        counts.are_there(kind.table.name, ids);
    }
    let entries = ids(conn, "entry").await?;
    counts.are_there("entry", entries);
    Ok(counts)
}

/// Records of which a part is missing, or which no longer say what they are; and parts of no record.
async fn remove_what_is_half(conn: &mut SqliteConnection, kind: &Kind) -> Result<(), StoreError> {
    let Table { name, sides, .. } = kind.table;
    for side in *sides {
        let side = side.name;
        run(conn, format!("DELETE FROM \"{name}\" WHERE id NOT IN (SELECT id FROM \"{side}\")")).await?;
    }
    for id in ids(conn, name).await? {
        let whole =
            match rows::select(&mut Connection::File(conn), kind.table, "t.id = $1", &[Arg::Id(id)]).await {
                Ok(mut found) => found.pop().map(rows::fields),
                Err(_) => None,
            };
        if whole.is_none_or(|it| (kind.normal)(&Value::Object(it)).is_err()) {
            rows::delete(&mut Connection::File(conn), kind.table, id).await?;
        }
    }
    for side in *sides {
        let side = side.name;
        run(conn, format!("DELETE FROM \"{side}\" WHERE id NOT IN (SELECT id FROM \"{name}\")")).await?;
    }
    Ok(())
}

/// A record's version, and whether it was removed then.
type Moment = (i64, bool);

/// What the history last says of each record that is not there, unless it says that it was removed.
async fn take_from_history(conn: &mut SqliteConnection, counts: &mut Counts) -> Result<(), StoreError> {
    let sql = "SELECT kind, record_id, before, after FROM entry_change";
    let rows = sqlx::query(sql).fetch_all(&mut *conn).await?;
    // The order of changes to one record is that of its versions; removing one is the last thing done to its version.
    let mut latest: BTreeMap<(String, Uuid), (Moment, Option<Fields>)> = BTreeMap::new();
    for row in &rows {
        let Some((kind, record, before, after)) = change(row) else { continue };
        let version = after.as_ref().or(before.as_ref()).map_or(0, version_of);
        let moment = (version, after.is_none());
        let known = latest.entry((kind, record)).or_insert((moment, after.clone()));
        if moment > known.0 {
            *known = (moment, after);
        }
    }
    for kind in KINDS {
        let there: BTreeSet<Uuid> = ids(conn, kind.table.name).await?.into_iter().collect();
        let missing = latest.iter().filter(|((name, id), _)| name == kind.table.name && !there.contains(id));
        for ((name, id), (_, last)) in missing {
            let Some(last) = last else { continue };
            counts.were_there(name, vec![*id]);
            let Ok(fields) = (kind.normal)(&Value::Object(last.clone())) else { continue };
            for links in kind.table.links {
                let sql = format!("DELETE FROM \"{}\" WHERE \"{}\" = $1", links.table, links.own);
                sqlx::query(AssertSqlSafe(sql)).bind(id).execute(&mut *conn).await?;
            }
            if rows::insert(&mut Connection::File(conn), kind.table, &fields).await.is_ok() {
                counts.came_from_history(name, *id);
            } else {
                // Half of it, beside a record with the same number.
                rows::delete(&mut Connection::File(conn), kind.table, *id).await?;
            }
        }
    }
    Ok(())
}

/// A change as far as it can be read.
fn change(row: &SqliteRow) -> Option<(String, Uuid, Option<Fields>, Option<Fields>)> {
    let side = |at: usize| -> Option<Option<Fields>> {
        match row.try_get::<Option<String>, _>(at).ok()? {
            None => Some(None),
            Some(text) => Some(Some(serde_json::from_str(&text).ok()?)),
        }
    };
    Some((row.try_get(0).ok()?, row.try_get(1).ok()?, side(2)?, side(3)?))
}

/// A file that is gone, or is not what its hash says, is left empty, so that its paper keeps its title.
async fn empty_lost_files(conn: &mut SqliteConnection, counts: &mut Counts) -> Result<(), StoreError> {
    let mut there = BTreeSet::new();
    for hash in texts(conn, "SELECT hash FROM paper_file").await? {
        let content: Option<Vec<u8>> = sqlx::query_scalar("SELECT content FROM paper_file WHERE hash = $1")
            .bind(&hash)
            .fetch_optional(&mut *conn)
            .await?;
        let content = content.unwrap_or_default();
        // An empty one was removed for good.
        let is_whole = content.is_empty() || hex(&content) == hash;
        counts.files_were_there(vec![hash.clone()]);
        if !is_whole {
            put_empty(conn, &hash).await?;
            counts.file_is_lost(hash.clone());
        }
        there.insert(hash);
    }
    let mut wanted: BTreeSet<String> = counts.files().cloned().collect();
    wanted.extend(texts(conn, "SELECT hash FROM paper").await?);
    for hash in wanted.difference(&there) {
        put_empty(conn, hash).await?;
        counts.file_is_lost(hash.clone());
    }
    Ok(())
}

async fn put_empty(conn: &mut SqliteConnection, hash: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO paper_file (hash, content) VALUES ($1, x'') ON CONFLICT (hash) DO UPDATE SET content = x''";
    sqlx::query(sql).bind(hash).execute(conn).await?;
    Ok(())
}

fn hex(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes out references to what is gone; where a record cannot be without one, it goes as well, and so on.
async fn unlink(conn: &mut SqliteConnection, counts: &mut Counts) -> Result<(), StoreError> {
    loop {
        let broken = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *conn).await?;
        if broken.is_empty() {
            return Ok(());
        }
        for row in broken {
            let (table, number, key): (String, i64, i64) =
                (row.try_get(0)?, row.try_get(1)?, row.try_get(3)?);
            let sql = format!(
                "SELECT c.name, c.\"notnull\" OR c.pk > 0 FROM pragma_foreign_key_list('{table}') AS k \
                 JOIN pragma_table_info('{table}') AS c ON c.name = k.\"from\" WHERE k.id = {key}"
            );
            let column = sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut *conn).await?;
            let (column, needed): (String, bool) = (column.try_get(0)?, column.try_get(1)?);
            if !needed {
                run(conn, format!("UPDATE \"{table}\" SET \"{column}\" = NULL WHERE rowid = {number}"))
                    .await?;
            } else {
                run(conn, format!("DELETE FROM \"{table}\" WHERE rowid = {number}")).await?;
            }
            if let Some(owner) = owner(&table).filter(|owner| !needed || *owner != table) {
                counts.was_unlinked(owner);
            }
        }
    }
}

/// The kind whose records have a list in this table, or lie in it.
fn owner(table: &str) -> Option<&'static str> {
    let has_list = |kind: &&Kind| kind.table.links.iter().any(|links| links.table == table);
    KINDS.iter().find(has_list).or_else(|| records::kind(table)).map(|kind| kind.table.name)
}

async fn index(conn: &mut SqliteConnection) -> Result<(), StoreError> {
    run(conn, "DELETE FROM search".into()).await?;
    for kind in KINDS.iter().filter(|kind| !kind.table.search.is_empty()) {
        for found in rows::select(&mut Connection::File(conn), kind.table, "1 = 1", &[]).await? {
            search::index(&mut Connection::File(conn), kind.table, &rows::fields(found)).await?;
        }
    }
    Ok(())
}

async fn ids(conn: &mut SqliteConnection, table: &str) -> Result<Vec<Uuid>, StoreError> {
    let sql = format!("SELECT id FROM \"{table}\"");
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *conn).await?;
    // What is no id was read from the wrong place.
    let (good, bad): (Vec<_>, Vec<_>) =
        rows.iter().map(|row| row.try_get::<Uuid, _>(0)).partition(Result::is_ok);
    if !bad.is_empty() {
        run(conn, format!("DELETE FROM \"{table}\" WHERE typeof(id) <> 'blob' OR length(id) <> 16")).await?;
    }
    Ok(good.into_iter().filter_map(Result::ok).collect())
}

async fn texts(conn: &mut SqliteConnection, sql: &'static str) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(sql).fetch_all(conn).await?;
    Ok(rows.iter().filter_map(|row| row.try_get(0).ok()).collect())
}

async fn run(conn: &mut SqliteConnection, sql: String) -> Result<(), StoreError> {
    sqlx::query(AssertSqlSafe(sql)).execute(conn).await?;
    Ok(())
}
