//! Statements in the one SQL text that both engines understand, what is bound to them, and the rows that they give.

use std::{borrow::Cow, sync::Arc};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde_json::Value;
use sqlx::{
    Arguments, AssertSqlSafe, Database, Decode, Encode, PgConnection, Postgres, Row as _, Sqlite,
    SqliteConnection, Type, postgres::PgRow, sqlite::SqliteRow,
};
use uuid::Uuid;

use crate::{
    column::ColumnType,
    error::StoreError,
    migrations::Engine,
    shared::{Answer, Gathering, answered, written},
};

/// A value in a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Id(Uuid),
    /// What somebody wrote.
    Text(String),
    /// A text of the program's own making, such as the name of a kind of record.
    Name(Cow<'static, str>),
    Date(NaiveDate),
    Integer(i64),
    Flag(bool),
    Number(f64),
    Time(NaiveTime),
    Moment(DateTime<Utc>),
    Bytes(Vec<u8>),
    /// Nothing, of a type: PostgreSQL wants to know which.
    Null(ColumnType),
}

impl<T: Into<Uuid>> From<T> for Arg {
    fn from(id: T) -> Self {
        Self::Id(id.into())
    }
}

impl Arg {
    /// An id that may be none.
    pub(crate) fn id(id: Option<impl Into<Uuid>>) -> Self {
        id.map_or(Self::Null(ColumnType::Id), |id| Self::Id(id.into()))
    }

    /// A value as JSON text, or none.
    pub(crate) fn json(value: Option<Value>) -> Self {
        value.map_or(Self::Null(ColumnType::Text), |it| Self::Text(it.to_string()))
    }
}

/// A connection to either engine.
pub(crate) enum Connection<'c> {
    File(&'c mut SqliteConnection),
    Shared(&'c mut PgConnection),
    /// A server, with all questions of a reading asked together.
    Gathering(&'c Gathering),
}

impl Connection<'_> {
    pub fn engine(&self) -> Engine {
        match self {
            Self::File(_) => Engine::File,
            Self::Shared(_) | Self::Gathering(_) => Engine::Shared,
        }
    }
}

/// What is read or written as a whole, with either engine.
pub(crate) enum Transaction {
    File(sqlx::Transaction<'static, Sqlite>),
    Shared(sqlx::Transaction<'static, Postgres>),
    /// Only to read from.
    Gathering(Arc<Gathering>),
}

impl Transaction {
    pub fn connection(&mut self) -> Connection<'_> {
        match self {
            Self::File(tx) => Connection::File(tx),
            Self::Shared(tx) => Connection::Shared(tx),
            Self::Gathering(it) => Connection::Gathering(it),
        }
    }

    pub async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::File(tx) => tx.commit().await?,
            Self::Shared(tx) => answered(tx.commit()).await?,
            Self::Gathering(_) => {}
        }
        Ok(())
    }
}

/// One row of an answer.
pub(crate) enum Row {
    File(SqliteRow),
    Shared(PgRow),
    /// One of an answer that may be read again.
    Gathered(Answer, usize),
}

/// What both engines can give back.
pub(crate) trait Cell:
    for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>
{
}

impl<T> Cell for T where
    T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>
{
}

impl Row {
    pub fn get<T: Cell>(&self, at: usize) -> Result<T, sqlx::Error> {
        match self {
            Self::File(row) => row.try_get(at),
            Self::Shared(row) => row.try_get(at),
            Self::Gathered(answer, row) => gathered(answer, *row)?.try_get(at),
        }
    }

    /// A text that is only looked at.
    pub fn text(&self, at: usize) -> Result<Option<&str>, sqlx::Error> {
        match self {
            Self::File(row) => row.try_get(at),
            Self::Shared(row) => row.try_get(at),
            Self::Gathered(answer, row) => gathered(answer, *row)?.try_get(at),
        }
    }
}

fn gathered(answer: &Answer, row: usize) -> Result<&PgRow, sqlx::Error> {
    answer.get(row).ok_or(sqlx::Error::RowNotFound)
}

/// A statement with its values. The text is the program's, never a user's: values are bound.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    text: Cow<'static, str>,
    arguments: Vec<Arg>,
}

pub(crate) fn sql(text: impl Into<Cow<'static, str>>) -> Statement {
    Statement { text: text.into(), arguments: vec![] }
}

impl Statement {
    /// The value of the next `$n`.
    pub fn bind(mut self, value: Arg) -> Self {
        self.arguments.push(value);
        self
    }

    pub fn id(self, id: impl Into<Uuid>) -> Self {
        self.bind(Arg::Id(id.into()))
    }

    pub fn text(self, text: impl Into<String>) -> Self {
        self.bind(Arg::Text(text.into()))
    }

    pub fn integer(self, number: i64) -> Self {
        self.bind(Arg::Integer(number))
    }

    pub fn bind_all(mut self, values: impl IntoIterator<Item = Arg>) -> Self {
        self.arguments.extend(values);
        self
    }

    /// As a text of its own, in which the values are literals.
    pub fn written(&self) -> Result<String, StoreError> {
        written(&self.text, &self.arguments)
    }

