//! What is being typed and not sent yet. Not part of the board's record: kept beside it, in the same safe file, without
//! an entry in the history.

use chrono::{DateTime, Days, Utc};
use pledgeboard_domain::id::PersonId;
use serde_json::Value;
use sqlx::Row;
use uuid::Uuid;

use crate::{error::StoreError, open::Store, reading::Reading};

/// After so many days nobody comes back to an unfinished box.
const KEPT_DAYS: Days = Days::new(30);

impl Reading {
    /// What this person last typed at a place and did not send.
    pub async fn draft(&mut self, who: Option<PersonId>, place: &str) -> Result<Option<Value>, StoreError> {
        let sql = "SELECT \"values\" FROM draft WHERE who = $1 AND place = $2";
        let found = sqlx::query(sql).bind(id_of(who)).bind(place).fetch_optional(self.conn()).await?;
        let Some(row) = found else { return Ok(None) };
        let text: String = row.try_get(0)?;
        Ok(Some(serde_json::from_str(&text)?))
    }
}

impl Store {
    /// Keeps what a person types at a place, in place of what was kept there; nothing forgets it. When this answers, it
    /// is on the disk. Drafts that are too old go at the same time.
    pub async fn keep_draft(
        &self,
        who: Option<PersonId>,
        place: &str,
        values: Option<&Value>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin_write().await?;
        sqlx::query("DELETE FROM draft WHERE (who = $1 AND place = $2) OR kept_at < $3")
            .bind(id_of(who))
            .bind(place)
            .bind(now - KEPT_DAYS)
            .execute(&mut *tx)
            .await?;
        if let Some(values) = values {
            sqlx::query("INSERT INTO draft (who, place, \"values\", kept_at) VALUES ($1, $2, $3, $4)")
                .bind(id_of(who))
                .bind(place)
                .bind(values.to_string())
                .bind(now)
                .execute(&mut *tx)
                .await?;
        }
        self.commit(tx).await
    }
}

fn id_of(who: Option<PersonId>) -> Uuid {
    who.map_or(Uuid::nil(), Uuid::from)
}
