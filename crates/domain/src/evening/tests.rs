use uuid::Uuid;

use super::*;
use crate::{
    attendance::AttendanceStatus,
    id::{AttendanceId, SeatId, TermOfOfficeId},
    meeting::tests::meeting,
};

fn day(m: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, m, 8).unwrap()
}

fn at(h: u32, m: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(h, m, 0).unwrap()
}

fn person(n: u128, name: &str, role: Role) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(n)),
        version: 1,
        title: String::new(),
        name: name.into(),
        organisation: String::new(),
        job: "Social worker".into(),
        brings: String::new(),
        roles: vec![role],
        first_name: String::new(),
        name_agreed_on: None,
        name_agreed_with: String::new(),
        email: String::new(),
        phone: String::new(),
        left_on: None,
    }
}

fn seat(n: u128, role: Role) -> (Seat, TermOfOffice) {
    let seat = Seat {
        id: SeatId(Uuid::from_u128(n)),
        version: 1,
        name: format!("Seat {n}"),
        role,
        organisation: String::new(),
        counts_for_quorum: role.is_councillor(),
        position: i64::try_from(n).unwrap(),
        closed_on: None,
    };
    let term = TermOfOffice {
        id: TermOfOfficeId(Uuid::from_u128(n)),
        version: 1,
        seat_id: seat.id,
        person_id: PersonId(Uuid::from_u128(n)),
        from: day(1),
        to: None,
    };
    (seat, term)
}

#[test]
fn a_meeting_starts_once_and_only_from_a_published_agenda() {
    let mut it = meeting(MeetingState::AgendaDrafted, day(10));
    assert_eq!(it.start(at(17, 32)).unwrap_err().message, "Publish the agenda before you start the meeting.");
    assert!(it.end(at(19, 0)).is_err());
    it.state = MeetingState::AgendaPublished;
    it.start(at(17, 32)).unwrap();
    assert!(it.start(at(17, 33)).is_err() && it.is_under_way());
    assert_eq!(it.clone().end(at(17, 0)).unwrap_err().field, Some("ended_at"));
    it.end(at(19, 20)).unwrap();
    assert_eq!((it.state, it.ended_at), (MeetingState::Held, Some(at(19, 20))));
    assert!(it.turn_to(AgendaItemId(Uuid::nil())).is_err());
}

#[test]
fn apologies_come_early_and_are_locked_with_the_minutes() {
    assert!(meeting(MeetingState::Planned, day(10)).attendance_open().is_ok());
    assert!(meeting(MeetingState::MinutesApproved, day(10)).attendance_open().is_err());
}

#[test]
fn only_a_meeting_that_has_begun_closes_actions() {
    let mut it = meeting(MeetingState::AgendaPublished, day(10));
    assert!(it.may_close_actions().is_err());
    it.start(at(17, 30)).unwrap();
    assert!(it.may_close_actions().is_ok());
    it.state = MeetingState::MinutesApproved;
    assert!(it.may_close_actions().is_err());
}

#[test]
fn an_item_is_deferred_to_a_later_agenda_that_is_still_a_draft() {
    let tonight = meeting(MeetingState::AgendaPublished, day(10));
    let other =
        |n: u128, state, month| Meeting { id: MeetingId(Uuid::from_u128(n)), ..meeting(state, day(month)) };
    let meetings = [
        tonight.clone(),
        other(1, MeetingState::AgendaPublished, 11),
        other(2, MeetingState::Planned, 12),
        other(3, MeetingState::Planned, 9),
    ];
    assert_eq!(next_to_take_items(&tonight, &meetings).unwrap().id, meetings[2].id);
    assert!(meetings[1].takes_deferred_items(&tonight).unwrap_err().message.contains("late item"));
    assert!(meetings[3].takes_deferred_items(&tonight).is_err());
    assert!(tonight.takes_deferred_items(&tonight).is_err());
}

#[test]
fn members_come_first_and_officers_never_count() {
    let people = [
        person(3, "Zoe", Role::Officer),
        person(2, "Young representative 1", Role::YoungRepresentative),
        person(1, "Amina", Role::Chair),
        person(4, "Ben", Role::Partner),
        person(9, "Adam", Role::Officer),
    ];
    let (seats, terms): (Vec<_>, Vec<_>) =
        [seat(1, Role::Chair), seat(3, Role::Director), seat(4, Role::Partner)].into_iter().unzip();
    let found = expected(&people, &seats, &terms, day(6));
    let order: Vec<u128> = found.iter().map(|it| it.person_id.0.as_u128()).collect();
    assert_eq!(order, [1, 4, 2, 3, 9]);
    assert_eq!(found.iter().filter(|it| it.counts).count(), 1);
    assert_eq!((found[0].seat.as_str(), found[4].seat.as_str()), ("Seat 1", "Social worker"));
    let without_seats = expected(&people, &[], &[], day(6));
    assert_eq!(without_seats.iter().filter(|it| it.part == Part::Member && it.counts).count(), 1);
}

#[test]
fn the_quorum_is_said_in_words() {
    assert_eq!(
        Quorum { needed: 4, there: 6 }.words(),
        "There is a quorum: 6 members are here, and 4 are needed."
    );
    assert_eq!(
        Quorum { needed: 4, there: 1 }.words(),
        "No quorum: 1 member is here, and 4 are needed. Decisions would not stand."
    );
}

#[test]
fn nobody_leaves_before_they_come() {
    let order = [1, 2].map(|n| AgendaItemId(Uuid::from_u128(n)));
    let mut it = Attendance {
        id: AttendanceId(Uuid::nil()),
        version: 1,
        meeting_id: MeetingId(Uuid::nil()),
        person_id: PersonId(Uuid::nil()),
        status: AttendanceStatus::Present,
        substitute_for_id: None,
        from_item_id: Some(order[1]),
        to_item_id: Some(order[0]),
        interests: vec![],
    };
    let fits = |it: &Attendance| attendance_fits(it, MeetingId(Uuid::nil()), &order);
    assert_eq!(fits(&it).unwrap_err().field, Some("to_item_id"));
    it.to_item_id = Some(order[1]);
    assert!(fits(&it).is_ok());
    it.to_item_id = Some(AgendaItemId(Uuid::from_u128(9)));
    assert!(fits(&it).is_err());
}
