//! Boards differ in their habits, and the documents follow them: numbered paragraphs, no minute numbers at all, no
//! times, points in a minute, the chair marked.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[allow(dead_code, reason = "these stories need only two of its documents")]
mod board;

use board::inputs::{agenda_input, minutes_input};
use pledgeboard_documents::{
    content::{agenda, minutes},
    text,
};
use pledgeboard_domain::Audience;

#[test]
fn paragraphs_are_numbered_alike_in_every_copy() {
    let mut input = minutes_input();
    input.board.minute_pattern = "{n}.{p}".into();
    for (n, minuted) in (20..).zip(&mut input.items) {
        if let Some(minute) = &mut minuted.minute {
            minute.number = n.to_string();
        }
    }
    let heard = input.items.iter_mut().find(|it| it.decisions.len() > 1).and_then(|it| it.minute.as_mut());
    if let Some(minute) = heard {
        minute.text = "The board heard of:\n• homes;\n• schools.\nIt asked why.".into();
    }
    for audience in [Audience::Public, Audience::Members] {
        let said = text(&minutes::build(&input, audience));
        assert!(
            said.contains("22.1 The board heard of:\n• homes;\n• schools.\n22.2 It asked why."),
            "{said}"
        );
        assert!(said.contains("22.3 RESOLVED:\n(a) "), "{said}");
        // The exempt item: what was resolved has the same number whether it may be read or not.
        assert!(said.contains("25.2 RESOLVED"), "{said}");
    }
}

#[test]
fn without_minute_numbers_the_items_number_stands_there() {
    let mut input = minutes_input();
    input.board.minute_pattern = String::new();
    for minute in input.items.iter_mut().filter_map(|it| it.minute.as_mut()) {
        minute.number.clear();
    }
    let said = text(&minutes::build(&input, Audience::Public));
    let first = &input.items[0].item;
    assert!(said.contains(&format!("\n{}. {}\n", first.number, first.title)), "{said}");
}

#[test]
fn whoever_takes_the_chair_comes_first_and_is_marked() {
    let mut input = minutes_input();
    let vice =
        input.attendances.iter().rfind(|it| it.is_in_the_room() && input.members.contains(&it.person_id));
    input.meeting.chair_id = vice.map(|it| it.person_id);
    let said = text(&minutes::build(&input, Audience::Public));
    assert!(said.contains("Members: Cllr Sam Okafor (in the chair, from item 2)"), "{said}");
}

#[test]
fn members_stand_in_the_order_of_their_seats() {
    let mut input = minutes_input();
    let before = text(&minutes::build(&input, Audience::Public));
    input.attendances.reverse();
    assert_eq!(present(&text(&minutes::build(&input, Audience::Public))), present(&before));
}

/// Who was there, up to those who sent apologies.
fn present(said: &str) -> &str {
    let from = said.find("Members: ").unwrap_or_default();
    &said[from..said.find("Apologies: ").unwrap_or(said.len())]
}

#[test]
fn a_public_reason_begins_as_a_sentence() {
    let mut input = agenda_input();
    for published in &mut input.content.items {
        published.item.access.access_reason = "it would name a home".into();
    }
    let said = text(&agenda::build(&input, Audience::Public));
    assert!(said.contains(" Act 1972). It would name a home."), "{said}");
}

#[test]
fn an_agenda_without_minutes_has_no_times() {
    let mut input = agenda_input();
    for published in &mut input.content.items {
        published.item.presenting_minutes = 0;
        published.item.discussing_minutes = 0;
    }
    let said = text(&agenda::build(&input, Audience::Public));
    assert!(said.contains("Item | What | Purpose | Who leads\n"), "{said}");
    assert!(!said.contains("0 minutes"), "{said}");
}
