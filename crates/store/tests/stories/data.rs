//! Searching the board, and the whole of it out and in again.

use pledgeboard_domain::{Code, Theme};
use pledgeboard_store::Store;
use uuid::Uuid;

use crate::scene::{Board, board, item, meeting, refused, stamp, theme, voice};

#[tokio::test]
async fn search_finds_words_by_their_beginning_and_marks_what_is_not_open() {
    let Board { store, folder: _folder } = board().await;
    let (mut theme, mut meeting) = (theme("A home that stays"), meeting());
    let mut open = voice(&theme, "My café trip was moved.");
    let mut sensitive = voice(&theme, "They moved my café visit.");
    sensitive.sensitive = true;
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut open).await.unwrap();
    write.insert(&mut sensitive).await.unwrap();
    write.insert(&mut meeting).await.unwrap();
    write.insert(&mut item(&meeting, vec![])).await.unwrap();
    write.commit().await.unwrap();

    let mut read = store.read().await.unwrap();
    let mut found: Vec<(Uuid, String)> =
        read.search("cafe mov", 10).await.unwrap().into_iter().map(|hit| (hit.record, hit.access)).collect();
    found.sort_by(|a, b| a.1.cmp(&b.1));
    assert_eq!(found, [(open.id.into(), "open".into()), (sensitive.id.into(), "sensitive".into())]);
    assert_eq!(read.search("inspection", 10).await.unwrap()[0].access, "exempt");
    for odd in ["\"", "* OR", "a AND (", "-", "NEAR("] {
        read.search(odd, 10).await.unwrap();
    }
    drop(read);

    open.words = "Something else.".into();
    let mut write = store.write("edit a voice", stamp()).await.unwrap();
    write.update(&mut open).await.unwrap();
    write.commit().await.unwrap();
    let hits = store.read().await.unwrap().search("café", 10).await.unwrap();
    assert_eq!(hits.len(), 1, "the old words are found no more");
}

#[tokio::test]
async fn the_whole_board_goes_out_and_comes_back_equal() {
    let Board { store, folder } = board().await;
    let mut theme = theme("A home that stays");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut voice(&theme, "I moved three times.")).await.unwrap();
    write.keep_file(b"%PDF-1.7").await.unwrap();
    write.commit().await.unwrap();
    theme.name = "Stability".into();
    let mut write = store.write("rename a theme", stamp()).await.unwrap();
    write.update(&mut theme).await.unwrap();
    write.commit().await.unwrap();
    let at = stamp().at;
    let data = store.read().await.unwrap().data(at).await.unwrap();

    let other = Store::create(&pledgeboard_test_place::for_a_board(folder.path(), "other.pledgeboard").await)
        .await
        .unwrap();
    other.fill(data.clone(), stamp(), |_, _| Ok(())).await.unwrap();
    assert_eq!(other.read().await.unwrap().data(at).await.unwrap(), data);
    assert!(!other.read().await.unwrap().search("stability", 10).await.unwrap().is_empty());

    let again = refused(other.fill(data, stamp(), |_, _| Ok(())).await.unwrap_err());
    assert_eq!(again.message, "This board already holds work. Import into a new board.");
}

#[tokio::test]
async fn damaged_data_changes_nothing() {
    let Board { store, folder } = board().await;
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme("A")).await.unwrap();
    write.commit().await.unwrap();
    let good = store.read().await.unwrap().data(stamp().at).await.unwrap();
    let other = Store::create(&pledgeboard_test_place::for_a_board(folder.path(), "other.pledgeboard").await)
        .await
        .unwrap();

    let mut wrong_file = good.clone();
    wrong_file.files.insert("00".into(), "JVBERg==".into());
    let mut wrong_record = good.clone();
    wrong_record.records.get_mut("theme").unwrap()[0]["position"] = "first".into();
    let mut unknown_kind = good.clone();
    unknown_kind.records.insert("spaceship".into(), vec![]);
    for wrong in [wrong_file, wrong_record, unknown_kind] {
        assert_eq!(refused(other.fill(wrong, stamp(), |_, _| Ok(())).await.unwrap_err()).code, Code::Invalid);
        assert!(other.read().await.unwrap().all::<Theme>().await.unwrap().is_empty());
    }
}
