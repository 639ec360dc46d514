//! Records as JSON maps, to and from rows. Everything generic stands on this.

use std::collections::HashMap;

use pledgeboard_domain::Refusal;
use serde::de::value::MapDeserializer;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{
    column::{Column, ColumnType, id, integer},
    error::{NOT_THEIRS, StoreError},
    record::Record,
    sql::{Arg, Connection, Row, sql},
    table::{self, Table},
};

/// A record as the store moves it: its serde fields.
pub(crate) type Fields = Map<String, Value>;

/// A record as it comes from its row: each column's name and value, in the table's order.
pub(crate) type Cells = Vec<Named>;

type Named = (&'static str, Value);

/// The record that the cells make. A list of hundreds is read without a map for each of its records.
pub(crate) fn record<R: Record>(cells: Cells) -> Result<R, StoreError> {
    Ok(R::deserialize(MapDeserializer::<_, serde_json::Error>::new(cells.into_iter()))?)
}

pub(crate) fn fields(cells: Cells) -> Fields {
    cells.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Every record that `clause` (after `WHERE`) finds, in the table's order.
pub(crate) async fn select(
    conn: &mut Connection<'_>,
    table: &Table,
    clause: &str,
    args: &[Arg],
) -> Result<Vec<Cells>, StoreError> {
    let rows = sql(table.select(clause, conn.engine())).bind_all(args.iter().cloned()).all(conn).await?;
    let mut records = rows.iter().map(|row| cells(table, row)).collect::<Result<Vec<_>, _>>()?;
    for links in table.links {
        let rows = sql(table.select_links(links, clause, conn.engine()))
            .bind_all(args.iter().cloned())
            .all(conn)
            .await?;
        let mut lists: HashMap<Uuid, Vec<Value>> = HashMap::new();
        for row in rows {
            let other: Uuid = row.get(1)?;
            lists.entry(row.get(0)?).or_default().push(Value::String(other.to_string()));
        }
        for record in &mut records {
            let id = record.first().and_then(|(_, id)| uuid(id));
            let list = id.and_then(|id| lists.remove(&id)).unwrap_or_default();
            record.push((links.field, Value::Array(list)));
        }
    }
    Ok(records)
}

fn cells(table: &Table, row: &Row) -> Result<Cells, StoreError> {
    let own = 2 + table.columns.len();
    let columns = [id("id"), integer("version")].into_iter().chain(table.read_columns());
    let mut cells: Cells = columns
        .enumerate()
        .map(|(at, column)| Ok((column.name, column.read(row, at)?)))
        .collect::<Result<_, StoreError>>()?;
    if cells.iter().skip(own).any(|(_, value)| value.is_null()) {
        hide(table, cells.split_at_mut(own));
    }
    Ok(cells)
}

/// No side holds null: what a shared board does not let this reader see stands as nothing. Where its title would stand is
/// the one that everybody may read, or that it is not open.
fn hide(table: &Table, (own, sides): (&mut [Named], &mut [Named])) {
    let public = own.iter().find(|(name, _)| *name == "public_title").map(|(_, title)| title.clone());
    let title = public.unwrap_or_else(|| "Not open to you".into());
    for (column, (name, value)) in table.sides.iter().flat_map(|side| side.columns).zip(sides) {
        if value.is_null() {
            *value = match column.kind {
                ColumnType::Json => Value::Array(vec![]),
                _ if table.search.first() == Some(name) => title.clone(),
                _ => "".into(),
            };
        }
    }
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
    conn: &mut Connection<'_>,
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
    conn: &mut Connection<'_>,
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

pub(crate) async fn delete(conn: &mut Connection<'_>, table: &Table, id: Uuid) -> Result<(), StoreError> {
    match sql(format!("DELETE FROM \"{}\" WHERE id = $1", table.name)).id(id).run(conn).await? {
        0 => Err(not_theirs()),
        _ => Ok(()),
    }
}

/// A shared board does not say that it refused to change a row: it changes none.
fn not_theirs() -> StoreError {
    Refusal::rule(NOT_THEIRS).into()
}

async fn insert_into(
    conn: &mut Connection<'_>,
    name: &str,
    columns: &[Column],
    record: &Fields,
) -> Result<(), StoreError> {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    sql(table::insert(name, &names)).bind_all(values(columns.iter(), record)?).run(conn).await?;
    Ok(())
}

async fn update_in(
    conn: &mut Connection<'_>,
    name: &str,
    columns: &[Column],
    record: &Fields,
) -> Result<(), StoreError> {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let values = values([id("id")].iter().chain(columns), record)?;
    match sql(table::update(name, &names)).bind_all(values).run(conn).await? {
        0 => Err(not_theirs()),
        _ => Ok(()),
    }
}

/// What the record says in these columns.
fn values<'a>(columns: impl Iterator<Item = &'a Column>, record: &Fields) -> Result<Vec<Arg>, StoreError> {
    columns.map(|column| column.arg(record.get(column.name).unwrap_or(&Value::Null))).collect()
}

/// As [`insert`] for many records, with few statements: each would be a journey to a server and back.
pub(crate) async fn insert_all(
    conn: &mut Connection<'_>,
    table: &Table,
    records: &[Fields],
) -> Result<(), StoreError> {
    let own: Vec<Column> =
        [id("id"), integer("version")].into_iter().chain(table.columns.iter().copied()).collect();
    insert_many(conn, table.name, &own, records).await?;
    for side in table.sides {
        let columns: Vec<Column> = [id("id")].into_iter().chain(side.columns.iter().copied()).collect();
        insert_many(conn, side.name, &columns, records).await?;
    }
    for links in table.links {
        let mut linked = vec![];
        for record in records {
            let others = record.get(links.field).and_then(Value::as_array).into_iter().flatten();
            for (position, other) in others.enumerate() {
                linked.push([
                    Arg::Id(id_of(record)?),
                    id(links.other).arg(other)?,
                    integer("position").arg(&position.into())?,
                ]);
            }
        }
        insert_values(conn, links.table, &[links.own, links.other, "position"], linked).await?;
    }
    Ok(())
}

async fn insert_many(
    conn: &mut Connection<'_>,
    name: &str,
    columns: &[Column],
    records: &[Fields],
) -> Result<(), StoreError> {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let rows = records.iter().map(|record| values(columns.iter(), record)).collect::<Result<Vec<_>, _>>()?;
    insert_values(conn, name, &names, rows).await
}

/// Rows as their values, as many to a statement as both engines take.
pub(crate) async fn insert_values(
    conn: &mut Connection<'_>,
    name: &str,
    columns: &[&str],
    rows: impl IntoIterator<Item = impl IntoIterator<Item = Arg>>,
) -> Result<(), StoreError> {
    let at_once = (MOST_VALUES / columns.len()).min(MOST_ROWS);
    let mut values = vec![];
    let mut held = 0;
    for row in rows {
        values.extend(row);
        held += 1;
        if held == at_once {
            sql(table::insert_rows(name, columns, held)).bind_all(values.drain(..)).run(conn).await?;
            held = 0;
        }
    }
    if held > 0 {
        sql(table::insert_rows(name, columns, held)).bind_all(values).run(conn).await?;
    }
    Ok(())
}

/// SQLite takes 32,766 values to a statement.
const MOST_VALUES: usize = 10_000;
/// More does not help.
const MOST_ROWS: usize = 200;

async fn insert_links(conn: &mut Connection<'_>, table: &Table, record: &Fields) -> Result<(), StoreError> {
    for links in table.links {
        let own = id_of(record)?;
        let listed = record.get(links.field).and_then(Value::as_array).cloned().unwrap_or_default();
        let insert = table::insert(links.table, &[links.own, links.other, "position"]);
        for (position, other) in listed.iter().enumerate() {
            let (other, position) = (id(links.other).arg(other)?, integer("position").arg(&position.into())?);
            sql(insert.clone()).id(own).bind(other).bind(position).run(conn).await?;
        }
    }
    Ok(())
}

async fn delete_links(conn: &mut Connection<'_>, table: &Table, own: Uuid) -> Result<(), StoreError> {
    for links in table.links {
        let delete = format!("DELETE FROM \"{}\" WHERE \"{}\" = $1", links.table, links.own);
        sql(delete).id(own).run(conn).await?;
    }
    Ok(())
}
