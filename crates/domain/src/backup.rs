//! Backups: when one is made, what its file is called, and which are kept.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};

use crate::refusal::{Checked, Refusal};

crate::text_enum! {
    /// Why a backup was made.
    BackupReason {
        Opened = "opened" => "when the board was opened",
        Daily = "daily" => "once a day",
        /// A new version changes the shape of the board's file.
        NewVersion = "new-version" => "before a new version changed the file",
        Import = "import" => "before an import",
        Meeting = "meeting" => "after a meeting",
        Asked = "asked" => "because you asked for it",
        /// The board as it was before another copy took its place.
        Restore = "restore" => "before an earlier copy was put back",
    }
}

/// Which backups are kept. Whatever any of the three keeps, stays; the rest goes when the next one is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Keeping {
    /// So many of the newest.
    pub newest: u32,
    /// The last one of each day, so many days back.
    pub days: u32,
    /// The last one of each month, so many months back.
    pub months: u32,
}

impl Default for Keeping {
    /// The last ten, each day for a month, each month for two years.
    fn default() -> Self {
        Self { newest: 10, days: 31, months: 24 }
    }
}

impl Keeping {
    pub fn check(self) -> Checked {
        let within = |field, value: u32, least: u32, most: u32, message: &str| {
            if (least..=most).contains(&value) { Ok(()) } else { Err(Refusal::field(field, message)) }
        };
        within("newest", self.newest, 3, 100, "Keep between 3 and 100 of the newest backups.")?;
        within("days", self.days, 0, 366, "Keep daily backups for at most 366 days.")?;
        within("months", self.months, 0, 120, "Keep monthly backups for at most 120 months.")
    }

    /// Which of these backups are kept now, by their moments in UTC; the others may go.
    ///
    /// The newest is always kept. One from the future (the clock was set back) is kept too and takes nobody's place, until
    /// the clock has come there again: those that are made from now on are newer than it.
    pub fn kept(self, made: &[DateTime<Utc>], now: DateTime<Utc>) -> BTreeSet<DateTime<Utc>> {
        let today = now.date_naive();
        let (future, mut newest_first): (Vec<_>, Vec<_>) = made.iter().copied().partition(|it| *it > now);
        newest_first.sort_unstable_by(|a, b| b.cmp(a));
        let mut kept: BTreeSet<DateTime<Utc>> = future.into_iter().collect();
        kept.extend(newest_first.iter().take(self.newest.max(1) as usize));
        let since = |day: Option<NaiveDate>| day.unwrap_or(NaiveDate::MIN);
        let first_day = since(today.checked_sub_days(Days::new(self.days.into())));
        let first_month = since(today.checked_sub_months(Months::new(self.months)));
        let (mut days, mut months) = (BTreeSet::new(), BTreeSet::new());
        for moment in newest_first {
            let day = moment.date_naive();
            // The last of each comes first.
            if day > first_day && days.insert(day) {
                kept.insert(moment);
            }
            if day > first_month && months.insert((day.year(), day.month())) {
                kept.insert(moment);
            }
        }
        kept
    }
}

/// What tells a backup's file from any other: when it was made, to the millisecond, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupName {
    pub at: DateTime<Utc>,
    pub reason: BackupReason,
}

/// So that every file system takes it, and files sort by their time.
const SHAPE: &str = "%Y-%m-%dT%H%M%S%.3fZ";
const ENDING: &str = ".pledgeboard";

impl BackupName {
    pub fn new(at: DateTime<Utc>, reason: BackupReason) -> Self {
        Self { at: at.trunc_subsecs(3), reason }
    }

    /// "2026-11-28T172503.000Z meeting.pledgeboard".
    pub fn file(self) -> String {
        format!("{} {}{ENDING}", self.at.format(SHAPE), self.reason.as_str())
    }

