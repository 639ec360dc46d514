//! Records as JSON maps, to and from rows. Everything generic stands on this.

use std::collections::HashMap;

use serde::de::value::MapDeserializer;
use serde_json::{Map, Value};
use sqlx::{Arguments, AssertSqlSafe, Row, SqliteConnection, sqlite::SqliteRow};
use uuid::Uuid;

use crate::{
    column::{Column, SqlArguments, id, integer},
    error::StoreError,
    reading::Arg,
    record::Record,
    table::{self, Table},
};

/// A record as the store moves it: its serde fields.
pub(crate) type Fields = Map<String, Value>;

/// A record as it comes from its row: each column's name and value, in the table's order.
pub(crate) type Cells = Vec<(&'static str, Value)>;

/// The record that the cells make. A list of hundreds is read without a map for each of its records.
pub(crate) fn record<R: Record>(cells: Cells) -> Result<R, StoreError> {
    Ok(R::deserialize(MapDeserializer::<_, serde_json::Error>::new(cells.into_iter()))?)
}

pub(crate) fn fields(cells: Cells) -> Fields {
    cells.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Every record that `clause` (after `WHERE`) finds, in the table's order.
pub(crate) async fn select(
    conn: &mut SqliteConnection,
    table: &Table,
    clause: &str,
    args: &[Arg],
) -> Result<Vec<Cells>, StoreError> {
    let rows =
        sqlx::query_with(AssertSqlSafe(table.select(clause)), arguments(args)?).fetch_all(&mut *conn).await?;
    let mut records = rows.iter().map(|row| cells(table, row)).collect::<Result<Vec<_>, _>>()?;
    if records.is_empty() {
        return Ok(records);
    }
    for links in table.links {
        let sql = table.select_links(links, clause);
        let rows = sqlx::query_with(AssertSqlSafe(sql), arguments(args)?).fetch_all(&mut *conn).await?;
        let mut lists: HashMap<Uuid, Vec<Value>> = HashMap::new();
        for row in rows {
            let other: Uuid = row.try_get(1)?;
            lists.entry(row.try_get(0)?).or_default().push(Value::String(other.to_string()));
        }
        for record in &mut records {
            let id = record.first().and_then(|(_, id)| uuid(id));
            let list = id.and_then(|id| lists.remove(&id)).unwrap_or_default();
            record.push((links.field, Value::Array(list)));
        }
    }
    Ok(records)
}

fn cells(table: &Table, row: &SqliteRow) -> Result<Cells, StoreError> {
    let columns = [id("id"), integer("version")].into_iter().chain(table.read_columns());
    columns.enumerate().map(|(at, column)| Ok((column.name, column.read(row, at)?))).collect()
}

fn arguments(args: &[Arg]) -> Result<SqlArguments, StoreError> {
    let mut arguments = SqlArguments::default();
    for arg in args {
        let added = match arg {
            Arg::Id(id) => arguments.add(*id),
            Arg::Text(text) => arguments.add(text.clone()),
            Arg::Date(date) => arguments.add(*date),
            Arg::Integer(number) => arguments.add(*number),
        };
        added.map_err(|cause| StoreError::Sql(sqlx::Error::Encode(cause)))?;
    }
    Ok(arguments)
}

pub(crate) fn id_of(fields: &Fields) -> Result<Uuid, StoreError> {
    let value = fields.get("id").unwrap_or(&Value::Null);
    uuid(value).ok_or_else(|| StoreError::Shape { column: "id", value: value.to_string() })
}

fn uuid(value: &Value) -> Option<Uuid> {
    value.as_str().and_then(|text| Uuid::parse_str(text).ok())
}

pub(crate) fn version_of(fields: &Fields) -> i64 {
    fields.get("version").and_then(Value::as_i64).unwrap_or(0)
}

pub(crate) async fn insert(
    conn: &mut SqliteConnection,
    table: &Table,
    record: &Fields,
) -> Result<(), StoreError> {
    let own: Vec<Column> =
        [id("id"), integer("version")].into_iter().chain(table.columns.iter().copied()).collect();
    insert_into(conn, table.name, &own, record).await?;
    for side in table.sides {
        let columns: Vec<Column> = [id("id")].into_iter().chain(side.columns.iter().copied()).collect();
        insert_into(conn, side.name, &columns, record).await?;
    }
    insert_links(conn, table, record).await
}

pub(crate) async fn update(
    conn: &mut SqliteConnection,
    table: &Table,
    record: &Fields,
) -> Result<(), StoreError> {
    let own: Vec<Column> = [integer("version")].into_iter().chain(table.columns.iter().copied()).collect();
    update_in(conn, table.name, &own, record).await?;
    for side in table.sides {
        update_in(conn, side.name, side.columns, record).await?;
    }
    delete_links(conn, table, id_of(record)?).await?;
    insert_links(conn, table, record).await
}

pub(crate) async fn delete(conn: &mut SqliteConnection, table: &Table, id: Uuid) -> Result<(), StoreError> {
    let sql = format!("DELETE FROM \"{}\" WHERE id = $1", table.name);
    sqlx::query(AssertSqlSafe(sql)).bind(id).execute(conn).await?;
    Ok(())
}

async fn insert_into(
    conn: &mut SqliteConnection,
    name: &str,
    columns: &[Column],
    record: &Fields,
) -> Result<(), StoreError> {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let mut arguments = SqlArguments::default();
    for column in columns {
        column.bind(&mut arguments, record.get(column.name).unwrap_or(&Value::Null))?;
    }
    sqlx::query_with(AssertSqlSafe(table::insert(name, &names)), arguments).execute(conn).await?;
    Ok(())
}

async fn update_in(
    conn: &mut SqliteConnection,
    name: &str,
    columns: &[Column],
    record: &Fields,
) -> Result<(), StoreError> {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let mut arguments = SqlArguments::default();
    for column in [id("id")].iter().chain(columns) {
        column.bind(&mut arguments, record.get(column.name).unwrap_or(&Value::Null))?;
    }
    sqlx::query_with(AssertSqlSafe(table::update(name, &names)), arguments).execute(conn).await?;
    Ok(())
}

async fn insert_links(conn: &mut SqliteConnection, table: &Table, record: &Fields) -> Result<(), StoreError> {
    for links in table.links {
        let own = id_of(record)?;
        let listed = record.get(links.field).and_then(Value::as_array).cloned().unwrap_or_default();
        let sql = table::insert(links.table, &[links.own, links.other, "position"]);
        for (position, other) in listed.iter().enumerate() {
            let mut arguments = SqlArguments::default();
            let link = [(id(links.own), Value::String(own.to_string())), (id(links.other), other.clone())];
            for (column, value) in &link {
                column.bind(&mut arguments, value)?;
            }
            integer("position").bind(&mut arguments, &Value::from(position))?;
            sqlx::query_with(AssertSqlSafe(sql.clone()), arguments).execute(&mut *conn).await?;
        }
    }
    Ok(())
}

async fn delete_links(conn: &mut SqliteConnection, table: &Table, own: Uuid) -> Result<(), StoreError> {
    for links in table.links {
        let sql = format!("DELETE FROM \"{}\" WHERE \"{}\" = $1", links.table, links.own);
        sqlx::query(AssertSqlSafe(sql)).bind(own).execute(&mut *conn).await?;
    }
    Ok(())
}
