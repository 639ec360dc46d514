//! The poster, and the edition for care leavers.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
#![expect(dead_code, reason = "the small board serves other tests as well")]

mod board;

use board::inputs::{child_meeting_input, child_promises_input, poster_input};
use board::records::exempt;
use pledgeboard_documents::content::poster::{PosterInput, fitted};
use pledgeboard_documents::content::{AnsweredVoice, Edition, child_meeting, child_promises};
use pledgeboard_documents::{page_count, text};
use pledgeboard_domain::{AnswerKind, Audience, Share};

fn said(input: &PosterInput) -> String {
    text(&fitted(input).unwrap().document)
}

/// One that may hang on a wall.
fn shared() -> AnsweredVoice {
    let mut all = poster_input().answered;
    all.retain(|it| it.voice.may_be_printed_for(Audience::Children) && it.voice.is_quote);
    all.swap_remove(0)
}

#[test]
fn a_poster_is_one_page_however_much_there_is_to_tell() {
    let mut input = poster_input();
    input.answered = vec![shared(); 40];
    for answered in &mut input.answered {
        answered.voice.words =
            "I want to see my brother and my two sisters more than once in a month. ".repeat(2);
    }
    let poster = fitted(&input).unwrap();
    assert_eq!(page_count(&poster.document).unwrap(), 1);
    let shown = text(&poster.document).matches("You said\n").count();
    assert!(shown >= 2, "only {shown} fit");
    // The promise's own line counts too.
    assert_eq!(poster.left_out, 41 - shown);
}

#[test]
fn a_deed_comes_before_words_and_what_is_still_open_does_not_hang() {
    let mut input = poster_input();
    input.promises.clear();
    let [mut no, done, mut open] = [shared(), shared(), shared()];
    no.deed = None;
    no.answer.kind = AnswerKind::NoBecause;
    no.answer.plain_text = "No. The law does not let us.".into();
    open.deed = None;
    open.answer.kind = AnswerKind::Action;
    open.answer.plain_text = "We will ask the bus company.".into();
    input.answered = vec![no, done, open];
    let said = said(&input);
    let place = |words: &str| said.find(words).unwrap_or_else(|| panic!("no {words} in {said}"));
    assert!(place("nine times out of ten") < place("No. The law does not let us."));
    assert!(!said.contains("bus company"));
}

#[test]
fn nothing_private_sensitive_or_in_an_adults_words_hangs_on_a_wall() {
    let with = |change: fn(&mut AnsweredVoice)| {
        let mut input = poster_input();
        input.promises.clear();
        let mut answered = shared();
        answered.voice.words = "zqwords".into();
        change(&mut answered);
        input.answered = vec![answered];
        said(&input)
    };
    assert!(with(|_| ()).contains("zqwords"));
    for change in [
        (|it| it.voice.sensitive = true) as fn(&mut AnsweredVoice),
        |it| it.voice.share = Share::BoardOnly,
        |it| it.voice.is_quote = false,
        |it| it.access = exempt(),
    ] {
        assert!(!with(change).contains("zqwords"));
    }
}

#[test]
fn an_empty_board_still_has_a_poster_that_says_so() {
    let input = PosterInput { answered: vec![], promises: vec![], ..poster_input() };
    assert!(said(&input).contains("We are still working on what you told us."));
}

#[test]
fn care_leavers_read_the_same_in_an_adult_tone() {
    let children = text(&child_promises::build(&child_promises_input(), Audience::Children));
    let mut input = child_promises_input();
    input.edition = Edition::CareLeavers;
    let grown = text(&child_promises::build(&input, Audience::Children));
    for same in ["You moved home too often.", "Your social worker will ask you before you move."] {
        assert!(children.contains(same) && grown.contains(same), "{same}");
    }
    assert!(grown.contains("For care leavers") && !grown.contains("For children"));
    for childish in ["Hard words", "Tell an adult you trust", "Childline"] {
        assert!(children.contains(childish) && !grown.contains(childish), "{childish}");
    }
    let mut meeting = child_meeting_input();
    meeting.edition = Edition::CareLeavers;
    let grown = text(&child_meeting::build(&meeting, Audience::Children));
    assert!(!grown.contains("We did our jobs") && !grown.contains("We made a choice"));
}
