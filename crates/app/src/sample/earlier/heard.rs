//! Events with what was said there, and each half-term's checks.

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    AgeBand, Came, Check, Event, EventKind, Lens, Rating, Share, Voice, half_term::half_term_on,
};

use super::{Making, THEMES, period, phrases};
use crate::{
    sample::{
        checks::{champion, earlier as evidence},
        ids::{id, person, theme},
        themes::cohort,
    },
    transfer::Records,
};

const VOICES_AT_AN_EVENT: usize = 5;

pub(super) fn event(making: &mut Making, year: u32, place: u64, on: NaiveDate) -> Records {
    let mut records = Records::default();
    let at = usize::try_from(place).unwrap_or_default();
    let (title, where_held) = phrases::EVENTS[at % phrases::EVENTS.len()];
    let focus = THEMES[(at + usize::try_from(year).unwrap_or_default()) % THEMES.len()];
    let bands = AgeBand::ALL;
    let happened = making.chance.pick(&phrases::HAPPENED).unwrap_or_default();
    let event = Event {
        id: id("event", &format!("earlier {year} {place}")),
        version: 1,
        title: title.into(),
        theme_id: theme(focus),
        half_term_id: half_term_on(on, &making.calendar.half_terms).map(|it| it.id),
        date: on,
        place: where_held.into(),
        kind: EventKind::ALL[at % EventKind::ALL.len()],
        person_id: Some(person(champion(focus))),
        held: true,
        came: (1..4)
            .map(|band| Came {
                cohort_id: Some(cohort(making.chance.below(12))),
                age_band: bands[band],
                count: u32::try_from(3 + making.chance.below(14)).unwrap_or_default(),
            })
            .collect(),
        came_total: None,
        what_happened: happened.into(),
        take_to_board: "What became of what they said last time?".into(),
    };
    for n in 0..VOICES_AT_AN_EVENT {
        let voice = voice(making, &event, &format!("earlier {year} {place} {n}"));
        making.waiting.push(voice.id);
        records.voices.push(voice);
    }
    records.events.push(event);
    records
}

fn voice(making: &mut Making, event: &Event, key: &str) -> Voice {
    let (focus, words, options) = making.chance.pick(&phrases::SAID).unwrap_or(phrases::SAID[0]);
    let filled = words.replace("{}", making.chance.pick(options).unwrap_or_default());
    let share = match making.chance.below(10) {
        0 => Share::No,
        1 | 2 => Share::BoardOnly,
        _ => Share::Anywhere,
    };
    Voice {
        id: id("voice", key),
        version: 1,
        words: filled,
        is_quote: !making.chance.once_in(6),
        heard_on: event.date,
        event_id: Some(event.id),
        source: String::new(),
        theme_id: theme(focus),
        cohort_id: Some(cohort(making.chance.below(17))),
        age_band: making.chance.pick(AgeBand::ALL),
        share,
        sensitive: making.chance.once_in(15),
    }
}

/// Every promise of that time, through each lens.
pub(super) fn checks(making: &mut Making, back: usize) -> Records {
    let mut records = Records::default();
    let Some(half_term) = making.calendar.half_term(back) else { return records };
    let ends = half_term.ends;
    let year = u32::try_from(back / 6).unwrap_or(1).max(1);
    for number in 1..=10_usize {
        for (at, lens) in Lens::ALL.iter().enumerate() {
            let rating = making.chance.pick(Rating::ALL).unwrap_or(Rating::CannotTell);
            let (words, source) = evidence(*lens, rating);
            records.checks.push(Check {
                id: id("check", &format!("earlier {back} {number} {at}")),
                version: 1,
                promise_id: period::promise(year, number),
                lens: *lens,
                rating,
                on: ends - Days::new(u64::try_from(number + at).unwrap_or_default()),
                evidence: words.into(),
                source: source.into(),
                event_id: None,
                person_id: Some(person(if *lens == Lens::Children { "tanner" } else { "yusuf" })),
            });
        }
    }
    records
}
