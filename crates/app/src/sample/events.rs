//! A year of Link Champions' events: twelve held, three planned, with what was seen there.

use pledgeboard_domain::{
    AgeBand, AwayForm, Came, Event, EventKind, RealityCheck, Verdict, away::form::number_of,
    half_term::half_term_on,
};

use super::{
    calendar::Calendar,
    ids::{event, id, item, person, promise, theme},
    themes::cohort,
};
use crate::transfer::Records;

use AgeBand::{From5To10, From11To15, From16To17, From18To25};

struct Visit {
    key: &'static str,
    title: &'static str,
    theme: &'static str,
    /// Days ago; negative for a day to come.
    ago: i64,
    place: &'static str,
    kind: EventKind,
    who: &'static str,
    came: &'static [(usize, AgeBand, u32)],
    happened: &'static str,
    take: &'static str,
}

const EVENTS: [Visit; 16] = [
    Visit {
        key: "pizza",
        title: "Pizza night",
        theme: "stays",
        ago: 4,
        place: "Oak House",
        kind: EventKind::Meal,
        who: "okafor",
        came: &[(11, From11To15, 6), (10, From11To15, 5), (10, From5To10, 3)],
        happened: "We made pizza, then talked in twos and threes. Moving home was what most wanted to talk about: not \
                   the move itself so much as not being told. Two had moved in the half-term. One had changed school as \
                   well and had not been asked about either.",
        take: "Who tells the school when a child moves, and by when? The report says the same day. Three of the young \
               people say it was not.",
    },
    Visit {
        key: "dropin",
        title: "Care leavers' drop-in",
        theme: "call",
        ago: 5,
        place: "Youth Hub",
        kind: EventKind::DropIn,
        who: "hargreaves",
        came: &[(4, From18To25, 9), (3, From16To17, 4)],
        happened: "Thirteen came over two hours. Advisers ring back more than they did in the spring, and people said so. \
                   Evenings and weekends are still a worry.",
        take: "The out-of-hours number is on the leaflet but nobody at the drop-in had it.",
    },
    Visit {
        key: "football",
        title: "Half-term football and lunch",
        theme: "heard",
        ago: 26,
        place: "Millfield Sports Ground",
        kind: EventKind::Activity,
        who: "yusuf",
        came: &[(2, From11To15, 11), (8, From16To17, 6), (1, From5To10, 5)],
        happened: "Two interpreters came, which made all the difference. Lunch went on for an hour longer than planned.",
        take: "Reviews are still being held in school time. Four young people raised it without being asked.",
    },
    // Held, and nobody has written down what was said.
    Visit {
        key: "savings",
        title: "Savings and first bank cards",
        theme: "adult",
        ago: 12,
        place: "Youth Hub",
        kind: EventKind::Activity,
        who: "hargreaves",
        came: &[(3, From16To17, 7), (4, From18To25, 5)],
        happened: "The credit union opened accounts on the spot. There was no time to sit and talk.",
        take: "",
    },
    Visit {
        key: "homework",
        title: "Homework club",
        theme: "school",
        ago: 47,
        place: "Central Library",
        kind: EventKind::Visit,
        who: "yusuf",
        came: &[(2, From11To15, 8), (1, From5To10, 5)],
        happened: "Sat in on the club and helped with fractions. The tutors are good and the room is too small.",
        take: "Laptops arrive weeks after a child starts at a new school.",
    },
    Visit {
        key: "kitchen",
        title: "Cook and talk",
        theme: "adult",
        ago: 61,
        place: "Youth Hub kitchen",
        kind: EventKind::Meal,
        who: "hargreaves",
        came: &[(3, From16To17, 6), (4, From18To25, 5)],
        happened: "Cooked a week's meals for two people for £25. Talked about first flats, deposits and council tax letters.",
        take: "The council sends its own care leavers court letters about council tax before anyone rings them.",
    },
    Visit {
        key: "bedrooms",
        title: "Young inspectors at Elm Lodge",
        theme: "safe",
        ago: 77,
        place: "Elm Lodge",
        kind: EventKind::Inspection,
        who: "adeyemi",
        came: &[(11, From11To15, 5), (11, From16To17, 4)],
        happened: "The young inspectors led. They looked at bedrooms, locks, the garden and the complaints box, and asked \
                   staff eleven questions of their own.",
        take: "Two bedroom doors do not lock. The complaints box was empty and its key could not be found.",
    },
    Visit {
        key: "picnic",
        title: "Brothers and sisters picnic",
        theme: "stays",
        ago: 118,
        place: "Anytown Park",
        kind: EventKind::Activity,
        who: "okafor",
        came: &[(15, From5To10, 12), (15, From11To15, 9), (12, From5To10, 5)],
        happened: "Eight families of brothers and sisters who live apart spent the day together. Several had not met since \
                   Easter.",
        take: "Contact is cancelled when there is no driver. Families keep a list; the council does not.",
    },
    Visit {
        key: "nurse",
        title: "Health drop-in",
        theme: "healthy",
        ago: 152,
        place: "Vale Health Centre",
        kind: EventKind::DropIn,
        who: "price",
        came: &[(2, From11To15, 7), (3, From16To17, 5)],
        happened: "The nurse saw nine young people without an appointment. Waiting for CAMHS was the main subject.",
        take: "The wait is counted from assessment, not from asking for help. Young people count from asking.",
    },
    Visit {
        key: "forum",
        title: "Children in Care Council takes over the chamber",
        theme: "heard",
        ago: 179,
        place: "Town Hall",
        kind: EventKind::Forum,
        who: "yusuf",
        came: &[(2, From11To15, 13), (3, From16To17, 6), (1, From5To10, 6)],
        happened: "Twenty-five young people sat in the members' seats, councillors in the public gallery. They voted on the \
                   three promises that matter most to them.",
        take: "The chamber's three: a home that stays, someone to call, and reviews that are about us.",
    },
    Visit {
        key: "celebration",
        title: "Celebration evening",
        theme: "school",
        ago: 214,
        place: "Anytown Theatre",
        kind: EventKind::Celebration,
        who: "yusuf",
        came: &[(2, From11To15, 31), (1, From5To10, 24), (4, From18To25, 12)],
        happened: "Certificates, a band of young musicians, and a speech by a care leaver who starts nursing in September.",
        take: "Ask for the date to be fixed a year ahead so that carers can come.",
    },
    Visit {
        key: "survey",
        title: "Survey on feeling safe",
        theme: "safe",
        ago: 243,
        place: "By phone and on paper",
        kind: EventKind::Survey,
        who: "adeyemi",
        came: &[(2, From11To15, 19), (11, From11To15, 8), (3, From16To17, 7)],
        happened: "Thirty-four answered. Most feel safe where they live; fewer feel safe on the way to school.",
        take: "Six in ten say they would not know whom to tell at night.",
    },
    Visit {
        key: "cricket",
        title: "Cricket and tea with young people new to Anytown",
        theme: "healthy",
        ago: 285,
        place: "Canal Street Hall",
        kind: EventKind::Activity,
        who: "price",
        came: &[(8, From16To17, 9), (9, From11To15, 5)],
        happened: "An interpreter trusted by the group came. Talk was of sleep, of food, and of missing home.",
        take: "Registering with a dentist takes a form that exists only in English.",
    },
    Visit {
        key: "wreaths",
        title: "Wreaths and hot chocolate",
        theme: "adult",
        ago: -9,
        place: "Youth Hub",
        kind: EventKind::Activity,
        who: "hargreaves",
        came: &[],
        happened: "",
        take: "",
    },
    Visit {
        key: "rehearsal",
        title: "Takeover day: rehearsal and questions",
        theme: "heard",
        ago: -17,
        place: "Town Hall",
        kind: EventKind::Takeover,
        who: "yusuf",
        came: &[],
        happened: "",
        take: "",
    },
    Visit {
        key: "elm",
        title: "Back to Elm Lodge",
        theme: "safe",
        ago: -51,
        place: "Elm Lodge",
        kind: EventKind::Visit,
        who: "adeyemi",
        came: &[],
        happened: "",
        take: "",
    },
];

