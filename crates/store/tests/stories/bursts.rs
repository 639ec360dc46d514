//! A process that is killed in the middle of a burst of writes: what it was told is saved, is there.

use std::{collections::BTreeMap, env, path::Path};

use pledgeboard_domain::Theme;
use pledgeboard_store::{Key, Store};
use uuid::Uuid;

use crate::{
    child::{AtWork, kills},
    scene::{Board, board_in_a_file, stamp, theme},
};

/// The child process finds the board in it, and its key.
const BOARD: &str = "PLEDGEBOARD_BURST_BOARD";
const KEY: &str = "PLEDGEBOARD_BURST_KEY";
const CHILD: &str = "bursts::a_process_that_writes_until_it_is_killed";
/// A board is taken this often; a fresh one is looked through faster.
const TO_A_BOARD: u64 = 50;

#[tokio::test]
async fn every_acknowledged_change_of_a_plain_board_survives_a_kill() {
    kill_again_and_again("plain", None).await;
}

#[tokio::test]
async fn every_acknowledged_change_of_a_protected_board_survives_a_kill() {
    let key = Key::fresh("correct horse").unwrap();
    kill_again_and_again("protected", Some(&key)).await;
}

async fn kill_again_and_again(how: &str, key: Option<&Key>) {
    let kills = kills();
    let (mut saved, mut begun) = (0, 0);
    for round in 0..kills.div_ceil(TO_A_BOARD) {
        let Board { store, folder: _folder } = board_in_a_file().await;
        let path = store.path().to_owned();
        store.close().await;
        if key.is_some() {
            Store::relock(&path, None, key).await.unwrap();
        }
        let mut known: BTreeMap<Uuid, String> = BTreeMap::new();
        for kill in round * TO_A_BOARD..kills.min((round + 1) * TO_A_BOARD) {
            let text = key.map(Key::to_text).unwrap_or_default();
            let child = AtWork::begin(CHILD, &[(BOARD, path.to_str().unwrap()), (KEY, &text)]);
            // Not at random, so that a failure comes again; never twice at the same moment of a write.
            let lines = child.kill_after(kill * 7919 % 397);
            for line in &lines {
                let Some((id, name)) = line.strip_prefix("saved ").and_then(|it| it.split_once(' ')) else {
                    continue;
                };
                saved += 1;
                known.insert(id.parse().unwrap(), name.into());
            }
            let store = Store::open_with(&path, key).await.unwrap();
            assert_eq!(store.integrity().await.unwrap(), Vec::<String>::new(), "{how}, kill {kill}");
            let found = names(&store).await;
            for (id, name) in &known {
                let now = found.get(id);
                assert!(now.is_some(), "{how}, kill {kill}: {name} was acknowledged and is gone");
                let is_next = now.is_some_and(|now| *now == changed(name));
                assert!(now == Some(name) || is_next, "{how}, kill {kill}: {name} has become {now:?}");
            }
            // What was under way and not acknowledged may be there as well: one change to a kill.
            let unsaid: Vec<_> = found.iter().filter(|(id, name)| known.get(id) != Some(name)).collect();
            assert!(unsaid.len() <= 1, "{how}, kill {kill}: {unsaid:?}");
            begun += unsaid.len();
            known = found;
            store.close().await;
        }
    }
    println!("{how}: {kills} kills, {saved} changes acknowledged, {begun} more were there unsaid, 0 lost");
    assert!(saved > kills, "it was writing");
}

async fn names(store: &Store) -> BTreeMap<Uuid, String> {
    let themes = store.read().await.unwrap().all::<Theme>().await.unwrap();
    themes.into_iter().map(|it| (it.id.into(), it.name)).collect()
}

fn changed(name: &str) -> String {
    format!("{name}, changed")
}

/// Not a story: the child process of the ones above.
#[tokio::test]
#[ignore = "runs until it is killed"]
async fn a_process_that_writes_until_it_is_killed() {
    let Ok(path) = env::var(BOARD) else { return };
    let key = Key::from_text(&env::var(KEY).unwrap());
    let store = Store::open_with(Path::new(&path), key.as_ref()).await.unwrap();
    println!("at work");
    for number in 0.. {
        let mut it = theme(&format!("{}-{number}", std::process::id()));
        let mut write = store.write("add a theme", stamp()).await.unwrap();
        write.insert(&mut it).await.unwrap();
        if number % 3 == 0 {
            write.keep_file(it.name.repeat(2_000).as_bytes()).await.unwrap();
        }
        write.commit().await.unwrap();
        println!("saved {} {}", Uuid::from(it.id), it.name);
        let mut write = store.write("change a theme", stamp()).await.unwrap();
        it.name = changed(&it.name);
        write.update(&mut it).await.unwrap();
        write.commit().await.unwrap();
        println!("saved {} {}", Uuid::from(it.id), it.name);
    }
}
