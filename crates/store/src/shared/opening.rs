//! Opening a shared board, and making one in an empty database.

use std::sync::Arc;

use pledgeboard_domain::{BoardPart, Code, Refusal, id::PersonId};
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, PgPool, Row};

use super::{Address, Listening, Member, Shared, pool};
use crate::{
    error::StoreError,
    migrations::{Engine, migrator, newest_schema},
    open::{Home, Store},
};

/// Who may do what, and who hears of changes. It follows from the shape, and is made anew with it.
const RIGHTS: &str = include_str!("../../../../migrations/postgres/rights.sql");

impl Store {
    /// Opens the shared board at an address. Whoever owns its tables brings it to this version's shape; everyone else is
    /// told to ask.
    ///
    /// # Errors
    /// In plain words: no answer, a wrong name or password, a certificate that is not trusted, no board there, one of an
    /// earlier or a newer version.
    pub async fn open_shared(address: Address) -> Result<Self, StoreError> {
        let pool = pool(&address).await?;
        // A connection to listen with is made meanwhile: each of its steps is a journey too.
        let (ready, listening) = tokio::join!(ready(&pool), Listening::begin(&pool));
        Self::opened(pool, address, ready, listening).await
    }

    /// Makes a new, empty board in an empty database.
    ///
    /// # Errors
    /// When the database holds anything already, and as [`Store::open_shared`].
    pub async fn create_shared(address: Address) -> Result<Self, StoreError> {
        let pool = pool(&address).await?;
        let made = make(&pool).await;
        let listening = Listening::begin(&pool).await;
        Self::opened(pool, address, made, listening).await
    }

    async fn opened(
        pool: PgPool,
        address: Address,
        ready: Result<(), StoreError>,
        listening: Result<Listening, StoreError>,
    ) -> Result<Self, StoreError> {
        let opened = async {
            ready?;
            Ok((member(&pool).await?, listening?))
        };
        match opened.await {
            Ok((member, listening)) => {
                Ok(Self::at(Home::Shared(Arc::new(Shared { pool, address, member, listening }))))
            }
            Err(error) => {
                pool.close().await;
                Err(error)
            }
        }
    }

    /// Who this is on a shared board; none on one in a file, and for somebody who looks after the server.
    pub fn member(&self) -> Option<Member> {
        match &self.home {
            Home::File(_) => None,
            Home::Shared(it) => it.member,
        }
    }
}

async fn member(pool: &PgPool) -> Result<Option<Member>, StoreError> {
    let asked = "SELECT person_id, part FROM member WHERE login = session_user";
    let row = sqlx::raw_sql(asked).fetch_optional(pool).await?;
    let Some(row) = row else { return Ok(None) };
    let part: String = row.try_get(1)?;
    let part = BoardPart::parse(&part).ok_or(StoreError::Shape { column: "part", value: part })?;
    Ok(Some(Member { person: PersonId(row.try_get(0)?), part }))
}

/// Whether there is a board, whether it is ours, and what its rights were made from. Asked of whatever database it is, and
/// as one text: a statement that is prepared first is two journeys.
const WHAT_IS_THERE: &str = "\
    SELECT to_regclass('_sqlx_migrations') IS NOT NULL AND to_regclass('entry_change') IS NOT NULL, \
    coalesce((SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = to_regclass('board')), FALSE), \
    obj_description(to_regclass('member'), 'pg_class')";

async fn ready(pool: &PgPool) -> Result<(), StoreError> {
    let there = sqlx::raw_sql(WHAT_IS_THERE).fetch_one(pool).await?;
    let (is_board, is_owner, noted): (bool, bool, Option<String>) =
        (there.try_get(0)?, there.try_get(1)?, there.try_get(2)?);
    if !is_board {
        return Err(refused("There is no board in this database.").into());
    }
    let schema = sqlx::raw_sql("SELECT max(version) FROM _sqlx_migrations").fetch_one(pool).await?;
    let schema: i64 = schema.try_get(0)?;
    if schema > newest_schema() {
        return Err(sqlx::migrate::MigrateError::VersionMissing(schema).into());
    }
    if schema == newest_schema() && (!is_owner || noted == Some(rights())) {
        return Ok(());
    }
    if !is_owner {
        return Err(refused(
            "This board was made by an earlier version of Pledgeboard. Ask whoever looks after its server to open it once with this version.",
        )
        .into());
    }
    migrate(pool).await
}

async fn make(pool: &PgPool) -> Result<(), StoreError> {
    let holds = "SELECT EXISTS (SELECT 1 FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace \
                 WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname = current_schema())";
    if sqlx::query_scalar(holds).fetch_one(pool).await? {
        return Err(refused("This database is not empty. Make a new one for the board.").into());
    }
    migrate(pool).await
}

/// The migrator waits for its turn (an advisory lock of its own), and does each migration once.
async fn migrate(pool: &PgPool) -> Result<(), StoreError> {
    migrator(Engine::Shared, newest_schema()).run(pool).await?;
    sqlx::raw_sql(RIGHTS).execute(pool).await?;
    // What they were made from, so that rights of another version, or that were cut short, are made anew.
    let noted = format!("COMMENT ON TABLE member IS '{}'", rights());
    sqlx::raw_sql(AssertSqlSafe(noted)).execute(pool).await?;
    Ok(())
}

fn rights() -> String {
    Sha256::digest(RIGHTS).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn refused(message: &str) -> Refusal {
    Refusal { code: Code::Storage, field: Some("address"), message: message.into() }
}
