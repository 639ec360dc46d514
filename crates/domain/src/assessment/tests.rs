//! What an assessment refuses, and what it compares.

use uuid::Uuid;

use super::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn begun() -> Assessment {
    Assessment::begin(AssessmentId(Uuid::nil()), day(11, 2), None)
}

/// What is said when an assessment is refused today.
fn refused(change: impl FnOnce(&mut Assessment)) -> (Option<&'static str>, String) {
    let mut assessment = begun();
    change(&mut assessment);
    let refusal = assessment.check(day(11, 22)).unwrap_err();
    (refusal.field, refusal.message)
}

#[test]
fn it_begins_with_eight_parts_and_judges_nothing() {
    let assessment = begun();
    assert_eq!((assessment.modules.len(), assessment.judged()), (8, 0));
    assert!(assessment.check(day(11, 2)).is_ok());
}

#[test]
fn a_statement_called_true_without_anything_that_shows_it_is_a_gap_and_no_error() {
    let mut assessment = begun();
    assessment.modules[0].statements[0].score = Some(Score::True);
    assessment.modules[0].statements[1].score = Some(Score::Mostly);
    assert_eq!((assessment.judged(), assessment.unshown()), (2, 1));
    assert!(assessment.check(day(11, 22)).is_ok());
    assessment.modules[0].statements[0].evidence = "All 48 signed the pledge.".into();
    assert_eq!(assessment.unshown(), 0);
}

#[test]
fn a_day_that_is_to_come_is_refused() {
    let (field, message) = refused(|it| it.on = day(11, 23));
    assert_eq!(
        (field, message.as_str()),
        (Some("on"), "This day is still to come. Choose today or an earlier day.")
    );
}

#[test]
fn parts_and_statements_have_words_and_no_statement_is_there_twice() {
    assert_eq!(refused(|it| it.modules.clear()).1, "Keep one part with one statement at the least.");
    assert_eq!(refused(|it| it.modules[0].title = " ".into()).1, "Enter the title of the part.");
    assert_eq!(
        refused(|it| it.modules[4].statements.clear()).1,
        "“Voice” has no statement. Add one, or take the part out."
    );
    assert_eq!(refused(|it| it.modules[1].statements[0].statement.clear()).1, "Enter the statement.");
    let (field, message) = refused(|it| {
        let twice = it.modules[0].statements[0].clone();
        it.modules[7].statements.push(twice);
    });
    assert_eq!(field, Some("modules"));
    assert!(
        message.starts_with("“Every councillor")
            && message.ends_with("is there twice. Take one out, or reword it.")
    );
    assert_eq!(refused(|it| it.observation = "a".repeat(text::LONG + 1)).0, Some("observation"));
    assert_eq!(refused(|it| it.observed_by = "a".repeat(text::SHORT + 1)).0, Some("observed_by"));
}

#[test]
fn there_is_one_to_a_day() {
    let (first, mut next) = (begun(), begun());
    next.id = AssessmentId(Uuid::from_u128(2));
    assert_eq!(
        next.check_beside(std::slice::from_ref(&first)).unwrap_err().message,
        "There is a self-assessment of 2 November 2026 already. Go on with that one."
    );
    assert!(first.check_beside(std::slice::from_ref(&first)).is_ok());
    next.on = day(11, 3);
    assert!(next.check_beside(&[first]).is_ok());
}

#[test]
fn the_next_one_keeps_the_words_and_compares_what_was_judged_in_the_same_ones() {
    let mut first = begun();
    first.modules.truncate(1);
    for it in &mut first.modules[0].statements {
        it.score = Some(Score::Begun);
    }
    let mut next = Assessment::begin(AssessmentId(Uuid::from_u128(2)), day(11, 9), Some(&first));
    assert_eq!((next.judged(), next.statements().count()), (0, 3));
    assert_eq!(next.modules[0].statements[0].change_since(&first), None);
    let scores = [Score::Mostly, Score::NotYet, Score::Begun];
    for (it, score) in next.modules[0].statements.iter_mut().zip(scores) {
        it.score = Some(score);
    }
    let changes =
        |next: &Assessment| -> Vec<_> { next.statements().map(|it| it.change_since(&first)).collect() };
    assert_eq!(changes(&next), [Some(SinceLast::Better), Some(SinceLast::Worse), Some(SinceLast::Same)]);
    next.modules[0].statements[0].statement = "New words.".into();
    assert_eq!(changes(&next)[0], Some(SinceLast::New));
}

#[test]
fn the_last_one_is_the_latest_before_and_half_a_year_later_the_board_looks_again() {
    let of = |number: u128, on| Assessment::begin(AssessmentId(Uuid::from_u128(number)), on, None);
    let all = [of(1, day(1, 5)), of(2, day(5, 4)), of(3, day(11, 2))];
    assert_eq!(all[2].last(&all).map(|it| it.id), Some(all[1].id));
    assert_eq!(all[0].last(&all), None);
    assert_eq!(of(4, day(8, 31)).look_again(), NaiveDate::from_ymd_opt(2027, 2, 28).unwrap());
}
