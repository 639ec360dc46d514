//! A small board, and what is looked at afterwards.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{NaiveDate, Utc};
use pledgeboard_app::Clock;
use pledgeboard_domain::{Theme, id::EntryId};
use pledgeboard_store::{Key, Lock, Stamp, Store, StoreError};
use uuid::Uuid;

pub fn today() -> Clock {
    Clock::new(Some(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()))
}

pub fn stamp() -> Stamp {
    Stamp { entry: EntryId(Uuid::now_v7()), at: Utc::now(), person: None }
}

pub fn theme(name: &str) -> Theme {
    Theme {
        id: Uuid::now_v7().into(),
        version: 0,
        name: name.into(),
        child_name: String::new(),
        icon: "house".into(),
        colour: "teal".into(),
        keywords: vec![],
        principles: vec![],
        questions: vec![],
        position: 1,
        retired_on: None,
    }
}

/// Saves a theme of this name, and a paper of so many bytes.
pub async fn add(store: &Store, name: &str, bytes: usize) -> Result<(), StoreError> {
    let mut write = store.write("add a theme", stamp()).await?;
    write.insert(&mut theme(name)).await?;
    if bytes > 0 {
        let paper: Vec<u8> = name.bytes().cycle().take(bytes).collect();
        write.keep_file(&paper).await?;
    }
    write.commit().await.map(drop)
}

/// The themes of a sound board, by name.
pub async fn names(store: &Store) -> Vec<String> {
    assert_eq!(store.integrity().await.unwrap(), Vec::<String>::new());
    let mut names: Vec<String> =
        store.read().await.unwrap().all::<Theme>().await.unwrap().into_iter().map(|it| it.name).collect();
    names.sort();
    names
}

/// The same, of a file that nobody has open.
pub async fn names_in(path: &Path, key: Option<&Key>) -> Vec<String> {
    let lock = Lock::of(path).unwrap();
    let store = Store::open_with(path, key.filter(|key| key.fits(lock))).await.unwrap();
    let names = names(&store).await;
    store.close().await;
    names
}

/// Every file in a folder and in those below it.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = vec![];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}
