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
        match ready(&pool).await {
            Ok(()) => Self::listening(pool, address).await,
            Err(error) => {
                pool.close().await;
                Err(error)
            }
        }
    }

    /// Makes a new, empty board in an empty database.
    ///
    /// # Errors
    /// When the database holds anything already, and as [`Store::open_shared`].
    pub async fn create_shared(address: Address) -> Result<Self, StoreError> {
        let pool = pool(&address).await?;
        match make(&pool).await {
            Ok(()) => Self::listening(pool, address).await,
            Err(error) => {
                pool.close().await;
                Err(error)
            }
        }
    }

    async fn listening(pool: PgPool, address: Address) -> Result<Self, StoreError> {
        let member = member(&pool).await?;
        let listening = Listening::begin(&pool).await?;
        Ok(Self::at(Home::Shared(Arc::new(Shared { pool, address, member, listening }))))
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
    let row = sqlx::query("SELECT person_id, part FROM member WHERE login = session_user")
        .fetch_optional(pool)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let part: String = row.try_get(1)?;
    let part = BoardPart::parse(&part).ok_or(StoreError::Shape { column: "part", value: part })?;
    Ok(Some(Member { person: PersonId(row.try_get(0)?), part }))
}

async fn ready(pool: &PgPool) -> Result<(), StoreError> {
    let is_board =
        "SELECT to_regclass('_sqlx_migrations') IS NOT NULL AND to_regclass('entry_change') IS NOT NULL";
    if !sqlx::query_scalar(is_board).fetch_one(pool).await? {
        return Err(refused("There is no board in this database.").into());
    }
    let schema: i64 = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(pool).await?;
    if schema > newest_schema() {
        return Err(sqlx::migrate::MigrateError::VersionMissing(schema).into());
    }
    let owned = "SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = to_regclass('board')";
    let is_owner: bool = sqlx::query_scalar(owned).fetch_one(pool).await?;
    if schema == newest_schema() && (!is_owner || has_these_rights(pool).await?) {
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

async fn has_these_rights(pool: &PgPool) -> Result<bool, StoreError> {
    let noted = "SELECT obj_description(to_regclass('member'), 'pg_class')";
    Ok(sqlx::query_scalar::<_, Option<String>>(noted).fetch_one(pool).await?.as_deref() == Some(&rights()))
}

fn rights() -> String {
    Sha256::digest(RIGHTS).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn refused(message: &str) -> Refusal {
    Refusal { code: Code::Storage, field: Some("address"), message: message.into() }
}
