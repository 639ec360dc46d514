//! What is being typed and not sent yet. Not part of the board's record: kept beside it, in the same safe file, without
//! an entry in the history.

use chrono::{DateTime, Days, Utc};
use pledgeboard_domain::id::PersonId;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    error::StoreError,
    open::Store,
    reading::Reading,
    sql::{Arg, sql},
};

/// After so many days nobody comes back to an unfinished box.
const KEPT_DAYS: Days = Days::new(30);

impl Reading {
    /// What this person last typed at a place and did not send.
    pub async fn draft(&mut self, who: Option<PersonId>, place: &str) -> Result<Option<Value>, StoreError> {
        let kept =
            sql("SELECT \"values\" FROM draft WHERE who = $1 AND place = $2").id(id_of(who)).text(place);
        let Some(row) = kept.first(&mut self.conn()).await? else { return Ok(None) };
        Ok(Some(serde_json::from_str(row.text(0)?.unwrap_or_default())?))
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
        sql("DELETE FROM draft WHERE (who = $1 AND place = $2) OR kept_at < $3")
            .id(id_of(who))
            .text(place)
            .bind(Arg::Moment(now - KEPT_DAYS))
            .run(&mut tx.connection())
            .await?;
        if let Some(values) = values {
            sql("INSERT INTO draft (who, place, \"values\", kept_at) VALUES ($1, $2, $3, $4)")
                .id(id_of(who))
                .text(place)
                .text(values.to_string())
                .bind(Arg::Moment(now))
                .run(&mut tx.connection())
                .await?;
        }
        self.commit(tx).await
    }
}

fn id_of(who: Option<PersonId>) -> Uuid {
    who.map_or(Uuid::nil(), Uuid::from)
}
