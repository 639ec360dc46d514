//! Words that are removed for good are nowhere in the board's file, and an older copy loses them too.

use pledgeboard_domain::{Code, Removal, Theme, Voice, id::RemovalId, removal::Words};
use pledgeboard_store::{Going, Store, StoreError};
use serde_json::json;
use uuid::Uuid;

use crate::scene::{Board, board, board_in_a_file, refused, stamp, theme, voice};

const NAME: &str = "Zebedee Quill";

/// These words, and no paper.
pub fn all(words: &Words) -> Going<'_> {
    Going::Words { words, papers: &[] }
}

pub fn removal() -> Removal {
    Removal {
        id: RemovalId(Uuid::now_v7()),
        version: 0,
        on: "2026-11-22".parse().unwrap(),
        person_id: None,
        why: "A child's name was typed by mistake.".into(),
        places: vec![],
    }
}

/// A voice that holds the name now, and one that held it once.
async fn told(store: &Store) -> (Theme, Voice, Voice) {
    let mut about = theme("A home that stays");
    let mut now = voice(&about, "Zebedee Quill never forgets us.");
    let mut once = voice(&about, "Ask ZEBEDEE\nQUILL about it.");
    let mut write = store.write("hear Zebedee Quill", stamp()).await.unwrap();
    write.insert(&mut about).await.unwrap();
    write.insert(&mut now).await.unwrap();
    write.insert(&mut once).await.unwrap();
    write.commit().await.unwrap();
    once.words = "Ask my social worker about it.".into();
    let mut write = store.write("mend a voice", stamp()).await.unwrap();
    write.update(&mut once).await.unwrap();
    write.commit().await.unwrap();
    let typed = json!({ "words": "and Zebedee Quill" });
    store.keep_draft(None, "voice", Some(&typed), stamp().at).await.unwrap();
    (about, now, once)
}

/// Whether a word stands in any file beside and under a path, in any case.
fn stands_in_files(store: &Store, word: &str) -> bool {
    let folder = store.path().parent().unwrap();
    let word = word.to_lowercase();
    std::fs::read_dir(folder).unwrap().any(|file| {
        let content = std::fs::read(file.unwrap().path()).unwrap();
        String::from_utf8_lossy(&content).to_lowercase().contains(&word)
    })
}

#[tokio::test]
async fn words_leave_records_history_search_drafts_and_the_file_itself() {
    let Board { store, folder: _folder } = board_in_a_file().await;
    let (_, now, once) = told(&store).await;
    let words = Words::parse(NAME).unwrap();
    let found = store.read().await.unwrap().holding(&words).await.unwrap();
    let places: Vec<_> = found.iter().map(|it| (it.record, it.fields.len(), it.changes)).collect();
    assert_eq!(found.len(), 2);
    assert!(places.contains(&(now.id.into(), 1, 1)), "{places:?}");
    assert!(places.contains(&(once.id.into(), 0, 2)), "{places:?}");
    assert!(stands_in_files(&store, "quill"));

    let done = store.remove_for_good(all(&words), removal(), stamp()).await.unwrap();
    assert!(!done.can_undo);
    let mut read = store.read().await.unwrap();
    let after = read.one::<Voice>(now.id).await.unwrap();
    assert_eq!((after.words.as_str(), after.version), ("[removed] never forgets us.", 2));
    assert_eq!(read.holding(&words).await.unwrap(), []);
    assert_eq!(read.search("quill", 10).await.unwrap(), []);
    assert_eq!(read.draft(None, "voice").await.unwrap().unwrap(), json!({ "words": "and [removed]" }));
    let kept = read.all::<Removal>().await.unwrap();
    assert_eq!((kept.len(), kept[0].places.len()), (1, 2), "who, why and from where stay");
    let names: Vec<String> = read.history(10).await.unwrap().into_iter().map(|it| it.entry.name).collect();
    assert_eq!(names, ["remove words for good", "mend a voice", "hear [removed]"]);
    drop(read);
    assert!(!stands_in_files(&store, "quill") && !stands_in_files(&store, "zebedee"));
    assert_eq!(store.integrity().await.unwrap(), [] as [String; 0]);
}

