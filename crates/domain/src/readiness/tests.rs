use uuid::Uuid;

use super::*;
use crate::{
    access::{Access, AccessKind},
    agenda_item::{ItemKind, Purpose, tests::item},
    group::tests::group,
    meeting::{MeetingState, tests::meeting},
    running_clock::{Speaker, running_clock},
};

fn day(m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, m, d).unwrap()
}

fn numbered(mut items: Vec<AgendaItem>) -> Vec<AgendaItem> {
    for (n, item) in items.iter_mut().enumerate() {
        item.id = Uuid::from_u128(n as u128 + 1).into();
    }
    items
}

fn children() -> AgendaItem {
    AgendaItem {
        purpose: Purpose::Listen,
        presented_by: Speaker::YoungPeople,
        lead_words: "Two young representatives".into(),
        ..item(ItemKind::ChildrenTold)
    }
}

fn report() -> AgendaItem {
    AgendaItem { purpose: Purpose::Check, lead_words: "Head of Placements".into(), ..item(ItemKind::Report) }
}

fn paper(pages: i64) -> Paper {
    Paper {
        id: Uuid::from_u128(9).into(),
        version: 1,
        title: "Homes near school".into(),
        plain_summary: String::new(),
        file_name: "homes.pdf".into(),
        hash: "x".into(),
        bytes: 1,
        pages,
        access: Access::open(),
        added_on: day(11, 1),
    }
}

fn look(items: Vec<AgendaItem>, papers: &[Paper], today: NaiveDate) -> Vec<ReadyPoint> {
    look_with(&[], items, papers, today)
}

fn look_with(
    groups: &[Group],
    items: Vec<AgendaItem>,
    papers: &[Paper],
    today: NaiveDate,
) -> Vec<ReadyPoint> {
    let items = numbered(items);
    let mut held = meeting(MeetingState::AgendaDrafted, day(12, 3));
    held.ends = chrono::NaiveTime::from_hms_opt(18, 0, 0);
    let slots: Vec<_> = items.iter().map(AgendaItem::slot).collect();
    let clock = running_clock(held.starts, held.ends, &slots);
    readiness(&Draft {
        standing: Standing::StatutoryCommittee,
        meeting: &held,
        items: &items,
        papers,
        clock: &clock,
        quorum: Quorum { needed: 4, there: 9 },
        clear_days: 5,
        paper_pages: Some(4),
        publish_by: day(11, 25),
        today,
        groups,
    })
}

fn says(points: &[ReadyPoint], state: PointState, words: &str) -> bool {
    points.iter().any(|point| point.state == state && point.words.contains(words))
}

#[test]
fn an_empty_agenda_cannot_be_published() {
    assert!(is_blocked(&look(vec![], &[], day(11, 22))));
}

#[test]
fn a_good_agenda_is_ready_all_the_way_down() {
    let points = look(
        vec![
            item(ItemKind::Welcome),
            children(),
            AgendaItem { papers: vec![Uuid::from_u128(9).into()], presenting_minutes: 2, ..report() },
        ],
        &[paper(4)],
        day(11, 22),
    );
    assert!(points.iter().all(|point| point.state == PointState::Ready), "{points:#?}");
    assert!(says(&points, PointState::Ready, "Publish by Wednesday 25 November 2026 (5 clear days)"));
}

#[test]
fn a_missing_lead_or_time_is_named_by_its_item() {
    let no_time = AgendaItem { presenting_minutes: 0, discussing_minutes: 0, ..report() };
    let points = look(
        vec![children(), AgendaItem { lead_words: String::new(), ..report() }, no_time],
        &[],
        day(11, 22),
    );
    assert!(says(&points, PointState::Advice, "Item 2 has no lead yet."), "{points:#?}");
    assert!(says(&points, PointState::Advice, "Item 3 has no minutes yet."));
    assert!(!is_blocked(&points), "advice is no block");
    let election = AgendaItem { purpose: Purpose::Decide, ..item(ItemKind::Election) };
    assert!(!says(&look(vec![election], &[], day(11, 22)), PointState::Advice, "no lead"));
}

#[test]
fn children_come_before_reports() {
    let points = look(vec![report(), children()], &[], day(11, 22));
    assert!(says(&points, PointState::Advice, "Item 1 is a report and comes before young people's item 2."));
    assert!(says(&look(vec![report()], &[], day(11, 22)), PointState::Advice, "be heard"));
}

#[test]
fn a_long_paper_and_a_missing_one_are_said() {
    let with = AgendaItem { papers: vec![Uuid::from_u128(9).into()], ..report() };
    let points = look(vec![children(), with, report()], &[paper(31)], day(11, 22));
    assert!(says(&points, PointState::Advice, "Item 2 paper is 31 pages. The board asked for 4."));
    assert!(says(&points, PointState::Advice, "Item 3 has no paper yet"));
}

#[test]
fn an_exempt_item_without_its_paragraph_blocks() {
    let access = |paragraphs: &[u8]| Access {
        access: AccessKind::Exempt,
        paragraphs: paragraphs.into(),
        access_reason: "It would name a home.".into(),
    };
    let private = |paragraphs| AgendaItem {
        access: access(paragraphs),
        public_title: "A report about a home".into(),
        ..report()
    };
    let wrong = look(vec![children(), private(&[])], &[], day(11, 22));
    assert!(is_blocked(&wrong));
    let right = look(vec![children(), private(&[1, 2])], &[], day(11, 22));
    assert!(says(&right, PointState::Ready, "Exempt item has its paragraph and public reason"));
    assert!(right.iter().any(|point| point.can_fix), "the resolution is missing");
    let whole = look(vec![children(), item(ItemKind::Exclusion), private(&[1])], &[], day(11, 22));
    assert!(says(&whole, PointState::Ready, "after the resolution"));
    let open = private(&[1]);
    let same = look(vec![AgendaItem { title: open.public_title.clone(), ..open }], &[], day(11, 22));
    assert!(says(&same, PointState::Advice, "Item 1 shows the public its whole title."));
    assert!(!is_blocked(&same), "many councils print it");
}

#[test]
fn time_and_notice_are_advice() {
    let long = AgendaItem { presenting_minutes: 40, discussing_minutes: 10, ..report() };
    let points = look(vec![children(), long], &[], day(11, 26));
    assert!(
        says(&points, PointState::Advice, "It runs 30 minutes past the planned end, 6pm."),
        "{points:#?}"
    );
    assert!(says(&points, PointState::Advice, "To publish it now, say why it is late."));
    assert!(!is_blocked(&points));
}

#[test]
fn the_progress_that_a_group_owes_is_looked_for_by_its_name() {
    let owes = |n, name: &str| Group { owes: "Who used the evening line".into(), ..group(n, name) };
    let groups = [owes(1, "Care Leavers' Forum"), owes(2, "Placements Group"), group(3, "Foster Carers")];
    let brought = AgendaItem { title: "The Care Leavers' Forum reports".into(), ..children() };
    let points = look_with(&groups, vec![children(), brought], &[], day(11, 22));
    assert!(
        says(&points, PointState::Ready, "Care Leavers' Forum brings the progress that it owes"),
        "{points:#?}"
    );
    let missing =
        "Placements Group owes each meeting progress, and no item names it yet: Who used the evening line";
    assert!(says(&points, PointState::Advice, missing));
    assert!(!points.iter().any(|point| point.words.contains("Foster Carers")), "it owes none");
    assert!(!is_blocked(&points), "a reminder is no block");
}
