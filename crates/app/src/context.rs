//! What a command works with: an open board, who works, and the clock.

use chrono::NaiveDate;
use pledgeboard_domain::id::{EntryId, PersonId};
use pledgeboard_store::{Reading, Stamp, Store, Writing};
use serde::Serialize;
use uuid::Uuid;

use crate::{clock::Clock, error::Outcome};

/// An open board and who is using it.
#[derive(Debug, Clone)]
pub struct Context {
    pub store: Store,
    pub person: Option<PersonId>,
    pub clock: Clock,
}

/// What a write answers: its result, and which kinds of records changed, so that screens reload those alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Written<T> {
    pub result: T,
    /// The kinds of records that changed: table names such as "voice".
    pub changed: Vec<String>,
    /// The entry in the history; none when nothing was different after all.
    pub entry: Option<EntryId>,
    pub can_undo: bool,
}

/// What an expression gives that reads with a [`Context::gathering`], once all that it reads is there.
macro_rules! settled {
    ($context:ident, $read:expr) => {
        loop {
            let outcome = $read;
            if $context.store.is_settled().await? {
                break outcome;
            }
        }
    };
}
pub(crate) use settled;

impl Context {
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    pub fn new_id<Id: From<Uuid>>(&self) -> Id {
        self.clock.new_id()
    }

    /// For the reading of one screen, in as few journeys to a server as can be: see [`Store::gathering`].
    pub fn gathering(&self) -> Self {
        Self { store: self.store.gathering(), ..self.clone() }
    }

    /// A snapshot to read from.
    pub async fn read(&self) -> Outcome<Reading> {
        Ok(self.store.read().await?)
    }

    /// Begins a change, named as the history will read it: "publish the agenda".
    pub async fn write(&self, name: &str) -> Outcome<Writing> {
        Ok(self.store.write(name, self.stamp()).await?)
    }

    pub fn stamp(&self) -> Stamp {
        Stamp { entry: self.new_id(), at: self.clock.now(), person: self.person }
    }

    /// Commits a change and answers with its result.
    pub async fn done<T>(&self, write: Writing, result: T) -> Outcome<Written<T>> {
        let done = write.commit().await?;
        Ok(Written {
            result,
            changed: done.kinds.into_iter().map(str::to_owned).collect(),
            entry: done.entry,
            can_undo: done.can_undo,
        })
    }
}
