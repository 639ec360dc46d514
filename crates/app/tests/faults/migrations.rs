//! Boards of every version that was ever committed, with the sample's rows in them: brought to this version, and
//! interrupted at every step of that.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    time::Duration,
};

use pledgeboard_app::sample;
use pledgeboard_domain::{
    Action, AgendaItem, Cohort, Event, Measure, Meeting, Person, Promise, Theme, Voice,
};
use pledgeboard_store::{Record, Store};
use sqlx::{
    AssertSqlSafe, Connection, SqliteConnection,
    migrate::{Migration, Migrator},
    sqlite::SqliteConnectOptions,
};

use crate::{process, scene::today};

const BOARD: &str = "PLEDGEBOARD_MIGRATED_BOARD";

/// The rows of each table, as text, in order.
type Rows = BTreeMap<String, Vec<String>>;

/// Every migration that was ever committed, oldest first.
async fn all() -> Vec<Migration> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    let migrations = Migrator::new(folder.as_path()).await.unwrap();
    migrations.iter().cloned().collect()
}

async fn connect(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true).foreign_keys(false);
    SqliteConnection::connect_with(&options).await.unwrap()
}

async fn run(conn: &mut SqliteConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(conn).await.unwrap();
}

async fn texts(conn: &mut SqliteConnection, sql: String) -> Vec<String> {
    sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(conn).await.unwrap()
}

/// The tables that hold rows of ours; what search keeps for itself is not one of them.
async fn tables(conn: &mut SqliteConnection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search\\_%' ESCAPE '\\' \
               AND name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name";
    texts(conn, sql.into()).await
}

async fn columns(conn: &mut SqliteConnection, table: &str) -> Vec<String> {
    let names = texts(conn, format!("SELECT name FROM pragma_table_info('{table}')")).await;
    names.into_iter().map(|name| format!("\"{name}\"")).collect()
}

/// A board as the first `version` migrations made it, with what the sample has in their tables and columns.
async fn board_of(version: usize, migrations: &[Migration], sample: &Path, path: &Path) -> Rows {
    let mut conn = connect(path).await;
    run(&mut conn, "PRAGMA journal_mode = WAL; PRAGMA application_id = 0x504C4447".into()).await;
    Migrator::with_migrations(migrations[..version].to_vec()).run(&mut conn).await.unwrap();
    run(&mut conn, format!("ATTACH DATABASE '{}' AS sample; BEGIN", sample.display())).await;
    for table in tables(&mut conn).await {
        let mut columns = columns(&mut conn, &table).await;
        if table == "search" {
            columns.push("rowid".into());
        }
        let columns = columns.join(", ");
        run(
            &mut conn,
            format!("INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM sample.\"{table}\""),
        )
        .await;
    }
    run(&mut conn, "COMMIT; DETACH DATABASE sample".into()).await;
    let shape = shape(&mut conn).await;
    let rows = rows(&mut conn, &shape).await;
    conn.close().await.unwrap();
    rows
}

async fn shape(conn: &mut SqliteConnection) -> Vec<(String, Vec<String>)> {
    let mut shape = vec![];
    for table in tables(conn).await {
        let columns = columns(conn, &table).await;
        shape.push((table, columns));
    }
    shape
}

async fn rows(conn: &mut SqliteConnection, shape: &[(String, Vec<String>)]) -> Rows {
    let mut rows = Rows::new();
    for (table, columns) in shape {
        let quoted: Vec<String> = columns.iter().map(|column| format!("quote({column})")).collect();
        let sql = format!("SELECT {} FROM \"{table}\" ORDER BY 1", quoted.join(" || ',' || "));
        rows.insert(table.clone(), texts(conn, sql).await);
    }
    rows
}

/// Opens it with this version, and looks whether every row is there as it was.
async fn opens_whole(path: &Path, before: &Rows, shape: &[(String, Vec<String>)], newest: i64, what: &str) {
    let store = Store::open(path).await.unwrap();
    assert_eq!(store.integrity().await.unwrap(), Vec::<String>::new(), "{what}");
    let mut read = store.read().await.unwrap();
    assert_eq!(read.glance().await.unwrap().schema, newest, "{what}");
    async fn read_all<R: Record>(read: &mut pledgeboard_store::Reading) -> usize {
        read.all::<R>().await.unwrap().len()
    }
    let themes = read_all::<Theme>(&mut read).await;
    let others = read_all::<Voice>(&mut read).await
        + read_all::<Meeting>(&mut read).await
        + read_all::<AgendaItem>(&mut read).await
        + read_all::<Promise>(&mut read).await
        + read_all::<Person>(&mut read).await
        + read_all::<Action>(&mut read).await
        + read_all::<Measure>(&mut read).await
        + read_all::<Event>(&mut read).await
        + read_all::<Cohort>(&mut read).await;
    assert!(themes > 0 && others > 100, "{what}: {themes}, {others}");
    // The first version had no search yet.
    let is_found = before.get("search").is_some_and(|rows| !rows.is_empty());
    assert_eq!(!read.search("home", 5).await.unwrap().is_empty(), is_found, "{what}: search goes on");
    drop(read);
    store.close().await;
    let mut conn = connect(path).await;
    let after = rows(&mut conn, shape).await;
    conn.close().await.unwrap();
    for (table, rows) in before {
        assert!(after.get(table) == Some(rows), "{what}: {table} is not as it was");
    }
}

