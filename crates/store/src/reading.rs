//! Reading: one snapshot of the board for as long as it lives.

use std::collections::HashMap;

use pledgeboard_domain::{Board, Refusal};
use sqlx::SqlitePool;
use uuid::Uuid;

use crate::{
    error::StoreError,
    record::Record,
    rows::{self, Fields},
    sql::{Arg, Connection, Transaction, sql},
};

/// One consistent view of the board. A [`crate::Writing`] is one too, and sees its own changes.
pub struct Reading {
    pub(crate) tx: Transaction,
}

impl Reading {
    /// Of one file that is only looked at.
    pub(crate) async fn of_file(pool: &SqlitePool) -> Result<Self, StoreError> {
        Ok(Self { tx: Transaction::File(pool.begin().await?) })
    }

    pub(crate) fn conn(&mut self) -> Connection<'_> {
        self.tx.connection()
    }

    /// Every record of a kind, in its order.
    pub async fn all<R: Record>(&mut self) -> Result<Vec<R>, StoreError> {
        self.find::<R>("1 = 1", &[]).await
    }

    /// The record with this id, if it is there.
    pub async fn get<R: Record>(&mut self, id: impl Into<Uuid>) -> Result<Option<R>, StoreError> {
        Ok(self.find::<R>("t.id = $1", &[Arg::Id(id.into())]).await?.pop())
    }

    /// The record with this id; refused in plain words when it is gone.
    pub async fn one<R: Record>(&mut self, id: impl Into<Uuid>) -> Result<R, StoreError> {
        self.get(id).await?.ok_or_else(|| Refusal::not_found(R::TABLE.called).into())
    }

    /// Records by one of their id columns: `by::<Voice>("event_id", event)`.
    pub async fn by<R: Record>(
        &mut self,
        column: &'static str,
        id: impl Into<Uuid>,
    ) -> Result<Vec<R>, StoreError> {
        let clause = format!("t.\"{column}\" = $1");
        self.parse(&clause, &[Arg::Id(id.into())]).await
    }

    /// How many records there are to each value of one of their id columns: `count_by::<Voice>("event_id")`.
    pub async fn count_by<R: Record>(
        &mut self,
        column: &'static str,
    ) -> Result<HashMap<Uuid, u32>, StoreError> {
        let table = R::TABLE.name;
        let count = format!(
            "SELECT t.\"{column}\", CAST(count(*) AS BIGINT) FROM \"{table}\" AS t \
             WHERE t.\"{column}\" IS NOT NULL GROUP BY t.\"{column}\""
        );
        let rows = sql(count).all(&mut self.conn()).await?;
        let counted =
            rows.iter().map(|row| Ok((row.get(0)?, u32::try_from(row.get::<i64>(1)?).unwrap_or(u32::MAX))));
        Ok(counted.collect::<Result<_, sqlx::Error>>()?)
    }

    /// Records that an SQL clause finds: the record is `t`, its side tables `s0`, `s1`…; values are `$1`, `$2`…
    ///
    /// The clause is program text, never a user's: values go through `args`.
    pub async fn find<R: Record>(
        &mut self,
        clause: &'static str,
        args: &[Arg],
    ) -> Result<Vec<R>, StoreError> {
        self.parse(clause, args).await
    }

    async fn parse<R: Record>(&mut self, clause: &str, args: &[Arg]) -> Result<Vec<R>, StoreError> {
        let found = rows::select(&mut self.conn(), R::TABLE, clause, args).await?;
        found.into_iter().map(rows::record).collect()
    }

    pub(crate) async fn fields(
        &mut self,
        table: &crate::table::Table,
        id: Uuid,
    ) -> Result<Option<Fields>, StoreError> {
        let found = rows::select(&mut self.conn(), table, "t.id = $1", &[Arg::Id(id)]).await?.pop();
        Ok(found.map(rows::fields))
    }

    /// The board itself.
    pub async fn board(&mut self) -> Result<Board, StoreError> {
        self.all::<Board>().await?.pop().ok_or_else(|| Refusal::not_found("board").into())
    }
}
