//! Where a test keeps its board, so that the same story is told with both engines: a file in a folder, or, when
//! `PLEDGEBOARD_TEST_SERVER` names a server, a database of its own there.

#![expect(clippy::unwrap_used, reason = "a place that cannot be made fails its test")]

mod far;

use std::{
    env,
    path::{Path, PathBuf},
};

use sqlx::{AssertSqlSafe, ConnectOptions, Connection, postgres::PgConnectOptions};
use uuid::Uuid;

pub use far::Far;

/// The address of a throwaway server, as somebody who may make databases: `postgres://postgres@127.0.0.1:5544`.
pub const SERVER: &str = "PLEDGEBOARD_TEST_SERVER";

/// Where a new board can be made. `name` is the file's.
pub async fn for_a_board(folder: &Path, name: &str) -> PathBuf {
    match env::var(SERVER) {
        Ok(server) => database(&server).await.into(),
        Err(_) => folder.join(name),
    }
}

/// The address of a new, empty database on a server.
pub async fn database(server: &str) -> String {
    let name = format!("board_{}", Uuid::new_v4().simple());
    let options: PgConnectOptions = format!("{server}/postgres").parse().unwrap();
    let mut connection = options.connect().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    format!("{server}/{name}")
}
