//! The board's file: SQLite through sqlx.
//!
//! Every record of the domain is one serde struct and one [`Record`]: a table, with secret words in side tables and
//! links in link tables. Reading and writing are generic over it, so the audit trail, undo, search, import and
//! export hold for every record, present and to come.
//!
//! ```no_run
//! # async fn example(stamp: pledgeboard_store::Stamp) -> Result<(), pledgeboard_store::StoreError> {
//! use pledgeboard_domain::Theme;
//! use pledgeboard_store::Store;
//!
//! let store = Store::open("anytown.pledgeboard".as_ref()).await?;
//! let mut write = store.write("rename a theme", stamp).await?;
//! let mut theme: Theme = write.all::<Theme>().await?.remove(0);
//! theme.name = "A home that stays".into();
//! write.update(&mut theme).await?; // refused if someone changed it since
//! let done = write.commit().await?; // one transaction, one entry in the history
//! # Ok(()) }
//! ```

mod about;
mod column;
mod connection;
mod copies;
mod drafts;
mod elsewhere;
mod error;
mod files;
mod history;
mod inert;
mod key;
mod migrations;
mod open;
mod place;
mod reading;
mod record;
mod records;
mod recover;
mod removal;
mod rows;
mod search;
mod shared;
mod sql;
mod table;
mod transfer;
mod vault;
mod whereabouts;
mod writing;

pub use about::{RecordNow, Says};
pub use copies::{Glance, PastEntry};
pub use elsewhere::Elsewhere;
pub use error::StoreError;
pub use history::{HistoryEntry, RecordChange, Touching};
pub use key::{Key, Lock};
pub use open::Store;
pub use place::put_in_place;
#[cfg(feature = "stops")]
pub use place::{Step, stop_at};
pub use reading::Reading;
pub use record::Record;
pub use recover::{Recovered, RecoveredKind};
pub use removal::{Found, Going};
pub use search::Hit;
pub use shared::{Address, Login, Member};
pub use sql::Arg;
pub use transfer::{BoardData, DATA_FORMAT, DATA_SCHEMA};
pub use writing::{Done, Stamp, Writing};
