//! What was removed may stay in the file's free pages until it is rewritten. That takes room on the disk and a moment
//! without another writer, so it is owed until it is done, across a crash too.

use pledgeboard_domain::{Code, Refusal, id::RemovalId};
use sqlx::Row;

use crate::{error::StoreError, migrations::Engine, open::Store, sql::sql, writing::Writing};

impl Store {
    /// Lets nothing of what was removed stay in free pages, in the log or in the index. Quick when nothing is owed.
    ///
    /// # Errors
    /// When the disk is full or another program is using the board. The words are gone from all that Pledgeboard reads
    /// even then, and the board is wiped when it is opened next.
    pub async fn wipe(&self) -> Result<(), StoreError> {
        if self.is_shared() {
            // The server frees its own pages in its time; its logs and backups are with those who run it.
            return Ok(());
        }
        let pool = self.pool()?;
        let owed: i64 = sqlx::query_scalar("SELECT count(*) FROM unwiped").fetch_one(pool).await?;
        if owed == 0 {
            return Ok(());
        }
        for sql in ["INSERT INTO search (search) VALUES ('rebuild')", "VACUUM"] {
            sqlx::query(sql).execute(pool).await?;
        }
        let folded = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(pool).await?;
        if folded.try_get::<i64, _>(0)? != 0 {
            let message = "Another program is reading this board, so its file could not be rewritten now.";
            return Err(Refusal { code: Code::Storage, field: None, message: message.into() }.into());
        }
        sqlx::query("DELETE FROM unwiped").execute(pool).await?;
        Ok(())
    }
}

impl Writing {
    /// A file is to be wiped once this is committed.
    pub(super) async fn owe_a_wipe(&mut self, removal: RemovalId) -> Result<(), StoreError> {
        if self.conn().engine() == Engine::Shared {
            return Ok(());
        }
        sql("INSERT INTO unwiped (removal_id) VALUES ($1)").id(removal).run(&mut self.conn()).await?;
        Ok(())
    }
}
