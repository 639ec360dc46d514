//! Reading a damaged board table by table, around the pages that cannot be read.

use std::path::{Path, PathBuf};

use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use uuid::Uuid;

use super::{count::Counts, known_schema, nothing_readable};
use crate::{connection, error::StoreError, key::Key, migrations::newest_schema, records::KINDS};

/// Rows that may lie behind the last one that was found, where nothing says how many there are.
const BEYOND: i64 = 2_000;
/// No table of a board has more rows.
const MOST: i64 = 1 << 24;

/// A damaged board, and the new one beside it. The cipher lets nobody go on with a connection that has met a damaged page,
/// so each of those is followed by a new one.
pub(super) struct Damaged {
    copy: PathBuf,
    new: PathBuf,
    key: Option<Key>,
    connection: Option<SqliteConnection>,
}

impl Damaged {
    pub fn new(copy: &Path, key: Option<&Key>, new: &Path) -> Self {
        Self { copy: copy.into(), new: new.into(), key: key.cloned(), connection: None }
    }

    /// The last migration that the board has seen; the newest, where that cannot be read.
    pub async fn schema(&mut self) -> Result<i64, StoreError> {
        let mut alone = connection::mending(&self.copy, self.key.as_ref()).await?;
        let tables = sqlx::query("SELECT count(*) FROM sqlite_master").fetch_one(&mut alone).await;
        let schema =
            sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(&mut alone).await;
        // What went wrong with it was seen above.
        let _ = alone.close().await;
        match tables.and_then(|row| row.try_get::<i64, _>(0)) {
            Ok(1..) => known_schema(schema.unwrap_or(newest_schema())),
            _ => Err(nothing_readable()),
        }
    }

    /// Copies every table into the new board, and notes what is known to have been there.
    pub async fn copy_everything(&mut self) -> Result<Counts, StoreError> {
        let mut known = Counts::default();
        for table in self.tables().await? {
            let whole = self.copy(&table, None).await?;
            let is_counted = KINDS.iter().any(|kind| kind.table.name == table) || table == "entry";
            if !whole {
                self.copy_around(&table).await?;
            }
            if is_counted {
                known.were_there(&table, self.ids(&table).await?);
            }
            if table == "paper_file" {
                known.files_were_there(self.hashes().await?);
            }
        }
        if let Some(connection) = self.connection.take() {
            connection.close().await?;
        }
        Ok(known)
    }

    /// The new board's tables but for what is made anew.
    async fn tables(&mut self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND substr(name, 1, 6) <> 'search' \
                   AND substr(name, 1, 6) NOT IN ('sqlite', '_sqlx_') ORDER BY rowid";
        Ok(sqlx::query_scalar(sql).fetch_all(self.connection().await?).await?)
    }

    /// Copies the rows of a table, all or those with numbers between the two. False when a page among them is damaged:
    /// then none of them is copied.
    async fn copy(&mut self, table: &str, between: Option<(i64, i64)>) -> Result<bool, StoreError> {
        let sql = format!("SELECT name FROM pragma_table_info('{table}')");
        let columns: Vec<String> =
            sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(self.connection().await?).await?;
        let columns = columns.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(", ");
        let (first, last) = between.unwrap_or((i64::MIN, i64::MAX));
        // A row that breaks its table's own rules was read from the wrong place.
        let sql = format!(
            "INSERT OR IGNORE INTO main.\"{table}\" ({columns}) SELECT {columns} FROM damaged.\"{table}\" NOT INDEXED \
             WHERE rowid BETWEEN {first} AND {last}"
        );
        let done = sqlx::query(AssertSqlSafe(sql)).execute(self.connection().await?).await;
        Ok(self.unless_damaged(done.map(drop)).await?.is_some())
    }

    /// Halves what cannot be copied until what is left is single rows.
    async fn copy_around(&mut self, table: &str) -> Result<(), StoreError> {
        let Some((first, last)) = self.ends(table).await? else { return Ok(()) };
        let mut parts = vec![(first, last)];
        while let Some((first, last)) = parts.pop() {
            if !self.copy(table, Some((first, last))).await? && first < last {
                let middle = first + (last - first) / 2;
                parts.extend([(middle + 1, last), (first, middle)]);
            }
        }
        Ok(())
    }

    /// The numbers of the first and last row, as well as they can be told.
    async fn ends(&mut self, table: &str) -> Result<Option<(i64, i64)>, StoreError> {
        let index = format!("sqlite_autoindex_{table}_1");
        for from in [format!("\"{table}\""), format!("\"{table}\" INDEXED BY \"{index}\"")] {
            let sql = format!("SELECT min(rowid), max(rowid) FROM damaged.{from}");
            let found = sqlx::query(AssertSqlSafe(sql)).fetch_one(self.connection().await?).await;
            if let Some(row) = self.unless_damaged(found).await? {
                let (first, last): (Option<i64>, Option<i64>) = (row.try_get(0)?, row.try_get(1)?);
                return Ok(first.zip(last));
            }
        }
        let mut last = 0;
        let mut from = 1;
        while from < MOST {
            let sql = format!("SELECT min(rowid) FROM damaged.\"{table}\" WHERE rowid >= {from}");
            let found = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(self.connection().await?).await;
            last = self.unless_damaged(found).await?.flatten().unwrap_or(last).max(last);
            from *= 2;
        }
        Ok(Some((1, last + BEYOND)))
    }

    /// The ids that a table's index knows; none where that is damaged too.
    async fn ids(&mut self, table: &str) -> Result<Vec<Uuid>, StoreError> {
        let sql = format!("SELECT id FROM damaged.\"{table}\" INDEXED BY \"sqlite_autoindex_{table}_1\"");
        let found = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(self.connection().await?).await;
        Ok(self.unless_damaged(found).await?.unwrap_or_default())
    }

    async fn hashes(&mut self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT hash FROM damaged.paper_file INDEXED BY sqlite_autoindex_paper_file_1";
        let found = sqlx::query_scalar(sql).fetch_all(self.connection().await?).await;
        Ok(self.unless_damaged(found).await?.unwrap_or_default())
    }

    /// None where the damage stands in the way; the disk's own trouble stays an error.
    async fn unless_damaged<T>(&mut self, found: Result<T, sqlx::Error>) -> Result<Option<T>, StoreError> {
        match found {
            Ok(found) => Ok(Some(found)),
            Err(error) => {
                let error = StoreError::from(error);
                if error.is_of_the_disk() {
                    return Err(error);
                }
                if let Some(connection) = self.connection.take() {
                    // It has met the damage and says so again.
                    let _ = connection.close().await;
                }
                Ok(None)
            }
        }
    }

    async fn connection(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let mut new = connection::mending(&self.new, self.key.as_ref()).await?;
                let key = self.key.as_ref().map_or_else(|| "''".into(), Key::literal);
                let attached = sqlx::query(AssertSqlSafe(format!("ATTACH DATABASE $1 AS damaged KEY {key}")))
                    .bind(self.copy.to_string_lossy().into_owned())
                    .execute(&mut new)
                    .await;
                attached.map_err(|error| match StoreError::from(error) {
                    error if error.is_damage() => nothing_readable(),
                    other => other,
                })?;
                new
            }
        };
        // Rows that lie across each other are damage too.
        sqlx::query("PRAGMA cell_size_check = ON").execute(&mut connection).await?;
        Ok(self.connection.insert(connection))
    }
}
