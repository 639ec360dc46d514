//! Removing words for good from a script: looked for first, then taken out with a reason.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod desk;

use desk::{Desk, TODAY, assert_refused};

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
