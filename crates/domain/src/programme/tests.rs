use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    access::{Access, AccessKind},
    agenda_item::{AgendaItem, ItemKind, tests::item},
    half_term::{HalfTerm, Term, default_half_terms},
    id::{HalfTermId, StandingReportId},
    meeting::{Meeting, MeetingState, tests::meeting},
};

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn year(first: i32) -> Vec<HalfTerm> {
    let half_term = |((term, starts, ends), n): ((Term, NaiveDate, NaiveDate), u128)| HalfTerm {
        id: id(n + u128::from(first.unsigned_abs()) * 10),
        version: 1,
        academic_year: first,
        term,
        starts,
        ends,
    };
    default_half_terms(first).into_iter().zip(0..).map(half_term).collect()
}

fn term(term: Term) -> HalfTerm {
    year(2026).into_iter().find(|it| it.term == term).unwrap()
}

fn topic() -> Topic {
    Topic {
        id: id(1),
        version: 1,
        academic_year: 2026,
        half_term_id: Some(term(Term::Autumn2).id),
        subject: "Homes near school".into(),
        dealt_by: DealtBy::Board,
        why: "Housing and health sit at this table and can remove what holds homes back.".into(),
        theme_id: None,
        tool: Tool::Discussion,
        standing_report_id: None,
        is_public: true,
        done_on: None,
        dropped_reason: String::new(),
    }
}

fn report(n: u128, month: i64) -> StandingReport {
    StandingReport {
        id: id(n),
        version: 1,
        title: "Virtual School Head’s report".into(),
        author_id: None,
        author_words: "the Virtual School Head".into(),
        month,
        must_cover: String::new(),
        retired_on: None,
    }
}

fn had(held: bool) -> Taken {
    Taken { meeting_id: id(9), on: day(2026, 12, 3), held, open: true }
}

fn refused(topic: &Topic) -> (Option<&'static str>, String) {
    let refusal = topic.check(&[year(2025), year(2026)].concat(), &WithScrutiny::default()).unwrap_err();
    (refusal.field, refusal.message)
}

#[test]
fn a_topic_says_what_it_is_about_and_why_who_deals_with_it() {
    assert!(topic().check(&year(2026), &WithScrutiny::default()).is_ok());
    assert_eq!(
        refused(&Topic { subject: " ".into(), ..topic() }),
        (Some("subject"), "Enter the subject.".into())
    );
    let without = Topic { why: String::new(), dealt_by: DealtBy::Scrutiny, ..topic() };
    assert_eq!(refused(&without), (Some("why"), "Enter why scrutiny deals with it.".into()));
}

#[test]
fn a_topic_stands_in_a_half_term_of_its_own_year() {
    let other = Topic { half_term_id: Some(year(2025)[0].id), ..topic() };
    let (field, message) = refused(&other);
    assert_eq!(field, Some("half_term_id"));
    assert_eq!(message, "Autumn 1, 2025/26 is in another year. Choose a half-term of 2026/27.");
    assert_eq!(
        refused(&Topic { half_term_id: Some(HalfTermId(Uuid::nil())), ..topic() }).0,
        Some("half_term_id")
    );
    assert!(Topic { half_term_id: None, ..topic() }.check(&[], &WithScrutiny::default()).is_ok());
}

#[test]
fn nothing_goes_to_scrutiny_on_a_board_that_does_both() {
    let both = WithScrutiny { scrutiny_split: ScrutinySplit::BoardDoesBoth, ..WithScrutiny::default() };
    assert!(topic().check(&year(2026), &both).is_ok());
    for dealt_by in [DealtBy::Scrutiny, DealtBy::Both] {
        let refusal = Topic { dealt_by, ..topic() }.check(&year(2026), &both).unwrap_err();
        assert_eq!(refusal.field, Some("dealt_by"));
        assert!(refusal.message.contains("no split with scrutiny"), "{}", refusal.message);
    }
    assert!(both.terms().contains("itself"));
    let named =
        WithScrutiny { scrutiny_name: "the Children’s Committee".into(), ..WithScrutiny::default() };
    assert!(named.terms().contains("The Children’s Committee holds"), "{}", named.terms());
}

