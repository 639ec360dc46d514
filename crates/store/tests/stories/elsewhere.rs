//! Two programs on one board.

use pledgeboard_domain::{Code, Refusal, removal::Words};
use pledgeboard_store::{Elsewhere, Store, StoreError};
use serde_json::Value;

use crate::{
    removal::{all, removal},
    scene::{Board, board, board_in_a_file, stamp, theme, voice},
};

fn kinds(seen: &Elsewhere) -> Vec<&str> {
    assert!(!seen.everything);
    seen.kinds.iter().map(String::as_str).collect()
}

/// What a store has heard of; a server tells it a moment later.
async fn heard(store: &Store) -> Elsewhere {
    for _ in 0..100 {
        let seen = store.changed_elsewhere().await.unwrap();
        if seen != Elsewhere::default() {
            return seen;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    Elsewhere::default()
}

#[tokio::test]
async fn each_sees_what_the_other_changed_and_not_its_own() -> Result<(), StoreError> {
    let Board { store: here, folder: _folder } = board().await;
    let there = Store::open(here.path()).await?;
    let mut about = theme("A home that stays");
    let mut write = here.write("add a theme", stamp()).await?;
    write.insert(&mut about).await?;
    write.commit().await?;
    assert_eq!(kinds(&here.changed_elsewhere().await?), [] as [&str; 0]);
    assert_eq!(kinds(&heard(&there).await), ["theme"]);

    let mut write = there.write("hear a voice", stamp()).await?;
    write.insert(&mut voice(&about, "Ask us first.")).await?;
    write.commit().await?;
    assert_eq!(kinds(&there.changed_elsewhere().await?), [] as [&str; 0]);
    assert_eq!(kinds(&heard(&here).await), ["voice"]);
    assert_eq!(kinds(&here.changed_elsewhere().await?), [] as [&str; 0], "once");
    Ok(())
}

#[tokio::test]
async fn the_second_of_two_edits_is_refused_with_what_the_first_left() -> Result<(), StoreError> {
    let Board { store: here, folder: _folder } = board().await;
    let mut first = theme("A home that stays");
    let mut write = here.write("add a theme", stamp()).await?;
    write.insert(&mut first).await?;
    write.commit().await?;
    let there = Store::open(here.path()).await?;
    let mut second = first.clone();

    first.name = "Homes near school".into();
    let mut write = here.write("rename a theme", stamp()).await?;
    write.update(&mut first).await?;
    write.commit().await?;
    second.name = "Homes that stay".into();
    let mut write = there.write("rename a theme", stamp()).await?;
    let Err(StoreError::Stale { refusal: Refusal { code: Code::Stale, .. }, current: Value::Object(now) }) =
        write.update(&mut second).await
    else {
        panic!("the second edit was taken")
    };
    assert_eq!((&now["name"], &now["version"]), (&"Homes near school".into(), &2.into()));
    Ok(())
}

#[tokio::test]
async fn a_file_that_was_rewritten_is_read_anew_as_a_whole() -> Result<(), StoreError> {
    let Board { store: here, folder: _folder } = board_in_a_file().await;
    let there = Store::open(here.path()).await?;
    let mut about = theme("Zebedee Quill");
    let mut write = here.write("add a theme", stamp()).await?;
    write.insert(&mut about).await?;
    write.commit().await?;
    assert_eq!(kinds(&heard(&there).await), ["theme"]);
    here.remove_for_good(all(&Words::parse("Zebedee Quill").unwrap()), removal(), stamp()).await?;
    let seen = there.changed_elsewhere().await?;
    assert!(seen.everything || seen.kinds.iter().any(|kind| kind == "removal"), "{seen:?}");
    Ok(())
}
