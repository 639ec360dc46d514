//! Earlier strategy periods with their promises, and the meetings of all years.

use chrono::{Days, NaiveDate, NaiveTime};
use pledgeboard_domain::{
    Commitment, Meeting, MeetingKind, MeetingState, Promise, StrategyPeriod,
    id::{CommitmentId, PromiseId},
};

use super::Making;
use crate::{
    sample::{
        ids::{id, person, theme},
        pledges,
    },
    transfer::Records,
};

/// Years that a strategy period lasts.
const YEARS: u32 = 4;
const DAYS_A_YEAR: u64 = 364;

/// The period that a year belongs to; year 1 is the one before the sample's own.
fn of_year(year: u32) -> u32 {
    year.saturating_sub(1) / YEARS
}

pub(super) fn promise(year: u32, number: usize) -> PromiseId {
    id("promise", &format!("earlier {} {number}", of_year(year)))
}

pub(super) fn commitment(year: u32, number: usize) -> CommitmentId {
    id("commitment", &format!("earlier {} {number}", of_year(year)))
}

pub(super) fn records(making: &Making, years: u32) -> Records {
    let mut records = Records::default();
    for period in (0..=of_year(years)).rev() {
        add(&mut records, making, period);
    }
    for (at, (meeting, date)) in making.meetings.iter().enumerate() {
        records.meetings.push(held(making, at, *meeting, *date));
    }
    records
}

fn add(to: &mut Records, making: &Making, period: u32) {
    let calendar = making.calendar;
    let current = calendar.half_term(11).map_or(calendar.ago(DAYS_A_YEAR), |it| it.starts);
    let starts = current - Days::new(DAYS_A_YEAR * u64::from(YEARS * (period + 1)));
    let ends = starts + Days::new(DAYS_A_YEAR * u64::from(YEARS) - 1);
    let period_id = id("strategy period", &format!("earlier {period}"));
    to.strategy_periods.push(StrategyPeriod {
        id: period_id,
        version: 1,
        name: format!("Our promises, {} to {}", starts.format("%Y"), ends.format("%Y")),
        starts,
        ends: Some(ends),
        vision_for_children: "We want for you what every good parent wants.".into(),
    });
    let year = YEARS * period + 1;
    for (number, it) in (1_i64..).zip(pledges::promises()) {
        let at = usize::try_from(number).unwrap_or_default();
        to.promises.push(Promise {
            id: promise(year, at),
            version: 1,
            strategy_period_id: period_id,
            number,
            title: it.title.into(),
            text: it.text.into(),
            plain_text: it.plain.into(),
            theme_id: theme(it.theme),
            principles: it.principles.to_vec(),
            voices: vec![],
            you_said_plain: it.you_said.into(),
            person_id: Some(person(it.owner)),
            review_every: 1,
            retired_on: Some(ends),
            follows_id: None,
        });
        if let Some(will) = it.we_will.first() {
            to.commitments.push(Commitment {
                id: commitment(year, at),
                version: 1,
                promise_id: promise(year, at),
                position: 1,
                text: will.text.into(),
                plain_text: will.plain.into(),
                person_id: Some(person(will.owner)),
                person_words: String::new(),
                due: Some(ends),
                done_on: Some(ends),
                done_plain: will.plain.into(),
            });
        }
    }
}

pub(super) fn held(
    making: &Making,
    at: usize,
    id: pledgeboard_domain::id::MeetingId,
    date: NaiveDate,
) -> Meeting {
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
    // The last of them approved its own minutes: the sample's first meeting has no item for them.
    let (approved_at, approved_on) = making.meetings.get(at + 1).copied().unwrap_or((id, date));
    Meeting {
        id,
        version: 1,
        date,
        starts: time(17, 30).unwrap_or_default(),
        ends: time(19, 30),
        place: if at.is_multiple_of(3) { "Youth Hub".into() } else { "Town Hall".into() },
        kind: if at % 7 == 5 { MeetingKind::ChildrensPanel } else { MeetingKind::Themed },
        title: String::new(),
        in_public: true,
        themes: vec![making.theme(at)],
        chair_id: Some(person("yusuf")),
        state: MeetingState::MinutesApproved,
        started_at: time(17, 30),
        ended_at: time(19, 20 + u32::try_from(at % 25).unwrap_or_default()),
        current_item_id: None,
        entitled: vec![],
        approved_at_id: Some(approved_at),
        approved_on: Some(approved_on),
        signed_by: Some(person("yusuf")),
        plain_summary: "We listened to you and talked about what matters to you.".into(),
        chair_comments: String::new(),
    }
}
