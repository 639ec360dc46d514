//! The papers of the chair, the members and the council on the command line: what each is about, and what it refuses.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::{path::Path, process::Command};

const TODAY: &str = "2026-11-22";

/// Exit code, and what was said on standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_pledgeboard-cli"));
    let output = program.args(arguments).args(["--today", TODAY]).current_dir(folder).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn each_paper_is_exported_for_what_it_is_about_or_says_why_not() {
    let folder = tempfile::tempdir().unwrap();
    let board = ["--board", "a.pledgeboard"];
    assert_eq!(run(folder.path(), &[&["new", "--sample"], &board[..]].concat()).0, 0);
    let export = |words: &[&str]| {
        let out = folder.path().join("out.pdf");
        let _ = std::fs::remove_file(&out);
        let answer = run(folder.path(), &[&["export"], words, &["--out", "out.pdf"], &board[..]].concat());
        (answer.0, answer.1, std::fs::read(out).is_ok_and(|file| file.starts_with(b"%PDF")))
    };
    for words in [
        &["run-sheet"][..],
        &["our-promises"],
        &["our-promises", "--strategy", "our promises to you", "--audience", "children"],
        &["membership"],
        &["voice-summary", "--from", "2026-09-01", "--to", "2026-10-31"],
        &["annual-report", "--year", "2025"],
        &["report-cover", "--format", "pdf"],
        &["report-cover", "--meeting", "2026-12-03", "--item", "3", "--format", "pdf"],
    ] {
        let (code, error, made) = export(words);
        assert!(code == 0 && made, "{words:?}: {error}");
    }
    for (words, why) in [
        (
            &["run-sheet", "--audience", "public"][..],
            "There is no edition of the chair’s run sheet for the public.",
        ),
        (&["our-promises", "--strategy", "Best of all"], "There is no strategy “Best of all”. Choose “"),
        (
            &["voice-summary", "--from", "2026-10-01", "--to", "2026-09-01"],
            "The last day is before the first.",
        ),
        (&["annual-report", "--year", "2030"], "This year has not begun."),
        (&["report-cover", "--item", "99"], "The meeting on Thursday 3 December 2026 has no item 99."),
    ] {
        let (code, error, made) = export(words);
        assert!(code == 1 && !made && error.contains(why), "{words:?}: {error}");
    }
}
