//! A damaged page, anywhere in the file: it is found, said plainly, and what can be saved is saved.

use std::{fs, path::PathBuf};

use pledgeboard_app::sample;
use pledgeboard_store::{Key, Recovered, RecoveredKind, Store};
use tempfile::TempDir;

use crate::scene::today;

const PAGE: usize = 4096;
/// Pages that are damaged, one at a time, spread over the file.
const DAMAGES: usize = 12;

struct Damaged {
    folder: TempDir,
    whole: Vec<u8>,
    key: Option<Key>,
}

impl Damaged {
    /// The sample board, closed.
    async fn sample(key: Option<Key>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("anytown.pledgeboard");
        sample::create(&path, today().today()).await.unwrap().close().await;
        if key.is_some() {
            Store::relock(&path, None, key.as_ref()).await.unwrap();
        }
        let whole = fs::read(&path).unwrap();
        Self { folder, whole, key }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("anytown.pledgeboard")
    }

    fn pages(&self) -> usize {
        self.whole.len() / PAGE
    }

    /// Flips bytes in these pages of it.
    fn flip(&self, pages: &[usize]) {
        let mut bytes = self.whole.clone();
        for page in pages {
            for (at, byte) in bytes[page * PAGE..][..PAGE].iter_mut().enumerate() {
                // Where the page says what is where, and here and there in the rest.
                if at < 24 || at % 97 == 0 {
                    *byte ^= 0xFF;
                }
            }
        }
        fs::write(self.path(), bytes).unwrap();
    }

    /// Whether anybody looking notices, and that it is said plainly.
    async fn is_noticed(&self) -> bool {
        match Store::verify(&self.path(), self.key.as_ref()).await {
            Ok(found) => !found.is_empty(),
            Err(error) => {
                let said = error.into_refusal().message;
                assert!(said.contains("damaged"), "{said}");
                true
            }
        }
    }

    async fn recover(&self, to: &str) -> Result<Recovered, String> {
        let to = self.folder.path().join(to);
        let before = fs::read(self.path()).unwrap();
        let recovered = Store::recover(&self.path(), self.key.as_ref(), &to).await;
        assert!(fs::read(self.path()).unwrap() == before, "the damaged file is only read");
        let recovered = recovered.map_err(|error| error.into_refusal().message)?;
        let store = Store::open_with(&to, self.key.as_ref()).await.unwrap();
        assert_eq!(store.integrity().await.unwrap(), Vec::<String>::new());
        assert_eq!(store.key(), self.key.as_ref());
        let mut read = store.read().await.unwrap();
        let glance = read.glance().await.unwrap();
        let there: usize = glance.records.values().map(std::collections::BTreeMap::len).sum();
        assert_eq!(there as u64 + glance.entries.len() as u64, saved(&recovered) - files(&recovered));
        read.data(today().now()).await.unwrap();
        drop(read);
        store.close().await;
        let left: Vec<_> =
            fs::read_dir(self.folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(left.len(), 2, "{left:?}");
        fs::remove_file(&to).unwrap();
        Ok(recovered)
    }
}

fn saved(it: &Recovered) -> u64 {
    it.kinds.iter().map(|kind| kind.saved).sum()
}

fn files(it: &Recovered) -> u64 {
    it.kinds.iter().filter(|kind| kind.called == "paper's file").map(|kind| kind.saved).sum()
}

fn lost(it: &Recovered) -> u64 {
    it.kinds.iter().map(|kind| kind.lost).sum()
}

async fn every_page(key: Option<Key>) {
    let how = if key.is_some() { "protected" } else { "plain" };
    let board = Damaged::sample(key).await;
    let whole = board.recover("whole.pledgeboard").await.unwrap();
    assert_eq!(
        (lost(&whole), whole.kinds.iter().map(|it| it.from_history + it.unlinked).sum::<u64>()),
        (0, 0)
    );
    let (mut noticed, mut nothing, mut gone, mut from_history) = (0, 0, 0, 0);
    for number in 0..DAMAGES {
        let page = 1 + number * (board.pages() - 1) / DAMAGES;
        board.flip(&[page]);
        noticed += usize::from(board.is_noticed().await);
        match board.recover("new.pledgeboard").await {
            Ok(it) => {
                assert!(saved(&it) * 20 >= saved(&whole) * 19, "page {page}: {it:?}");
                gone += lost(&it);
                from_history += it.kinds.iter().map(|kind| kind.from_history).sum::<u64>();
            }
            Err(said) => {
                assert!(said.starts_with("The part of this board’s file that says what is where"), "{said}");
                nothing += 1;
            }
        }
    }
    println!(
        "{how}, {} records, changes and files in {} pages: {DAMAGES} times a page damaged, {noticed} times noticed; saved \
         but for {gone} in all, {from_history} of them from the history; {nothing} times nothing could be found",
        saved(&whole),
        board.pages()
    );
    assert_eq!(noticed, DAMAGES);
    // Which page holds what follows from how the file was written: some of these hold records.
    assert!(nothing <= 2 && gone + from_history > 0);
}

/// Every fortieth page at once, so that much is gone from its table and from the history.
async fn many_pages(key: Option<Key>) {
    let how = if key.is_some() { "protected" } else { "plain" };
    let board = Damaged::sample(key).await;
    let mut saved_some = 0;
    for first in [1, 2, 3] {
        let pages: Vec<usize> = (first..board.pages()).step_by(40).collect();
        board.flip(&pages);
        assert!(board.is_noticed().await);
        let Ok(it) = board.recover("new.pledgeboard").await else { continue };
        let of = |number: fn(&RecoveredKind) -> u64| it.kinds.iter().map(number).sum::<u64>();
        println!(
            "{how}, {} of {} pages damaged: {} saved, {} of them from the history, {} lost, {} references taken out",
            pages.len(),
            board.pages(),
            saved(&it),
            of(|it| it.from_history),
            of(|it| it.lost),
            of(|it| it.unlinked)
        );
        assert!(saved(&it) > 800 && of(|it| it.from_history) > 20, "{it:?}");
        saved_some += 1;
    }
    println!("{how}: {saved_some} of 3 such boards could be read at all");
    assert!(saved_some > 0);
}

#[tokio::test]
async fn of_a_board_with_many_damaged_pages_what_is_left_is_sound() {
    many_pages(None).await;
    many_pages(Some(Key::fresh("correct horse").unwrap())).await;
}

#[tokio::test]
async fn a_damaged_first_page_says_what_it_may_be() {
    let key = Key::fresh("correct horse").unwrap();
    for key in [None, Some(key)] {
        let board = Damaged::sample(key).await;
        board.flip(&[0]);
        // Nobody can tell it from a protected board, or from a wrong passphrase.
        let asked = Store::open_with(&board.path(), None).await.unwrap_err().into_refusal().message;
        assert!(asked.starts_with("This board is protected."), "{asked}");
        let typed = Key::for_file(&board.path(), "correct horse").unwrap();
        let no = Store::open_with(&board.path(), typed.as_ref()).await.unwrap_err().into_refusal().message;
        assert!(
            no.ends_with("If you are sure that it is right, the file is damaged: restore a backup."),
            "{no}"
        );
    }
}

#[tokio::test]
async fn a_damaged_page_of_a_plain_board_is_found_and_the_rest_is_saved() {
    every_page(None).await;
}

#[tokio::test]
async fn a_damaged_page_of_a_protected_board_is_found_and_the_rest_is_saved() {
    every_page(Some(Key::fresh("correct horse").unwrap())).await;
}
