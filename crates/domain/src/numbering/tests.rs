use super::*;
use proptest::prelude::*;

fn pattern(text: &str) -> Pattern {
    Pattern::parse(text).unwrap()
}

fn refusal(text: &str) -> String {
    Pattern::parse(text).unwrap_err().to_string()
}

const NONE: [&str; 0] = [];
const YEAR: Place = Place::in_year(2026);

#[test]
fn the_patterns_that_councils_use() {
    let written = |text: &str, n| pattern(text).format(n, YEAR).unwrap();
    assert_eq!(written(DEFAULT_MINUTES, 14), "CPB 14/26");
    assert_eq!(written(DEFAULT_ACTIONS, 14), "A26-014");
    assert_eq!(written("CPB/{yy}/{n}", 14), "CPB/26/14");
    assert_eq!(written("{yyyy}/{nn}", 7), "2026/07");
    assert_eq!(written("{nnn}", 1234), "1234");
    let place = Place { year: Some(2026), meeting: Some(3), date: NaiveDate::from_ymd_opt(2026, 12, 3) };
    assert_eq!(pattern("{m}.{n}").format(2, place).unwrap(), "3.2");
    assert_eq!(pattern("{date} ({n})").format(2, place).unwrap(), "2026-12-03 (2)");
}

#[test]
fn wrong_patterns_are_refused_in_words() {
    assert_eq!(
        refusal("CPB {yy}"),
        "The pattern has no running number. Add {n} where the number should stand."
    );
    assert_eq!(refusal("{n}/{nn}"), "The pattern has more than one running number. Keep one of them.");
    assert_eq!(
        refusal("{n}/{year}"),
        "{year} is not known. Use {n}, {nn}, {nnn}, {yy}, {yyyy}, {m}, {date} or {p}."
    );
    for loose in ["{n", "n}", "{{n}}", "{n}}", "{"] {
        assert_eq!(Pattern::parse(loose), Err(NumberingError::LooseBrace), "{loose}");
    }
    assert_eq!(Pattern::parse("{m}{n}"), Err(NumberingError::RunTogether));
    assert_eq!(Pattern::parse(&format!("{{n}}{}", "a".repeat(40))), Err(NumberingError::TooLong));
    assert_eq!(Pattern::parse("{}{n}"), Err(NumberingError::UnknownToken(String::new())));
}

#[test]
fn a_board_may_number_the_paragraphs_of_a_minute() {
    let numbered = pattern("{n}.{p}");
    let number = numbered.format(13, YEAR).unwrap();
    assert_eq!((number.as_str(), numbered.paragraph(&number, 2)), ("13", Some("13.2".into())));
    assert_eq!(numbered.to_string(), "{n}.{p}");
    assert_eq!(numbered.next(&["13", "14"], YEAR, Scope::Ever).unwrap().1, "15");
    assert_eq!(pattern("CPB {n}/{yy}, {p}").paragraph("CPB 14/26", 1).as_deref(), Some("CPB 14/26, 1"));
    assert_eq!(pattern("{n}").paragraph("13", 1), None);
    for wrong in ["{p}.{n}", "{n}{p}", "{n}.{p}.", "{n}.{p}.{p}"] {
        assert_eq!(Pattern::parse(wrong), Err(NumberingError::ParagraphNotLast), "{wrong}");
    }
}

#[test]
fn what_the_place_lacks_is_told() {
    assert_eq!(pattern("{n}/{yy}").format(1, Place::default()), Err(NumberingError::NoYear));
    assert_eq!(pattern("{m}/{n}").format(1, YEAR), Err(NumberingError::NoMeeting));
    assert_eq!(pattern("{n}").format(1, Place::default()).unwrap(), "1");
}

#[test]
fn a_withdrawn_number_is_not_given_again() {
    let actions = pattern(DEFAULT_ACTIONS);
    let given = ["A26-001", "A26-007", "A25-031", "something else"];
    assert_eq!(actions.next(&given, YEAR, Scope::Year).unwrap(), (8, "A26-008".into()));
    assert_eq!(actions.next(&given, Place::in_year(2027), Scope::Year).unwrap().1, "A27-001");
    assert_eq!(actions.next(&given, YEAR, Scope::Ever).unwrap().1, "A26-032");
}

