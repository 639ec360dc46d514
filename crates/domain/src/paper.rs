//! Papers: attached files, stored by the hash of their content.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{access::Access, board::Standing, id::PaperId, refusal::Checked, text};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Paper {
    pub id: PaperId,
    pub version: i64,
    pub title: String,
    /// What the paper says, for children.
    pub plain_summary: String,
    pub file_name: String,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub hash: String,
    pub bytes: i64,
    pub pages: i64,
    #[serde(flatten)]
    pub access: Access,
    pub added_on: NaiveDate,
}

impl Paper {
    pub fn check(&self, standing: Standing) -> Checked {
        text::required("title", "the paper's title", &self.title, text::SHORT)?;
        text::optional("plain_summary", "the summary for children", &self.plain_summary, text::MEDIUM)?;
        text::required("file_name", "the file's name", &self.file_name, 255)?;
        self.access.check(standing)
    }
}