#[test]
fn a_meeting_held_with_a_topic_has_done_it() {
    let it = topic();
    assert_eq!(it.state(None), TopicState::Planned);
    assert_eq!(it.state(Some(&had(false))), TopicState::OnAgenda);
    assert_eq!(it.state(Some(&had(true))), TopicState::Done);
    assert_eq!(Topic { done_on: Some(day(2026, 11, 5)), ..topic() }.state(None), TopicState::Done);
    let dropped = Topic { dropped_reason: "Covered in July.".into(), ..topic() };
    assert_eq!(dropped.state(None), TopicState::Dropped);
    assert_eq!(dropped.state(Some(&had(true))), TopicState::Done, "what happened counts");
}

#[test]
fn the_agendas_say_which_meeting_has_a_topic() {
    let on = |n, state, date| Meeting { id: id(n), ..meeting(state, date) };
    let meetings =
        [on(1, MeetingState::Held, day(2026, 10, 8)), on(2, MeetingState::AgendaDrafted, day(2026, 12, 3))];
    let at = |n| AgendaItem { topic_id: Some(id(1)), meeting_id: id(n), ..item(ItemKind::Report) };
    let of = |items: &[AgendaItem]| taken(id(1), items, &meetings);
    assert_eq!(of(&[]), None);
    assert_eq!(
        of(&[at(2)]),
        Some(Taken { meeting_id: id(2), on: day(2026, 12, 3), held: false, open: true })
    );
    assert_eq!(of(&[at(2), at(1)]).map(|it| (it.held, it.on)), Some((true, day(2026, 10, 8))));
    let put_off = AgendaItem { deferred_to_id: Some(id(2)), ..at(1) };
    assert_eq!(of(&[put_off, at(2)]).map(|it| it.held), Some(false), "the later meeting has it");
    assert_eq!(of(&[AgendaItem { withdrawn_reason: "No paper.".into(), ..at(1) }]), None);
    let exempt = Access { access: AccessKind::Exempt, paragraphs: vec![3], access_reason: "x".into() };
    let private = AgendaItem { access: exempt, ..at(2) };
    assert_eq!(of(&[private, at(1)]).map(|it| it.open), Some(false), "private once is private");
}

#[test]
fn the_usual_reports_are_sound() {
    for it in USUAL_REPORTS {
        let report = StandingReport {
            title: it.title.into(),
            author_words: it.author.into(),
            must_cover: it.must_cover.into(),
            ..report(1, it.month)
        };
        assert!(report.check().is_ok(), "{}", it.title);
    }
}

#[test]
fn a_topic_that_a_meeting_has_stays_where_it_is() {
    assert!(topic().may_move(None).is_ok());
    let held = topic().may_move(Some(&had(true))).unwrap_err().message;
    assert_eq!(held, "The meeting on 3 December 2026 was held with this topic, so it stays where it is.");
    let on = topic().may_move(Some(&had(false))).unwrap_err().message;
    assert_eq!(on, "This topic is on the agenda of 3 December 2026. Take it off that agenda first.");
    assert!(Topic { done_on: Some(day(2026, 11, 5)), ..topic() }.may_move(None).is_err());
}

#[test]
fn a_topic_taken_in_private_is_not_for_the_public() {
    assert!(topic().is_for_the_public(None) && topic().is_for_the_public(Some(&had(false))));
    assert!(!topic().is_for_the_public(Some(&Taken { open: false, ..had(false) })));
    assert!(!Topic { is_public: false, ..topic() }.is_for_the_public(None));
}

#[test]
fn a_month_is_one_of_twelve() {
    assert!(report(1, 10).check().is_ok());
    for month in [0, 13, -1] {
        let refusal = report(1, month).check().unwrap_err();
        assert_eq!(refusal.field, Some("month"));
        assert_eq!(
            refusal.message,
            format!("There is no month {month}. Choose one from January to December.")
        );
    }
    assert_eq!(report(1, 10).due_words(), "due each October");
}

#[test]
fn each_month_belongs_to_a_half_term() {
    let of = |month| term_of_month(month, 2026, &year(2026)).map(|it| it.term);
    assert_eq!([9, 10].map(of), [Some(Term::Autumn1); 2]);
    assert_eq!([11, 12].map(of), [Some(Term::Autumn2); 2]);
    assert_eq!([1, 2].map(of), [Some(Term::Spring1); 2], "mid-February is the holiday after Spring 1");
    assert_eq!([3, 4, 5].map(of), [Some(Term::Spring2), Some(Term::Summer1), Some(Term::Summer1)]);
    assert_eq!([6, 7, 8].map(of), [Some(Term::Summer2); 3]);
    assert_eq!(of(13), None);
    assert_eq!(term_of_month(10, 2030, &year(2026)), None, "no half-terms entered");
}

