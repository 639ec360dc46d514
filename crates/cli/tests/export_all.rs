//! `export all`, and what stands in the way of writing a file.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod desk;

use desk::{Answer, Desk, TODAY, assert_refused};
use serde_json::Value;

fn all(desk: &Desk, meeting: &str, more: &[&str]) -> Answer {
    let basic =
        ["export", "all", "--board", "a.pledgeboard", "--meeting", meeting, "--out", "due", "--today", TODAY];
    desk.run(&[&basic[..], more].concat())
}

fn files(desk: &Desk) -> Vec<String> {
    let found = std::fs::read_dir(desk.at("due")).into_iter().flatten();
    let mut names: Vec<String> = found.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn before_a_meeting_its_draft_and_the_log_are_made_and_what_is_missing_is_said() {
    let desk = Desk::with_sample();
    let answer = all(&desk, "2026-12-03", &["--forms", "pdf,docx"]);
    assert_eq!(answer.code, 1, "{}", answer.error);
    assert_eq!(
        files(&desk),
        [
            "action-log-2026-11-22-members.docx",
            "action-log-2026-11-22-members.pdf",
            "agenda-2026-12-03-members.docx",
            "agenda-2026-12-03-members.pdf",
            "agenda-pack-2026-12-03-members.pdf",
            "our-promises-2026-11-22-children.pdf",
            "our-promises-2026-11-22-public.pdf",
            "run-sheet-2026-12-03.pdf",
            "voice-summary-2026-11-22.docx",
            "voice-summary-2026-11-22.pdf",
            "work-programme-2026-27-members.docx",
            "work-programme-2026-27-members.pdf",
            "work-programme-2026-27-public.docx",
            "work-programme-2026-27-public.pdf",
        ]
    );
    for line in [
        "Made for the meeting on Thursday 3 December 2026, in due:",
        "  agenda-2026-12-03-members.docx: Agenda for members",
        "  Agenda for members: It is not for publication: give it only to those who may read it.",
        "Missing:",
        "  Agenda for the public: It is not published yet. Publish it by Wednesday 25 November 2026.",
    ] {
        assert!(answer.out.lines().any(|it| it == line), "{line} is not in {}", answer.out);
    }
    assert!(answer.error.ends_with("documents that are due are missing or not whole.\n"), "{}", answer.error);
}

#[test]
fn after_a_meeting_agenda_minutes_and_childrens_reports_are_made() {
    let desk = Desk::with_sample();
    let answer = all(&desk, "2026-10-08", &["--format", "json"]);
    let list: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(list["meeting"], "2026-10-08");
    let made: Vec<(&str, &str, &str)> = list["made"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (&it["document"], &it["audience"], &it["format"]))
        .map(|(document, audience, format)| {
            (document.as_str().unwrap(), audience.as_str().unwrap(), format.as_str().unwrap())
        })
        .collect();
    for wanted in [
        ("agenda", "public", "html"),
        ("agenda", "members", "pdf"),
        ("minutes", "public", "docx"),
        ("minutes", "members", "docx"),
        ("pack", "public", "pdf"),
        ("pack", "members", "pdf"),
        ("child_meeting", "children", "pdf"),
        ("care_leavers_meeting", "children", "html"),
    ] {
        assert!(made.contains(&wanted), "{wanted:?} is not in {made:?}");
    }
    // How things stand today is not of that meeting: the board has met since.
    assert!(
        !made.iter().any(|(document, _, _)| ["action_log", "child_promises"].contains(document)),
        "{made:?}"
    );
    let named: usize =
        list["made"].as_array().unwrap().iter().map(|it| it["files"].as_array().unwrap().len()).sum();
    assert_eq!(files(&desk).len(), named);
}

#[test]
fn where_all_that_is_due_is_there_and_whole_the_exit_code_says_so() {
    let desk = Desk::with_sample();
    let answer = all(&desk, "2026-10-08", &["--forms", "docx"]);
    assert_eq!((answer.code, answer.error.as_str()), (0, ""));
    assert_eq!(files(&desk).len(), 4, "agenda and minutes, each for the public and for members");
}

#[test]
fn minutes_that_nobody_has_drafted_are_missed_and_a_day_without_a_meeting_is_refused() {
    let desk = Desk::with_sample();
    assert_refused(&all(&desk, "2026-12-25", &[]), "There is no meeting on Friday 25 December 2026.");
    assert!(!desk.at("due").exists());
    let answer = all(&desk, "2027-01-28", &["--forms", "pdf"]);
    let meetings = desk.rows("meetings");
    let planned = meetings.iter().find(|it| it["state"] == "planned").unwrap();
    let answer = match planned["date"].as_str().unwrap() {
        "2027-01-28" => answer,
        day => all(&desk, day, &["--forms", "pdf"]),
    };
    assert!(
        answer.out.contains("  Agenda for the public: It is not drafted yet."),
        "{}{}",
        answer.out,
        answer.error
    );
    assert!(!answer.out.contains("Minutes"), "minutes are not due before the meeting: {}", answer.out);
}

#[test]
fn a_place_that_cannot_be_written_is_refused_in_one_sentence() {
    let desk = Desk::with_sample();
    std::fs::write(desk.at("file"), "here already").unwrap();
    let to = |out: &str| {
        let asked = ["export", "all", "--board", "a.pledgeboard", "--out", out, "--today", TODAY];
        desk.run(&asked)
    };
    assert_refused(&to("file"), "That is a file, not a folder. Choose another place.");
    assert_refused(&to("nowhere/due"), "There is no such folder. Choose another place.");
    let one = |out: &str| {
        let asked = ["export", "minutes", "--board", "a.pledgeboard", "--out", out, "--today", TODAY];
        desk.run(&asked)
    };
    assert_refused(&one("nowhere/minutes.pdf"), "There is no such folder. Choose another place.");
    assert_refused(&one(&format!("{}.pdf", "long".repeat(80))), TOO_LONG);
    // A folder that nobody may write to, not even the one who may do everything.
    if cfg!(target_os = "linux") && std::path::Path::new("/sys").is_dir() {
        let refused = "You may not read or write that file. Choose another folder.";
        assert_refused(&one("/sys/minutes.pdf"), refused);
        assert_refused(&to("/sys"), refused);
    }
    assert_eq!(std::fs::read_to_string(desk.at("file")).unwrap(), "here already");
}

const TOO_LONG: &str = "That name is too long, or this computer does not allow it. Choose a shorter one.";

/// The device that is always full stands where the file would be written beside its place.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_nothing_half_written() {
    let desk = Desk::with_sample();
    std::fs::create_dir(desk.at("due")).unwrap();
    let place = desk.at("due/agenda-2026-12-03-members.pdf");
    std::fs::write(&place, "the one before").unwrap();
    std::os::unix::fs::symlink("/dev/full", desk.at("due/agenda-2026-12-03-members.pdf.part")).unwrap();
    let answer = all(&desk, "2026-12-03", &["--forms", "pdf"]);
    assert_eq!(answer.code, 1);
    let full =
        "  Agenda for members: The disk is full, so nothing was written. Free some space and try again.";
    assert!(answer.out.lines().any(|it| it == full), "{}", answer.out);
    let made = files(&desk);
    assert!(made.len() > 3 && made.iter().all(|it| it.ends_with(".pdf")), "{made:?}");
    assert_eq!(std::fs::read_to_string(place).unwrap(), "the one before");
}