#[test]
fn numbers_start_again_in_each_meeting() {
    let place = |meeting| Place { year: Some(2026), meeting: Some(meeting), date: None };
    let minutes = pattern("{m}/{n}");
    assert_eq!(minutes.next(&["1/1", "1/2", "2/1"], place(1), Scope::Meeting).unwrap().1, "1/3");
    assert_eq!(minutes.next(&["1/1", "1/2", "2/1"], place(3), Scope::Meeting).unwrap().1, "3/1");
    assert_eq!(pattern("{n}").next(&NONE, YEAR, Scope::Meeting).unwrap().1, "1");
    let dated = |d| Place { date: NaiveDate::from_ymd_opt(2026, 12, d), ..YEAR };
    let by_date = pattern("{date}/{n}");
    assert_eq!(by_date.next(&["2026-12-03/4"], dated(3), Scope::Meeting).unwrap().1, "2026-12-03/5");
    assert_eq!(by_date.next(&["2026-12-03/4"], dated(10), Scope::Meeting).unwrap().1, "2026-12-10/1");
}

#[test]
fn the_last_number_has_no_next() {
    let full = [u32::MAX.to_string()];
    assert_eq!(pattern("{n}").next(&full, YEAR, Scope::Ever), Err(NumberingError::UsedUp));
}

#[test]
fn the_scope_follows_from_the_pattern() {
    let scope = |text| pattern(text).natural_scope();
    assert_eq!(scope("{n}"), Scope::Ever);
    assert_eq!(scope(DEFAULT_MINUTES), Scope::Year);
    assert_eq!(scope("{yyyy}/{n}"), Scope::Year);
    assert_eq!(scope("{m}/{n}/{yy}"), Scope::Meeting);
}

#[test]
fn it_is_stored_as_its_text_and_checked_when_read() {
    let json = serde_json::to_string(&pattern(" CPB {n}/{yy} ")).unwrap();
    assert_eq!(json, "\"CPB {n}/{yy}\"");
    assert_eq!(serde_json::from_str::<Pattern>(&json).unwrap(), pattern(DEFAULT_MINUTES));
    assert!(serde_json::from_str::<Pattern>("\"CPB\"").is_err());
}

proptest! {
    #[test]
    fn what_is_written_can_be_read(
        n in 1..100_000u32, year in 2000..2099i32, meeting in 1..30u32, which in 0..7usize,
    ) {
        let texts =
            [DEFAULT_MINUTES, DEFAULT_ACTIONS, "{n}{yy}", "{yyyy}{nnn}", "{m}-{n}", "{n}", "{yy}{n}/{m}"];
        let pattern = pattern(texts[which]);
        let place = Place { year: Some(year), meeting: Some(meeting), date: None };
        prop_assert_eq!(pattern.read(&pattern.format(n, place).unwrap()), Some(n));
        prop_assert_eq!(Pattern::parse(&pattern.to_string()).unwrap(), pattern);
    }

    #[test]
    fn numbers_given_one_after_another_all_differ(
        steps in proptest::collection::vec((2024..2028i32, 1..5u32), 1..40), which in 0..3usize,
    ) {
        let pattern = pattern([DEFAULT_MINUTES, "{yy}/{m}/{nn}", "{n}"][which]);
        let mut given: Vec<String> = vec![];
        for (year, meeting) in steps {
            let place = Place { year: Some(year), meeting: Some(meeting), date: None };
            let (_, next) = pattern.next(&given, place, pattern.natural_scope()).unwrap();
            prop_assert!(!given.contains(&next), "{next} twice");
            given.push(next);
        }
    }

    #[test]
    fn no_text_makes_it_fall_over(text in ".{0,50}", reference in ".{0,30}") {
        if let Ok(pattern) = Pattern::parse(&text) {
            let _ = pattern.read(&reference);
            prop_assert_eq!(Pattern::parse(&pattern.to_string()), Ok(pattern));
        }
    }
}