    /// Whether a value is what somebody wrote.
    pub fn holds_words(&self) -> bool {
        self.arguments.iter().any(|it| matches!(it, Arg::Text(_) | Arg::Bytes(_)))
    }

    pub async fn all(self, on: &mut Connection<'_>) -> Result<Vec<Row>, StoreError> {
        Ok(match on {
            Connection::File(on) => {
                let rows = sqlx::query_with(AssertSqlSafe(self.text), bound::<Sqlite>(self.arguments)?);
                rows.fetch_all(&mut **on).await?.into_iter().map(Row::File).collect()
            }
            Connection::Shared(on) => self.rows_of_shared(on).await?.into_iter().map(Row::Shared).collect(),
            Connection::Gathering(on) => {
                let answer = on.answer(self)?;
                (0..answer.len()).map(|row| Row::Gathered(Arc::clone(&answer), row)).collect()
            }
        })
    }

    pub async fn rows_of_shared(self, on: &mut PgConnection) -> Result<Vec<PgRow>, StoreError> {
        let rows = sqlx::query_with(AssertSqlSafe(self.text), bound::<Postgres>(self.arguments)?);
        answered(rows.fetch_all(on)).await
    }

    pub async fn first(self, on: &mut Connection<'_>) -> Result<Option<Row>, StoreError> {
        Ok(self.all(on).await?.into_iter().next())
    }

    /// The first value of the only row: a count.
    pub async fn value<T: Cell>(self, on: &mut Connection<'_>) -> Result<T, StoreError> {
        let row = self.first(on).await?.ok_or(sqlx::Error::RowNotFound)?;
        Ok(row.get(0)?)
    }

    /// The first value of every row.
    pub async fn values<T: Cell>(self, on: &mut Connection<'_>) -> Result<Vec<T>, StoreError> {
        let rows = self.all(on).await?;
        Ok(rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?)
    }

    /// Runs it; how many rows it touched.
    pub async fn run(self, on: &mut Connection<'_>) -> Result<u64, StoreError> {
        Ok(match on {
            Connection::File(on) => {
                let run = sqlx::query_with(AssertSqlSafe(self.text), bound::<Sqlite>(self.arguments)?);
                run.execute(&mut **on).await?.rows_affected()
            }
            Connection::Shared(on) => {
                let run = sqlx::query_with(AssertSqlSafe(self.text), bound::<Postgres>(self.arguments)?);
                answered(run.execute(&mut **on)).await?.rows_affected()
            }
            Connection::Gathering(_) => {
                let nothing = "a reading changes nothing".into();
                return Err(sqlx::Error::InvalidArgument(nothing).into());
            }
        })
    }
}

/// The values as one engine wants them.
fn bound<D>(values: Vec<Arg>) -> Result<D::Arguments, StoreError>
where
    D: Database,
    Uuid: for<'q> Encode<'q, D> + Type<D>,
    String: for<'q> Encode<'q, D> + Type<D>,
    NaiveDate: for<'q> Encode<'q, D> + Type<D>,
    NaiveTime: for<'q> Encode<'q, D> + Type<D>,
    DateTime<Utc>: for<'q> Encode<'q, D> + Type<D>,
    i64: for<'q> Encode<'q, D> + Type<D>,
    f64: for<'q> Encode<'q, D> + Type<D>,
    bool: for<'q> Encode<'q, D> + Type<D>,
    Vec<u8>: for<'q> Encode<'q, D> + Type<D>,
    Option<Uuid>: for<'q> Encode<'q, D> + Type<D>,
    Option<String>: for<'q> Encode<'q, D> + Type<D>,
    Option<NaiveDate>: for<'q> Encode<'q, D> + Type<D>,
    Option<NaiveTime>: for<'q> Encode<'q, D> + Type<D>,
    Option<i64>: for<'q> Encode<'q, D> + Type<D>,
    Option<f64>: for<'q> Encode<'q, D> + Type<D>,
    Option<bool>: for<'q> Encode<'q, D> + Type<D>,
{
    let mut arguments = D::Arguments::default();
    for value in values {
        let added = match value {
            Arg::Id(id) => arguments.add(id),
            Arg::Text(text) => arguments.add(text),
            Arg::Name(name) => arguments.add(name.into_owned()),
            Arg::Date(date) => arguments.add(date),
            Arg::Integer(number) => arguments.add(number),
            Arg::Flag(flag) => arguments.add(flag),
            Arg::Number(number) => arguments.add(number),
            Arg::Time(time) => arguments.add(time),
            Arg::Moment(moment) => arguments.add(moment),
            Arg::Bytes(bytes) => arguments.add(bytes),
            Arg::Null(kind) => match kind {
                ColumnType::Id => arguments.add(None::<Uuid>),
                ColumnType::Text | ColumnType::Json => arguments.add(None::<String>),
                ColumnType::Date => arguments.add(None::<NaiveDate>),
                ColumnType::Time => arguments.add(None::<NaiveTime>),
                ColumnType::Integer => arguments.add(None::<i64>),
                ColumnType::Number => arguments.add(None::<f64>),
                ColumnType::Flag => arguments.add(None::<bool>),
            },
        };
        added.map_err(|cause| StoreError::Sql(sqlx::Error::Encode(cause)))?;
    }
    Ok(arguments)
}
