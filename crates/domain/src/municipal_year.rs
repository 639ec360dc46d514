//! The municipal year, from one annual meeting of the council to the next.

use chrono::{Datelike, NaiveDate};

/// The first calendar year of the municipal year that a date falls in, or `None` if the annual meetings entered do
/// not tell.
///
/// The day of an annual meeting belongs to the new year. Annual meetings can be given in any order. An annual
/// meeting is held in March, April or May, or in an election year within three weeks of the old councillors' retiring
/// (Local Government Act 1972, Schedule 12, paragraph 1). A date after the June that follows the last meeting entered
/// is therefore in a year that nobody has entered yet: better no number than one of the wrong year.
#[must_use]
pub fn municipal_year(date: NaiveDate, annual_meetings: &[NaiveDate]) -> Option<i32> {
    let latest = annual_meetings.iter().filter(|meeting| **meeting <= date).max()?;
    let must_have_met = NaiveDate::from_ymd_opt(latest.year() + 1, 7, 1)?;
    (date < must_have_met).then(|| latest.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn it_changes_on_the_day_of_the_annual_meeting() {
        let meetings = [day(2027, 5, 20), day(2026, 5, 21)];
        assert_eq!(municipal_year(day(2026, 5, 20), &meetings), None);
        assert_eq!(municipal_year(day(2026, 5, 21), &meetings), Some(2026));
        assert_eq!(municipal_year(day(2027, 1, 14), &meetings), Some(2026));
        assert_eq!(municipal_year(day(2027, 5, 19), &meetings), Some(2026));
        assert_eq!(municipal_year(day(2027, 5, 20), &meetings), Some(2027));
    }

    #[test]
    fn a_year_that_nobody_entered_is_not_guessed() {
        assert_eq!(municipal_year(day(2027, 6, 30), &[day(2026, 5, 21)]), Some(2026));
        assert_eq!(municipal_year(day(2027, 7, 1), &[day(2026, 5, 21)]), None);
        assert_eq!(municipal_year(day(2026, 12, 3), &[]), None);
    }

    proptest! {
        #[test]
        fn the_year_never_goes_backwards(start in 0..3000u32, step in 0..400u32) {
            let meetings: Vec<_> = (2020..2035).map(|y| day(y, 5, 18)).collect();
            let from = day(2021, 1, 1) + chrono::Days::new(start.into());
            let first = municipal_year(from, &meetings).unwrap();
            prop_assert!(first <= municipal_year(from + chrono::Days::new(step.into()), &meetings).unwrap());
        }
    }
}
