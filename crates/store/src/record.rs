//! What makes a struct of the domain a record of the store.

use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::table::Table;

/// A struct that is kept. Its serde fields are `id`, `version` and the table's columns, sides and links.
pub trait Record: Serialize + DeserializeOwned + Clone + Send + Sync + Unpin + 'static {
    const TABLE: &'static Table;

    fn id(&self) -> Uuid;

    /// Counts the changes; a write from an older version is refused.
    fn version(&self) -> i64;

    fn set_version(&mut self, version: i64);
}

/// `record! { Voice, VOICE }`: the parts of [`Record`] that are the same for every record.
macro_rules! record {
    ($($record:ty => $table:ident),+ $(,)?) => {$(
        impl $crate::record::Record for $record {
            const TABLE: &'static $crate::table::Table = &$table;

            fn id(&self) -> uuid::Uuid {
                self.id.into()
            }

            fn version(&self) -> i64 {
                self.version
            }

            fn set_version(&mut self, version: i64) {
                self.version = version;
            }
        }
    )+};
}
pub(crate) use record;
