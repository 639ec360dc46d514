//! Hearing of what others change: the database tells everyone who listens, as each change is committed (LISTEN, NOTIFY).

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use sqlx::{PgPool, postgres::PgListener};
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::{elsewhere::Elsewhere, error::StoreError};

/// What is told: the id of the entry and a kind of record that it changed, never a word of what it says.
pub(super) const CHANNEL: &str = "pledgeboard";

#[derive(Debug, Default)]
struct Heard {
    /// Entries of our own that have not been told of yet.
    own: BTreeSet<Uuid>,
    kinds: BTreeSet<String>,
    /// The connection was lost for a while, and what was told meanwhile with it.
    missed: bool,
}

#[derive(Debug)]
pub(super) struct Listening {
    heard: Arc<Mutex<Heard>>,
    task: JoinHandle<()>,
}

impl Listening {
    pub async fn begin(pool: &PgPool) -> Result<Self, StoreError> {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        let heard = Arc::<Mutex<Heard>>::default();
        let noted = Arc::clone(&heard);
        let task = tokio::spawn(async move {
            loop {
                match listener.try_recv().await {
                    Ok(Some(told)) => lock(&noted).note(told.payload()),
                    Ok(None) => lock(&noted).missed = true,
                    // The pool is closed, or the server is not there: it may be again.
                    Err(sqlx::Error::PoolClosed) => return,
                    Err(_) => {
                        lock(&noted).missed = true;
                        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                    }
                }
            }
        });
        Ok(Self { heard, task })
    }

    pub fn is_ours(&self, entry: Uuid) {
        lock(&self.heard).own.insert(entry);
    }

    /// What was told since this was last asked.
    pub fn heard(&self) -> Elsewhere {
        let mut heard = lock(&self.heard);
        Elsewhere {
            everything: std::mem::take(&mut heard.missed),
            kinds: std::mem::take(&mut heard.kinds).into_iter().collect(),
        }
    }

    pub fn stop(&self) {
        self.task.abort();
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Heard {
    /// "entry kind"; an entry's kinds are told one after the other.
    fn note(&mut self, told: &str) {
        let Some((entry, kind)) = told.split_once(' ') else { return };
        if !entry.parse().is_ok_and(|entry| self.own.contains(&entry)) {
            self.kinds.insert(kind.to_owned());
        }
    }
}

fn lock(heard: &Mutex<Heard>) -> MutexGuard<'_, Heard> {
    heard.lock().unwrap_or_else(PoisonError::into_inner)
}
