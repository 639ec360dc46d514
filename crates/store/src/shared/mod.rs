//! A board in PostgreSQL, for many people at once. The server is the council's own; its roles say who may do what.

mod address;
mod gathering;
mod listening;
mod literal;
mod opening;
mod people;
mod trouble;

use std::time::Duration;

use pledgeboard_domain::{BoardPart, Code, Refusal, id::PersonId};
use sqlx::{PgPool, Postgres, Transaction, postgres::PgPoolOptions};

use crate::{elsewhere::Elsewhere, error::StoreError};
pub use address::Address;
pub(crate) use gathering::{Answer, Gathering};
use listening::Listening;
pub(crate) use literal::written;
pub use people::Login;
pub(crate) use trouble::explain;

/// Nobody waits longer for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// No statement takes longer, and no server that is there is silent for longer: somewhat more than it is given itself.
const SILENCE: Duration = Duration::from_secs(125);

/// Several readers at once, as with a file.
const CONNECTIONS: u32 = 4;

/// A snapshot: all that a screen reads is of one moment.
const READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// One writer at a time, as with a file: numbers are given once, nothing is overwritten unseen, and nobody waits for two
/// things crosswise. The lock ("PLDG") is the database's own and ends with the change, or with the connection.
const WRITE: &str = "BEGIN; SELECT pg_advisory_xact_lock(1347175495)";

/// An open shared board.
#[derive(Debug)]
pub(crate) struct Shared {
    pool: PgPool,
    pub address: Address,
    /// Who this is on the board; none for somebody who looks after the server.
    pub member: Option<Member>,
    listening: Listening,
}

/// Somebody to whom the board's server gives a part in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    pub person: PersonId,
    pub part: BoardPart,
}

impl Shared {
    pub async fn begin_read(&self) -> Result<Transaction<'static, Postgres>, StoreError> {
        self.begin(READ).await
    }

    pub async fn begin_write(&self) -> Result<Transaction<'static, Postgres>, StoreError> {
        self.begin(WRITE).await
    }

    /// A connection that the server or the network has let go of shows it only when it is used: the next one is tried,
    /// until they are all new.
    async fn begin(&self, how: &'static str) -> Result<Transaction<'static, Postgres>, StoreError> {
        for _ in 0..=CONNECTIONS {
            let begun = tokio::time::timeout(PATIENCE * 3, self.pool.begin_with(how)).await;
            match begun.unwrap_or(Err(sqlx::Error::PoolTimedOut)) {
                Err(error) if trouble::is_of_the_connection(&error) => {}
                // It tried to connect all the while.
                Err(sqlx::Error::PoolTimedOut) => return Err(trouble::gone().into()),
                other => return Ok(other?),
            }
        }
        Err(trouble::gone().into())
    }

    /// What others changed since this was last asked.
    pub async fn heard(&self) -> Result<Elsewhere, StoreError> {
        Ok(self.listening.heard())
    }

    /// An entry that this program writes.
    pub fn is_ours(&self, entry: uuid::Uuid) {
        self.listening.is_ours(entry);
    }

    pub async fn close(&self) {
        self.listening.stop();
        self.pool.close().await;
    }
}

/// Connections to a server.
pub(crate) async fn pool(address: &Address) -> Result<PgPool, StoreError> {
    let options = address.options().options([
        // A change whose computer fell asleep in the middle of it is taken back, so that others can go on.
        ("idle_in_transaction_session_timeout", "60s"),
        ("lock_timeout", "10s"),
        ("statement_timeout", "120s"),
        // A backslash in a text means itself: see `literal`.
        ("standard_conforming_strings", "on"),
    ]);
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        // Asking first would cost each screen a journey to the server and back.
        .test_before_acquire(false)
        .connect_with(options);
    pool.await.map_err(|error| trouble::of_opening(error).into())
}

/// What a statement comes to. A network that swallows what is sent says nothing of it.
pub(crate) async fn answered<T>(
    answer: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, StoreError> {
    in_time(SILENCE, answer).await
}

async fn in_time<T, E: Into<StoreError>>(
    most: Duration,
    answer: impl Future<Output = Result<T, E>>,
) -> Result<T, StoreError> {
    match tokio::time::timeout(most, answer).await {
        Ok(answer) => answer.map_err(Into::into),
        Err(_) => Err(trouble::gone().into()),
    }
}

/// For what is done to a file.
pub(crate) fn has_no_file() -> Refusal {
    Refusal {
        code: Code::Storage,
        field: None,
        message: "This is a shared board and has no file of its own. Whoever looks after its server keeps its backups.".into(),
    }
}
