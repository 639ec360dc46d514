//! The command line as a script uses it: exit codes, standard output and standard error.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod desk;

use desk::{Desk, TODAY, assert_refused};
use serde_json::Value;

#[test]
fn a_new_board_is_made_once() {
    let desk = Desk::new();
    for arguments in
        [&["new", "--board", "b.pledgeboard"][..], &["new", "--board", "c.pledgeboard", "--sample"]]
    {
        assert_eq!(desk.run(arguments).code, 0);
        assert_refused(&desk.run(arguments), "A file of that name is already there. Choose another name.");
    }
    assert_eq!(desk.run(&["check", "--board", "b.pledgeboard"]).code, 0);
}

#[test]
fn publish_by_prints_the_day_alone() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["publish-by", "2019-06-04"]).out, "2019-05-24\n");
    assert_eq!(desk.run(&["publish-by", "2019-06-04", "--clear-days", "3"]).out, "2019-05-29\n");
    assert_eq!(desk.run(&["publish-by", "2026-12-03"]).out, "2026-11-25\n");
}

#[test]
fn wrong_use_ends_with_two() {
    let desk = Desk::new();
    for wrong in [
        &["publish-by", "2019-02-30"][..],
        &["publish-by", "2019-06-04", "--clear-days", "many"],
        &["new"],
        &["new", "--board", "x.pledgeboard", "--years", "2"],
        &["list", "dogs", "--board", "x.pledgeboard"],
        &["export", "novel", "--board", "x.pledgeboard", "--out", "x.pdf"],
        &["dance"],
        &[],
    ] {
        assert_eq!(desk.run(wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn lists_are_arrays_with_iso_dates() {
    let desk = Desk::with_sample();
    let meetings = desk.rows("meetings");
    assert_eq!(meetings.len(), 7);
    assert!(meetings.iter().any(|it| it["date"] == "2026-12-03" && it["state"] == "agenda_drafted"));
    assert_eq!(desk.rows("people").len(), 14);
    let promises = desk.rows("promises");
    assert_eq!(promises.len(), 14, "of today's set and the one before it");
    assert_eq!(promises.iter().filter(|it| it["current"] == true).count(), 10);
    assert_eq!(desk.rows("actions").len(), 45);
    let voices = desk.rows("voices");
    assert_eq!(voices.len(), 60);
    assert_eq!(voices.iter().filter_map(|it| it["waiting_days"].as_i64()).max(), Some(77));
}

#[test]
fn a_list_to_read_has_its_headings() {
    let desk = Desk::with_sample();
    let listed = desk.run(&["list", "meetings", "--board", "a.pledgeboard", "--today", TODAY]);
    assert!(listed.out.starts_with("date        starts  kind"), "{}", listed.out);
    assert_eq!(listed.out.lines().count(), 8);
}

#[test]
fn data_goes_out_and_in_again() {
    let desk = Desk::with_sample();
    let export = |board: &str, out: &str| {
        assert_eq!(desk.run(&["export", "data", "--board", board, "--out", out, "--today", TODAY]).code, 0);
        let mut data: Value = serde_json::from_slice(&std::fs::read(desk.at(out)).unwrap()).unwrap();
        data.as_object_mut().unwrap().remove("exported_at");
        data
    };
    let before = export("a.pledgeboard", "a.json");
    assert_eq!(desk.run(&["import", "--board", "b.pledgeboard", "a.json", "--today", TODAY]).code, 0);
    assert!(before == export("b.pledgeboard", "b.json"));
    assert_refused(
        &desk.run(&["import", "--board", "b.pledgeboard", "a.json"]),
        "This board already holds work. Import into a new board.",
    );
}

#[test]
fn what_is_no_board_or_no_data_is_refused() {
    let desk = Desk::new();
    std::fs::write(desk.at("letter.txt"), "Dear board,").unwrap();
    let no_board = "This file is not a Pledgeboard board. Choose a file that ends in .pledgeboard.";
    for arguments in [&["check", "--board", "letter.txt"][..], &["list", "voices", "--board", "letter.txt"]] {
        assert_refused(&desk.run(arguments), no_board);
    }
    assert_refused(&desk.run(&["check", "--board", "gone.pledgeboard"]), "There is no file at that place.");
    assert_refused(
        &desk.run(&["import", "--board", "new.pledgeboard", "letter.txt"]),
        "This file is not valid JSON: line 1, column 1 is wrong.",
    );
    assert!(!desk.at("new.pledgeboard").exists());
}

#[test]
fn every_document_takes_the_same_arguments() {
    let desk = Desk::with_sample();
    for (document, audience, meeting) in [
        ("agenda", "public", "2026-12-03"),
        ("pack", "public", "2026-12-03"),
        ("minutes", "public", "2026-10-08"),
        ("action-log", "members", "2026-10-08"),
        ("child-promises", "children", "2026-10-08"),
        ("child-meeting", "children", "2026-10-08"),
        ("event-sheet", "members", "2026-10-08"),
    ] {
        let answer = desk.run(&[
            "export",
            document,
            "--board",
            "a.pledgeboard",
            "--meeting",
            meeting,
            "--audience",
            audience,
            "--format",
            "pdf",
            "--out",
            "out.pdf",
            "--today",
            TODAY,
        ]);
        assert_eq!(answer.code, 0, "{document}: {}", answer.error);
        assert!(std::fs::read(desk.at("out.pdf")).unwrap().starts_with(b"%PDF-"), "{document}");
        std::fs::remove_file(desk.at("out.pdf")).unwrap();
    }
    let refused = desk.run(&[
        "export",
        "agenda",
        "--board",
        "a.pledgeboard",
        "--meeting",
        "2026-12-25",
        "--out",
        "out.pdf",
        "--today",
        TODAY,
    ]);
    assert_eq!((refused.code, refused.error.lines().count()), (1, 1), "{}", refused.error);
    assert!(!desk.at("out.pdf").exists());
}

#[test]
fn what_cannot_be_printed_is_refused_with_its_place() {
    let desk = Desk::with_sample();
    let board = ["--board", "a.pledgeboard", "--today", TODAY];
    assert_eq!(desk.run(&[&["export", "data", "--out", "a.json"], &board[..]].concat()).code, 0);
    let mut data: Value = serde_json::from_slice(&std::fs::read(desk.at("a.json")).unwrap()).unwrap();
    data["records"]["action"][0]["text"] = "Ask what the sign 𓀀 means".into();
    std::fs::write(desk.at("b.json"), data.to_string()).unwrap();
    assert_eq!(desk.run(&["import", "--board", "b.pledgeboard", "b.json", "--today", TODAY]).code, 0);
    let refused = desk.run(&[
        "export",
        "action-log",
        "--audience",
        "members",
        "--board",
        "b.pledgeboard",
        "--out",
        "out.pdf",
        "--today",
        TODAY,
    ]);
    assert!(refused.error.contains("“𓀀” (U+13000) in “"), "{}", refused.error);
    assert!(refused.error.contains("what the sign 𓀀 means"), "{}", refused.error);
    assert_eq!((refused.code, refused.error.lines().count()), (1, 1), "{}", refused.error);
    assert!(!desk.at("out.pdf").exists());
}

#[test]
fn every_command_explains_itself() {
    let desk = Desk::new();
    for task in [
        "new",
        "import",
        "export",
        "list",
        "publish-by",
        "check",
        "protect",
        "backup",
        "restore",
        "verify",
        "recover",
    ] {
        let help = desk.run(&[task, "--help"]);
        assert_eq!(help.code, 0);
        assert!(help.out.contains("Usage: pledgeboard-cli"), "{task}");
        assert!(help.out.lines().count() > 8, "{task}");
    }
    assert!(desk.run(&["--help"]).out.contains("Exit codes:"));
}

#[test]
fn a_trail_is_walked_by_what_a_person_can_know() {
    let desk = Desk::with_sample();
    let walk = |of: &str, reference: &str| {
        desk.run(&["trail", of, reference, "--board", "a.pledgeboard", "--today", TODAY])
    };
    let promise = walk("promise", "2");
    assert_eq!(promise.code, 0, "{}", promise.error);
    for step in ["You said (", "We will (", "How will we know? (", "We did (", "We told you ("] {
        assert!(promise.out.contains(step), "{step} in {}", promise.out);
    }
    let reference = desk.rows("actions")[0]["reference"].as_str().unwrap().to_owned();
    assert!(walk("action", &reference.to_lowercase()).out.starts_with(&format!("Action {reference}\n")));
    let meetings = desk.rows("meetings");
    let held = meetings.iter().find(|it| it["state"] == "minutes_approved").unwrap();
    assert!(walk("item", &format!("{}/4", held["date"].as_str().unwrap())).out.starts_with("Item 4: "));

    let voices = desk.rows("voices");
    let told = voices.iter().find(|it| !it["told_on"].is_null() && !it["words"].is_null()).unwrap();
    let id = told["id"].as_str().unwrap();
    let ending = id.split('-').next_back().unwrap();
    let asked = ["trail", "voice", ending, "--board", "a.pledgeboard", "--today", TODAY, "--format", "json"];
    let trail: Value = serde_json::from_str(&desk.run(&asked).out).unwrap();
    assert_eq!(trail["steps"][0]["records"][0]["words"], told["words"]);
    assert_eq!(trail["steps"][4]["state"], "whole");

    let secret = voices.iter().find(|it| it["words"].is_null()).unwrap();
    let guarded = walk("voice", secret["id"].as_str().unwrap());
    assert!(guarded.out.contains("(voice that is not shown here)"), "{}", guarded.out);
}

#[test]
fn a_reference_that_means_nothing_is_refused_in_one_sentence() {
    let desk = Desk::with_sample();
    for (of, reference, sentence) in [
        ("voice", "zzz", "No voice has the id “zzz”. `list voices --format json` gives the ids."),
        ("promise", "two", "“two” is no promise's number, such as 2."),
        ("promise", "99", "There is no promise 99. `list promises` gives the numbers."),
        ("action", "B1", "No action has the reference “B1”. `list actions` gives them."),
        (
            "item",
            "2026-01-01/4",
            "There is no meeting on Thursday 1 January 2026. `list meetings` gives the days.",
        ),
        (
            "item",
            "four",
            "“four” is no item. Give the meeting's day and the item's number, such as 2026-12-03/4, or a minute's number.",
        ),
    ] {
        let asked = ["trail", of, reference, "--board", "a.pledgeboard", "--today", TODAY];
        assert_refused(&desk.run(&asked), sentence);
    }
    let many = desk.run(&["trail", "voice", "01a", "--board", "a.pledgeboard", "--today", TODAY]);
    assert!(many.error.ends_with("Give more of the id.\n"), "{}", many.error);
}

#[test]
fn an_exported_report_is_remembered_with_the_voices_that_it_held() {
    let desk = Desk::with_sample();
    let asked = ["export", "child-meeting", "--board", "a.pledgeboard", "--out", "r.pdf", "--today", TODAY];
    assert_eq!(desk.run(&asked).code, 0);
    let printed = desk.rows("voices").into_iter().any(|voice| {
        let id = voice["id"].as_str().unwrap();
        desk.run(&["trail", "voice", id, "--board", "a.pledgeboard", "--today", TODAY])
            .out
            .contains("Printed for children and young people")
    });
    assert!(printed, "a voice in the report says that it was printed");
    assert_eq!(desk.run(&["check", "--board", "a.pledgeboard", "--today", TODAY]).code, 0);
}

#[test]
fn an_event_from_away_comes_in_once() {
    let desk = Desk::with_sample();
    let board = ["--board", "a.pledgeboard", "--today", TODAY];
    let run = |arguments: &[&str]| desk.run(&[arguments, &board].concat());
    let made = run(&["away", "form", "--person", "Amina Yusuf", "--as", "email", "--out", "form.txt"]);
    assert_eq!((made.code, made.error.as_str()), (0, ""));
    let form = std::fs::read_to_string(desk.at("form.txt")).unwrap();
    let filled = form.replacen("\nDate:\n", "\nDate: 18 November\n", 1).replacen(
        "\nVoice 1:\n",
        "\nVoice 1: I moved three times.\n",
        1,
    );
    std::fs::write(desk.at("reply.txt"), filled.replace('\n', "\r\n> ")).unwrap();
    let heard = desk.rows("voices").len();

    let dry = run(&["away", "import", "reply.txt", "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.error);
    assert!(dry.out.contains("a voice: 1 new"), "{}", dry.out);
    assert_eq!(desk.rows("voices").len(), heard, "a dry run writes nothing");
    let done = run(&["away", "import", "reply.txt"]);
    assert!(done.out.ends_with("Imported: 2 new, 0 changed.\n"), "{}{}", done.out, done.error);
    assert_eq!(desk.rows("voices").len(), heard + 1);
    assert_refused(
        &run(&["away", "import", "reply.txt"]),
        "This event was imported already on Sunday 22 November 2026, and nothing in it is new.",
    );

    let file = run(&["away", "form", "--person", "Amina Yusuf", "--out", "event.pledge-event"]);
    assert_eq!(file.code, 0, "{}", file.error);
    assert_refused(
        &run(&["away", "import", "event.pledge-event"]),
        "Nothing is written in this event yet. Fill it in, then import it.",
    );
    assert_refused(
        &run(&["away", "form", "--person", "Nobody", "--out", "x.txt"]),
        "Nobody on this board is called “Nobody”.",
    );
    let sound = run(&["check"]);
    assert_eq!(sound.code, 0, "{}", sound.out);
}

#[test]
fn readability_lists_what_is_missing_or_hard_and_says_so_by_its_exit_code() {
    let desk = Desk::with_sample();
    let asked = |more: &[&str]| {
        let basic =
            ["readability", "--board", "a.pledgeboard", "--report", "child-promises", "--today", TODAY];
        desk.run(&[&basic[..], more].concat())
    };
    let lines = asked(&[]);
    assert_eq!(lines.code, 1);
    assert!(lines.error.contains("texts are missing or may be hard for a child."), "{}", lines.error);
    assert!(lines.out.contains("Promise 7: We will: nothing is written yet."), "{}", lines.out);
    let json = asked(&["--format", "json"]);
    assert_eq!(json.code, 1);
    let found: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(found["title"], "How are we doing with our promises?");
    assert!(!found["missing"].as_array().unwrap().is_empty());
    assert_eq!(desk.run(&["readability", "--board", "a.pledgeboard", "--report", "agenda"]).code, 2);
}

#[test]
fn a_document_comes_in_the_forms_that_it_has() {
    let desk = Desk::with_sample();
    let export = |document: &str, format: &str| {
        let (basic, out) = (["--board", "a.pledgeboard", "--today", TODAY], format!("{document}.{format}"));
        let arguments = [&["export", document, "--format", format, "--out", &out], &basic[..]].concat();
        (desk.run(&arguments), std::fs::read_to_string(desk.at(&out)).unwrap_or_default())
    };
    for document in ["agenda", "minutes", "action-log", "child-promises", "child-meeting"] {
        let (answer, page) = export(document, "html");
        assert_eq!(answer.code, 0, "{}", answer.error);
        assert!(page.starts_with("<!doctype html>") && page.contains("</html>"), "{document}");
    }
    for document in ["agenda", "minutes", "action-log"] {
        let (answer, _) = export(document, "docx");
        assert_eq!(answer.code, 0, "{}", answer.error);
        assert!(
            std::fs::read(desk.at(&format!("{document}.docx"))).unwrap().starts_with(b"PK"),
            "{document}"
        );
    }
    let (answer, rows) = export("action-log", "json");
    assert_eq!(answer.code, 0, "{}", answer.error);
    let rows: Vec<Value> = serde_json::from_str(&rows).unwrap();
    assert!(rows.len() == 45 && rows.iter().all(|row| row["Reference"].is_string()), "{rows:?}");
    let (answer, rows) = export("action-log", "csv");
    assert_eq!(answer.code, 0, "{}", answer.error);
    assert!(rows.starts_with("\u{feff}Reference,From,State,What,"), "{rows}");
    assert_eq!(rows.lines().filter(|line| line.starts_with("A2")).count(), 45);
    let (answer, _) = export("event-sheet", "csv");
    assert_eq!(answer.code, 1);
    assert!(answer.error.contains("There is no CSV of the event sheet"), "{}", answer.error);
}

#[test]
fn a_champions_reminders_are_written_for_their_calendar() {
    let desk = Desk::with_sample();
    let export = |more: &[&str]| {
        let basic = ["export", "reminders", "--board", "a.pledgeboard", "--out", "r.ics", "--today", TODAY];
        desk.run(&[&basic[..], more].concat())
    };
    let made = export(&["--person", "cllr sam okafor", "--format", "ics"]);
    assert_eq!(made.code, 0, "{}", made.error);
    let file = std::fs::read_to_string(desk.at("r.ics")).unwrap();
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
    assert!(file.contains("DTSTART:20261203T173000Z") && file.contains("CLASS:PRIVATE"), "{file}");
    std::fs::remove_file(desk.at("r.ics")).unwrap();
    for (more, sentence) in [
        (
            &["--person", "Nobody"][..],
            "Nobody on this board is called “Nobody”. Give the name as the board prints it.",
        ),
        (
            &["--person", "Colin Webb"],
            "Colin Webb links to no theme as Link Champion, so there is nothing to remind them of. Assign a theme under Board.",
        ),
        (
            &["--audience", "public"],
            "There is no edition of the Link Champion’s reminders for the public. Choose members.",
        ),
        (
            &["--format", "csv"],
            "There is no CSV of the Link Champion’s reminders for members. Choose calendar or PDF.",
        ),
    ] {
        assert_refused(&export(more), sentence);
    }
    assert!(!desk.at("r.ics").exists());
}

#[test]
fn a_self_assessment_is_the_newest_or_that_of_a_year() {
    let desk = Desk::with_sample();
    let export = |year: &[&str], out: &str| {
        let mut arguments =
            vec!["export", "self-assessment", "--board", "a.pledgeboard", "--today", TODAY, "--out", out];
        arguments.extend(year);
        desk.run(&arguments)
    };
    for (year, out) in [(&[][..], "now.html"), (&["--year", "2025"][..], "then.html")] {
        let mut with = year.to_vec();
        with.extend(["--format", "html"]);
        assert_eq!(export(&with, out).code, 0);
    }
    let read = |name: &str| std::fs::read_to_string(desk.at(name)).unwrap();
    assert!(read("now.html").contains("The board has judged 12 of 19 statements so far."));
    assert!(read("then.html").contains("The board has judged all 19 statements."));
    assert_refused(
        &export(&["--year", "2020"], "none.pdf"),
        "There is no self-assessment of 2020. Choose another year.",
    );
}
