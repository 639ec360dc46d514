//! The passphrase: set, changed, taken away, wrong, and never half done.

use std::{fs, path::Path};

use pledgeboard_domain::{Code, Theme};
use pledgeboard_store::{Key, Lock, Store};

use crate::scene::{Board, board_in_a_file, refused, stamp, theme};

const WORD: &str = "Xylophone-of-the-canary";

/// A board with one theme, a paper and a draft that say [`WORD`]; closed.
async fn filled() -> Board {
    let it = board_in_a_file().await;
    let mut write = it.store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme(WORD)).await.unwrap();
    write.keep_file(WORD.as_bytes()).await.unwrap();
    write.commit().await.unwrap();
    let values = serde_json::json!({ "text": WORD });
    it.store.keep_draft(None, "place", Some(&values), stamp().at).await.unwrap();
    it.store.close().await;
    it
}

fn holds(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let found =
        files.filter(|it| fs::read(it).unwrap().windows(WORD.len()).any(|part| part == WORD.as_bytes()));
    found.map(|it| it.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

async fn names(path: &Path, key: Option<&Key>) -> Vec<String> {
    let store = Store::open_with(path, key).await.unwrap();
    let themes = store.read().await.unwrap().all::<Theme>().await.unwrap();
    let found = store.read().await.unwrap().search("xylophone", 10).await.unwrap();
    assert_eq!(found.len(), 1, "search goes with it");
    store.close().await;
    themes.into_iter().map(|it| it.name).collect()
}

#[tokio::test]
async fn a_board_is_protected_changed_and_opened_to_everybody_again() {
    let Board { store, folder } = filled().await;
    let path = store.path();
    assert_eq!(holds(folder.path()), ["anytown.pledgeboard"], "a plain board says what it holds");

    let first = Key::fresh("correct horse").unwrap();
    Store::relock(path, None, Some(&first)).await.unwrap();
    assert!(matches!(Lock::of(path).unwrap(), Lock::Protected(_)));
    assert!(first.fits(Lock::of(path).unwrap()));
    assert_eq!(names(path, Some(&first)).await, [WORD]);
    assert!(holds(folder.path()).is_empty());

    let second = Key::fresh("battery staple").unwrap();
    Store::relock(path, Some(&first), Some(&second)).await.unwrap();
    assert_eq!(refused(Store::open_with(path, Some(&first)).await.unwrap_err()).code, Code::Locked);
    assert_eq!(names(path, Some(&second)).await, [WORD]);

    Store::relock(path, Some(&second), None).await.unwrap();
    assert_eq!(names(path, None).await, [WORD]);
    assert_eq!(Lock::of(path).unwrap(), Lock::Plain);
}

#[tokio::test]
async fn what_is_written_to_a_protected_board_is_in_no_file_while_it_is_open() {
    let Board { store, folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    store.close().await;
    let key = Key::fresh("correct horse").unwrap();
    Store::relock(&path, None, Some(&key)).await.unwrap();
    let store = Store::open_with(&path, Some(&key)).await.unwrap();
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme(WORD)).await.unwrap();
    // More than the page cache holds, so that it spills before it is committed.
    for _ in 0..40 {
        write.keep_file(WORD.repeat(20_000).as_bytes()).await.unwrap();
    }
    assert!(holds(folder.path()).is_empty());
    write.commit().await.unwrap();
    assert!(
        fs::metadata(path.with_extension("pledgeboard-wal")).unwrap().len() > 0,
        "there is a log to look into"
    );
    assert!(holds(folder.path()).is_empty());
    let copy = folder.path().join("copy.pledgeboard");
    store.copy_to(&copy).await.unwrap();
    assert!(holds(folder.path()).is_empty());
    assert!(Store::verify(&copy, Some(&key)).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_wrong_passphrase_is_one_sentence_and_trying_again_is_free() {
    let Board { store, folder: _folder } = filled().await;
    let path = store.path();
    let key = Key::fresh("correct horse").unwrap();
    Store::relock(path, None, Some(&key)).await.unwrap();
    let none = refused(Store::open(path).await.unwrap_err());
    assert_eq!((none.code, none.field), (Code::Locked, Some("passphrase")));
    assert_eq!(none.message, "This board is protected. Enter its passphrase to open it.");
    for wrong in ["Correct horse", "correct horse ", ""] {
        let wrong = Key::for_file(path, wrong).unwrap();
        let no = refused(Store::open_with(path, wrong.as_ref()).await.unwrap_err());
        assert_eq!((no.code, no.field), (Code::Locked, Some("passphrase")));
        assert_eq!(
            no.message,
            "This passphrase does not open this board. Check it and try again. If you are sure that it is right, the file is damaged: restore a backup."
        );
        let no = refused(Store::verify(path, wrong.as_ref()).await.unwrap_err());
        assert_eq!(no.code, Code::Locked);
    }
    let right = Key::for_file(path, "correct horse").unwrap();
    assert_eq!(names(path, right.as_ref()).await, [WORD]);
    let sheet = Key::for_file(path, &key.recovery_words()).unwrap();
    assert_eq!(names(path, sheet.as_ref()).await, [WORD]);
}

#[tokio::test]
async fn the_key_is_the_ciphers_own_so_that_any_sqlcipher_opens_the_file_with_the_passphrase() {
    let Board { store, folder: _folder } = filled().await;
    let key = Key::fresh("it's correct").unwrap();
    Store::relock(store.path(), None, Some(&key)).await.unwrap();
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(store.path()).pragma("key", "'it''s correct'");
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let name: String = sqlx::query_scalar("SELECT name FROM theme").fetch_one(&pool).await.unwrap();
    assert_eq!(name, WORD);
}

#[tokio::test]
async fn a_board_that_somebody_has_open_is_not_converted_under_their_hands() {
    let Board { store, folder } = filled().await;
    let path = store.path();
    let elsewhere = Store::open(path).await.unwrap();
    let key = Key::fresh("correct horse").unwrap();
    let no = refused(Store::relock(path, None, Some(&key)).await.unwrap_err());
    assert!(no.message.starts_with("This board is open in another window"), "{}", no.message);
    assert_eq!(Lock::of(path).unwrap(), Lock::Plain);
    elsewhere.close().await;
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left, ["anytown.pledgeboard"]);
}

#[tokio::test]
async fn what_a_conversion_that_was_cut_short_left_is_cleared_away_and_the_board_is_whole() {
    let Board { store, folder } = filled().await;
    let path = store.path();
    let half = folder.path().join("anytown.pledgeboard.new");
    fs::write(&half, &fs::read(path).unwrap()[..8192]).unwrap();
    assert_eq!(names(path, None).await, [WORD]);
    assert!(!half.exists());
    fs::write(&half, "half").unwrap();
    let key = Key::fresh("correct horse").unwrap();
    Store::relock(path, None, Some(&key)).await.unwrap();
    assert_eq!(names(path, Some(&key)).await, [WORD]);
    let wrong = Key::fresh("another").unwrap();
    assert_eq!(refused(Store::relock(path, Some(&wrong), None).await.unwrap_err()).code, Code::Locked);
    assert_eq!(names(path, Some(&key)).await, [WORD]);
}
