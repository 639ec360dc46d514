//! The bank holidays of England and Wales, by rule, with every moved and one-off day from 1995 on.
//!
//! Sources: Banking and Financial Dealings Act 1971, section 1 and Schedule 1 (Easter Monday, spring, summer and
//! Boxing Day; substitute days by proclamation); common law (Good Friday, Christmas Day); royal proclamations for
//! New Year's Day (since 1974), the early May holiday (since 1978) and each moved or extra day below.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::board::BankHolidayChange;

/// A day of the year as (year, month, day).
type Ymd = (i32, u32, u32);

/// Holidays taken on another day than the rule gives, by royal proclamation: rule's day, day taken.
const MOVED: [(Ymd, Ymd); 5] = [
    // Fifty years since VE Day.
    ((1995, 5, 1), (1995, 5, 8)),
    // The Queen's Golden Jubilee.
    ((2002, 5, 27), (2002, 6, 4)),
    // The Queen's Diamond Jubilee.
    ((2012, 5, 28), (2012, 6, 4)),
    // Seventy-five years since VE Day.
    ((2020, 5, 4), (2020, 5, 8)),
    // The Queen's Platinum Jubilee.
    ((2022, 5, 30), (2022, 6, 2)),
];

/// Extra days, each by a royal proclamation of its own.
const ONE_OFF: [(Ymd, &str); 7] = [
    ((1999, 12, 31), "Millennium holiday"),
    ((2002, 6, 3), "Golden Jubilee"),
    ((2011, 4, 29), "Royal wedding"),
    ((2012, 6, 5), "Diamond Jubilee"),
    ((2022, 6, 3), "Platinum Jubilee"),
    ((2022, 9, 19), "State funeral of Queen Elizabeth II"),
    ((2023, 5, 8), "Coronation of King Charles III"),
];

/// The last day for which moved and extra holidays were known when this list was last read (GOV.UK, "UK bank
/// holidays"). Later days follow the rule alone.
const KNOWN_UNTIL: Ymd = (2027, 12, 31);

/// The bank holidays that a council works by: the rule's, with the days that the council has added or taken away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct BankHolidays {
    /// Days on which this council does not work, beyond the rule: a new one-off holiday, a local closing day.
    pub added: Vec<NaiveDate>,
    /// Days that the rule gives and that were moved or do not hold here.
    pub removed: Vec<NaiveDate>,
    /// The council has checked the list up to this day.
    pub checked_until: Option<NaiveDate>,
}

impl BankHolidays {
    /// The rule's days with the council's own changes.
    #[must_use]
    pub fn with_changes(changes: &[BankHolidayChange]) -> Self {
        let days =
            |removed: bool| changes.iter().filter(|it| it.removed == removed).map(|it| it.date).collect();
        Self { added: days(false), removed: days(true), checked_until: None }
    }

    /// The bank holidays of one year with their names, earliest first. Right from 1995 on.
    ///
    /// A holiday on a Saturday or Sunday is listed on its substitute day only.
    #[must_use]
    pub fn england_and_wales(year: i32) -> Vec<(NaiveDate, &'static str)> {
        let mut days = by_rule(year).unwrap_or_default();
        for (rule, taken) in MOVED {
            if let (Some(rule), Some(taken)) = (date(rule), date(taken)) {
                days.iter_mut().filter(|(day, _)| *day == rule).for_each(|(day, _)| *day = taken);
            }
        }
        let extra = ONE_OFF.iter().filter(|((y, ..), _)| *y == year);
        days.extend(extra.filter_map(|(day, name)| Some((date(*day)?, *name))));
        days.sort_unstable();
        days
    }

    /// The name of the bank holiday on this day, if it is one here.
    #[must_use]
    pub fn name_of(&self, day: NaiveDate) -> Option<&'static str> {
        if self.added.contains(&day) {
            return Some("Local holiday");
        }
        if self.removed.contains(&day) {
            return None;
        }
        let year = Self::england_and_wales(day.year());
        year.into_iter().find(|(holiday, _)| *holiday == day).map(|(_, name)| name)
    }

    /// Whether the day is a bank holiday, with the council's own days counted.
    #[must_use]
    pub fn is_bank_holiday(&self, day: NaiveDate) -> bool {
        self.name_of(day).is_some()
    }

    /// Whether the day is neither a Saturday, a Sunday nor a bank holiday.
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.is_bank_holiday(day)
    }

    /// The last day for which moved and one-off holidays are known. For a later day, warn that a new proclamation
    /// could change the answer.
    #[must_use]
    pub fn proclaimed_until(&self) -> NaiveDate {
        let known = date(KNOWN_UNTIL).unwrap_or_default();
        self.checked_until.map_or(known, |checked| checked.max(known))
    }
}

