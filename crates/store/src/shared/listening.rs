//! Hearing of what others change: the database tells everyone who listens, as each change is committed (LISTEN, NOTIFY).

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
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
    /// The server does not answer.
    away: bool,
    /// Who else is connected.
    here: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Listening {
    heard: Arc<Mutex<Heard>>,
    task: JoinHandle<()>,
}

/// How often it is looked who else is here.
const LOOK: Duration = Duration::from_secs(5);

/// Everyone on the board who is connected, but for whoever asks. A server tells everybody who is connected to it.
const HERE: &str = "SELECT DISTINCT p.name FROM pg_stat_activity AS a JOIN member AS m ON m.login = a.usename \
                    JOIN person AS p ON p.id = m.person_id \
                    WHERE a.datname = current_database() AND a.usename <> session_user ORDER BY 1";

/// What a standby is asked instead of listening.
const NEWEST: &str = "SELECT coalesce(max(number), 0) FROM entry";

impl Listening {
    pub async fn begin(pool: &PgPool) -> Result<Self, StoreError> {
        let heard = Arc::<Mutex<Heard>>::default();
        let first = match listener(pool).await {
            Err(error) if !is_of_a_standby(&error) => return Err(error.into()),
            first => first,
        };
        let task = tokio::spawn(go_on(first, pool.clone(), Arc::clone(&heard)));
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
            away: heard.away,
            here: heard.here.clone(),
        }
    }

    pub fn stop(&self) {
        self.task.abort();
    }
}

/// Listens for as long as the board is open, whatever becomes of the server meanwhile.
async fn go_on(first: Result<PgListener, sqlx::Error>, pool: PgPool, noted: Arc<Mutex<Heard>>) {
    let mut listener = first;
    let mut newest: Option<i64> = None;
    loop {
        match listener {
            Ok(listener) => {
                listen(listener, &pool, &noted).await;
                let mut heard = lock(&noted);
                heard.away = true;
                heard.here.clear();
            }
            Err(error) if is_of_a_standby(&error) => {
                let now = sqlx::query_scalar(NEWEST).fetch_one(&pool).await.ok();
                lock(&noted).note_newest(&mut newest, now);
                tokio::time::sleep(LOOK).await;
            }
            Err(_) if pool.is_closed() => return,
            Err(_) => tokio::time::sleep(Duration::from_secs(1)).await,
        }
        listener = self::listener(&pool).await;
        if listener.is_ok() {
            let mut heard = lock(&noted);
            // What was told meanwhile is lost, and what could not be shown can be.
            (heard.missed, heard.away) = (true, false);
        }
    }
}

async fn listener(pool: &PgPool) -> Result<PgListener, sqlx::Error> {
    let listening = async {
        let mut listener = PgListener::connect_with(pool).await?;
        // A connection that it made anew by itself, while we look who is here, would hide that the old one was lost.
        listener.eager_reconnect(false);
        listener.listen(CHANNEL).await?;
        Ok(listener)
    };
    // A connection that is held by a network that swallows what is sent would never answer.
    tokio::time::timeout(LOOK * 2, listening).await.unwrap_or(Err(sqlx::Error::PoolTimedOut))
}

/// A server that follows another is only read, and tells nobody of changes.
fn is_of_a_standby(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    // Feature not supported; read-only transaction.
    code.is_some_and(|code| matches!(&*code, "0A000" | "25006"))
}

/// Notes what is told, and who comes and goes, until the connection is lost or silent.
async fn listen(mut listener: PgListener, pool: &PgPool, noted: &Mutex<Heard>) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        tokio::select! {
            told = listener.try_recv() => match told {
                Ok(Some(told)) => lock(noted).note(told.payload()),
                Ok(None) | Err(_) => return,
            },
            _ = look.tick() => {
                match tokio::time::timeout(LOOK, sqlx::query_scalar(HERE).fetch_all(pool)).await {
                    Ok(Ok(here)) => lock(noted).here = here,
                    // A network that swallows what is sent shows nowhere else.
                    _ => return,
                }
            }
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Heard {
    /// What is newest on a server that tells of nothing; none when it does not answer.
    fn note_newest(&mut self, newest: &mut Option<i64>, now: Option<i64>) {
        self.away = now.is_none();
        self.missed |= newest.is_some() && now.is_some() && now != *newest;
        *newest = now.or(*newest);
    }

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
