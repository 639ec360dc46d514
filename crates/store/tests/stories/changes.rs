//! Changes: committed or never, stale, undone and redone.

use pledgeboard_domain::{AgendaItem, Code, Meeting, Theme, Voice};
use pledgeboard_store::Store;

use crate::scene::{Board, board, item, meeting, refused, stamp, theme, voice};

#[tokio::test]
async fn what_is_committed_is_there_after_a_restart() {
    let Board { store, folder: _folder } = board().await;
    let mut theme = theme("A home that stays");
    let mut said = voice(&theme, "I moved three times.");
    let mut meeting = meeting();
    meeting.themes = vec![theme.id];
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut said).await.unwrap();
    write.insert(&mut meeting).await.unwrap();
    let mut item = item(&meeting, vec![said.id]);
    write.insert(&mut item).await.unwrap();
    let done = write.commit().await.unwrap();
    assert_eq!(done.kinds, ["theme", "voice", "meeting", "agenda_item"]);
    let path = store.path().to_owned();
    store.close().await;

    let store = Store::open(&path).await.unwrap();
    let mut read = store.read().await.unwrap();
    assert_eq!(read.one::<Theme>(theme.id).await.unwrap(), theme);
    assert_eq!(read.one::<Voice>(said.id).await.unwrap(), said);
    assert_eq!(read.one::<Meeting>(meeting.id).await.unwrap(), meeting);
    assert_eq!(read.one::<AgendaItem>(item.id).await.unwrap(), item);
    assert_eq!(read.by::<Voice>("theme_id", theme.id).await.unwrap(), [said]);
}

#[tokio::test]
async fn a_change_that_is_not_committed_never_was() {
    let Board { store, folder: _folder } = board().await;
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme("Gone")).await.unwrap();
    drop(write);
    assert!(store.read().await.unwrap().all::<Theme>().await.unwrap().is_empty());
    assert!(store.read().await.unwrap().history(10).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_second_of_two_editors_is_told_and_overwrites_nothing() {
    let Board { store, folder: _folder } = board().await;
    let mut first = theme("A");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut first).await.unwrap();
    write.commit().await.unwrap();
    let mut second = first.clone();

    first.name = "First".into();
    let mut write = store.write("rename a theme", stamp()).await.unwrap();
    write.update(&mut first).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(first.version, 2);

    second.name = "Second".into();
    let mut write = store.write("rename a theme", stamp()).await.unwrap();
    let refusal = refused(write.update(&mut second).await.unwrap_err());
    assert_eq!(refusal.code, Code::Stale);
    drop(write);
    assert_eq!(store.read().await.unwrap().one::<Theme>(first.id).await.unwrap().name, "First");
}

#[tokio::test]
async fn saving_the_same_again_leaves_no_entry() {
    let Board { store, folder: _folder } = board().await;
    let mut it = theme("A");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut it).await.unwrap();
    write.commit().await.unwrap();
    let mut write = store.write("save a theme", stamp()).await.unwrap();
    write.update(&mut it).await.unwrap();
    let done = write.commit().await.unwrap();
    assert_eq!((done.entry, it.version), (None, 1));
    assert_eq!(store.read().await.unwrap().history(10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn undo_puts_back_links_and_secret_words_too_and_can_itself_be_undone() {
    let Board { store, folder: _folder } = board().await;
    let (mut theme, mut meeting) = (theme("A"), meeting());
    let mut said = voice(&theme, "I moved three times.");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut said).await.unwrap();
    write.insert(&mut meeting).await.unwrap();
    let mut item = item(&meeting, vec![said.id]);
    write.insert(&mut item).await.unwrap();
    write.commit().await.unwrap();
    let before = item.clone();

    let mut write = store.write("delete an item", stamp()).await.unwrap();
    write.delete(&item).await.unwrap();
    let deleted = write.commit().await.unwrap().entry.unwrap();

    let undone = store.undo(deleted, stamp()).await.unwrap().entry.unwrap();
    let mut restored = store.read().await.unwrap().one::<AgendaItem>(item.id).await.unwrap();
    assert_eq!(restored.version, 2);
    restored.version = before.version;
    assert_eq!(restored, before);

    store.undo(undone, stamp()).await.unwrap();
    assert_eq!(store.read().await.unwrap().get::<AgendaItem>(item.id).await.unwrap(), None);
    let names: Vec<String> =
        store.read().await.unwrap().history(10).await.unwrap().into_iter().map(|it| it.entry.name).collect();
    assert_eq!(names, ["redo: delete an item", "undo: delete an item", "delete an item", "begin"]);
}

#[tokio::test]
async fn undo_is_refused_where_the_record_has_changed_since() {
    let Board { store, folder: _folder } = board().await;
    let mut it = theme("A");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut it).await.unwrap();
    let added = write.commit().await.unwrap().entry.unwrap();
    it.name = "B".into();
    let mut write = store.write("rename a theme", stamp()).await.unwrap();
    write.update(&mut it).await.unwrap();
    write.commit().await.unwrap();

    assert_eq!(refused(store.undo(added, stamp()).await.unwrap_err()).code, Code::Stale);
    assert_eq!(store.read().await.unwrap().one::<Theme>(it.id).await.unwrap().name, "B");
}

#[tokio::test]
async fn publishing_cannot_be_undone() {
    let Board { store, folder: _folder } = board().await;
    let mut write = store.write("publish the agenda", stamp()).await.unwrap();
    write.insert(&mut meeting()).await.unwrap();
    write.cannot_be_undone();
    let done = write.commit().await.unwrap();
    assert!(!done.can_undo);
    let refusal = refused(store.undo(done.entry.unwrap(), stamp()).await.unwrap_err());
    assert_eq!(refusal.code, Code::Rule);
    assert_eq!(store.read().await.unwrap().all::<Meeting>().await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_others_refer_to_cannot_be_deleted() {
    let Board { store, folder: _folder } = board().await;
    let mut theme = theme("A");
    let mut write = store.write("begin", stamp()).await.unwrap();
    write.insert(&mut theme).await.unwrap();
    write.insert(&mut voice(&theme, "Nobody asked me.")).await.unwrap();
    write.commit().await.unwrap();
    let mut write = store.write("delete a theme", stamp()).await.unwrap();
    assert_eq!(refused(write.delete(&theme).await.unwrap_err()).code, Code::Rule);
}
