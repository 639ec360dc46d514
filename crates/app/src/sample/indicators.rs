//! The numbers that Anytown watches: those of its promises, and others that the board wants to see each time.

use pledgeboard_domain::{
    Indicator, IndicatorPoint, Measure,
    fixed::indicators::usual_indicators,
    id::{IndicatorId, IndicatorPointId},
};

use super::{
    calendar::Calendar,
    ids::{id, promise, theme},
    pledges,
};
use crate::{indicators::usual, transfer::Records};

/// Usual indicator, and the promise whose numbers in the table of promises are its own.
const OF_PROMISES: [(&str, usize, &str); 4] =
    [("three_homes", 2, "stays"), ("reviews", 1, "heard"), ("pep", 4, "school"), ("suitable_19", 8, "adult")];

struct Watched {
    key: &'static str,
    theme: &'static str,
    target: f64,
    /// Out of how many children, each time.
    of: Option<i64>,
    /// A half-term apart, oldest first.
    values: [f64; 4],
    like_us: Option<f64>,
    england: Option<f64>,
    all_children: Option<f64>,
    why: &'static str,
}

const OTHERS: [Watched; 9] = [
    Watched {
        key: "same_home",
        theme: "stays",
        target: 72.0,
        of: Some(86),
        values: [70.0, 69.0, 67.0, 65.0],
        like_us: Some(68.0),
        england: Some(69.0),
        all_children: None,
        why: "Three long placements ended when carers retired.",
    },
    Watched {
        key: "twenty_miles",
        theme: "stays",
        target: 12.0,
        of: Some(231),
        values: [19.0, 18.0, 17.0, 16.0],
        like_us: Some(15.0),
        england: Some(21.0),
        all_children: None,
        why: "Twelve new foster homes near here.",
    },
    Watched {
        key: "health",
        theme: "healthy",
        target: 95.0,
        of: Some(174),
        values: [86.0, 88.0, 91.0, 93.0],
        like_us: Some(90.0),
        england: Some(89.0),
        all_children: None,
        why: "Clinics on Saturdays since the spring.",
    },
    Watched {
        key: "dental",
        theme: "healthy",
        target: 90.0,
        of: Some(174),
        values: [78.0, 76.0, 74.0, 74.0],
        like_us: Some(79.0),
        england: Some(76.0),
        all_children: Some(52.0),
        why: "Two practices take no new patients.",
    },
    Watched {
        key: "sdq",
        theme: "healthy",
        target: 13.0,
        of: None,
        values: [14.6, 14.4, 14.3, 14.1],
        like_us: Some(14.0),
        england: Some(14.4),
        all_children: None,
        why: "",
    },
    Watched {
        key: "absence",
        theme: "school",
        target: 5.0,
        of: None,
        values: [7.4, 7.0, 6.8, 6.9],
        like_us: Some(6.5),
        england: Some(6.2),
        all_children: Some(6.7),
        why: "One long illness weighs on a small number of pupils.",
    },
    Watched {
        key: "missing",
        theme: "safe",
        target: 10.0,
        of: None,
        values: [31.0, 26.0, 22.0, 18.0],
        like_us: None,
        england: None,
        all_children: None,
        why: "Return interviews are done by people whom young people chose.",
    },
    Watched {
        key: "in_touch",
        theme: "call",
        target: 98.0,
        of: Some(143),
        values: [90.0, 92.0, 92.0, 95.0],
        like_us: Some(92.0),
        england: Some(91.0),
        all_children: None,
        why: "Advisers have the time for it since cases were shared out anew.",
    },
    Watched {
        key: "visitors",
        theme: "call",
        target: 12.0,
        of: None,
        values: [9.0, 8.0, 6.0, 4.0],
        like_us: None,
        england: None,
        all_children: None,
        why: "Five volunteers moved away and nobody trained new ones.",
    },
];

/// The indicator from which the measure of a promise is drawn.
pub(super) fn watched_by(number: i64) -> Option<IndicatorId> {
    let of = |(key, promise, _): &(&str, usize, &str)| {
        (i64::try_from(*promise) == Ok(number)).then(|| indicator(key))
    };
    OF_PROMISES.iter().find_map(of)
}

fn indicator(key: &str) -> IndicatorId {
    id("indicator", key)
}

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    for (key, number, about) in OF_PROMISES {
        let Some(count) = pledges::promises().nth(number - 1).and_then(|it| it.measure.as_ref()) else {
            continue;
        };
        begin(to, key, about, count.target);
        for (back, value) in (0..count.points.len()).rev().zip(count.points) {
            let newest = back == 0;
            let point = point(calendar, key, back, value);
            to.indicator_points.push(IndicatorPoint {
                like_us: count.like_us,
                england: count.england,
                why: if newest { count.why.into() } else { String::new() },
                ..point
            });
        }
    }
    for it in &OTHERS {
        begin(to, it.key, it.theme, it.target);
        for (back, value) in (0..it.values.len()).rev().zip(it.values) {
            to.indicator_points.push(IndicatorPoint {
                of: it.of,
                like_us: it.like_us,
                england: it.england,
                all_children: it.all_children,
                why: if back == 0 { it.why.into() } else { String::new() },
                ..point(calendar, it.key, back, value)
            });
        }
    }
}

/// The number of moves is watched by a second promise too: it is entered once.
pub(super) fn add_second_measures(to: &mut Records) {
    let Some(first) = to.measures.iter().find(|it| it.promise_id == promise("2")).cloned() else { return };
    to.measures.push(Measure {
        id: id("measure", "3 again"),
        promise_id: promise("3"),
        position: 2,
        text: "had to move three or more times".into(),
        plain_text: "We count how many of you had to move three times or more.".into(),
        ..first
    });
}

fn begin(to: &mut Records, key: &str, about: &str, target: f64) {
    let position = i64::try_from(to.indicators.len()).unwrap_or_default() + 1;
    if let Some(usual) = usual_indicators().find(|it| it.key == key) {
        to.indicators.push(Indicator {
            version: 1,
            target: Some(target),
            theme_id: Some(theme(about)),
            ..usual::indicator(indicator(key), position, usual)
        });
    }
}

fn point(calendar: &Calendar, key: &str, back: usize, value: f64) -> IndicatorPoint {
    let half_term = calendar.half_term(back);
    IndicatorPoint {
        id: id::<IndicatorPointId>("indicator point", &format!("{key} {back}")),
        version: 1,
        indicator_id: indicator(key),
        on: half_term.map_or(calendar.today, |it| it.starts),
        period: half_term.map(|it| it.name()).unwrap_or_default(),
        value,
        of: None,
        like_us: None,
        england: None,
        all_children: None,
        why: String::new(),
    }
}