    /// The backup that a file of this name is; none for any other file.
    pub fn read(file: &str) -> Option<Self> {
        let (at, reason) = file.strip_suffix(ENDING)?.split_once(' ')?;
        let at = NaiveDateTime::parse_from_str(at, SHAPE).ok()?.and_utc();
        let reason = *BackupReason::ALL.iter().find(|it| it.as_str() == reason)?;
        Some(Self { at, reason })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}:00Z").parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_ten_each_day_of_a_month_and_each_month_of_two_years_are_kept() {
        // Three a day for three years, up to this evening.
        let (today, now) = (day("2026-11-28"), at("2026-11-28T18:00"));
        let days = (0..1096).map(|back| today - Days::new(back));
        let made: Vec<_> = days
            .flat_map(|day| ["09:00", "13:00", "17:00"].map(|time| at(&format!("{day}T{time}"))))
            .collect();
        let kept = Keeping::default().kept(&made, now);
        let newest: Vec<_> = kept.iter().rev().copied().collect();
        assert_eq!(
            newest[..4],
            [at("2026-11-28T17:00"), at("2026-11-28T13:00"), at("2026-11-28T09:00"), at("2026-11-27T17:00")]
        );
        // Ten newest (of four days), the 27 other days of a month, and 23 months before, each by its last.
        let oldest = kept.first().unwrap();
        assert_eq!(*oldest, at("2024-11-30T17:00"));
        assert!(kept.contains(&at("2026-10-31T17:00")) && kept.contains(&at("2025-02-28T17:00")));
        assert!(!kept.contains(&at("2026-10-28T09:00")) && !kept.contains(&at("2026-09-29T17:00")));
        assert_eq!(kept.len(), 10 + 27 + 23);
    }

    #[test]
    fn a_board_that_is_rarely_opened_keeps_its_last_ten_however_old() {
        let made: Vec<_> = (2010..2026).map(|year| at(&format!("{year}-05-01T10:00"))).collect();
        let kept = Keeping::default().kept(&made, at("2026-11-28T12:00"));
        assert_eq!(kept.len(), 10);
        assert_eq!(*kept.first().unwrap(), at("2016-05-01T10:00"));
    }

    #[test]
    fn backups_from_a_clock_that_was_ahead_take_no_place_from_those_made_since() {
        let ahead: Vec<_> = (0..10).map(|hour| at(&format!("2030-01-01T{hour:02}:00"))).collect();
        let since: Vec<_> = (0..6).map(|hour| at(&format!("2026-11-28T{hour:02}:00"))).collect();
        let made = [ahead.clone(), since.clone()].concat();
        let rule = Keeping { newest: 3, days: 0, months: 0 };
        let kept = rule.kept(&made, at("2026-11-28T06:00"));
        assert_eq!(kept.into_iter().collect::<Vec<_>>(), [&since[3..], &ahead].concat());
        let kept = rule.kept(&made, at("2030-01-02T00:00"));
        assert_eq!(kept.into_iter().collect::<Vec<_>>(), ahead[7..], "until the clock has come there again");
    }

    #[test]
    fn a_rule_that_would_keep_next_to_nothing_is_refused_beside_its_field() {
        assert!(Keeping::default().check().is_ok());
        assert_eq!(Keeping { newest: 2, ..Keeping::default() }.check().unwrap_err().field, Some("newest"));
        assert_eq!(Keeping { days: 400, ..Keeping::default() }.check().unwrap_err().field, Some("days"));
        assert_eq!(Keeping { months: 121, ..Keeping::default() }.check().unwrap_err().field, Some("months"));
    }

    #[test]
    fn a_file_says_when_and_why_and_other_files_are_none() {
        let name = BackupName::new("2026-11-28T17:25:03.4567Z".parse().unwrap(), BackupReason::Meeting);
        assert_eq!(name.file(), "2026-11-28T172503.456Z meeting.pledgeboard");
        for reason in BackupReason::ALL {
            let name = BackupName::new(name.at, *reason);
            assert_eq!(BackupName::read(&name.file()), Some(name));
        }
        for other in
            ["anytown.pledgeboard", "2026-11-28T172503.456Z.pledgeboard", "x meeting.pledgeboard", ""]
        {
            assert_eq!(BackupName::read(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn the_newest_is_always_kept_and_nothing_is_made_up(
            minutes in prop::collection::vec(-2_000_000_i64..100_000, 1..60),
            newest in 1_u32..20, days in 0_u32..60, months in 0_u32..30,
        ) {
            let made: Vec<_> =
                minutes.iter().map(|it| at("2026-11-28T12:00") + chrono::TimeDelta::minutes(*it)).collect();
            let kept = Keeping { newest, days, months }.kept(&made, at("2026-11-28T12:00"));
            prop_assert!(kept.contains(made.iter().max().unwrap()));
            prop_assert!(kept.iter().all(|it| made.contains(it)));
            // What is kept today is kept again when the rest is gone: nothing wears away by looking twice.
            let left: Vec<_> = kept.iter().copied().collect();
            prop_assert_eq!(Keeping { newest, days, months }.kept(&left, at("2026-11-28T12:00")), kept);
        }
    }
}
