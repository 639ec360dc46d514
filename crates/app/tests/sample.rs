//! The sample board as a file: whole, sound, the same each time, and as many years of it as are asked for.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use chrono::NaiveDate;
use pledgeboard_app::{
    Clock, sample,
    transfer::{self, list::List},
};
use tempfile::tempdir;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

#[tokio::test]
async fn the_sample_board_is_sound_and_lists_what_it_promises() {
    let folder = tempdir().unwrap();
    let path = pledgeboard_test_place::for_a_board(folder.path(), "anytown.pledgeboard").await;
    sample::create(&path, today()).await.unwrap().close().await;
    let cx = transfer::open(&path, Clock::new(Some(today()))).await.unwrap();
    assert_eq!(transfer::check(&cx).await.unwrap(), Vec::<String>::new());
    for (what, rows) in [
        (List::People { all: false }, 14),
        (List::Voices, 60),
        (List::Promises, 14),
        (List::Meetings, 7),
        (List::Actions, 45),
    ] {
        assert_eq!(transfer::list::list(&cx, what).await.unwrap().len(), rows, "{what:?}");
    }
    let data = transfer::data(&cx).await.unwrap();
    assert_eq!(data.history.len(), 1);
    assert_eq!(data.history[0].entry.name, "create the sample board");
    assert!(!data.history[0].entry.can_undo);
    assert_eq!(data.files.len(), 6);
}

#[tokio::test]
async fn the_words_that_may_not_be_shared_are_in_no_list() {
    let folder = tempdir().unwrap();
    let path = pledgeboard_test_place::for_a_board(folder.path(), "anytown.pledgeboard").await;
    sample::create(&path, today()).await.unwrap().close().await;
    let cx = transfer::open(&path, Clock::new(Some(today()))).await.unwrap();
    let voices = transfer::list::list(&cx, List::Voices).await.unwrap();
    let closed: Vec<_> =
        voices.iter().filter(|row| row["sensitive"] == true || row["share"] == "no").collect();
    assert!(!closed.is_empty());
    assert!(closed.iter().all(|row| row["words"].is_null()));
    let actions = transfer::list::list(&cx, List::Actions).await.unwrap();
    let closed: Vec<_> = actions.iter().filter(|row| !row["access"].is_null()).collect();
    assert!(!closed.is_empty());
    assert!(closed.iter().all(|row| row["text"].is_null()));
}

#[tokio::test]
async fn the_same_day_gives_the_same_board() {
    let folder = tempdir().unwrap();
    let mut made = vec![];
    for name in ["one", "two"] {
        let path = pledgeboard_test_place::for_a_board(folder.path(), &format!("{name}.pledgeboard")).await;
        sample::create_years(&path, today(), 2).await.unwrap().close().await;
        let cx = transfer::open(&path, Clock::new(Some(today()))).await.unwrap();
        let mut data = transfer::data(&cx).await.unwrap();
        data.exported_at = chrono::DateTime::UNIX_EPOCH;
        made.push(data);
    }
    assert!(made[0] == made[1]);
}

#[tokio::test]
async fn five_years_are_five_years_and_sound() {
    let folder = tempdir().unwrap();
    let path = pledgeboard_test_place::for_a_board(folder.path(), "old.pledgeboard").await;
    sample::create_years(&path, today(), 5).await.unwrap().close().await;
    let cx = transfer::open(&path, Clock::new(Some(today()))).await.unwrap();
    assert_eq!(transfer::check(&cx).await.unwrap(), Vec::<String>::new());
    for (what, rows) in [(List::Voices, 300), (List::Meetings, 35), (List::Actions, 225)] {
        assert_eq!(transfer::list::list(&cx, what).await.unwrap().len(), rows, "{what:?}");
    }
}

#[tokio::test]
async fn a_file_that_is_there_is_never_overwritten() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("mine.pledgeboard");
    std::fs::write(&path, "mine").unwrap();
    let refused = sample::create(&path, today()).await.unwrap_err();
    assert_eq!(refused.message, "A file of that name is already there. Choose another name.");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
}