#[test]
fn reports_are_due_in_their_half_term_and_late_after_it() {
    let reports = [report(1, 12), report(2, 10), report(3, 3), report(4, 11)];
    let due = |at, topics: &[Topic]| -> Vec<(StandingReportId, bool)> {
        let due = reports_due(&term(at), &reports, topics, &year(2026));
        due.iter().map(|it| (it.report.id, it.late)).collect()
    };
    assert_eq!(due(Term::Autumn1, &[]), [(id(2), false)]);
    assert_eq!(due(Term::Autumn2, &[]), [(id(2), true), (id(4), false), (id(1), false)], "by month");
    let planned = Topic { standing_report_id: Some(id(2)), ..topic() };
    assert_eq!(due(Term::Autumn1, std::slice::from_ref(&planned)), [], "the topic speaks for it");
    let last_years = Topic { academic_year: 2025, ..planned };
    assert_eq!(due(Term::Autumn1, &[last_years]), [(id(2), false)]);
}

#[test]
fn a_report_that_is_retired_comes_no_more() {
    let retired = [StandingReport { retired_on: Some(day(2026, 8, 1)), ..report(1, 10) }];
    assert_eq!(reports_due(&term(Term::Autumn1), &retired, &[], &year(2026)), []);
    let later = [StandingReport { retired_on: Some(day(2027, 1, 1)), ..report(1, 10) }];
    assert_eq!(reports_due(&term(Term::Autumn1), &later, &[], &year(2026)).len(), 1);
}

#[test]
fn the_years_fixed_points_lie_in_their_year() {
    for year in 2020..2040 {
        for (title, starts, ends) in usual_anchors(year) {
            let anchor =
                Anchor { id: id(1), version: 1, academic_year: year, title: title.into(), starts, ends };
            assert!(anchor.check().is_ok(), "{title} {starts} {ends}");
            let (starts, ends) = next_year(starts, ends);
            let later = Anchor { academic_year: year + 1, starts, ends, ..anchor };
            assert!(later.check().is_ok(), "{title} {starts} {ends}");
        }
    }
    let assessed = Anchor {
        id: id(1),
        version: 1,
        academic_year: 2026,
        title: "Self-assessment".into(),
        starts: day(2027, 1, 1),
        ends: day(2027, 1, 31),
    };
    assert_eq!(assessed.half_term(&year(2026)).map(|it| it.term), Some(Term::Spring1));
    assert_eq!(next_year(day(2027, 1, 1), day(2027, 1, 31)), (day(2028, 1, 1), day(2028, 1, 31)));
    assert_eq!(next_year(day(2027, 2, 1), day(2027, 2, 28)), (day(2028, 2, 1), day(2028, 2, 29)));
    assert_eq!(next_year(day(2026, 11, 20), day(2026, 11, 20)), (day(2027, 11, 19), day(2027, 11, 19)));
}

#[test]
fn a_fixed_point_ends_after_it_starts_and_lies_in_its_year() {
    let anchor = |starts, ends| Anchor {
        id: id(1),
        version: 1,
        academic_year: 2026,
        title: "Takeover day".into(),
        starts,
        ends,
    };
    assert_eq!(anchor(day(2026, 11, 20), day(2026, 11, 19)).check().unwrap_err().field, Some("ends"));
    let wrong = anchor(day(2027, 11, 19), day(2027, 11, 19)).check().unwrap_err();
    assert_eq!(
        (wrong.field, wrong.message.as_str()),
        (Some("starts"), "This date is outside 2026/27. Check the year.")
    );
}

proptest! {
    /// No report is forgotten: by the last half-term each is due, late, or a topic of the year.
    #[test]
    fn by_the_end_of_the_year_every_report_was_due(months in proptest::collection::vec(1..=12i64, 0..12), first in 2000..2080i32) {
        let reports: Vec<_> = (1..).zip(&months).map(|(n, month)| report(n, *month)).collect();
        let half_terms = year(first);
        let due = reports_due(&half_terms[5], &reports, &[], &half_terms);
        prop_assert_eq!(due.len(), reports.len());
    }
}
