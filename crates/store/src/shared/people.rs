//! Who may do what on a shared board: a role of the database for each person, with a part in the board. Only somebody who
//! may make roles there, and owns the board's tables, gives and takes parts.

use base64::{Engine, engine::general_purpose::STANDARD};
use openssl::{
    error::ErrorStack, hash::MessageDigest, pkcs5::pbkdf2_hmac, pkey::PKey, rand::rand_bytes, sha::sha256,
    sign::Signer,
};
use pledgeboard_domain::{BoardPart, Code, Refusal, id::PersonId};
use sqlx::{AssertSqlSafe, Row};

use super::{Member, Shared};
use crate::{
    error::StoreError,
    open::{Home, Store},
};

/// Somebody's part, with the name under which they come to the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    pub login: String,
    pub member: Member,
}

impl Store {
    /// Everyone who has a part.
    ///
    /// # Errors
    /// When the board is not shared.
    pub async fn logins(&self) -> Result<Vec<Login>, StoreError> {
        let shared = self.shared()?;
        let rows = sqlx::query("SELECT login, person_id, part FROM member ORDER BY login")
            .fetch_all(&shared.pool)
            .await?;
        rows.iter()
            .map(|row| {
                let part: String = row.try_get(2)?;
                let part =
                    BoardPart::parse(&part).ok_or(StoreError::Shape { column: "part", value: part })?;
                Ok(Login {
                    login: row.try_get(0)?,
                    member: Member { person: PersonId(row.try_get(1)?), part },
                })
            })
            .collect()
    }

    /// Gives somebody a part under a login. A role that is not there yet is made, with `password` or, without one, for a
    /// server that knows people otherwise (a directory, certificates).
    ///
    /// # Errors
    /// When the board is not shared, the login is no name for one, or whoever asks may not.
    pub async fn grant(&self, login: &str, member: Member, password: Option<&str>) -> Result<(), StoreError> {
        let shared = self.shared()?;
        let role = quoted(login)?;
        let mut tx = shared.pool.begin().await?;
        let there: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)")
            .bind(login)
            .fetch_one(&mut *tx)
            .await?;
        if !there {
            sqlx::raw_sql(AssertSqlSafe(format!("CREATE ROLE {role} LOGIN"))).execute(&mut *tx).await?;
        }
        if let Some(password) = password {
            let alter = format!("ALTER ROLE {role} PASSWORD '{}'", verifier(password)?);
            sqlx::raw_sql(AssertSqlSafe(alter)).execute(&mut *tx).await?;
        }
        sqlx::query(
            "INSERT INTO member (login, person_id, part) VALUES ($1, $2, $3) \
             ON CONFLICT (login) DO UPDATE SET person_id = excluded.person_id, part = excluded.part",
        )
        .bind(login)
        .bind(uuid::Uuid::from(member.person))
        .bind(member.part.as_str())
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }

    /// Takes a login's part away: it reads and writes nothing any more, from its next change or screen on. The role itself
    /// stays for whoever looks after the server.
    ///
    /// # Errors
    /// When nobody has a part under it, or whoever asks may not.
    pub async fn revoke(&self, login: &str) -> Result<(), StoreError> {
        let shared = self.shared()?;
        let done =
            sqlx::query("DELETE FROM member WHERE login = $1").bind(login).execute(&shared.pool).await?;
        match done.rows_affected() {
            0 => {
                Err(Refusal::field("login", format!("Nobody has a part in this board as “{login}”.")).into())
            }
            _ => Ok(()),
        }
    }

    fn shared(&self) -> Result<&Shared, StoreError> {
        match &self.home {
            Home::Shared(it) => Ok(it),
            Home::File(_) => Err(Refusal {
                code: Code::Rule,
                field: None,
                message: "This board is a file: whoever can open the file may do everything. Parts are for a shared board.".into(),
            }
            .into()),
        }
    }
}

/// What the server keeps to recognise a password, made here (RFC 5803), so that the password itself is in no statement
/// and no log of the server's.
fn verifier(password: &str) -> Result<String, StoreError> {
    const ROUNDS: usize = 4096;
    // As whoever signs in with it does (RFC 4013); what that does not allow goes as it is.
    let password = stringprep::saslprep(password).unwrap_or(password.into());
    let failed = |error: ErrorStack| StoreError::Cipher(error.to_string());
    let mut salt = [0; 16];
    rand_bytes(&mut salt).map_err(failed)?;
    let mut salted = [0; 32];
    pbkdf2_hmac(password.as_bytes(), &salt, ROUNDS, MessageDigest::sha256(), &mut salted).map_err(failed)?;
    let key = PKey::hmac(&salted).map_err(failed)?;
    let hmac = |words: &[u8]| Signer::new(MessageDigest::sha256(), &key)?.sign_oneshot_to_vec(words);
    let stored = sha256(&hmac(b"Client Key").map_err(failed)?);
    let server = hmac(b"Server Key").map_err(failed)?;
    Ok(format!(
        "SCRAM-SHA-256${ROUNDS}:{}${}:{}",
        STANDARD.encode(salt),
        STANDARD.encode(stored),
        STANDARD.encode(server)
    ))
}

/// A name as SQL writes it.
fn quoted(login: &str) -> Result<String, Refusal> {
    let fits = (1..=63).contains(&login.len()) && !login.chars().any(|it| it.is_control());
    if !fits {
        return Err(Refusal::field("login", "A login is a name of 1 to 63 letters, such as amina.yusuf."));
    }
    Ok(format!("\"{}\"", login.replace('"', "\"\"")))
}
