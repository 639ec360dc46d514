use uuid::Uuid;

use super::*;
use crate::{
    id::{AssignmentId, TermOfOfficeId},
    person::Role,
};

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, d).unwrap()
}

fn id<Id: From<Uuid>>(n: u128) -> Id {
    Uuid::from_u128(n).into()
}

fn person(n: u128) -> Person {
    Person {
        id: id(n),
        version: 1,
        title: "Cllr".into(),
        name: "Tom Price".into(),
        organisation: String::new(),
        job: String::new(),
        brings: String::new(),
        roles: vec![Role::Councillor],
        first_name: String::new(),
        name_agreed_on: None,
        name_agreed_with: String::new(),
        email: String::new(),
        phone: String::new(),
        left_on: None,
    }
}

fn seat(n: u128, closed_on: Option<NaiveDate>) -> Seat {
    Seat {
        id: id(n),
        version: 1,
        name: "Police".into(),
        role: Role::Partner,
        organisation: "Anyshire Police".into(),
        counts_for_quorum: false,
        position: 1,
        closed_on,
    }
}

fn term(seat: u128, person: u128, from: u32, to: Option<u32>) -> TermOfOffice {
    TermOfOffice {
        id: TermOfOfficeId(Uuid::from_u128(seat * 100 + person)),
        version: 1,
        seat_id: id(seat),
        person_id: id(person),
        from: day(from),
        to: to.map(day),
    }
}

fn theme(n: u128) -> Theme {
    Theme {
        id: id(n),
        version: 1,
        name: "Being healthy".into(),
        child_name: String::new(),
        icon: String::new(),
        colour: String::new(),
        keywords: vec![],
        principles: vec![],
        questions: vec![],
        position: 1,
        retired_on: None,
    }
}

fn links(theme: u128, person: u128, from: u32, to: Option<u32>) -> Assignment {
    Assignment {
        id: AssignmentId(Uuid::from_u128(theme * 1000 + person)),
        version: 1,
        theme_id: id(theme),
        person_id: id(person),
        kind: ChampionKind::LinkChampion,
        from: day(from),
        to: to.map(day),
    }
}

#[test]
fn a_seat_is_empty_when_nobody_sits_there_that_day_and_it_still_stands() {
    let seats = [seat(1, None), seat(2, None), seat(3, Some(day(5)))];
    let terms = [term(1, 7, 1, Some(10)), term(2, 8, 1, None)];
    assert!(empty_seats(day(10), &seats, &terms).is_empty());
    let empty: Vec<_> = empty_seats(day(11), &seats, &terms).iter().map(|seat| seat.id).collect();
    assert_eq!(empty, [id(1)]);
    assert_eq!(sits_in(id(1), day(10), &terms).map(|term| term.person_id), Some(id(7)));
    assert_eq!(seats_of(id(8), day(9), &seats, &terms).count(), 1);
}

#[test]
fn a_theme_whose_link_champion_left_is_a_gap() {
    let themes = [theme(1), Theme { retired_on: Some(day(1)), ..theme(2) }];
    let assignments = [links(1, 7, 1, Some(14))];
    assert!(without_link_champion(day(14), &themes, &assignments).is_empty());
    assert_eq!(without_link_champion(day(15), &themes, &assignments).len(), 1);
}

#[test]
fn an_officer_champion_is_no_link_champion() {
    let officer = Assignment { kind: ChampionKind::OfficerChampion, ..links(1, 7, 1, None) };
    assert_eq!(without_link_champion(day(2), &[theme(1)], &[officer]).len(), 1);
}

#[test]
fn nobody_leaves_who_still_links_to_a_theme() {
    let refused = may_leave(&person(7), day(14), &[theme(1)], &[links(1, 7, 1, None)]).unwrap_err();
    assert_eq!(refused.field, Some("left_on"));
    assert_eq!(
        refused.message,
        "Cllr Tom Price links to “Being healthy”. Give that to someone else first, or end it by this day."
    );
    assert!(may_leave(&person(7), day(14), &[theme(1)], &[links(1, 7, 1, Some(14))]).is_ok());
    assert!(may_leave(&person(8), day(14), &[theme(1)], &[links(1, 7, 1, None)]).is_ok());
}

#[test]
fn who_is_followed_ends_the_day_before_and_stays_in_the_history() {
    let new = links(1, 8, 20, None);
    let ended = followed_by(&new, &[links(1, 7, 1, None), links(2, 9, 1, None)]).unwrap();
    assert_eq!(ended, [links(1, 7, 1, Some(19))]);
    assert!(followed_by(&new, &[links(1, 7, 1, Some(19))]).unwrap().is_empty());
    assert_eq!(followed_by(&new, &[links(1, 7, 20, None)]).unwrap_err().field, Some("from"));
}

#[test]
fn a_link_champion_stays_a_councillor() {
    let officer = Person { roles: vec![Role::Officer], ..person(7) };
    let assignments = [links(1, 7, 1, None)];
    let refused = stays_councillor(&officer, day(2), &[theme(1)], &assignments).unwrap_err();
    assert_eq!(refused.field, Some("roles"));
    assert!(stays_councillor(&person(7), day(2), &[theme(1)], &assignments).is_ok());
    assert!(stays_councillor(&officer, day(2), &[theme(1)], &[links(1, 7, 1, Some(1))]).is_ok());
}

#[test]
fn a_link_is_handed_over_without_a_gap_or_an_overlap() {
    let link = Assignment {
        id: AssignmentId(Uuid::from_u128(1)),
        version: 3,
        theme_id: id(5),
        person_id: id(7),
        kind: ChampionKind::LinkChampion,
        from: day(1),
        to: Some(day(30)),
    };
    let [ended, next] = handed_over(&link, id(2), id(8), day(12)).unwrap();
    assert_eq!((ended.id, ended.version, ended.to), (link.id, 3, Some(day(11))));
    assert_eq!((next.id, next.version, next.person_id), (id(2), 0, id(8)));
    assert_eq!((next.from, next.to, next.theme_id), (day(12), None, link.theme_id));
    for d in 1..=30 {
        let holding = [&ended, &next].into_iter().filter(|it| it.holds_on(day(d))).count();
        assert_eq!(holding, 1, "on {}", day(d));
    }
    let refused = |person: u128, from, link: &Assignment| {
        let refusal = handed_over(link, id(2), id(person), from).unwrap_err();
        (refusal.field.unwrap(), refusal.message)
    };
    assert_eq!(
        refused(7, day(12), &link),
        ("person_id", "They link to this theme already. Choose somebody else.".to_owned())
    );
    assert_eq!(
        refused(8, day(1), &link).1,
        "This link begins on Thursday 1 October 2026. Choose a later day, or undo that first."
    );
    let over = Assignment { to: Some(day(10)), ..link };
    assert_eq!(
        refused(8, day(12), &over).1,
        "This link ends on Saturday 10 October 2026, and nobody would have the theme until then. Choose the day after \
         it, or an earlier one."
    );
    assert!(handed_over(&over, id(2), id(8), day(11)).is_ok(), "the day after it");
}
