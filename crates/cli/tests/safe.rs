//! The passphrase and backups as a script uses them.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod desk;

use std::fs;

use desk::{Desk, assert_refused};

const LOCKED: &str =
    "This board is protected. Give its passphrase with --passphrase-file or PLEDGEBOARD_PASSPHRASE.";

fn protected() -> Desk {
    let desk = Desk::with_sample();
    fs::write(desk.at("words"), "kettle moon ladder\n").unwrap();
    fs::write(desk.at("others"), "another good one").unwrap();
    let made = desk.run(&["protect", "--board", "a.pledgeboard", "--new-passphrase-file", "words"]);
    assert_eq!((made.code, made.error.as_str(), made.out.as_str()), (0, "", "Protected a.pledgeboard\n"));
    desk
}

#[test]
fn a_protected_board_opens_with_a_passphrase_from_a_file_and_not_without() {
    let desk = protected();
    assert_refused(&desk.run(&["list", "voices", "--board", "a.pledgeboard"]), LOCKED);
    let open = |words: &str| desk.run(&["check", "--board", "a.pledgeboard", "--passphrase-file", words]);
    assert_eq!(open("words").code, 0);
    let wrong = "This passphrase does not open this board. Check it and try again. If you are sure that it is right, the file is damaged: restore a backup.";
    assert_refused(&open("others"), wrong);
    assert_refused(&open("nowhere"), "There is no file at that place.");
}

#[test]
fn the_passphrase_is_changed_and_taken_away() {
    let desk = protected();
    let on = ["--board", "a.pledgeboard", "--passphrase-file"];
    let change = |old, new| desk.run(&[&["protect"][..], &on, &[old, "--new-passphrase-file", new]].concat());
    assert_eq!(change("words", "others").code, 0);
    assert_eq!(change("words", "others").code, 1);
    fs::write(desk.at("short"), "short").unwrap();
    assert_eq!(change("others", "short").code, 1);
    let plain = desk.run(&[&["unprotect"][..], &on, &["others"]].concat());
    assert_eq!(plain.out, "a.pledgeboard is no longer protected\n");
    assert_eq!(desk.rows("voices").len(), 60);
    assert_refused(&desk.run(&["unprotect", "--board", "a.pledgeboard"]), "This board is not protected.");
}

#[test]
fn a_backup_is_verified_previewed_restored_and_that_is_undone() {
    let desk = protected();
    let with = ["--board", "a.pledgeboard", "--passphrase-file", "words"];
    let run = |before: &[&str], after: &[&str]| desk.run(&[before, &with, after].concat());
    let made = run(&["backup"], &["--to", "elsewhere"]);
    assert_eq!(made.code, 0, "{}", made.error);
    let backup = made.out.trim().to_owned();
    assert!(!fs::read(desk.at(&backup)).unwrap().starts_with(b"SQLite"), "protected as the board is");
    assert_refused(&desk.run(&["verify", &backup]), LOCKED);
    desk.run(&["new", "--board", "plain.pledgeboard"]);
    let slip = desk.run(&[
        "restore",
        "plain.pledgeboard",
        "--board",
        "a.pledgeboard",
        "--passphrase-file",
        "others",
    ]);
    assert_eq!(
        slip.error,
        "This passphrase does not open this board. Check it and try again. If you are sure that it is right, the file is damaged: restore a backup.\n"
    );
    let whole = desk.run(&["verify", &backup, "--passphrase-file", "words"]);
    assert_eq!(whole.out, "Sound: nothing is wrong with this copy.\n");

    let form = run(&["away", "form"], &["--person", "Cllr Sam Okafor", "--out", "f.pledge-event"]);
    assert_eq!(form.code, 0, "{}", form.error);
    let preview = run(&["restore", &backup], &["--dry-run"]);
    assert!(preview.out.starts_with("1 of the board's changes are not in the copy; 0 of"), "{}", preview.out);
    let restored = run(&["restore", &backup], &[]);
    assert!(restored.out.ends_with("Restored a.pledgeboard\n"), "{}{}", restored.out, restored.error);
    let kept = restored.out.lines().find_map(|line| line.strip_prefix("The board as it was is in ")).unwrap();
    assert_eq!(run(&["restore", &backup], &["--dry-run"]).out, "The copy says the same as the board.\n");
    assert_eq!(run(&["restore", kept], &[]).code, 0);
    assert!(run(&["restore", &backup], &["--dry-run"]).out.starts_with("1 of the board's"));
}

