//! British clocks: Greenwich mean time, and an hour later in summer.
//!
//! Summer Time Act 1972, section 1, as the Summer Time Order 2002 has it: from one in the morning, Greenwich mean time,
//! of the last Sunday in March until the same hour of the last Sunday in October.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// What a British clock shows, as UTC.
///
/// The hour that October has twice is taken as its first; the one that March leaves out, as if nobody had turned the clock.
#[must_use]
pub fn to_utc(local: NaiveDateTime) -> NaiveDateTime {
    let turns = |month| last_sunday(local.year(), month).map(|day| day.and_time(two()));
    let summer = turns(3).is_some_and(|begins| local >= begins) && turns(10).is_some_and(|ends| local < ends);
    if summer { local - TimeDelta::hours(1) } else { local }
}

/// What a British clock shows at a moment in UTC.
#[must_use]
pub fn from_utc(utc: NaiveDateTime) -> NaiveDateTime {
    let summer = utc + TimeDelta::hours(1);
    if to_utc(summer) == utc { summer } else { utc }
}

/// By summer's clock, both turns are at two in the morning.
fn two() -> NaiveTime {
    NaiveTime::from_hms_opt(2, 0, 0).unwrap_or_default()
}

/// Of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    last.checked_sub_days(Days::new(last.weekday().num_days_from_sunday().into()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn summer_is_an_hour_ahead() {
        for (clock, utc) in [
            ("2026-12-03T17:30:00", "2026-12-03T17:30:00"),
            ("2026-07-01T17:30:00", "2026-07-01T16:30:00"),
            ("2026-03-29T00:59:59", "2026-03-29T00:59:59"),
            ("2026-03-29T02:00:00", "2026-03-29T01:00:00"),
            ("2026-10-25T00:30:00", "2026-10-24T23:30:00"),
            ("2026-10-25T01:30:00", "2026-10-25T00:30:00"),
            ("2026-10-25T02:00:00", "2026-10-25T02:00:00"),
            ("2027-03-28T09:00:00", "2027-03-28T08:00:00"),
        ] {
            assert_eq!(to_utc(at(clock)), at(utc), "{clock}");
        }
    }

    proptest! {
        #[test]
        fn a_clock_is_never_more_than_an_hour_ahead_and_winter_not_at_all(
            year in 1973..2200i32, day in 1..=365u32, hour in 0..24u32,
        ) {
            let local = NaiveDate::from_yo_opt(year, day).unwrap().and_hms_opt(hour, 0, 0).unwrap();
            let ahead = (local - to_utc(local)).num_hours();
            prop_assert!((0..=1).contains(&ahead));
            match local.month() {
                1 | 2 | 11 | 12 => prop_assert_eq!(ahead, 0),
                4..=9 => prop_assert_eq!(ahead, 1),
                _ => {}
            }
        }
    }
}
