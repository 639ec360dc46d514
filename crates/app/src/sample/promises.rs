//! Anytown's ten promises: what children said, what the board will do, and how everyone will know.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Better, Commitment, Measure, MeasurePoint, Promise, StrategyPeriod, fixed::principles::Principle,
};

use super::{
    calendar::Calendar,
    ids::{commitment, id, person, promise, theme, voice},
    indicators, older, pledges,
};
use crate::transfer::Records;

/// One promise as the table has it.
pub(super) struct Pledge {
    pub title: &'static str,
    pub text: &'static str,
    pub plain: &'static str,
    pub you_said: &'static str,
    pub theme: &'static str,
    pub principles: &'static [Principle],
    pub owner: &'static str,
    pub voices: &'static [&'static str],
    pub we_will: &'static [Will],
    pub measure: Option<Count>,
    /// One letter a half-term, oldest first: k kept, g getting there, n not yet, ? can't tell yet, - no check.
    /// Officers, Link Champion, children.
    pub checks: [&'static str; 3],
    /// What the latest check through each lens rests on, and where that comes from.
    pub evidence: [(&'static str, &'static str); 3],
}

/// Text, plain text, done in plain words, owner, due and done in days ago (negative: to come).
pub(super) struct Will {
    pub text: &'static str,
    pub plain: &'static str,
    pub owner: &'static str,
    pub due: i64,
    pub done: Option<(i64, &'static str)>,
}

pub(super) struct Count {
    pub text: &'static str,
    pub plain: &'static str,
    pub unit: &'static str,
    pub better: Better,
    pub target: f64,
    pub like_us: Option<f64>,
    pub england: Option<f64>,
    /// A half-term apart, oldest first.
    pub points: [f64; 6],
    pub why: &'static str,
}

pub(super) const fn will(text: &'static str, plain: &'static str, owner: &'static str, due: i64) -> Will {
    Will { text, plain, owner, due, done: None }
}

impl Will {
    pub const fn done(mut self, ago: i64, plain: &'static str) -> Self {
        self.done = Some((ago, plain));
        self
    }
}

pub(super) fn period() -> pledgeboard_domain::id::StrategyPeriodId {
    id("strategy period", "current")
}

/// `follows`: whether the older set is there, which some of them take further.
pub(super) fn add(to: &mut Records, calendar: &Calendar, follows: bool) {
    let starts = begins(calendar);
    to.strategy_periods.push(StrategyPeriod {
        id: period(),
        version: 1,
        name: "Our promises to you".into(),
        starts,
        ends: Some(starts + chrono::Days::new(1460)),
        vision_for_children:
            "You are our children. We want for you what every good parent wants. A home that stays. \
                              People who listen. A good school. A good start as an adult."
                .into(),
    });
    for (number, it) in (1..).zip(pledges::promises()) {
        add_one(to, calendar, number, it, older::followed_by(number).filter(|_| follows));
    }
}

/// Today's set is two years old.
pub(super) fn begins(calendar: &Calendar) -> NaiveDate {
    calendar.half_term(11).map_or(calendar.ago(400), |it| it.starts)
}

fn add_one(
    to: &mut Records,
    calendar: &Calendar,
    number: i64,
    it: &Pledge,
    follows_id: Option<pledgeboard_domain::id::PromiseId>,
) {
    let promise_id = promise(&number.to_string());
    to.promises.push(Promise {
        id: promise_id,
        version: 1,
        strategy_period_id: period(),
        number,
        title: it.title.into(),
        text: it.text.into(),
        plain_text: it.plain.into(),
        theme_id: theme(it.theme),
        principles: it.principles.to_vec(),
        voices: it.voices.iter().map(|key| voice(key)).collect(),
        you_said_plain: it.you_said.into(),
        person_id: Some(person(it.owner)),
        review_every: if number % 3 == 0 { 2 } else { 1 },
        retired_on: None,
        follows_id,
    });
    for (position, will) in (1_i64..).zip(it.we_will) {
        to.commitments.push(Commitment {
            id: commitment(&format!("{number}.{position}")),
            version: 1,
            promise_id,
            position,
            text: will.text.into(),
            plain_text: will.plain.into(),
            person_id: Some(person(will.owner)),
            person_words: String::new(),
            due: Some(calendar.day(will.due)),
            done_on: will.done.map(|(ago, _)| calendar.day(ago)),
            done_plain: will.done.map_or(String::new(), |(_, plain)| plain.into()),
        });
    }
    if let Some(count) = &it.measure {
        add_measure(to, calendar, number, count);
    }
}

/// A measure with numbers of its own, or one that is drawn from an indicator, which then has them.
fn add_measure(to: &mut Records, calendar: &Calendar, number: i64, count: &Count) {
    let watched = indicators::watched_by(number);
    let on = |back: usize| calendar.half_term(back).map_or(calendar.today, |it| it.starts);
    let points = (0..6_usize).zip(count.points);
    let is_own = watched.is_none();
    to.measures.push(Measure {
        id: id("measure", &number.to_string()),
        version: 1,
        promise_id: promise(&number.to_string()),
        position: 1,
        indicator_id: watched,
        text: count.text.into(),
        plain_text: count.plain.into(),
        unit: count.unit.into(),
        counts: count.unit != "weeks",
        better: count.better,
        target: Some(count.target).filter(|_| is_own),
        like_us: count.like_us.filter(|_| is_own),
        england: count.england.filter(|_| is_own),
        all_children: None,
        points: points
            .filter(|_| is_own)
            .map(|(at, value)| MeasurePoint { on: on(5 - at), value, of: None })
            .collect(),
        why: if is_own { count.why.into() } else { String::new() },
    });
}
