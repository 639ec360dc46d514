//! Columns, and how a JSON value goes into one and comes out of it.

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Number, Value};
use uuid::Uuid;

use crate::{
    error::StoreError,
    sql::{Arg, Row},
};

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
    /// `value` as it goes into a statement; null stays null.
    pub(crate) fn arg(self, value: &Value) -> Result<Arg, StoreError> {
        let wrong = || StoreError::Shape { column: self.name, value: value.to_string() };
        if self.kind == ColumnType::Json {
            return Ok(Arg::Text(value.to_string()));
        }
        if value.is_null() {
            return Ok(Arg::Null(self.kind));
        }
        let text = || value.as_str().ok_or_else(wrong);
        Ok(match self.kind {
            ColumnType::Id => Arg::Id(Uuid::parse_str(text()?).map_err(|_| wrong())?),
            ColumnType::Text | ColumnType::Json => Arg::Text(text()?.to_owned()),
            ColumnType::Date => Arg::Date(text()?.parse().map_err(|_| wrong())?),
            ColumnType::Time => Arg::Time(text()?.parse().map_err(|_| wrong())?),
            ColumnType::Integer => Arg::Integer(value.as_i64().ok_or_else(wrong)?),
            ColumnType::Number => Arg::Number(value.as_f64().ok_or_else(wrong)?),
            ColumnType::Flag => Arg::Flag(value.as_bool().ok_or_else(wrong)?),
        })
    }

    /// The JSON value at `index` of a row.
    pub(crate) fn read(self, row: &Row, index: usize) -> Result<Value, StoreError> {
        let text = |it: Option<String>| it.map_or(Value::Null, Value::String);
        Ok(match self.kind {
            ColumnType::Id => text(row.get::<Option<Uuid>>(index)?.map(|it| it.to_string())),
            ColumnType::Text => text(row.get(index)?),
            ColumnType::Date => text(row.get::<Option<NaiveDate>>(index)?.map(|it| it.to_string())),
            ColumnType::Time => text(row.get::<Option<NaiveTime>>(index)?.map(|it| it.to_string())),
            ColumnType::Integer => row.get::<Option<i64>>(index)?.map_or(Value::Null, Value::from),
            ColumnType::Number => {
                row.get::<Option<f64>>(index)?.and_then(Number::from_f64).map_or(Value::Null, Value::Number)
            }
            ColumnType::Flag => row.get::<Option<bool>>(index)?.map_or(Value::Null, Value::Bool),
            ColumnType::Json => match row.text(index)? {
                Some(text) => serde_json::from_str(text)?,
                None => Value::Null,
            },
        })
    }
}
