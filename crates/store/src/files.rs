//! Papers' files, stored once by the SHA-256 of their content.

use std::collections::HashSet;

use sha2::{Digest, Sha256};
use sqlx::Row;

use crate::{error::StoreError, reading::Reading, writing::Writing};

impl Writing {
    /// Keeps a file and gives its hash. The same content is kept once.
    pub async fn keep_file(&mut self, content: &[u8]) -> Result<String, StoreError> {
        let hash: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        // A file that was removed for good is there again when somebody attaches it again.
        let sql = "INSERT INTO paper_file (hash, content) VALUES ($1, $2) ON CONFLICT (hash) \
                   DO UPDATE SET content = excluded.content WHERE length(paper_file.content) = 0";
        sqlx::query(sql).bind(&hash).bind(content).execute(self.conn()).await?;
        Ok(hash)
    }
}

impl Reading {
    /// The hashes of files whose content was removed for good.
    pub async fn emptied_files(&mut self) -> Result<HashSet<String>, StoreError> {
        let sql = "SELECT hash FROM paper_file WHERE length(content) = 0";
        Ok(sqlx::query_scalar(sql).fetch_all(self.conn()).await?.into_iter().collect())
    }

    /// The file with this hash, if it is there.
    pub async fn file(&mut self, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let row = sqlx::query("SELECT content FROM paper_file WHERE hash = $1")
            .bind(hash)
            .fetch_optional(self.conn())
            .await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }
}
