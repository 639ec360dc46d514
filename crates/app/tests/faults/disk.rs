//! A disk that is full, on a disk of a few megabytes; and files that may no longer be written.

use std::{
    env, fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::Path,
    process::{Command, Stdio},
};

use pledgeboard_app::{backups::file, write_whole};
use pledgeboard_store::{Key, Store, StoreError};

use crate::{
    process,
    scene::{add, files, names, names_in, today},
};

const FOLDER: &str = "PLEDGEBOARD_DISK_FOLDER";

/// A disk of eight megabytes that this process and its children alone see.
fn on_a_small_disk(folder: &Path) -> Command {
    let mut command = Command::new("unshare");
    let script = "mount -t tmpfs -o size=8m small \"$0\" && exec \"$@\"";
    command
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script])
        .arg(folder)
        .env(FOLDER, folder);
    command
}

#[test]
fn a_full_disk_is_said_and_loses_nothing_and_leaves_nothing_half() {
    let folder = tempfile::tempdir().unwrap();
    let may = on_a_small_disk(folder.path()).arg("true").stderr(Stdio::null()).status();
    if !may.is_ok_and(|status| status.success()) {
        println!("Skipped: this system lets nobody mount a small disk in a namespace of their own.");
        return;
    }
    let mut command = on_a_small_disk(folder.path());
    command.arg(env::current_exe().unwrap()).args(process::arguments("disk::a_process_on_a_small_disk"));
    println!("{}", process::finished(command));
}

/// Not a story: the child process of the one above.
#[tokio::test]
#[ignore = "wants a small disk of its own"]
async fn a_process_on_a_small_disk() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let folder = Path::new(&folder);
    let at = |name: &str| folder.join(name);
    fs::write(at("ballast"), vec![1; 1_000_000]).unwrap();
    let path = at("anytown.pledgeboard");
    let store = Store::create(&path).await.unwrap();
    let (mut saved, mut refused) = (vec![], 0);
    for number in 0..200 {
        // Large ones until nothing fits, then smaller ones.
        let name = format!("Theme {number:03}");
        match add(&store, &name, if refused == 0 { 100_000 } else { 500 }).await {
            Ok(()) => saved.push(name),
            Err(error) => {
                refused += 1;
                is_full(error);
            }
        }
    }
    assert!(saved.len() > 10 && refused > 10, "{} saved, {refused} refused", saved.len());
    assert_eq!(names(&store).await, saved, "what was refused is not there, and what was saved is");

    let key = Key::fresh("correct horse").unwrap();
    let full = |message: &str| assert!(message.starts_with("The disk is full"), "{message}");
    full(&file::back_up(&path, None, None, today()).await.unwrap_err().message);
    full(&write_whole(&at("letter.txt"), &vec![2; 3_000_000]).unwrap_err().message);
    is_full(Store::create(&at("second.pledgeboard")).await.unwrap_err());
    is_full(store.copy_to(&at("copy.pledgeboard")).await.unwrap_err());
    // Closing folds the log into the file, for which there may be no room: then it stays beside it.
    store.close().await;
    is_full(Store::relock(&path, None, Some(&key)).await.unwrap_err());
    let left: Vec<_> = files(folder).into_iter().filter(|it| it != &path && it != &at("ballast")).collect();
    assert!(left.iter().all(|it| it.to_string_lossy().contains("pledgeboard-")), "{left:?}");
    // The next start, while it is still full, and when there is room again.
    match Store::open(&path).await {
        Ok(store) => {
            assert_eq!(names(&store).await, saved);
            store.close().await;
        }
        Err(error) => is_full(error),
    }
    fs::remove_file(at("ballast")).unwrap();
    let store = Store::open(&path).await.unwrap();
    assert_eq!(names(&store).await, saved);
    add(&store, "With room", 1000).await.unwrap();
    store.close().await;
    println!("{} saved, {refused} refused as the disk was full, 0 lost, 0 halves left", saved.len());
}

fn is_full(error: StoreError) {
    let message = error.into_refusal().message;
    assert!(message.starts_with("The disk is full"), "{message}");
}

#[test]
fn a_permission_that_is_lost_is_said_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let test = "disk::a_process_that_loses_its_permission";
    let variables = [(FOLDER, folder.path().to_str().unwrap())];
    // Root may write whatever the file says: then somebody else does it.
    let is_root = fs::metadata(folder.path()).unwrap().uid() == 0;
    let mut command = if is_root { Command::new("setpriv") } else { process::command(test, &variables) };
    if is_root {
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
        command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
        command.arg(env::current_exe().unwrap()).args(process::arguments(test)).envs(variables);
        let mut may = Command::new("setpriv");
        may.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
        may.arg(env::current_exe().unwrap()).arg("--list").stdout(Stdio::null()).stderr(Stdio::null());
        if !may.status().is_ok_and(|status| status.success()) {
            println!("Skipped: this program cannot be run as somebody who is not root.");
            return;
        }
    }
    println!("{}", process::finished(command));
}

/// Not a story: the child process of the one above.
#[tokio::test]
#[ignore = "wants to be run as somebody who is not root"]
async fn a_process_that_loses_its_permission() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let folder = Path::new(&folder).join("boards");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("anytown.pledgeboard");
    let store = Store::create(&path).await.unwrap();
    add(&store, "Before", 0).await.unwrap();
    let allow = |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let mut saved = vec!["Before".to_owned()];
    let (mut refused, mut said) = (0, Vec::<String>::new());
    for (file, directory) in [(0o444, 0o755), (0o444, 0o555), (0o644, 0o555), (0o644, 0o000)] {
        allow(&path, file);
        allow(&folder, directory);
        for turn in 0..5 {
            let name = format!("{file:o} {directory:o} {turn}");
            match add(&store, &name, 0).await {
                Ok(()) => saved.push(name),
                Err(error) => {
                    refused += 1;
                    said.push(error.into_refusal().message);
                }
            }
        }
        let outside = write_whole(&folder.join("letter.txt"), b"x");
        assert_eq!(outside.is_ok(), directory == 0o755, "{outside:?}");
        allow(&folder, 0o755);
    }
    // A connection that was opened meanwhile finds the file read-only; one from before finds that it may not be saved.
    let sentences = [
        "This board can be read but not changed here: the file or its folder is read-only.",
        "You may not read or write that file. Choose another folder.",
    ];
    assert!(refused > 0 && said.iter().all(|it| sentences.contains(&it.as_str())), "{said:?}");
    store.close().await;
    allow(&path, 0o444);
    let no = Store::open(&path).await.unwrap_err().into_refusal().message;
    assert!(no.starts_with("This board's file is read-only."), "{no}");
    allow(&path, 0o644);
    saved.sort();
    assert_eq!(names_in(&path, None).await, saved);
    println!("{} saved, {refused} refused for lack of permission, 0 lost", saved.len());
}