fn date((year, month, day): Ymd) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The eight holidays of an ordinary year; none if the year is beyond what dates can hold.
fn by_rule(year: i32) -> Option<Vec<(NaiveDate, &'static str)>> {
    let new_year = date((year, 1, 1))?;
    let easter = easter_sunday(year)?;
    let christmas = date((year, 12, 25))?;
    // A weekend Christmas moves to the first weekday that Boxing Day does not hold.
    let (christmas_on, boxing_on) = match christmas.weekday() {
        Weekday::Fri => (25, 28),
        Weekday::Sat => (27, 28),
        Weekday::Sun => (27, 26),
        _ => (25, 26),
    };
    let new_year_on = match new_year.weekday() {
        Weekday::Sat => 3,
        Weekday::Sun => 2,
        _ => 1,
    };
    Some(vec![
        (
            date((year, 1, new_year_on))?,
            if new_year_on == 1 { "New Year's Day" } else { "New Year's Day (substitute day)" },
        ),
        (easter.checked_sub_days(Days::new(2))?, "Good Friday"),
        (easter.checked_add_days(Days::new(1))?, "Easter Monday"),
        (NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Mon, 1)?, "Early May bank holiday"),
        (last_monday(year, 5)?, "Spring bank holiday"),
        (last_monday(year, 8)?, "Summer bank holiday"),
        (
            date((year, 12, christmas_on))?,
            if christmas_on == 25 { "Christmas Day" } else { "Christmas Day (substitute day)" },
        ),
        (
            date((year, 12, boxing_on))?,
            if boxing_on == 26 { "Boxing Day" } else { "Boxing Day (substitute day)" },
        ),
    ])
}

/// The last Monday of a month of 31 days.
fn last_monday(year: i32, month: u32) -> Option<NaiveDate> {
    let end = date((year, month, 31))?;
    end.checked_sub_days(Days::new(end.weekday().num_days_from_monday().into()))
}

/// Easter Sunday of the Gregorian calendar (the computus in its "anonymous" form, Nature, 20 April 1876).
pub(crate) fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    let days = epact + sunday - 7 * late + 114;
    date((year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(year: i32) -> Vec<String> {
        BankHolidays::england_and_wales(year).iter().map(|(day, _)| day.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn an_ordinary_year() {
        assert_eq!(days(2025), ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]);
        assert_eq!(days(2026), ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]);
    }

    #[test]
    fn moved_and_extra_days() {
        assert_eq!(days(1995), ["01-02", "04-14", "04-17", "05-08", "05-29", "08-28", "12-25", "12-26"]);
        assert_eq!(
            days(1999),
            ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28", "12-31"]
        );
        assert_eq!(
            days(2002),
            ["01-01", "03-29", "04-01", "05-06", "06-03", "06-04", "08-26", "12-25", "12-26"]
        );
        assert_eq!(
            days(2011),
            ["01-03", "04-22", "04-25", "04-29", "05-02", "05-30", "08-29", "12-26", "12-27"]
        );
        assert_eq!(
            days(2012),
            ["01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"]
        );
        assert_eq!(days(2020), ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"]);
        assert_eq!(
            days(2022),
            ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"]
        );
        assert_eq!(
            days(2023),
            ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]
        );
    }

    #[test]
    fn the_council_adds_and_takes_away_days() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        let ours = BankHolidays { added: vec![day(12, 29)], removed: vec![day(8, 31)], checked_until: None };
        assert!(!ours.is_working_day(day(12, 29)));
        assert_eq!(ours.name_of(day(12, 29)), Some("Local holiday"));
        assert!(ours.is_working_day(day(8, 31)));
        assert!(!ours.is_working_day(day(12, 26)), "a Saturday stays a Saturday");
        assert!(!BankHolidays::default().is_bank_holiday(day(12, 26)), "its substitute is the bank holiday");
    }

    #[test]
    fn the_councils_changes_are_counted() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        let change = |date, removed| BankHolidayChange {
            id: crate::id::BankHolidayChangeId(uuid::Uuid::nil()),
            version: 1,
            date,
            name: "Town fair".into(),
            removed,
        };
        let ours = BankHolidays::with_changes(&[change(day(9, 10), false), change(day(8, 31), true)]);
        assert!(!ours.is_working_day(day(9, 10)));
        assert!(ours.is_working_day(day(8, 31)));
    }

    #[test]
    fn known_days_end_somewhere_and_a_check_moves_the_end_on() {
        let day = |y| NaiveDate::from_ymd_opt(y, 12, 31).unwrap();
        assert_eq!(BankHolidays::default().proclaimed_until(), day(2027));
        let checked = |y| BankHolidays { checked_until: Some(day(y)), ..Default::default() };
        assert_eq!(checked(2029).proclaimed_until(), day(2029));
        assert_eq!(checked(2020).proclaimed_until(), day(2027));
    }

    #[test]
    fn easter_at_its_earliest_and_latest() {
        let easter = |y| easter_sunday(y).unwrap().format("%m-%d").to_string();
        assert_eq!(
            (easter(1818), easter(2038), easter(2000)),
            ("03-22".into(), "04-25".into(), "04-23".into())
        );
    }

    proptest! {
        #[test]
        fn every_year_has_at_least_eight_days_and_none_at_a_weekend(year in 1995..2300i32) {
            let list = BankHolidays::england_and_wales(year);
            prop_assert!(list.len() >= 8);
            for (day, _) in &list {
                prop_assert!(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun), "{day}");
            }
            let mut once = list.clone();
            once.dedup_by_key(|(day, _)| *day);
            prop_assert_eq!(once.len(), list.len());
        }
    }
}
