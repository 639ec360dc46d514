//! The running clock of an agenda: when each item starts, when the meeting ends, and how much of it is listening to
//! officers' presentations rather than talking.

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::agenda_item::Purpose;

crate::text_enum! {
    /// Who presents an item.
    Speaker {
        Officer = "officer" => "officer",
        Partner = "partner" => "partner",
        Councillor = "councillor" => "councillor",
        YoungPeople = "young_people" => "young people",
    }
}

/// What the clock needs to know of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Minutes in which somebody presents.
    pub presenting: u32,
    /// Minutes in which the board talks.
    pub discussing: u32,
    pub purpose: Purpose,
    pub speaker: Speaker,
}

impl Slot {
    fn minutes(&self) -> u32 {
        self.presenting.saturating_add(self.discussing)
    }
}

/// When one item starts and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SlotTimes {
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub minutes: u32,
}

/// Minutes spent on one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PurposeMinutes {
    pub purpose: Purpose,
    pub minutes: u32,
}

/// The whole agenda against the clock. All lengths are in minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RunningClock {
    /// One for each item, in order.
    pub slots: Vec<SlotTimes>,
    pub ends: NaiveTime,
    pub total: u32,
    /// Each purpose that has an item, in the order in which it first appears.
    pub by_purpose: Vec<PurposeMinutes>,
    pub presenting: u32,
    pub discussing: u32,
    pub officers_presenting: u32,
    /// Of the total, how many per cent are officers presenting; rounded to the nearest whole number, 0 to 100.
    pub officers_share: u32,
    /// How far the items run past the planned end; 0 if they do not or no end is planned.
    pub overrun: u32,
    /// What is left before the planned end.
    pub spare: u32,
}

/// Runs the items from the start. A planned end that is not after the start is taken to be on the next day.
#[must_use]
pub fn running_clock(starts: NaiveTime, planned_end: Option<NaiveTime>, items: &[Slot]) -> RunningClock {
    let mut slots = Vec::with_capacity(items.len());
    let mut by_purpose: Vec<PurposeMinutes> = vec![];
    let (mut total, mut presenting, mut officers_presenting) = (0u32, 0u32, 0u32);
    for item in items {
        let minutes = item.minutes();
        slots.push(SlotTimes {
            starts: after(starts, total),
            ends: after(starts, total.saturating_add(minutes)),
            minutes,
        });
        total = total.saturating_add(minutes);
        presenting = presenting.saturating_add(item.presenting);
        if item.speaker == Speaker::Officer {
            officers_presenting = officers_presenting.saturating_add(item.presenting);
        }
        match by_purpose.iter_mut().find(|sum| sum.purpose == item.purpose) {
            Some(sum) => sum.minutes = sum.minutes.saturating_add(minutes),
            None => by_purpose.push(PurposeMinutes { purpose: item.purpose, minutes }),
        }
    }
    let planned = planned_end.map(|end| minutes_between(starts, end));
    RunningClock {
        slots,
        ends: after(starts, total),
        total,
        by_purpose,
        presenting,
        discussing: total.saturating_sub(presenting),
        officers_presenting,
        officers_share: share(officers_presenting, total),
        overrun: planned.map_or(0, |planned| total.saturating_sub(planned)),
        spare: planned.map_or(0, |planned| planned.saturating_sub(total)),
    }
}

/// The time so many minutes later; past midnight it starts again at 0:00.
#[must_use]
pub fn after(start: NaiveTime, minutes: u32) -> NaiveTime {
    start.overflowing_add_signed(TimeDelta::minutes(minutes.into())).0
}

fn minutes_between(start: NaiveTime, end: NaiveTime) -> u32 {
    let minutes = (end - start).num_minutes();
    let across_midnight = if end > start { minutes } else { minutes + 24 * 60 };
    u32::try_from(across_midnight).unwrap_or_default()
}

fn share(part: u32, whole: u32) -> u32 {
    let (part, whole) = (u64::from(part), u64::from(whole));
    let rounded = (part * 200 + whole).checked_div(whole * 2).unwrap_or_default();
    u32::try_from(rounded).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(h: u32, m: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(h, m, 0).unwrap()
    }

    fn item(purpose: Purpose, presenting: u32, discussing: u32, speaker: Speaker) -> Slot {
        Slot { presenting, discussing, purpose, speaker }
    }

    #[test]
    fn an_evening_meeting() {
        let items = [
            item(Purpose::Business, 0, 5, Speaker::Councillor),
            item(Purpose::Listen, 10, 20, Speaker::YoungPeople),
            item(Purpose::Check, 10, 25, Speaker::Officer),
            item(Purpose::Listen, 0, 20, Speaker::YoungPeople),
        ];
        let clock = running_clock(at(17, 30), Some(at(19, 0)), &items);
        let starts: Vec<NaiveTime> = clock.slots.iter().map(|slot| slot.starts).collect();
        assert_eq!(starts, [at(17, 30), at(17, 35), at(18, 5), at(18, 40)]);
        assert_eq!((clock.ends, clock.total), (at(19, 0), 90));
        assert_eq!((clock.presenting, clock.discussing), (20, 70));
        assert_eq!((clock.officers_presenting, clock.officers_share), (10, 11));
        let purposes: Vec<_> = clock.by_purpose.iter().map(|sum| (sum.purpose, sum.minutes)).collect();
        assert_eq!(purposes, [(Purpose::Business, 5), (Purpose::Listen, 50), (Purpose::Check, 35)]);
        assert_eq!((clock.overrun, clock.spare), (0, 0));
    }

    #[test]
    fn it_says_how_far_it_runs_over_and_what_is_left() {
        let items = [item(Purpose::Decide, 30, 45, Speaker::Officer)];
        assert_eq!(running_clock(at(17, 30), Some(at(18, 30)), &items).overrun, 15);
        assert_eq!(running_clock(at(17, 30), Some(at(19, 30)), &items).spare, 45);
        let open = running_clock(at(17, 30), None, &items);
        assert_eq!((open.overrun, open.spare, open.officers_share), (0, 0, 40));
    }

    #[test]
    fn an_empty_agenda_ends_when_it_starts() {
        let clock = running_clock(at(10, 0), Some(at(12, 0)), &[]);
        assert_eq!((clock.ends, clock.total, clock.officers_share, clock.spare), (at(10, 0), 0, 0, 120));
    }

    #[test]
    fn it_runs_past_midnight() {
        let clock =
            running_clock(at(23, 30), Some(at(0, 15)), &[item(Purpose::Decide, 0, 60, Speaker::Partner)]);
        assert_eq!((clock.ends, clock.overrun), (at(0, 30), 15));
    }

    proptest! {
        #[test]
        fn everything_adds_up(parts in proptest::collection::vec((0..60u32, 0..60u32, 0..4usize, 0..6usize), 0..20)) {
            let items: Vec<Slot> =
                parts.iter().map(|(p, d, by, purpose)| item(Purpose::ALL[*purpose], *p, *d, Speaker::ALL[*by])).collect();
            let clock = running_clock(at(9, 0), None, &items);
            prop_assert_eq!(clock.total, clock.slots.iter().map(|slot| slot.minutes).sum::<u32>());
            prop_assert_eq!(clock.total, clock.by_purpose.iter().map(|sum| sum.minutes).sum::<u32>());
            prop_assert_eq!(clock.total, clock.presenting + clock.discussing);
            prop_assert!(clock.officers_presenting <= clock.presenting && clock.officers_share <= 100);
            for pair in clock.slots.windows(2) {
                prop_assert_eq!(pair[0].ends, pair[1].starts);
            }
        }
    }
}