#[tokio::test]
async fn whoever_still_has_the_words_on_the_screen_cannot_save_them_again() {
    let Board { store, folder: _folder } = board().await;
    let (_, mut seen, _) = told(&store).await;
    let words = Words::parse(NAME).unwrap();
    store.remove_for_good(all(&words), removal(), stamp()).await.unwrap();
    let mut write = store.write("change a voice", stamp()).await.unwrap();
    assert_eq!(refused(write.update(&mut seen).await.unwrap_err()).code, Code::Stale);
}

#[tokio::test]
async fn words_that_stand_nowhere_or_that_the_program_uses_change_nothing() {
    let Board { store, folder: _folder } = board().await;
    told(&store).await;
    let refusal = |words: &str| {
        let words = Words::parse(words).unwrap();
        let store = store.clone();
        async move { refused(store.remove_for_good(all(&words), removal(), stamp()).await.unwrap_err()) }
    };
    assert_eq!(refusal("Nobody Known").await.message, "These words stand nowhere on the board.");
    let own = refusal("anywhere").await;
    assert!(
        own.message.starts_with("Pledgeboard itself uses these words, to say what a voice is."),
        "{own:?}"
    );
    assert!(store.read().await.unwrap().all::<Removal>().await.unwrap().is_empty());
}

#[tokio::test]
async fn an_older_copy_loses_what_was_removed_since() -> Result<(), StoreError> {
    let Board { store, folder } = board_in_a_file().await;
    let (_, now, _) = told(&store).await;
    std::fs::create_dir(folder.path().join("older")).unwrap();
    let older = folder.path().join("older").join("older.pledgeboard");
    store.close().await;
    std::fs::copy(store.path(), &older).unwrap();
    let store = Store::open(store.path()).await?;
    store.remove_for_good(all(&Words::parse(NAME).unwrap()), removal(), stamp()).await?;

    let older = Store::open(&older).await?;
    assert!(stands_in_files(&older, "quill"));
    older.repeat_removals(&mut store.read().await?, stamp()).await?;
    let mut read = older.read().await?;
    assert_eq!(read.one::<Voice>(now.id).await?.words, "[removed] never forgets us.");
    assert_eq!(read.all::<Removal>().await?.len(), 1);
    drop(read);
    let entries = older.read().await?.history(10).await?;
    assert!(!entries.iter().flat_map(|it| &it.changes).any(|it| format!("{it:?}").contains("Quill")));
    let again = older.repeat_removals(&mut store.read().await?, stamp()).await?;
    assert_eq!(again.entry, None, "nothing is left to repeat");
    Ok(())
}

#[tokio::test]
async fn a_file_that_could_not_be_rewritten_at_once_is_when_it_is_opened_next() -> Result<(), StoreError> {
    let Board { store, folder: _folder } = board_in_a_file().await;
    told(&store).await;
    let words = Words::parse(NAME).unwrap();
    // As when the program is killed here, or the disk is full.
    store.begin_removal(all(&words), removal(), stamp()).await?.commit().await?;
    store.close().await;
    assert_eq!(Store::open(store.path()).await?.read().await?.holding(&words).await?, []);
    assert!(!stands_in_files(&store, "quill"));
    Ok(())
}

#[tokio::test]
async fn a_file_that_somebody_reads_is_not_taken_for_rewritten() -> Result<(), StoreError> {
    let Board { store, folder: _folder } = board_in_a_file().await;
    told(&store).await;
    let elsewhere = Store::open(store.path()).await?;
    let words = Words::parse(NAME).unwrap();
    let mut reads = elsewhere.read().await?;
    assert_eq!(reads.holding(&words).await?.len(), 2);
    store.begin_removal(all(&words), removal(), stamp()).await?.commit().await?;
    assert!(store.wipe().await.is_err());
    drop(reads);
    store.wipe().await?;
    assert!(!stands_in_files(&store, "quill"));
    Ok(())
}
