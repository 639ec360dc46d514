//! A kill between write, sync, rename and the folder's sync, for everything that is written beside: the name belongs to the
//! old whole file or to the new whole file, no half is taken for anything, and the next run clears up.

use std::{
    env, fs,
    path::Path,
    time::{Duration, SystemTime},
};

use pledgeboard_app::{backups::file, write_whole};
use pledgeboard_store::{Key, Step, Store, stop_at};

use crate::{
    process,
    scene::{add, files, names_in, stamp, theme, today},
};

const FOLDER: &str = "PLEDGEBOARD_STEPS_FOLDER";
const WHAT: &str = "PLEDGEBOARD_STEPS_WHAT";
const STEP: &str = "PLEDGEBOARD_STEPS_STEP";
const KEY: &str = "PLEDGEBOARD_STEPS_KEY";

const STEPS: [(&str, Step); 4] = [
    ("written", Step::Written),
    ("synced", Step::Synced),
    ("named", Step::Named),
    ("lasting", Step::Lasting),
];
const EVERYTHING: [&str; 7] = [
    "a new board",
    "protect",
    "take the protection away",
    "restore",
    "back up",
    "clean a backup",
    "save a document",
];

/// Does one of them in the folder.
async fn work(what: &str, folder: &Path, key: &Key) {
    let at = |name: &str| folder.join(name);
    let (board, copy) = (at("anytown.pledgeboard"), at("copy.pledgeboard"));
    match what {
        "a new board" => Store::create(&at("new.pledgeboard")).await.unwrap().close().await,
        "protect" => Store::relock(&board, None, Some(key)).await.unwrap(),
        "take the protection away" => Store::relock(&board, Some(key), None).await.unwrap(),
        "restore" => Store::put_back(&board, None, &copy, None, None).await.unwrap(),
        "back up" => drop(file::back_up(&board, None, Some(&at("backups")), today()).await.unwrap()),
        "clean a backup" => {
            let change = async |copy: Store| {
                let mut write = copy.write("clean", stamp()).await?;
                write.insert(&mut theme("Cleaned")).await?;
                write.commit().await?;
                Ok(true)
            };
            assert!(Store::rewrite_copy(&copy, None, change).await.unwrap());
        }
        "save a document" => write_whole(&at("letter.txt"), b"the new letter").unwrap(),
        other => panic!("{other}"),
    }
}

/// A board, an earlier copy of it, and a document.
async fn begin(folder: &Path, key: Option<&Key>) {
    let board = folder.join("anytown.pledgeboard");
    let store = Store::create(&board).await.unwrap();
    add(&store, "Earlier", 20_000).await.unwrap();
    store.copy_to(&folder.join("copy.pledgeboard")).await.unwrap();
    add(&store, "Later", 20_000).await.unwrap();
    store.close().await;
    if key.is_some() {
        Store::relock(&board, None, key).await.unwrap();
    }
    fs::write(folder.join("letter.txt"), "the old letter").unwrap();
}

/// What is in the folder, by what the work is about: "old", "new", or what else.
async fn state(what: &str, folder: &Path, key: &Key) -> String {
    let at = |name: &str| folder.join(name);
    let board = at("anytown.pledgeboard");
    let is_plain = || fs::read(&board).unwrap().starts_with(b"SQLite format 3");
    match what {
        "a new board" if !at("new.pledgeboard").exists() => "old".into(),
        "a new board" => {
            assert_eq!(names_in(&at("new.pledgeboard"), None).await, Vec::<String>::new());
            "new".into()
        }
        "protect" => if is_plain() { "old" } else { "new" }.into(),
        "take the protection away" => if is_plain() { "new" } else { "old" }.into(),
        "restore" => match names_in(&board, Some(key)).await.as_slice() {
            [earlier, later] if (earlier.as_str(), later.as_str()) == ("Earlier", "Later") => "old".into(),
            [earlier] if earlier == "Earlier" => "new".into(),
            other => format!("{other:?}"),
        },
        "back up" => match backups(folder).as_slice() {
            [] => "old".into(),
            [it] => {
                assert_eq!(names_in(it, None).await, ["Earlier", "Later"]);
                "new".into()
            }
            other => format!("{other:?}"),
        },
        "clean a backup" => match names_in(&at("copy.pledgeboard"), None).await.as_slice() {
            [_] => "old".into(),
            [_, _] => "new".into(),
            other => format!("{other:?}"),
        },
        "save a document" => match fs::read_to_string(at("letter.txt")).unwrap().as_str() {
            "the old letter" => "old".into(),
            "the new letter" => "new".into(),
            other => other.into(),
        },
        other => panic!("{other}"),
    }
}

