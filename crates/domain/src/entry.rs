//! The audit trail: who changed what, when, before and after (domain rule 10).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{EntryId, PersonId};

/// One named change. Append-only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Entry {
    pub id: EntryId,
    /// To the microsecond, as both databases keep it.
    pub at: DateTime<Utc>,
    pub person_id: Option<PersonId>,
    /// What was done, as the history reads it: "publish the agenda".
    pub name: String,
    /// False for publishing, approving and telling back: those are corrected, never undone.
    pub can_undo: bool,
    /// The entry that this one undoes.
    pub undoes: Option<EntryId>,
}
