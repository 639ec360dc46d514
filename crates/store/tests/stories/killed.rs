//! A process that is killed while it converts a board: at every moment one whole board has the name.

use std::{env, path::Path};

use pledgeboard_domain::Theme;
use pledgeboard_store::{Key, Lock, Store};

use crate::{
    child::{AtWork, kills},
    scene::{Board, board_in_a_file, stamp, theme},
};

/// The child process finds the board in it.
const BOARD: &str = "PLEDGEBOARD_KILLED_BOARD";
/// And the keys, made once: deriving one takes longer than a conversion.
const KEYS: &str = "PLEDGEBOARD_KILLED_KEYS";

async fn opened(path: &Path, keys: &[Key]) -> Store {
    let lock = Lock::of(path).unwrap();
    Store::open_with(path, keys.iter().find(|key| key.fits(lock))).await.unwrap()
}

#[tokio::test]
async fn a_conversion_that_is_killed_leaves_one_whole_board() {
    let Board { store, folder: _folder } = board_in_a_file().await;
    let path = store.path().to_owned();
    for number in 0..30 {
        let mut write = store.write("begin", stamp()).await.unwrap();
        write.insert(&mut theme(&format!("Theme {number}"))).await.unwrap();
        write.keep_file(format!("paper {number}").repeat(1_000).as_bytes()).await.unwrap();
        write.commit().await.unwrap();
    }
    store.close().await;
    let keys = ["correct horse", "battery staple"].map(|words| Key::fresh(words).unwrap());
    let kills = kills();
    let (mut plain, mut protected, mut beside) = (0, 0, 0);
    for kill in 0..kills {
        let texts = keys.each_ref().map(Key::to_text).join(" ");
        let variables = [(BOARD, path.to_str().unwrap()), (KEYS, &texts)];
        let child = AtWork::begin("killed::a_process_that_converts_until_it_is_killed", &variables);
        // Not at random, so that a failure comes again; spread over some conversions.
        child.kill_after(kill * 7919 % 700);
        beside += u32::from(path.with_file_name("anytown.pledgeboard.new").exists());
        match Lock::of(&path).unwrap() {
            Lock::Plain => plain += 1,
            Lock::Protected(_) => protected += 1,
        }
        let store = opened(&path, &keys).await;
        assert_eq!(store.integrity().await.unwrap(), Vec::<String>::new());
        assert_eq!(store.read().await.unwrap().all::<Theme>().await.unwrap().len(), 30);
        store.close().await;
    }
    println!("{kills} kills: {plain} plain, {protected} protected, {beside} half-written beside, none lost");
    assert!(plain < kills && beside > 0, "it was killed in the middle");
}

/// Not a story: the child process of the one above.
#[tokio::test]
#[ignore = "runs until it is killed"]
async fn a_process_that_converts_until_it_is_killed() {
    let Ok(path) = env::var(BOARD) else { return };
    let path = Path::new(&path);
    let keys = env::var(KEYS).unwrap();
    let keys: Vec<Key> = keys.split(' ').map(|text| Key::from_text(text).unwrap()).collect();
    let store = opened(path, &keys).await;
    let mut from = store.key().cloned();
    store.close().await;
    println!("at work");
    let turns = [None, Some(keys[0].clone()), Some(keys[1].clone())];
    for to in turns.iter().cycle() {
        if from != *to {
            Store::relock(path, from.as_ref(), to.as_ref()).await.unwrap();
            from.clone_from(to);
        }
    }
}
