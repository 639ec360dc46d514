//! The clock and the source of ids: the one place where time and chance come in.

use chrono::{DateTime, Local, NaiveDate, NaiveTime, SubsecRound, Timelike, Utc};
use uuid::Uuid;

/// Today, now and new ids. A fixed date (`--today`) moves the day; the time of day stays the computer's.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    fixed: Option<NaiveDate>,
}

impl Clock {
    /// The computer's own clock, or a fixed day.
    pub fn new(fixed: Option<NaiveDate>) -> Self {
        Self { fixed }
    }

    pub fn today(&self) -> NaiveDate {
        self.fixed.unwrap_or_else(|| Local::now().date_naive())
    }

    /// The time of day, to the minute, as minutes record it.
    pub fn time(&self) -> NaiveTime {
        let now = Local::now().time();
        NaiveTime::from_hms_opt(now.hour(), now.minute(), 0).unwrap_or(now)
    }

    /// Now, to the microsecond, as both databases keep it.
    pub fn now(&self) -> DateTime<Utc> {
        let now = Utc::now().trunc_subsecs(6);
        self.fixed.map_or(now, |day| day.and_time(now.time()).and_utc())
    }

    /// A new id; version 7, so that ids sort by the time they were made.
    pub fn new_id<Id: From<Uuid>>(&self) -> Id {
        Uuid::now_v7().into()
    }
}
