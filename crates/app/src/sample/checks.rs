//! Each half-term's checks of the promises through the three lenses, which sometimes disagree.

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{Check, Lens, Rating};

use super::{
    calendar::Calendar,
    ids::{event, id, person, promise},
    pledges,
    promises::Pledge,
};
use crate::transfer::Records;

/// What an earlier check rested on, by lens and rating.
pub(super) fn earlier(lens: Lens, rating: Rating) -> (&'static str, &'static str) {
    match (lens, rating) {
        (Lens::Officers, Rating::Kept) => {
            ("The figures met what was planned for the quarter.", "Quarterly report")
        }
        (Lens::Officers, Rating::GettingThere) => {
            ("On the way: most of what was planned for the quarter is in place.", "Quarterly report")
        }
        (Lens::Officers, Rating::NotYet) => {
            ("The work has begun and shows no results yet.", "Quarterly report")
        }
        (Lens::LinkChampion, Rating::Kept) => {
            ("What I was told matched what I saw.", "Link Champion's visit")
        }
        (Lens::LinkChampion, Rating::GettingThere) => {
            ("True for some of those I met, not for all.", "Link Champion's visit")
        }
        (Lens::LinkChampion, Rating::NotYet) => {
            ("Nobody I met had noticed a difference.", "Link Champion's visit")
        }
        (Lens::Children, Rating::Kept) => ("Most say that it is so for them.", "Dots on a wall"),
        (Lens::Children, Rating::GettingThere) => {
            ("Better than it was, they say, and not for everyone.", "Dots on a wall")
        }
        (Lens::Children, Rating::NotYet) => ("Most say that nothing has changed for them.", "Dots on a wall"),
        (_, Rating::CannotTell) => ("Too few were asked to say.", "Participation report"),
    }
}

fn rating(letter: char) -> Option<Rating> {
    match letter {
        'k' => Some(Rating::Kept),
        'g' => Some(Rating::GettingThere),
        'n' => Some(Rating::NotYet),
        '?' => Some(Rating::CannotTell),
        _ => None,
    }
}

/// The Link Champion of each theme, who made its checks.
pub(super) fn champion(theme: &str) -> &'static str {
    match theme {
        "stays" => "okafor",
        "safe" => "adeyemi",
        "healthy" => "price",
        "school" | "heard" => "yusuf",
        _ => "hargreaves",
    }
}

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    for (number, pledge) in (1_u32..).zip(pledges::promises()) {
        for (at, lens) in Lens::ALL.iter().enumerate() {
            add_lens(to, calendar, number, pledge, at, *lens);
        }
    }
}

fn add_lens(to: &mut Records, calendar: &Calendar, number: u32, pledge: &Pledge, at: usize, lens: Lens) {
    let letters = pledge.checks[at];
    let newest = letters.rfind(|letter| letter != '-');
    for (place, letter) in letters.char_indices() {
        let Some(rating) = rating(letter) else { continue };
        let is_newest = Some(place) == newest;
        let (evidence, source) = if is_newest { pledge.evidence[at] } else { earlier(lens, rating) };
        let who = match lens {
            Lens::Officers => pledge.owner,
            Lens::LinkChampion => champion(pledge.theme),
            Lens::Children => "tanner",
        };
        let seen_at = match source {
            "Pizza night" | "Pizza night, hands up" => Some("pizza"),
            "Care leavers' drop-in" => Some("dropin"),
            _ => None,
        };
        let on = match seen_at {
            Some(key) => super::events::ago(key).map_or(calendar.today, |ago| calendar.day(ago)),
            None => day(calendar, letters.len() - 1 - place, number, at),
        };
        to.checks.push(Check {
            id: id("check", &format!("{number} {at} {place}")),
            version: 1,
            promise_id: promise(&number.to_string()),
            lens,
            rating,
            on,
            evidence: evidence.into(),
            source: source.into(),
            event_id: seen_at.map(event),
            person_id: Some(person(who)),
        });
    }
}

/// A day in the half-term `back` before the current one, never after today.
fn day(calendar: &Calendar, back: usize, number: u32, lens: usize) -> NaiveDate {
    let Some(half_term) = calendar.half_term(back) else { return calendar.today };
    let days = u64::from(number) + 2 * u64::try_from(lens).unwrap_or_default();
    if back == 0 {
        (calendar.today - Days::new(1))
            .max(half_term.starts)
            .min(half_term.starts + Days::new(days))
            .min(calendar.today)
    } else {
        half_term.ends - Days::new(days)
    }
}
