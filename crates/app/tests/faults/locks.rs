//! The locks that tell other programs that a board is open. To close the board's file a second time, past SQLite, lets go
//! of them; another program would then take the board for closed, and changes would be lost.

use std::{fs, os::linux::fs::MetadataExt, path::Path, sync::Arc};

use pledgeboard_app::{App, NoKeychain};
use serde_json::{Value, json};

use crate::scene::today;

/// Whether this process holds a lock on the file; none where the system does not say.
fn is_locked(path: &Path) -> Option<bool> {
    let locks = fs::read_to_string("/proc/locks").ok()?;
    let inode = format!(":{}", fs::metadata(path).unwrap().st_ino());
    let process = std::process::id().to_string();
    let ours = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.contains(&process.as_str()) && words.iter().any(|word| word.ends_with(&inode))
    };
    Some(locks.lines().any(ours))
}

#[tokio::test]
async fn no_command_lets_go_of_the_locks_of_the_open_board() {
    let home = tempfile::tempdir().unwrap();
    let app = App::start_with(home.path().into(), today(), Arc::new(NoKeychain)).await.unwrap();
    let call = async |name: &str, request: Value| {
        // A refusal must not let go of them either.
        let _ = app.call(name, request).await;
    };
    call("desk.sample", json!({})).await;
    let shown = app.call("desk.show", json!({})).await.unwrap();
    let path = Path::new(shown["board"]["path"].as_str().unwrap()).to_owned();
    let Some(true) = is_locked(&path) else {
        println!("Skipped: this system does not show locks in /proc/locks.");
        return;
    };
    let words = "kettle moon ladder";
    let asked = [
        ("desk.open", json!({ "path": path })),
        ("desk.way_back", json!({ "path": path, "passphrase": null })),
        ("desk.go_back", json!({ "path": path, "passphrase": null, "copy": path })),
        ("desk.save_damaged", json!({ "path": path, "passphrase": null })),
        ("security.show", json!({})),
        ("backups.make", json!({})),
        ("backups.show", json!({})),
        ("backups.verify", json!({ "path": path, "passphrase": null })),
        ("backups.preview", json!({ "path": path, "passphrase": null })),
        ("security.protect", json!({ "new": words, "again": words, "remember": false })),
        ("security.show", json!({})),
        ("security.remember", json!({ "remember": false })),
        ("security.unprotect", json!({ "passphrase": "wrong" })),
        (
            "security.change",
            json!({ "passphrase": words, "new": "another good one", "again": "another good one", "remember": true }),
        ),
        ("desk.unlock", json!({ "path": path, "passphrase": "another good one", "remember": false })),
        ("backups.show", json!({})),
        ("desk.show", json!({})),
    ];
    for (name, request) in asked {
        call(name, request).await;
        call("board.add_theme", json!({ "name": format!("after {name}"), "child_name": "" })).await;
        assert_eq!(is_locked(&path), Some(true), "{name} let go of them");
    }
}
