use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::{
    agenda_item::Purpose,
    attendance::{Interest, InterestKind},
    id::{AttendanceId, DecisionId, MeetingId, MinuteId},
    meeting::{MeetingState, tests::meeting},
    minute::{Minute, missing},
    person::Role,
    running_clock::Speaker,
};

fn id(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 8).unwrap()
}

fn person(n: u128, name: &str, role: Role, first_name: &str) -> Person {
    Person {
        id: id(n),
        version: 1,
        title: String::new(),
        name: name.into(),
        organisation: String::new(),
        job: String::new(),
        brings: String::new(),
        roles: vec![role],
        first_name: first_name.into(),
        name_agreed_on: Some(day()).filter(|_| !first_name.is_empty()),
        name_agreed_with: String::new(),
        email: String::new(),
        phone: String::new(),
        left_on: None,
    }
}

fn expected(n: u128, part: Part) -> Expected {
    Expected { person_id: id(n), part, seat: String::new(), counts: part == Part::Member }
}

fn attends(n: u128, status: AttendanceStatus) -> Attendance {
    Attendance {
        id: AttendanceId(Uuid::from_u128(n)),
        version: 1,
        meeting_id: MeetingId(Uuid::nil()),
        person_id: id(n),
        status,
        substitute_for_id: None,
        from_item_id: None,
        to_item_id: None,
        interests: vec![],
    }
}

fn item(n: u128, number: &str) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId(Uuid::from_u128(n)),
        version: 1,
        meeting_id: MeetingId(Uuid::nil()),
        position: 0,
        number: number.into(),
        title: "Telling schools".into(),
        public_title: String::new(),
        kind: ItemKind::Theme,
        purpose: Purpose::Lead,
        presenting_minutes: 5,
        discussing_minutes: 10,
        presented_by: Speaker::Officer,
        lead_id: Some(id(1)),
        lead_words: String::new(),
        access: Access::open(),
        summary: String::new(),
        plain_summary: String::new(),
        questions: vec![],
        background: vec![],
        papers: vec![],
        voices: vec![],
        promises: vec![],
        actions: vec![],
        internal_notes: "Ask gently.".into(),
        since_version: 1,
        urgency_reason: String::new(),
        withdrawn_reason: String::new(),
        deferred_to_id: None,
        minutes_of_id: None,
        topic_id: None,
    }
}

#[test]
fn minutes_print_who_came_and_what_was_resolved() {
    let mut held = meeting(MeetingState::MinutesDrafted, day());
    held.chair_comments = "Shorten item 2.".into();
    let items = [item(2, "2"), item(1, "1")];
    let people = [
        person(1, "Cllr Amina Yusuf", Role::Chair, ""),
        person(2, "Young representative 1", Role::YoungRepresentative, "Sam"),
        person(3, "Young representative 2", Role::YoungRepresentative, ""),
        person(4, "Young representative 3", Role::YoungRepresentative, ""),
        person(5, "Ben Hall", Role::Officer, ""),
        person(6, "Cllr Price", Role::Councillor, ""),
    ];
    let order = [
        expected(1, Part::Member),
        expected(6, Part::Member),
        expected(2, Part::YoungRepresentative),
        expected(3, Part::YoungRepresentative),
        expected(4, Part::YoungRepresentative),
        expected(5, Part::InAttendance),
    ];
    let mut came: Vec<Attendance> = [5, 4, 3, 2, 1].map(|n| attends(n, AttendanceStatus::Present)).into();
    came[0].from_item_id = Some(items[0].id);
    came[4].interests.push(Interest {
        agenda_item_id: Some(items[0].id),
        kind: InterestKind::NonRegistrable,
        nature: "Governor of the school".into(),
        left_room: false,
    });
    came.push(attends(6, AttendanceStatus::Apologies));
    let decisions = ["note the report", "write to every school"].map(|text| Decision {
        id: DecisionId(Uuid::nil()),
        version: 1,
        agenda_item_id: items[0].id,
        position: 1,
        text: text.into(),
        plain_text: String::new(),
        mover_id: Some(id(1)),
        seconder_id: None,
        votes: vec![],
    });
    let made = content(&MinutesRecords {
        meeting: held,
        themes: vec![],
        items: items.to_vec(),
        minutes: vec![],
        decisions: decisions.to_vec(),
        actions: vec![],
        elsewhere: vec![],
        attendances: came,
        expected: order.to_vec(),
        people: people.to_vec(),
        corrections: vec![],
        meetings: vec![],
    });
    assert_eq!(made.young_representatives, "Sam and two young representatives");
    assert_eq!(made.members.len(), 1);
    assert_eq!(
        (made.in_attendance[0].name.as_str(), made.in_attendance[0].stayed.as_str()),
        ("Ben Hall", "from item 2")
    );
    assert_eq!(made.apologies, ["Cllr Price"]);
    assert_eq!(made.interests[0].item, "2");
    let letters: Vec<&str> = made.items[0].decisions.iter().map(|it| it.letter.as_str()).collect();
    assert_eq!(letters, ["(a)", "(b)"]);
    assert_eq!(made.items[0].decisions[0].mover, "Cllr Amina Yusuf");
    assert!(made.meeting.chair_comments.is_empty() && made.items[0].item.internal_notes.is_empty());
}

#[test]
fn what_is_missing_is_said_item_by_item() {
    let mut private = item(2, "7");
    private.access.access = crate::access::AccessKind::Exempt;
    let items = [item(1, "4"), private];
    let minutes = [Minute {
        id: MinuteId(Uuid::nil()),
        version: 1,
        agenda_item_id: items[1].id,
        number: String::new(),
        text: String::new(),
        private_text: "The home is inadequate.".into(),
        officer_summary: String::new(),
        plain_text: String::new(),
    }];
    let held = meeting(MeetingState::Held, day());
    let made = content(&MinutesRecords {
        meeting: held,
        themes: vec![],
        items: items.to_vec(),
        minutes: minutes.to_vec(),
        decisions: vec![],
        actions: vec![],
        elsewhere: vec![],
        attendances: vec![],
        expected: vec![],
        people: vec![],
        corrections: vec![],
        meetings: vec![],
    });
    let said: Vec<String> = missing(&made).into_iter().map(|(_, words)| words).collect();
    assert_eq!(
        said,
        [
            "Nobody is recorded as present.",
            "Item 4 has no minute.",
            "Item 4 has no plain words for children.",
            "Item 7 has nothing that the public may read. Write the proper officer's summary.",
        ]
    );
}