#[test]
fn a_damaged_backup_is_found_and_a_damaged_board_is_restored() {
    let desk = Desk::with_sample();
    let backup = desk.run(&["backup", "--board", "a.pledgeboard"]).out.trim().to_owned();
    assert!(desk.at(&backup).exists());
    let broken = desk.at("broken.pledgeboard");
    let mut bytes = fs::read(desk.at(&backup)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(0xAB);
    fs::write(&broken, &bytes).unwrap();
    let verified = desk.run(&["verify", "broken.pledgeboard"]);
    assert_eq!(verified.code, 1);
    assert_eq!(verified.error, "This copy of the board is damaged. Choose another one.\n");
    assert_eq!(desk.run(&["restore", "broken.pledgeboard", "--board", "a.pledgeboard"]).code, 1);
    assert_eq!(desk.rows("voices").len(), 60, "and nothing was changed");

    fs::write(desk.at("a.pledgeboard"), &bytes).unwrap();
    let restored = desk.run(&["restore", &backup, "--board", "a.pledgeboard"]);
    assert_eq!(restored.code, 0, "{}", restored.error);
    assert_eq!(desk.rows("voices").len(), 60);
    fs::remove_file(desk.at("a.pledgeboard")).unwrap();
    let restored = desk.run(&["restore", &backup, "--board", "a.pledgeboard"]);
    assert_eq!(restored.code, 0, "{}", restored.error);
    assert_eq!(desk.rows("voices").len(), 60);
}

#[test]
fn what_can_be_saved_of_a_damaged_board_is_saved_into_a_new_one() {
    let desk = protected();
    let with = ["--board", "a.pledgeboard", "--passphrase-file", "words"];
    let recover = |to| desk.run(&[&["recover"][..], &with, &["--to", to]].concat());
    let mut bytes = fs::read(desk.at("a.pledgeboard")).unwrap();
    let whole = recover("whole.pledgeboard");
    let said = "Nothing that the file still tells of is lost. The new board is whole.pledgeboard\n";
    assert_eq!((whole.code, whole.out.as_str(), whole.error.as_str()), (0, said, ""));
    assert_refused(
        &recover("whole.pledgeboard"),
        "A file of that name is already there. Choose another name.",
    );
    let last = bytes.len() - 4096;
    bytes[last / 4096 * 3 / 4 * 4096..][..40_000].fill(0xAB);
    fs::write(desk.at("a.pledgeboard"), &bytes).unwrap();
    let damaged = desk.run(&[&["check"][..], &with].concat());
    assert!(
        damaged.code == 1 && (damaged.error.contains("damaged") || damaged.error.contains("wrong")),
        "{}",
        damaged.error
    );
    let before = fs::read(desk.at("a.pledgeboard")).unwrap();
    let saved = recover("saved.pledgeboard");
    assert_eq!((saved.code, saved.error.as_str()), (0, ""), "{}", saved.out);
    assert!(
        saved.out.contains(" saved") && saved.out.ends_with("The new board is saved.pledgeboard\n"),
        "{}",
        saved.out
    );
    let opened = desk.run(&["list", "voices", "--board", "saved.pledgeboard", "--passphrase-file", "words"]);
    assert_eq!(opened.code, 0, "{}", opened.error);
    assert!(fs::read(desk.at("a.pledgeboard")).unwrap() == before, "the damaged file is only read");
}

#[test]
fn no_passphrase_is_ever_an_argument() {
    let desk = Desk::new();
    for command in
        ["protect", "unprotect", "backup", "restore", "verify", "recover", "check", "list", "export"]
    {
        let help = desk.run(&[command, "--help"]).out;
        assert!(!help.contains("--passphrase <") && !help.contains("--new-passphrase <"), "{help}");
    }
}
