//! Minutes follow the conventions: who was there, the resolution to exclude, the proper officer's summary, corrections.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[allow(dead_code, reason = "these stories need only one of its documents")]
mod board;

use board::inputs::minutes_input;
use board::records::{actions, attends, day, id};
use pledgeboard_documents::{content::minutes, content::minutes::MinutesInput, text};
use pledgeboard_domain::{
    Access, AttendanceStatus, Audience, ItemKind, MeetingState, Standing,
    id::{AgendaItemId, MeetingId, PersonId},
};

const RESOLUTION: &str = "RESOLVED: That under section 100A(4) of the Local Government Act 1972 the public be excluded \
                          from the meeting for item 6 (paragraphs 1 and 2),";

fn said(input: &MinutesInput, audience: Audience) -> String {
    text(&minutes::build(input, audience))
}

#[test]
fn the_head_lists_everyone_in_their_part() {
    let mut input = minutes_input();
    let mut stands_in = attends(107, AttendanceStatus::Substitute);
    stands_in.substitute_for_id = Some(PersonId(id(101)));
    input.attendances[0].status = AttendanceStatus::Apologies;
    input.attendances.retain(|it| it.person_id != PersonId(id(107)));
    input.attendances.push(stands_in);
    let said = said(&input, Audience::Public);
    let head = "Present\nMembers: Cllr Sam Okafor (from item 2)\nSubstitutes: Cllr Dai Pŵel (for Cllr Amina Yusuf)\n\
                Young representatives: Kai\nTwo young representatives\n\
                In attendance: Ruth Bell, Director of Children’s Services\nApologies: Cllr Amina Yusuf, Chair\n";
    assert!(said.contains(head), "{said}");
}

#[test]
fn the_resolution_to_exclude_is_written_from_the_items() {
    let mut input = minutes_input();
    // No item moves it: it stands before the first item that needs it.
    let before = said(&input, Audience::Public);
    let (resolved, closed) = (before.find(RESOLUTION).unwrap(), before.find("A placement").unwrap());
    assert!(resolved < closed && before[..resolved].ends_with("Exclusion of the public\n"), "{before}");

    // An item moves it, and nobody typed the words.
    input.items[4].item.kind = ItemKind::Exclusion;
    input.items[4].item.title = "Exclusion of the public".into();
    let moved = said(&input, Audience::Public);
    assert_eq!(moved.matches("under section 100A(4)").count(), 1);
    assert!(moved.find(RESOLUTION).unwrap() > moved.find("CPB 18/26: Exclusion of the public").unwrap());

    // What was put off was not taken in private, and what was opened needs no resolution.
    input.items[5].item.deferred_to_id = Some(MeetingId(id(11)));
    assert!(!said(&input, Audience::Public).contains("100A(4)"));
    input.items[5].item.deferred_to_id = None;
    input.items[5].item.access = Access::open();
    assert!(!said(&input, Audience::Public).contains("100A(4)"));
}

#[test]
fn whoever_does_not_get_a_private_part_gets_the_proper_officers_summary() {
    let label = "Summary by the proper officer (Local Government Act 1972, section 100C(2)):";
    let mut input = minutes_input();
    let public = said(&input, Audience::Public);
    assert!(public.contains(&format!("{label}\nThe board agreed how to proceed with one placement.")));
    // A private part may stand under an item that is open.
    let minute = input.items[2].minute.as_mut().unwrap();
    minute.private_text = "One school was named.".into();
    minute.officer_summary = "One example was given in private.".into();
    let public = said(&input, Audience::Public);
    assert!(public.contains(&format!("{label}\nOne example was given in private.")), "{public}");
    assert!(!public.contains("One school was named."));
    let members = said(&input, Audience::Members);
    assert!(members.contains("One school was named.") && !members.contains("One example was given"));

    input.board.standing = Standing::NonStatutoryBoard;
    assert!(said(&input, Audience::Public).contains("Summary by the proper officer:\n"));
}

#[test]
fn a_draft_says_where_the_summary_is_still_to_be_written() {
    let mut input = minutes_input();
    input.meeting.state = MeetingState::MinutesDrafted;
    let minute = input.items[5].minute.as_mut().unwrap();
    (minute.text, minute.officer_summary) = (String::new(), String::new());
    let missing = "The proper officer’s summary of this item is still to be written.";
    assert!(said(&input, Audience::Public).contains(missing));
    assert!(!said(&input, Audience::Members).contains(missing));
}

#[test]
fn corrections_are_dated_notes_that_name_their_minute() {
    let mut input = minutes_input();
    let public = said(&input, Audience::Public);
    assert!(public.contains("These minutes were corrected on 20 December 2026. The notes are at the end."));
    assert!(public.contains("Sunday 20 December 2026, minute CPB 16/26. For 11% read 10%."), "{public}");
    assert!(public.find("Close\n").unwrap() < public.find("Corrections\n").unwrap());
    assert!(public.contains("The board heard that 11% moved"), "the minutes stand as they were approved");
    // Of a closed item, the public is not even told that it was corrected.
    input.corrections[0].agenda_item_id = Some(AgendaItemId(id(206)));
    let public = said(&input, Audience::Public);
    assert!(!public.contains("corrected") && !public.contains("10%"), "{public}");
    assert!(said(&input, Audience::Members).contains("minute CPB 19/26. For 11% read 10%."));
}

#[test]
fn what_the_board_closed_is_minuted_under_the_actions() {
    let mut input = minutes_input();
    input.closed = vec![actions().remove(3), actions().remove(1)];
    let closed = "Closed by the board at this meeting:\n• A26-004: Open the bike shed on Saturdays.\n";
    let public = said(&input, Audience::Public);
    assert!(
        public.contains(&format!("{closed}• A26-002: Not for publication: paragraphs 1 and 2\n")),
        "{public}"
    );
    assert!(public.find("CPB 17/26: Actions").unwrap() < public.find(closed).unwrap());
    assert!(said(&input, Audience::Members).contains("• A26-002: Find a home for one young person."));
}

#[test]
fn approved_minutes_close_with_the_time_the_day_and_the_chair() {
    let mut input = minutes_input();
    input.meeting.approved_on = Some(day(12, 17));
    let said = said(&input, Audience::Public);
    let close = "Close\nThe meeting ended at 7:15pm.\nApproved as a correct record on Thursday 17 December 2026, \
                 signed by the chair, Cllr Amina Yusuf.";
    assert!(said.contains(close), "{said}");
}
