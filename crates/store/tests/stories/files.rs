//! The file: no board, from a newer version, read-only, on a full disk.

use pledgeboard_domain::Theme;
use pledgeboard_store::Store;

use crate::scene::{Board, board_in_a_file, refused, stamp, theme};

#[tokio::test]
async fn a_file_that_is_no_board_is_named_as_such() {
    let Board { store, folder } = board_in_a_file().await;
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("letter.pledgeboard"), "Dear councillor, this is not a database at all.").unwrap();
    std::fs::write(path("empty.pledgeboard"), "").unwrap();
    let other =
        sqlx::sqlite::SqliteConnectOptions::new().filename(path("other.pledgeboard")).create_if_missing(true);
    let pool = sqlx::SqlitePool::connect_with(other).await.unwrap();
    sqlx::query("CREATE TABLE shopping (item TEXT)").execute(&pool).await.unwrap();
    pool.close().await;
    for name in ["letter.pledgeboard", "empty.pledgeboard", "other.pledgeboard"] {
        let refusal = refused(Store::open(&path(name)).await.unwrap_err());
        assert!(
            refusal.message.starts_with("This file is not a Pledgeboard board."),
            "{name}: {}",
            refusal.message
        );
    }
    let missing = refused(Store::open(&path("nowhere.pledgeboard")).await.unwrap_err());
    assert_eq!(missing.message, "There is no file at that place.");
    assert!(refused(Store::create(store.path()).await.unwrap_err()).message.contains("already there"));
}

#[tokio::test]
async fn a_board_from_a_newer_version_is_left_alone() {
    let Board { store, folder: _folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    store.close().await;
    let pool = sqlx::SqlitePool::connect_with(sqlx::sqlite::SqliteConnectOptions::new().filename(&path))
        .await
        .unwrap();
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (999, 'later', 1, x'00', 0)",
    )
    .execute(&pool)
    .await
    .unwrap();
    pool.close().await;
    let refusal = refused(Store::open(&path).await.unwrap_err());
    assert!(refusal.message.starts_with("This board was made by a newer version"), "{}", refusal.message);
}

#[cfg(unix)]
#[tokio::test]
async fn a_read_only_file_is_refused_in_one_sentence() {
    use std::os::unix::fs::PermissionsExt;

    let Board { store, folder: _folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    store.close().await;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    let refusal = refused(Store::open(&path).await.unwrap_err());
    assert!(refusal.message.starts_with("This board's file is read-only."));
}

#[tokio::test]
async fn a_full_disk_loses_nothing_that_was_saved() {
    let Board { store, folder: _folder } = board_in_a_file().await;
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme("Kept")).await.unwrap();
    write.commit().await.unwrap();

    // SQLite reports a full disk in the same way when the file may grow no further.
    let path = store.path().to_owned();
    let mut write = store.write("too much", stamp()).await.unwrap();
    write.limit_pages_for_tests(1).await.unwrap();
    write.insert(&mut theme("Lost")).await.unwrap();
    let failed = match write.keep_file(&vec![7; 4_000_000]).await {
        // An open write would keep the store from closing.
        Err(error) => {
            drop(write);
            error
        }
        Ok(_) => write.commit().await.unwrap_err(),
    };
    let refusal = refused(failed);
    assert!(refusal.message.starts_with("The disk is full"), "{}", refusal.message);
    store.close().await;
    let names: Vec<String> = Store::open(&path)
        .await
        .unwrap()
        .read()
        .await
        .unwrap()
        .all::<Theme>()
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert_eq!(names, ["Kept"]);
}

#[tokio::test]
async fn a_sound_board_is_called_sound_whatever_another_window_wrote() {
    let Board { store, folder: _folder } = board_in_a_file().await;
    let other = Store::open(store.path()).await.unwrap();
    for n in 0..20 {
        assert_eq!(other.integrity().await.unwrap(), [] as [String; 0], "after {n} changes");
        let mut write = store.write("add a theme", stamp()).await.unwrap();
        write.insert(&mut theme(&format!("Theme {n}"))).await.unwrap();
        write.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_name_that_no_file_can_have_is_refused_in_one_sentence() {
    let refusal = refused(Store::create(std::path::Path::new("a\0b.pledgeboard")).await.unwrap_err());
    assert!(refusal.message.starts_with("That name is too long, or"), "{}", refusal.message);
}