/// The statements of a migration, each with what comes before it.
fn cut_short(sql: &str) -> Vec<String> {
    let ends: Vec<usize> = sql.match_indices(";\n").map(|(at, _)| at + 2).collect();
    ends.iter().map(|end| format!("{}SELECT * FROM the_power_went_out;", &sql[..*end])).collect()
}

async fn version_of(conn: &mut SqliteConnection) -> i64 {
    sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM _sqlx_migrations")
        .fetch_one(conn)
        .await
        .unwrap()
}

fn copied(from: &Path, to: PathBuf) -> PathBuf {
    fs::copy(from, &to).unwrap();
    to
}

#[tokio::test]
async fn every_version_comes_to_this_one_with_all_its_rows_and_an_interruption_at_any_step_loses_none() {
    let folder = tempfile::tempdir().unwrap();
    let sample = folder.path().join("sample.pledgeboard");
    sample::create(&sample, today().today()).await.unwrap().close().await;
    let migrations = all().await;
    let newest = i64::try_from(migrations.len()).unwrap();
    println!("from  tables   rows  stops between  stops inside  kills  ends at");
    for version in 1..=migrations.len() {
        let path = folder.path().join(format!("{version}.pledgeboard"));
        let before = board_of(version, &migrations, &sample, &path).await;
        let mut conn = connect(&path).await;
        let shape = shape(&mut conn).await;
        conn.close().await.unwrap();
        let what = |how: &str| format!("from version {version}, {how}");
        let mut conn = connect(&path).await;
        // Inside the next one: after each of its statements. Nothing of it stays.
        let mut inside = 0;
        for sql in migrations.get(version).map(|it| cut_short(it.sql.as_str())).unwrap_or_default() {
            let next = &migrations[version];
            let broken =
                Migration { sql: sqlx::SqlSafeStr::into_sql_str(AssertSqlSafe(sql)), ..next.clone() };
            let all = [&migrations[..version], &[broken]].concat();
            assert!(Migrator::with_migrations(all).run(&mut conn).await.is_err(), "{}", what("cut short"));
            assert_eq!(version_of(&mut conn).await, i64::try_from(version).unwrap());
            inside += 1;
        }
        assert_eq!(rows(&mut conn, &shape).await, before, "{}", what("cut short"));
        conn.close().await.unwrap();
        // Between two: it goes on from there.
        let mut between = 0;
        for stop in version + 1..migrations.len() {
            let path = copied(&path, folder.path().join("between.pledgeboard"));
            let mut conn = connect(&path).await;
            Migrator::with_migrations(migrations[..stop].to_vec()).run(&mut conn).await.unwrap();
            conn.close().await.unwrap();
            opens_whole(&path, &before, &shape, newest, &what(&format!("stopped after {stop}"))).await;
            between += 1;
        }
        // And for real, whenever it comes.
        let kills = if version < migrations.len() { 3 } else { 0 };
        for kill in 0..kills {
            let path = copied(&path, folder.path().join("killed.pledgeboard"));
            killed_while_opening(&path, kill * 11 + u64::try_from(version).unwrap());
            opens_whole(&path, &before, &shape, newest, &what("killed")).await;
        }
        opens_whole(&path, &before, &shape, newest, &what("at once")).await;
        let count: usize = before.values().map(Vec::len).sum();
        println!(
            "{version:>4}  {:>6}  {count:>5}  {between:>13}  {inside:>12}  {kills:>5}  {newest:>7}",
            before.len()
        );
    }
}

fn killed_while_opening(path: &Path, milliseconds: u64) {
    let variables = [(BOARD, path.to_str().unwrap())];
    let mut child =
        process::command("migrations::a_process_that_opens_an_old_board", &variables).spawn().unwrap();
    process::wait_for("at work", &mut child);
    std::thread::sleep(Duration::from_millis(milliseconds));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Not a story: the child process of the one above.
#[tokio::test]
#[ignore = "is killed while it opens a board"]
async fn a_process_that_opens_an_old_board() {
    let Ok(path) = env::var(BOARD) else { return };
    println!("at work");
    Store::open(Path::new(&path)).await.unwrap().close().await;
}
