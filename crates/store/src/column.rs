//! Columns, and how a JSON value goes into one and comes out of it.

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Number, Value};
use sqlx::{Arguments, Row, Sqlite, sqlite::SqliteRow};
use uuid::Uuid;

use crate::error::StoreError;

pub(crate) type SqlArguments = <Sqlite as sqlx::Database>::Arguments;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    Id,
    Text,
    Integer,
    Number,
    Flag,
    Date,
    Time,
    /// A list or small value owned by the record, as JSON text.
    Json,
}

#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    pub kind: ColumnType,
}

macro_rules! columns {
    ($($function:ident $kind:ident)*) => {$(
        pub(crate) const fn $function(name: &'static str) -> Column {
            Column { name, kind: ColumnType::$kind }
        }
    )*};
}

columns! { id Id text Text integer Integer number Number flag Flag date Date time Time json Json }

impl Column {
    /// Adds `value` to a statement's arguments; null stays null.
    pub(crate) fn bind(self, arguments: &mut SqlArguments, value: &Value) -> Result<(), StoreError> {
        let wrong = || StoreError::Shape { column: self.name, value: value.to_string() };
        let text = || match value {
            Value::Null => Ok(None),
            Value::String(text) => Ok(Some(text.clone())),
            _ => Err(wrong()),
        };
        let added = match self.kind {
            ColumnType::Id => {
                arguments.add(text()?.map(|it| Uuid::parse_str(&it).map_err(|_| wrong())).transpose()?)
            }
            ColumnType::Text => arguments.add(text()?),
            ColumnType::Date => {
                arguments.add(text()?.map(|it| it.parse::<NaiveDate>().map_err(|_| wrong())).transpose()?)
            }
            ColumnType::Time => {
                arguments.add(text()?.map(|it| it.parse::<NaiveTime>().map_err(|_| wrong())).transpose()?)
            }
            ColumnType::Integer => match value {
                Value::Null => arguments.add(None::<i64>),
                other => arguments.add(other.as_i64().ok_or_else(wrong)?),
            },
            ColumnType::Number => match value {
                Value::Null => arguments.add(None::<f64>),
                other => arguments.add(other.as_f64().ok_or_else(wrong)?),
            },
            ColumnType::Flag => match value {
                Value::Null => arguments.add(None::<bool>),
                other => arguments.add(other.as_bool().ok_or_else(wrong)?),
            },
            ColumnType::Json => arguments.add(value.to_string()),
        };
        added.map_err(|cause| StoreError::Sql(sqlx::Error::Encode(cause)))
    }

    /// The JSON value at `index` of a row.
    pub(crate) fn read(self, row: &SqliteRow, index: usize) -> Result<Value, StoreError> {
        let text = |it: Option<String>| it.map_or(Value::Null, Value::String);
        Ok(match self.kind {
            ColumnType::Id => text(row.try_get::<Option<Uuid>, _>(index)?.map(|it| it.to_string())),
            ColumnType::Text => text(row.try_get(index)?),
            ColumnType::Date => text(row.try_get::<Option<NaiveDate>, _>(index)?.map(|it| it.to_string())),
            ColumnType::Time => text(row.try_get::<Option<NaiveTime>, _>(index)?.map(|it| it.to_string())),
            ColumnType::Integer => row.try_get::<Option<i64>, _>(index)?.map_or(Value::Null, Value::from),
            ColumnType::Number => row
                .try_get::<Option<f64>, _>(index)?
                .and_then(Number::from_f64)
                .map_or(Value::Null, Value::Number),
            ColumnType::Flag => row.try_get::<Option<bool>, _>(index)?.map_or(Value::Null, Value::Bool),
            ColumnType::Json => serde_json::from_str(row.try_get(index)?)?,
        })
    }
}
