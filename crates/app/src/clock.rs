//! The clock and the source of ids: the one place where time and chance come in.

use std::time::Instant;

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, TimeDelta, Timelike, Utc};
use uuid::Uuid;

/// Today, now and new ids. A fixed day (`--today`) moves the day and leaves the time of day the computer's; a fixed
/// moment moves both, and its time of day runs on from there.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    day: Option<NaiveDate>,
    time: Option<(NaiveTime, Running)>,
}

#[derive(Debug, Clone, Copy)]
struct Running(Instant);

impl Clock {
    /// The computer's own clock, or a fixed day.
    pub fn new(day: Option<NaiveDate>) -> Self {
        Self { day, time: None }
    }

    /// As if the program had been started at this moment. The day stays, even past midnight.
    pub fn started_at(moment: NaiveDateTime) -> Self {
        Self { day: Some(moment.date()), time: Some((moment.time(), Running(Instant::now()))) }
    }

    pub fn today(&self) -> NaiveDate {
        self.day.unwrap_or_else(|| Local::now().date_naive())
    }

    /// The time of day, to the minute, as minutes record it.
    pub fn time(&self) -> NaiveTime {
        let now = self.time_of_day();
        NaiveTime::from_hms_opt(now.hour(), now.minute(), 0).unwrap_or(now)
    }

    /// Now, to the microsecond, as both databases keep it. The same clock as [`Clock::time`].
    pub fn now(&self) -> DateTime<Utc> {
        let Some(day) = self.day else { return Utc::now().trunc_subsecs(6) };
        let here = day.and_time(self.time_of_day());
        // In the hour that spring leaps over there is no such moment here: then it is read as it stands.
        let now = here.and_local_timezone(Local).earliest().map_or(here.and_utc(), |now| now.to_utc());
        now.trunc_subsecs(6)
    }

    /// A new id; version 7, so that ids sort by the time they were made.
    pub fn new_id<Id: From<Uuid>>(&self) -> Id {
        Uuid::now_v7().into()
    }

    /// The time of day, to the second and finer.
    pub fn time_of_day(&self) -> NaiveTime {
        let Some((began, Running(since))) = self.time else { return Local::now().time() };
        began.overflowing_add_signed(TimeDelta::from_std(since.elapsed()).unwrap_or_default()).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_moment_is_today_the_time_of_day_and_now_alike() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 3).unwrap_or_default();
        let evening = NaiveTime::from_hms_opt(17, 30, 0).unwrap_or_default();
        let clock = Clock::started_at(day.and_time(evening));
        assert_eq!(clock.today(), day);
        assert_eq!(clock.time(), evening);
        let here = clock.now().with_timezone(&Local).naive_local();
        assert_eq!((here.date(), here.hour(), here.minute()), (day, 17, 30));
        assert!(clock.now() <= clock.now(), "it runs on");
    }

    #[test]
    fn a_fixed_day_keeps_the_time_of_day_of_this_computer() {
        let day = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap_or_default();
        let clock = Clock::new(Some(day));
        let here = clock.now().with_timezone(&Local).naive_local();
        assert_eq!(here.date(), day);
        let apart = (here.time() - Local::now().time()).num_seconds().abs();
        assert!(!(120..86_280).contains(&apart), "{here}");
    }
}
