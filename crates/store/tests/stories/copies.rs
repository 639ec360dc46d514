//! Copies of the board: made while others write, looked at, refused when damaged, and put back.

use std::{fs, path::Path};

use pledgeboard_domain::{Code, Theme};
use pledgeboard_store::{Key, Store};

use crate::scene::{Board, board_in_a_file, refused, stamp, theme};

async fn add(store: &Store, name: &str) {
    let mut write = store.write("add a theme", stamp()).await.unwrap();
    write.insert(&mut theme(name)).await.unwrap();
    write.commit().await.unwrap();
}

async fn names(path: &Path, key: Option<&Key>) -> Vec<String> {
    let store = Store::open_with(path, key).await.unwrap();
    let mut themes: Vec<String> =
        store.read().await.unwrap().all::<Theme>().await.unwrap().into_iter().map(|it| it.name).collect();
    store.close().await;
    themes.sort();
    themes
}

#[tokio::test]
async fn a_copy_is_the_board_at_that_moment_and_goes_back_in_its_place() {
    let Board { store, folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    let copy = folder.path().join("copy.pledgeboard");
    add(&store, "Before").await;
    // Somebody is in the middle of a change: the copy waits for nobody and has none of it.
    let mut open = store.write("half", stamp()).await.unwrap();
    open.insert(&mut theme("Half")).await.unwrap();
    store.copy_to(&copy).await.unwrap();
    open.commit().await.unwrap();
    assert!(Store::verify(&copy, None).await.unwrap().is_empty());
    let glance = Store::glance_at(&copy, None).await.unwrap();
    assert_eq!((glance.records["theme"].len(), glance.entries.len()), (1, 1));
    let now = store.read().await.unwrap().glance().await.unwrap();
    assert_eq!((now.records["theme"].len(), now.entries.len()), (2, 2));
    assert_eq!(now.schema, glance.schema);

    let busy = refused(Store::put_back(&path, None, &copy, None, None).await.unwrap_err());
    assert!(busy.message.starts_with("This board is open in another window"), "{}", busy.message);
    store.close().await;
    Store::put_back(&path, None, &copy, None, None).await.unwrap();
    assert_eq!(names(&path, None).await, ["Before"]);
    assert!(copy.exists(), "a copy stays a copy");
}

#[tokio::test]
async fn a_damaged_copy_is_found_and_never_put_back() {
    let Board { store, folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    let copy = folder.path().join("copy.pledgeboard");
    add(&store, "Kept").await;
    store.copy_to(&copy).await.unwrap();
    store.close().await;
    let mut bytes = fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle - 4096..middle + 4096].fill(0xAB);
    fs::write(&copy, &bytes).unwrap();
    assert!(!Store::verify(&copy, None).await.unwrap().is_empty());
    let no = refused(Store::put_back(&path, None, &copy, None, None).await.unwrap_err());
    assert!(no.message.contains("damaged"), "{}", no.message);
    assert_eq!(names(&path, None).await, ["Kept"]);
    fs::write(&copy, "Dear councillor").unwrap();
    let no = refused(Store::verify(&copy, None).await.unwrap_err());
    assert!(no.message.starts_with("This file is not a Pledgeboard board."));
}

#[tokio::test]
async fn a_page_that_was_tampered_with_in_a_protected_copy_is_found() {
    let Board { store, folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    store.close().await;
    let key = Key::fresh("correct horse").unwrap();
    Store::relock(&path, None, Some(&key)).await.unwrap();
    let store = Store::open_with(&path, Some(&key)).await.unwrap();
    let copy = folder.path().join("copy.pledgeboard");
    store.copy_to(&copy).await.unwrap();
    let mut bytes = fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&copy, &bytes).unwrap();
    assert!(Store::verify(&copy, Some(&key)).await.map_or(true, |found| !found.is_empty()));
}

#[tokio::test]
async fn a_copy_under_an_earlier_passphrase_goes_back_under_the_present_one() {
    let Board { store, folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    let (plain, earlier) =
        (folder.path().join("plain.pledgeboard"), folder.path().join("earlier.pledgeboard"));
    add(&store, "Plain").await;
    store.copy_to(&plain).await.unwrap();
    store.close().await;
    let (first, second) = (Key::fresh("one").unwrap(), Key::fresh("two").unwrap());
    Store::relock(&path, None, Some(&first)).await.unwrap();
    let store = Store::open_with(&path, Some(&first)).await.unwrap();
    add(&store, "Then").await;
    store.copy_to(&earlier).await.unwrap();
    store.close().await;
    Store::relock(&path, Some(&first), Some(&second)).await.unwrap();

    let no = refused(Store::put_back(&path, Some(&second), &earlier, None, None).await.unwrap_err());
    assert_eq!(no.code, Code::Locked);
    Store::put_back(&path, Some(&second), &earlier, Some(&first), None).await.unwrap();
    assert_eq!(names(&path, Some(&second)).await, ["Plain", "Then"]);
    Store::put_back(&path, Some(&second), &plain, None, None).await.unwrap();
    assert_eq!(names(&path, Some(&second)).await, ["Plain"]);
}

#[tokio::test]
async fn a_board_that_is_damaged_or_gone_is_what_copies_are_for() {
    let Board { store, folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    let copy = folder.path().join("copy.pledgeboard");
    add(&store, "Kept").await;
    store.copy_to(&copy).await.unwrap();
    store.close().await;
    fs::write(&path, [0xAB; 8192]).unwrap();
    Store::put_back(&path, None, &copy, None, None).await.unwrap();
    assert_eq!(names(&path, None).await, ["Kept"]);
    fs::remove_file(&path).unwrap();
    Store::put_back(&path, None, &copy, None, None).await.unwrap();
    assert_eq!(names(&path, None).await, ["Kept"]);
}
