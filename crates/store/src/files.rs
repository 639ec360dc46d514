//! Papers' files, stored once by the SHA-256 of their content.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

use crate::{
    error::StoreError,
    reading::Reading,
    sql::{Arg, sql},
    writing::Writing,
};

impl Writing {
    /// Keeps a file and gives its hash. The same content is kept once.
    pub async fn keep_file(&mut self, content: &[u8]) -> Result<String, StoreError> {
        let hash: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        // A file that was removed for good is there again when somebody attaches it again.
        let keep = "INSERT INTO paper_file (hash, content) VALUES ($1, $2) ON CONFLICT (hash) \
                   DO UPDATE SET content = excluded.content WHERE length(paper_file.content) = 0";
        sql(keep).text(&hash).bind(Arg::Bytes(content.to_vec())).run(&mut self.conn()).await?;
        Ok(hash)
    }
}

impl Reading {
    /// The hashes of files whose content was removed for good.
    pub async fn emptied_files(&mut self) -> Result<HashSet<String>, StoreError> {
        let emptied = sql("SELECT hash FROM paper_file WHERE length(content) = 0");
        Ok(emptied.values(&mut self.conn()).await?.into_iter().collect())
    }

    /// The file with this hash, if it is there.
    pub async fn file(&mut self, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let name = Arg::Name(hash.to_owned().into());
        let content = sql("SELECT content FROM paper_file WHERE hash = $1").bind(name);
        let row = content.first(&mut self.conn()).await?;
        Ok(row.map(|row| row.get(0)).transpose()?)
    }
}