fn backups(folder: &Path) -> Vec<std::path::PathBuf> {
    let folder = folder.join("backups");
    let all = if folder.exists() { files(&folder) } else { vec![] };
    all.into_iter().filter(|it| it.extension().is_some_and(|it| it == "pledgeboard")).collect()
}

/// What is no board, backup or document of ours.
fn leftovers(folder: &Path) -> Vec<String> {
    let all = files(folder).into_iter().filter_map(|it| Some(it.file_name()?.to_string_lossy().into_owned()));
    all.filter(|it| !it.ends_with(".pledgeboard") && !it.ends_with(".txt")).collect()
}

#[tokio::test]
async fn a_kill_at_any_step_leaves_the_old_file_or_the_new_one_and_the_next_run_clears_up() {
    let key = Key::fresh("correct horse").unwrap();
    let mut kills = 0;
    for what in EVERYTHING {
        for (name, step) in STEPS {
            let folder = tempfile::tempdir().unwrap();
            let folder = folder.path();
            begin(folder, Some(&key).filter(|_| what == "take the protection away")).await;
            let variables =
                [(FOLDER, folder.to_str().unwrap()), (WHAT, what), (STEP, name), (KEY, &key.to_text())];
            let stopped =
                process::kill_when_it_says("stopped", "steps::a_process_that_stops_at_a_step", &variables);
            assert!(stopped, "{what} comes by {name}");
            kills += 1;
            let expected = if matches!(step, Step::Written | Step::Synced) { "old" } else { "new" };
            assert_eq!(state(what, folder, &key).await, expected, "{what}, killed when {name}");
            // The board itself is whole whatever it was.
            assert!(!names_in(&folder.join("anytown.pledgeboard"), Some(&key)).await.is_empty());
            clear_up(what, folder, &key, expected).await;
            assert_eq!(leftovers(folder), Vec::<String>::new(), "{what}, killed when {name}");
        }
    }
    println!(
        "{kills} kills at a step: {} kinds of files by 4 steps, 0 lost, 0 halves left",
        EVERYTHING.len()
    );
}

/// The same again, as somebody does who saw it fail.
async fn clear_up(what: &str, folder: &Path, key: &Key, state: &str) {
    // A backup that is half written is another program's for an hour.
    for half in files(folder).iter().filter(|it| !it.to_string_lossy().ends_with(".pledgeboard")) {
        let hours_ago = SystemTime::now() - Duration::from_secs(7200);
        fs::File::options().write(true).open(half).unwrap().set_modified(hours_ago).unwrap();
    }
    let is_done = matches!(what, "a new board" | "protect" | "take the protection away") && state == "new";
    if !is_done {
        work(what, folder, key).await;
    }
}

/// What is left of a whole file.
type Left = fn(&[u8]) -> Vec<u8>;

/// Each state that a power cut may leave of what was written and not yet synchronised: nothing of it, half, garbage.
#[tokio::test]
async fn whatever_a_power_cut_leaves_beside_is_never_taken_for_the_file() {
    let key = Key::fresh("correct horse").unwrap();
    let halves: [(&str, Left); 4] = [
        ("nothing", |_| vec![]),
        ("half", |whole| whole[..whole.len() / 2].to_vec()),
        ("zeros", |whole| vec![0; whole.len()]),
        ("whole", <[u8]>::to_vec),
    ];
    for what in EVERYTHING {
        for (left, half) in &halves {
            let folder = tempfile::tempdir().unwrap();
            let folder = folder.path();
            begin(folder, Some(&key).filter(|_| what == "take the protection away")).await;
            let whole = fs::read(folder.join("copy.pledgeboard")).unwrap();
            fs::create_dir_all(folder.join("backups")).unwrap();
            for beside in [
                "new.pledgeboard.new",
                "anytown.pledgeboard.new",
                "anytown.pledgeboard.new-wal",
                "copy.pledgeboard.new",
                "letter.txt.part",
                "backups/2026-11-01T100000.000Z daily.pledgeboard.new",
            ] {
                fs::write(folder.join(beside), half(&whole)).unwrap();
            }
            assert_eq!(state(what, folder, &key).await, "old", "{what}, {left}");
            work(what, folder, &key).await;
            assert_eq!(state(what, folder, &key).await, "new", "{what}, {left}");
        }
    }
}

/// Not a story: the child process of the first one.
#[tokio::test]
#[ignore = "stops until it is killed"]
async fn a_process_that_stops_at_a_step() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let (what, step) = (env::var(WHAT).unwrap(), env::var(STEP).unwrap());
    let key = Key::from_text(&env::var(KEY).unwrap()).unwrap();
    stop_at(STEPS.iter().find(|(name, _)| *name == step).unwrap().1, || {
        println!("stopped");
        loop {
            std::thread::park();
        }
    });
    work(&what, Path::new(&folder), &key).await;
}
