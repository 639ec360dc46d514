//! Anytown's older set of promises, which stays readable: four, and what was said of them in their last year.

use chrono::Days;
use pledgeboard_domain::{Check, Commitment, Lens, Promise, Rating, StrategyPeriod, id::PromiseId};

use super::{
    calendar::Calendar,
    checks::earlier,
    ids::{commitment, id, person, promise, theme},
    promises::begins,
};
use crate::transfer::Records;

struct Older {
    title: &'static str,
    text: &'static str,
    theme: &'static str,
    owner: &'static str,
    did: &'static str,
    /// As in the table of today's promises: one letter a half-term, oldest first.
    checks: [&'static str; 3],
    /// The number of the promise of today that follows it.
    followed_by: i64,
}

const OLDER: [Older; 4] = [
    Older {
        title: "A place to call home",
        text: "We will find you a home near the people you know.",
        theme: "stays",
        owner: "brennan",
        did: "Placements are planned by a panel.",
        checks: ["gggkkk", "-g-g-g", "nnnngg"],
        followed_by: 2,
    },
    Older {
        title: "Listen to us",
        text: "We will ask you before we decide about you.",
        theme: "heard",
        owner: "marsh",
        did: "Every review begins with the child’s own words.",
        checks: ["nggggg", "n-g-g-", "nnnggg"],
        followed_by: 1,
    },
    Older {
        title: "Help at school",
        text: "We will make sure that somebody at your school knows you and helps you.",
        theme: "school",
        owner: "rahman",
        did: "Each school has a named teacher for children in care.",
        checks: ["ggkkkk", "-g-k-k", "ggggkk"],
        followed_by: 4,
    },
    Older {
        title: "A good start at 18",
        text: "We will help you to a home of your own and into work.",
        theme: "adult",
        owner: "marsh",
        did: "Every care leaver has a personal adviser.",
        checks: ["nngggg", "--n-g-", "nnnnnn"],
        followed_by: 8,
    },
];

/// Six half-terms, the newest one the last before today's set.
const NEWEST: usize = 12;

/// The older promise that one of today's follows.
pub(super) fn followed_by(number: i64) -> Option<PromiseId> {
    (1_u32..).zip(&OLDER).find(|(_, it)| it.followed_by == number).map(|(own, _)| older(own))
}

fn older(number: u32) -> PromiseId {
    promise(&format!("older {number}"))
}

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    let ends = begins(calendar) - Days::new(1);
    let starts = ends - Days::new(1460);
    let period = id("strategy period", "older");
    to.strategy_periods.push(StrategyPeriod {
        id: period,
        version: 1,
        name: format!("Our pledge to you, {} to {}", starts.format("%Y"), ends.format("%Y")),
        starts,
        ends: Some(ends),
        vision_for_children: "We will do for you what we would do for our own children.".into(),
    });
    for (number, it) in (1_u32..).zip(&OLDER) {
        to.promises.push(Promise {
            id: older(number),
            version: 1,
            strategy_period_id: period,
            number: number.into(),
            title: it.title.into(),
            text: it.text.into(),
            plain_text: it.text.into(),
            theme_id: theme(it.theme),
            principles: vec![],
            voices: vec![],
            you_said_plain: String::new(),
            person_id: Some(person(it.owner)),
            review_every: 1,
            retired_on: None,
            follows_id: None,
        });
        to.commitments.push(Commitment {
            id: commitment(&format!("older {number}")),
            version: 1,
            promise_id: older(number),
            position: 1,
            text: it.did.trim_end_matches('.').into(),
            plain_text: it.did.into(),
            person_id: Some(person(it.owner)),
            person_words: String::new(),
            due: Some(ends),
            done_on: Some(ends - Days::new(60)),
            done_plain: it.did.into(),
        });
        for (at, lens) in Lens::ALL.iter().enumerate() {
            judge(to, calendar, number, it, at, *lens);
        }
    }
}

fn judge(to: &mut Records, calendar: &Calendar, number: u32, it: &Older, at: usize, lens: Lens) {
    let letters = it.checks[at];
    for (place, letter) in letters.char_indices() {
        let rating = match letter {
            'k' => Rating::Kept,
            'g' => Rating::GettingThere,
            'n' => Rating::NotYet,
            _ => continue,
        };
        let Some(half_term) = calendar.half_term(NEWEST + letters.len() - 1 - place) else { continue };
        let (evidence, source) = earlier(lens, rating);
        to.checks.push(Check {
            id: id("check", &format!("older {number} {at} {place}")),
            version: 1,
            promise_id: older(number),
            lens,
            rating,
            on: half_term.ends - Days::new(u64::from(number)),
            evidence: evidence.into(),
            source: source.into(),
            event_id: None,
            person_id: Some(person(match lens {
                Lens::Officers => it.owner,
                Lens::LinkChampion => super::checks::champion(it.theme),
                Lens::Children => "tanner",
            })),
        });
    }
}