struct Claim {
    event: &'static str,
    claim: &'static str,
    stands_in: &'static str,
    promise: Option<u32>,
    item: &'static str,
    verdict: Verdict,
    seen: &'static str,
}

const CLAIMS: [Claim; 8] = [
    Claim {
        event: "pizza",
        claim: "Schools are told on the day that a child moves.",
        stands_in: "Placements report, quarter 2",
        promise: Some(2),
        item: "next promise",
        verdict: Verdict::NotTrue,
        seen: "Three young people who moved this half-term said that school found out from them, days later.",
    },
    Claim {
        event: "pizza",
        claim: "Every child is asked before a move.",
        stands_in: "Promise 2",
        promise: Some(2),
        item: "next promise",
        verdict: Verdict::Partly,
        seen: "Two were asked; one was told in the car.",
    },
    Claim {
        event: "dropin",
        claim: "Advisers ring back within two working days.",
        stands_in: "Leaving care report, quarter 2",
        promise: Some(7),
        item: "",
        verdict: Verdict::Partly,
        seen: "Most said yes, and that it is new. Nobody is rung back after five or at weekends.",
    },
    Claim {
        event: "homework",
        claim: "Every child has a laptop within a week of starting school.",
        stands_in: "Virtual School report, summer",
        promise: Some(4),
        item: "",
        verdict: Verdict::NotTrue,
        seen: "Three at the club had waited between four and seven weeks.",
    },
    Claim {
        event: "bedrooms",
        claim: "All bedrooms have working locks.",
        stands_in: "Homes report, spring",
        promise: Some(3),
        item: "",
        verdict: Verdict::NotTrue,
        seen: "Two of nine doors do not lock.",
    },
    Claim {
        event: "picnic",
        claim: "Brothers and sisters who live apart meet at least once a month.",
        stands_in: "Placements report, quarter 1",
        promise: Some(6),
        item: "",
        verdict: Verdict::NotTrue,
        seen: "Five of eight families had not met since Easter.",
    },
    Claim {
        event: "nurse",
        claim: "The nurse can be seen without an appointment.",
        stands_in: "Health report, quarter 4",
        promise: Some(5),
        item: "",
        verdict: Verdict::True,
        seen: "Nine were seen while I was there.",
    },
    Claim {
        event: "cricket",
        claim: "Every young person new to Anytown has a dentist within three months.",
        stands_in: "Health report, quarter 3",
        promise: Some(5),
        item: "",
        verdict: Verdict::CannotTell,
        seen: "Half did not know what the letter they had been sent was for.",
    },
];

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    for it in &EVENTS {
        let date = calendar.day(it.ago);
        to.events.push(Event {
            id: event(it.key),
            version: 1,
            title: it.title.into(),
            theme_id: theme(it.theme),
            half_term_id: half_term_on(date, &calendar.half_terms).map(|it| it.id),
            date,
            place: it.place.into(),
            kind: it.kind,
            person_id: Some(person(it.who)),
            held: it.ago >= 0,
            came: it
                .came
                .iter()
                .map(|(group, age_band, count)| Came {
                    cohort_id: Some(cohort(*group)),
                    age_band: *age_band,
                    count: *count,
                })
                .collect(),
            came_total: None,
            what_happened: it.happened.into(),
            take_to_board: it.take.into(),
        });
    }
    let event_id = event("away");
    to.away_forms.push(AwayForm {
        id: id("away form", "1"),
        version: 1,
        number: number_of(event_id),
        event_id,
        theme_id: theme("stays"),
        person_id: Some(person("okafor")),
        made_on: calendar.day(6),
        imported_on: None,
        imported: vec![],
    });
    for (at, it) in CLAIMS.iter().enumerate() {
        to.reality_checks.push(RealityCheck {
            id: id("reality check", &at.to_string()),
            version: 1,
            event_id: event(it.event),
            claim: it.claim.into(),
            stands_in: it.stands_in.into(),
            promise_id: it.promise.map(|number| promise(&number.to_string())),
            agenda_item_id: Some(it.item).filter(|key| !key.is_empty()).map(item),
            verdict: it.verdict,
            seen: it.seen.into(),
        });
    }
}

/// The day of an event, in days before today.
pub(super) fn ago(key: &str) -> Option<i64> {
    EVENTS.iter().find(|it| it.key == key).map(|it| it.ago)
}
