use uuid::Uuid;

use super::*;
use crate::promise::{Aim, Measure};

fn day(y: i32, m: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, 28).unwrap()
}

fn indicator(unit: &str, counts: bool) -> Indicator {
    Indicator {
        id: Uuid::from_u128(1).into(),
        version: 1,
        name: "Three or more homes in the year".into(),
        plain_text: "You moved home three times or more.".into(),
        definition: "Children who had three or more placements".into(),
        denominator: "All children in care".into(),
        ages: String::new(),
        unit: unit.into(),
        counts,
        better: Better::Lower,
        target: Some(8.0),
        source: "SSDA903".into(),
        theme_id: None,
        position: 1,
        retired_on: None,
    }
}

fn point(n: u128, on: NaiveDate, value: f64) -> IndicatorPoint {
    IndicatorPoint {
        id: Uuid::from_u128(n).into(),
        version: 1,
        indicator_id: Uuid::from_u128(1).into(),
        on,
        period: String::new(),
        value,
        of: None,
        like_us: None,
        england: None,
        all_children: None,
        why: String::new(),
    }
}

fn drawn_from(indicator: Option<IndicatorId>) -> Measure {
    Measure {
        id: Uuid::from_u128(7).into(),
        version: 1,
        promise_id: Uuid::from_u128(8).into(),
        position: 1,
        indicator_id: indicator,
        text: String::new(),
        plain_text: String::new(),
        unit: String::new(),
        counts: true,
        better: Better::Higher,
        target: None,
        like_us: None,
        england: None,
        all_children: None,
        points: vec![],
        why: String::new(),
    }
}

#[test]
fn one_number_shows_in_every_promise_that_watches_it() {
    let watched = indicator("%", true);
    let newest = IndicatorPoint {
        england: Some(10.0),
        why: "Two homes closed.".into(),
        ..point(3, day(2026, 9), 11.0)
    };
    let points = [
        newest,
        IndicatorPoint { like_us: Some(9.5), ..point(2, day(2025, 9), 9.0) },
        IndicatorPoint { indicator_id: Uuid::from_u128(99).into(), ..point(4, day(2026, 10), 50.0) },
    ];
    let own_words = Measure { text: "moved three or more times".into(), ..drawn_from(Some(watched.id)) };
    for (measure, text) in [
        (own_words, "moved three or more times"),
        (drawn_from(Some(watched.id)), "Three or more homes in the year"),
    ] {
        let seen = measure.drawn(std::slice::from_ref(&watched), &points);
        assert_eq!(seen.text, text);
        assert_eq!(
            seen.points.iter().map(|it| it.value).collect::<Vec<_>>(),
            [9.0, 11.0],
            "the oldest first"
        );
        assert_eq!((seen.target, seen.england, seen.like_us), (Some(8.0), Some(10.0), Some(9.5)));
        assert_eq!(
            (seen.why.as_str(), seen.plain_text.as_str()),
            ("Two homes closed.", "You moved home three times or more.")
        );
        assert_eq!(
            (seen.series().aim(), seen.series().trend().map(|it| it.to_string())),
            (Some(Aim::NoNearer), Some("worse than last year".into()))
        );
    }
}

#[test]
fn a_measure_of_an_indicator_has_no_numbers_of_its_own() {
    let watched = indicator("%", true);
    let mut both = Measure { target: Some(5.0), ..drawn_from(Some(watched.id)) };
    assert_eq!(both.check().unwrap_err().field, Some("indicator_id"));
    both.leave_numbers_to_the_indicator();
    assert_eq!(both.check(), Ok(()), "and needs no words of its own");
    assert_eq!(drawn_from(None).check().unwrap_err().field, Some("text"));
    let mut own = Measure { text: "asked".into(), target: Some(5.0), ..drawn_from(None) };
    own.leave_numbers_to_the_indicator();
    assert_eq!(own.target, Some(5.0));
    assert_eq!(own.drawn(&[watched], &[]), own);
}

#[test]
fn bad_numbers_are_refused_beside_their_field() {
    let watched = indicator("%", true);
    let today = day(2026, 9);
    let refused = |change: &dyn Fn(&mut IndicatorPoint)| {
        let mut it = point(1, today, 10.0);
        change(&mut it);
        it.check(&watched, today).err().and_then(|it| it.field)
    };
    assert_eq!(refused(&|_| ()), None);
    assert_eq!(refused(&|it| it.value = 120.0), Some("value"));
    assert_eq!(refused(&|it| it.value = f64::INFINITY), Some("value"));
    assert_eq!(refused(&|it| it.england = Some(-1.0)), Some("england"));
    assert_eq!(refused(&|it| it.of = Some(0)), Some("of"));
    assert_eq!(refused(&|it| it.on = day(2026, 10)), Some("on"));
    assert_eq!(refused(&|it| it.why = "x".repeat(5000)), Some("why"));
    let nameless = Indicator { name: " ".into(), ..indicator("%", true) };
    assert_eq!(nameless.check().unwrap_err().field, Some("name"));
    assert_eq!(
        Indicator { target: Some(101.0), ..indicator("%", true) }.check().unwrap_err().field,
        Some("target")
    );
}

#[test]
fn what_could_point_at_a_child_is_published_as_hidden() {
    let small = point(1, day(2026, 9), 3.0);
    assert_eq!(indicator("children", true).published(&small), "c");
    assert_eq!(indicator("children", false).published(&small), "3 children", "an average");
    assert_eq!(indicator("%", true).published(&IndicatorPoint { of: Some(100), ..small.clone() }), "c");
    assert_eq!(indicator("%", true).published(&IndicatorPoint { of: Some(400), ..small }), "3%");
}
