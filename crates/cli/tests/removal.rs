//! Personal data from a script: words are looked for first, then taken out with a reason; what is past its years goes by a
//! rule; what is held about somebody is written down.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod desk;

use desk::{Desk, TODAY, assert_refused};
use serde_json::Value;

#[test]
fn words_are_looked_for_and_then_removed_with_a_reason() {
    let desk = Desk::with_sample();
    std::fs::write(desk.at("words.txt"), "smells nice\n").unwrap();
    let remove = |more: &[&str]| {
        let basic = ["remove-for-good", "--board", "a.pledgeboard", "--words-file", "words.txt"];
        desk.run(&[&basic[..], &["--today", TODAY], more].concat())
    };
    let looked = remove(&[]);
    assert_eq!(looked.code, 0, "{}", looked.error);
    assert!(looked.out.contains("voice: 1 record"), "{}", looked.out);
    assert!(looked.out.contains("Nothing was changed."), "{}", looked.out);

    assert_refused(&remove(&["--why", " "]), "Enter why it has to go.");
    let gone = remove(&["--why", "Somebody asked to be forgotten."]);
    assert_eq!(gone.code, 0, "{}", gone.error);
    assert_eq!(remove(&[]).out, "These words stand nowhere on the board.\n");
    assert_eq!(desk.rows("voices").len(), 60, "what else they said stays");
    let board = std::fs::read(desk.at("a.pledgeboard")).unwrap();
    assert!(!String::from_utf8_lossy(&board).contains("smells nice"));
    assert_eq!(desk.run(&["check", "--board", "a.pledgeboard", "--today", TODAY]).code, 0);
}

#[test]
fn what_is_past_its_years_is_listed_and_goes_by_the_rule() {
    let desk = Desk::with_sample();
    let later = |more: &[&str]| {
        desk.run(&[&["retention", "--board", "a.pledgeboard", "--today", "2040-01-01"], more].concat())
    };
    assert_eq!(later(&[]).out, "This board has no rule: everything is kept without limit.\n");
    let short = later(&["--keep", "papers=5"]);
    assert_refused(
        &short,
        "A committee’s reports stay open to inspection for six years (Local Government Act 1972, section 100C).",
    );
    assert_eq!(later(&["--keep", "heard=5"]).code, 2);
    let listed = later(&["--keep", "said=6"]);
    assert!(
        listed.out.starts_with("what children and young people said (said): kept for 6 years\n"),
        "{}",
        listed.out
    );
    assert!(
        listed.out.contains("[may go]") && listed.out.contains("[It has no answer yet.]"),
        "{}",
        listed.out
    );
    assert_eq!(later(&[]).out, listed.out, "listing changes nothing");
    let due = |answer: &str| -> Vec<Value> {
        let data: Value = serde_json::from_str(answer).unwrap();
        data["due"].as_array().unwrap().iter().filter(|it| it["held"].is_null()).cloned().collect()
    };
    let before = due(&later(&["--format", "json"]).out);
    assert!(!before.is_empty());
    assert_eq!(later(&["--remove"]).code, 0);
    assert_eq!(due(&later(&["--format", "json"]).out), [] as [Value; 0]);
    assert_eq!(
        later(&["--keep", "said=always"]).out,
        "This board has no rule: everything is kept without limit.\n"
    );
    assert_eq!(desk.run(&["check", "--board", "a.pledgeboard", "--today", "2040-01-01"]).code, 0);
}

#[test]
fn what_is_held_about_somebody_is_written_down() {
    let desk = Desk::with_sample();
    let disclose = |more: &[&str]| {
        desk.run(&[&["disclose", "--board", "a.pledgeboard", "--today", TODAY], more].concat())
    };
    let name = desk.rows("people")[0]["name"].as_str().unwrap().to_owned();
    let told = disclose(&["--person", &name, "--format", "json", "--out", "it.json"]);
    assert!(
        told.out.starts_with(&format!("What the board holds about {name} is in it.json: ")),
        "{}",
        told.out
    );
    let data: Value = serde_json::from_slice(&std::fs::read(desk.at("it.json")).unwrap()).unwrap();
    assert_eq!(data["about"], name.as_str());
    std::fs::write(desk.at("words.txt"), "smells nice\n").unwrap();
    assert_eq!(disclose(&["--words-file", "words.txt", "--out", "it.pdf"]).code, 0);
    assert!(std::fs::read(desk.at("it.pdf")).unwrap().starts_with(b"%PDF"));
    assert_refused(
        &disclose(&["--person", "Nobody", "--out", "no.pdf"]),
        "Nobody on this board is called “Nobody”. Write the whole name.",
    );
    assert!(!desk.at("no.pdf").exists());
}
