//! The file under an open board: moved, deleted, replaced, its log removed, its permission gone. Nothing is said to be
//! saved that nobody would find again.

use std::fs;

use pledgeboard_domain::{Code, Theme};
use pledgeboard_store::{Store, StoreError};

use crate::scene::{Board, board_in_a_file, refused, stamp, theme};

async fn add(store: &Store, name: &str) -> Result<(), StoreError> {
    let mut write = store.write("add a theme", stamp()).await?;
    write.insert(&mut theme(name)).await?;
    write.commit().await.map(drop)
}

async fn names(store: &Store) -> Vec<String> {
    let mut names: Vec<String> =
        store.read().await.unwrap().all::<Theme>().await.unwrap().into_iter().map(|it| it.name).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_board_that_was_moved_away_takes_nothing_until_it_is_back() {
    let Board { store, folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    let away = folder.path().join("away.pledgeboard");
    add(&store, "Before").await.unwrap();
    // One change was begun before, and one after.
    let mut begun = store.write("begun", stamp()).await.unwrap();
    begun.insert(&mut theme("Begun")).await.unwrap();
    fs::rename(&path, &away).unwrap();
    let no = refused(begun.commit().await.unwrap_err());
    assert_eq!(no.code, Code::Storage);
    assert!(no.message.starts_with("This board’s file was moved or deleted"), "{}", no.message);
    let no = refused(add(&store, "Lost").await.unwrap_err());
    assert!(no.message.starts_with("This board’s file was moved or deleted"), "{}", no.message);
    assert!(store.read().await.is_err(), "nor does anybody read what may be another board's");
    let draft = serde_json::json!({ "text": "typed" });
    assert!(store.keep_draft(None, "place", Some(&draft), stamp().at).await.is_err());

    fs::rename(&away, &path).unwrap();
    add(&store, "After").await.unwrap();
    store.close().await;
    let store = Store::open(&path).await.unwrap();
    assert_eq!(names(&store).await, ["After", "Before"]);
    assert_eq!(store.integrity().await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_board_that_was_deleted_says_so_and_a_new_one_of_its_name_has_nothing_of_it() {
    let Board { store, folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    add(&store, "Before").await.unwrap();
    fs::remove_file(&path).unwrap();
    let no = refused(add(&store, "Lost").await.unwrap_err());
    assert!(no.message.starts_with("This board’s file was moved or deleted"), "{}", no.message);
    // Its log is still there, as after a kill.
    let log = path.with_extension("pledgeboard-wal");
    assert!(fs::metadata(&log).unwrap().len() > 0);
    let new = Store::create(&path).await.unwrap();
    assert_eq!(names(&new).await, Vec::<String>::new());
    add(&new, "New").await.unwrap();
    assert_eq!(new.integrity().await.unwrap(), Vec::<String>::new());
    let no = refused(add(&store, "Lost").await.unwrap_err());
    assert!(no.message.starts_with("Another file has taken the place"), "{}", no.message);
    new.close().await;
    store.close().await;
    let kept = Store::open(&folder.path().join("anytown 1 kept.pledgeboard")).await.unwrap();
    assert_eq!(names(&kept).await, ["Before"], "nothing that was saved is lost");
    let new = Store::open(&path).await.unwrap();
    assert_eq!(names(&new).await, ["New"]);
    assert_eq!(new.integrity().await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn another_board_that_is_moved_over_an_open_one_gets_nothing_of_it() {
    let Board { store, folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    let other = folder.path().join("other.pledgeboard");
    let theirs = Store::create(&other).await.unwrap();
    add(&theirs, "Theirs").await.unwrap();
    theirs.close().await;
    add(&store, "Ours").await.unwrap();
    fs::rename(&other, &path).unwrap();
    for _ in 0..3 {
        let no = refused(add(&store, "Lost").await.unwrap_err());
        assert!(no.message.starts_with("Another file has taken the place"), "{}", no.message);
        assert!(store.read().await.is_err());
        assert!(store.copy_to(&folder.path().join("backup.pledgeboard")).await.is_err());
    }
    store.close().await;
    let theirs = Store::open(&path).await.unwrap();
    assert_eq!(names(&theirs).await, ["Theirs"]);
    assert_eq!(theirs.integrity().await.unwrap(), Vec::<String>::new());
    let ours = Store::open(&folder.path().join("anytown 1 kept.pledgeboard")).await.unwrap();
    assert_eq!(names(&ours).await, ["Ours"], "and nothing that was saved is lost");
}

#[cfg(unix)]
#[tokio::test]
async fn a_log_that_was_removed_while_the_board_was_open_costs_nothing_that_was_acknowledged() {
    let Board { store, folder: _folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    add(&store, "Before").await.unwrap();
    fs::remove_file(path.with_extension("pledgeboard-wal")).unwrap();
    let no = refused(add(&store, "Not saved").await.unwrap_err());
    assert!(no.message.contains("-wal was removed"), "{}", no.message);
    store.close().await;
    let store = Store::open(&path).await.unwrap();
    assert_eq!(names(&store).await, ["Before"]);
    assert_eq!(store.integrity().await.unwrap(), Vec::<String>::new());
}
