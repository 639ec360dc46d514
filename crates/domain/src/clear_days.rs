//! Clear days: how long before a meeting its agenda must be open to the public.
//!
//! Source: Local Government Act 1972, sections 100A(6) and 100B(3), as amended for principal councils in England by
//! SI 2002/715 (five clear days). Neither the day of publishing nor the day of the meeting counts, and only working
//! days do. Wales has three; a non-statutory board sets its own.

use chrono::NaiveDate;

use crate::bank_holidays::BankHolidays;

/// Clear days for a statutory committee in England.
pub const STATUTORY_CLEAR_DAYS: u32 = 5;

/// The last working day on which an agenda can be published so that at least `clear_days` working days lie strictly
/// between it and the meeting.
///
/// ```
/// # use chrono::NaiveDate;
/// # use pledgeboard_domain::{bank_holidays::BankHolidays, clear_days::publish_by};
/// let day = |m, d| NaiveDate::from_ymd_opt(2019, m, d).unwrap();
/// assert_eq!(publish_by(day(6, 4), 5, &BankHolidays::default()), day(5, 24));
/// ```
#[must_use]
pub fn publish_by(meeting: NaiveDate, clear_days: u32, holidays: &BankHolidays) -> NaiveDate {
    let mut day = meeting;
    let mut counted = 0;
    while let Some(before) = day.pred_opt() {
        day = before;
        if holidays.is_working_day(day) {
            if counted == clear_days {
                break;
            }
            counted += 1;
        }
    }
    day
}

/// How many working days lie strictly between the day of publishing and the day of the meeting.
#[must_use]
pub fn clear_days_between(published: NaiveDate, meeting: NaiveDate, holidays: &BankHolidays) -> u32 {
    let between = published.iter_days().skip(1).take_while(|day| *day < meeting);
    between.filter(|day| holidays.is_working_day(*day)).map(|_| 1).sum()
}

/// Whether an agenda published on this day gives the notice that is due.
#[must_use]
pub fn is_in_time(
    published: NaiveDate,
    meeting: NaiveDate,
    clear_days: u32,
    holidays: &BankHolidays,
) -> bool {
    published <= publish_by(meeting, clear_days, holidays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Days};
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn a_bank_holiday_and_a_weekend_do_not_count() {
        let holidays = BankHolidays::default();
        assert_eq!(publish_by(day(2019, 6, 4), 5, &holidays), day(2019, 5, 24));
        assert_eq!(clear_days_between(day(2019, 5, 24), day(2019, 6, 4), &holidays), 5);
        assert_eq!(clear_days_between(day(2019, 5, 28), day(2019, 6, 4), &holidays), 4);
    }

    #[test]
    fn a_thursday_meeting_in_an_ordinary_week() {
        assert_eq!(publish_by(day(2026, 12, 3), 5, &BankHolidays::default()), day(2026, 11, 25));
        assert_eq!(publish_by(day(2026, 12, 3), 3, &BankHolidays::default()), day(2026, 11, 27));
        assert_eq!(publish_by(day(2026, 12, 3), 0, &BankHolidays::default()), day(2026, 12, 2));
    }

    #[test]
    fn a_day_added_by_the_council_moves_the_deadline() {
        let closed = BankHolidays { added: vec![day(2026, 11, 30)], ..Default::default() };
        assert_eq!(publish_by(day(2026, 12, 3), 5, &closed), day(2026, 11, 24));
    }

    #[test]
    fn notice_after_the_meeting_has_no_clear_days() {
        assert_eq!(clear_days_between(day(2026, 12, 9), day(2026, 12, 3), &BankHolidays::default()), 0);
        assert!(!is_in_time(day(2026, 11, 26), day(2026, 12, 3), 5, &BankHolidays::default()));
        assert!(is_in_time(day(2026, 11, 22), day(2026, 12, 3), 5, &BankHolidays::default()));
    }

    proptest! {
        #[test]
        fn it_is_the_latest_working_day_with_enough_between(
            year in 1995..2040i32, ordinal in 1..=365u32, clear_days in 0..15u32,
        ) {
            let holidays = BankHolidays::default();
            let meeting = NaiveDate::from_yo_opt(year, ordinal).unwrap();
            let deadline = publish_by(meeting, clear_days, &holidays);
            prop_assert!(holidays.is_working_day(deadline));
            prop_assert!(clear_days_between(deadline, meeting, &holidays) >= clear_days);
            let mut later = deadline + Days::new(1);
            while later < meeting {
                prop_assert!(
                    !holidays.is_working_day(later) || clear_days_between(later, meeting, &holidays) < clear_days,
                    "{} would do as well", later
                );
                later = later + Days::new(1);
            }
            prop_assert!(deadline.year() >= year - 1);
        }
    }
}
