//! What a screen reads of a shared board is asked together, and is the same as asked one after the other.

use pledgeboard_domain::{Theme, Voice};
use pledgeboard_store::{Arg, Store};

use crate::scene::{Board, board, stamp, theme, voice};

/// What makes trouble in a text that is written into a statement.
const AWKWARD: &str = "O'Neil''s \\' \"home\"; DROP TABLE theme; -- $1 %_ Tŷ 🏠";

async fn with_a_voice() -> (Board, Theme) {
    let board = board().await;
    let mut theme = theme(AWKWARD);
    let mut voice = voice(&theme, "Ring me back");
    let mut write = board.store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut voice).await.unwrap();
    write.commit().await.unwrap();
    (board, theme)
}

/// The themes of this name, and their voices; with how often it was read.
async fn read(store: &Store, name: &'static str) -> (Vec<Theme>, Vec<Voice>, usize) {
    let store = store.gathering();
    for times in 1.. {
        let mut read = store.read().await.unwrap();
        let themes = read.find::<Theme>("t.name = $1", &[Arg::Name(name.into())]).await.unwrap();
        let mut voices = vec![];
        for theme in &themes {
            voices.extend(read.by::<Voice>("theme_id", theme.id).await.unwrap());
        }
        if store.is_settled().await.unwrap() {
            return (themes, voices, times);
        }
    }
    unreachable!("it settles")
}

#[tokio::test]
async fn what_is_asked_together_is_what_there_is() {
    let (board, theme) = with_a_voice().await;
    let (themes, voices, times) = read(&board.store, AWKWARD).await;
    assert_eq!((themes, voices.len()), (vec![theme], 1));
    // A file is read once. From a server come first the themes, then their voices.
    assert_eq!(times, if board.store.is_shared() { 3 } else { 1 });
    assert!(read(&board.store, "O'Neil").await.0.is_empty());
    board.store.read().await.unwrap().all::<Theme>().await.unwrap();
}

#[tokio::test]
async fn all_answers_are_of_one_moment() {
    let (board, theme) = with_a_voice().await;
    if !board.store.is_shared() {
        return;
    }
    let reading = board.store.gathering();
    reading.read().await.unwrap().all::<Theme>().await.unwrap();
    assert!(!reading.is_settled().await.unwrap());
    let mut later = voice(&theme, "Later");
    let mut write = board.store.write("somebody else adds a voice", stamp()).await.unwrap();
    write.insert(&mut later).await.unwrap();
    write.commit().await.unwrap();
    reading.read().await.unwrap().all::<Voice>().await.unwrap();
    assert!(!reading.is_settled().await.unwrap());
    let voices = reading.read().await.unwrap().all::<Voice>().await.unwrap();
    assert_eq!(voices.len(), 1, "the voice that came later is not of that moment");
    assert!(reading.is_settled().await.unwrap());
    assert_eq!(board.store.read().await.unwrap().all::<Voice>().await.unwrap().len(), 2);
}

#[tokio::test]
async fn who_asks_anew_for_ever_or_what_cannot_be_answered_is_told_what_there_is() {
    let (board, _) = with_a_voice().await;
    let store = board.store.gathering();
    let mut answers = vec![];
    for number in 0.. {
        let mut read = store.read().await.unwrap();
        answers = read.find::<Theme>("t.position <> $1", &[Arg::Integer(1_000 + number)]).await.unwrap();
        if store.is_settled().await.unwrap() {
            break;
        }
        assert!(number < 20, "it never settles");
    }
    assert_eq!(answers.len(), 1);

    let store = board.store.gathering();
    let mut refused = None;
    for _ in 0..20 {
        refused = store.read().await.unwrap().find::<Theme>("t.no_such_column = 1", &[]).await.err();
        if store.is_settled().await.unwrap() {
            break;
        }
    }
    let refused = refused.expect("the fault shows").to_string();
    assert!(refused.contains("no_such_column"), "{refused}");
    assert_eq!(board.store.read().await.unwrap().all::<Theme>().await.unwrap().len(), 1);
}
