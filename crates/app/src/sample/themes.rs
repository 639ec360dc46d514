//! The seven themes of Anytown's year, and who champions them.

use pledgeboard_domain::{
    Assignment, ChampionKind, Cohort, Theme, fixed::cohorts::COHORTS, fixed::principles::Principle,
};

use super::{
    calendar::Calendar,
    ids::{id, person, theme},
};
use crate::transfer::Records;

use Principle::{
    AccessToServices, BestInterests, ExpressViews, HighAspirations, PreparationForAdulthood,
    SafetyAndStability, TakeViewsIntoAccount,
};

struct Focus {
    key: &'static str,
    name: &'static str,
    child_name: &'static str,
    icon: &'static str,
    colour: &'static str,
    keywords: &'static [&'static str],
    principles: &'static [Principle],
    questions: &'static [&'static str],
}

const THEMES: [Focus; 7] = [
    Focus {
        key: "stays",
        name: "A home that stays",
        child_name: "A home that stays",
        icon: "house",
        colour: "teal",
        keywords: &["move", "moved", "placement", "foster", "carer", "brother", "sister", "pack", "bag"],
        principles: &[SafetyAndStability, BestInterests],
        questions: &[
            "Who asked the child before the last move, and what did they say?",
            "How many brothers and sisters live apart, and how often do they meet?",
            "What would have to be true for every child to live near their school?",
        ],
    },
    Focus {
        key: "call",
        name: "Someone to call",
        child_name: "Someone to call",
        icon: "phone",
        colour: "plum",
        keywords: &["social worker", "adviser", "PA", "ring", "rings", "phone", "text", "reply", "duty"],
        principles: &[AccessToServices, SafetyAndStability],
        questions: &[
            "How many social workers has each child had this year?",
            "Who answers at nine in the evening?",
        ],
    },
    Focus {
        key: "safe",
        name: "Feeling safe at home",
        child_name: "Feeling safe at home",
        icon: "shield-check",
        colour: "sun",
        keywords: &["safe", "lock", "room", "noise", "scared", "night", "private", "bully"],
        principles: &[SafetyAndStability, BestInterests],
        questions: &[
            "Would this be good enough for my child?",
            "What did the last inspection by young people find?",
        ],
    },
    Focus {
        key: "healthy",
        name: "Being healthy",
        child_name: "Being healthy",
        icon: "heart-pulse",
        colour: "coral",
        keywords: &[
            "dentist", "doctor", "CAMHS", "therapy", "sleep", "food", "gym", "nurse", "sad", "worried",
        ],
        principles: &[BestInterests, AccessToServices],
        questions: &[
            "How long does a child wait for a first appointment with CAMHS?",
            "Who does not have a dentist, and why?",
        ],
    },
    Focus {
        key: "school",
        name: "School that works for me",
        child_name: "School that works for me",
        icon: "graduation-cap",
        colour: "leaf",
        keywords: &[
            "school", "teacher", "class", "exam", "GCSE", "PEP", "homework", "college", "laptop", "excluded",
        ],
        principles: &[HighAspirations, AccessToServices],
        questions: &[
            "Who is out of school today?",
            "What do children say about their education plan meeting?",
        ],
    },
    Focus {
        key: "adult",
        name: "Ready for adult life",
        child_name: "Ready for adult life",
        icon: "key",
        colour: "teal",
        keywords: &[
            "flat",
            "rent",
            "money",
            "job",
            "driving",
            "cook",
            "budget",
            "pathway",
            "council tax",
            "bank",
        ],
        principles: &[PreparationForAdulthood, HighAspirations],
        questions: &[
            "Who turned 18 this quarter, and where do they live?",
            "What would a good parent do here?",
        ],
    },
    Focus {
        key: "heard",
        name: "Being heard",
        child_name: "Being heard",
        icon: "megaphone",
        colour: "plum",
        keywords: &["listen", "meeting", "review", "asked", "complaint", "say", "interpreter", "told"],
        principles: &[ExpressViews, TakeViewsIntoAccount],
        questions: &["What changed because a child said it?", "Whom have we not heard this half-term?"],
    },
];

/// Theme, champion, kind, and days ago on which it began and ended.
type Links = (&'static str, &'static str, ChampionKind, i64, Option<i64>);

const CHAMPIONS: [Links; 15] = [
    ("stays", "okafor", ChampionKind::LinkChampion, 420, None),
    ("stays", "brennan", ChampionKind::OfficerChampion, 420, None),
    ("call", "price", ChampionKind::LinkChampion, 540, Some(421)),
    ("call", "hargreaves", ChampionKind::LinkChampion, 420, None),
    ("call", "marsh", ChampionKind::OfficerChampion, 420, None),
    ("safe", "adeyemi", ChampionKind::LinkChampion, 420, None),
    ("safe", "brennan", ChampionKind::OfficerChampion, 420, None),
    // Cllr Price left, and nobody has taken it on since.
    ("healthy", "price", ChampionKind::LinkChampion, 420, Some(39)),
    ("healthy", "nair", ChampionKind::OfficerChampion, 420, None),
    ("school", "yusuf", ChampionKind::LinkChampion, 420, Some(24)),
    ("school", "shah", ChampionKind::LinkChampion, 23, None),
    ("school", "rahman", ChampionKind::OfficerChampion, 420, None),
    ("adult", "hargreaves", ChampionKind::LinkChampion, 300, None),
    ("heard", "yusuf", ChampionKind::LinkChampion, 420, None),
    ("heard", "tanner", ChampionKind::OfficerChampion, 420, None),
];

pub(super) fn cohort(at: usize) -> pledgeboard_domain::id::CohortId {
    id("cohort", &at.to_string())
}

/// The cohorts that a board starts with.
pub(super) fn default_cohorts() -> Vec<Cohort> {
    (0..)
        .zip(COHORTS)
        .map(|(position, it)| Cohort {
            id: cohort(usize::try_from(position).unwrap_or_default()),
            version: 1,
            name: it.name.into(),
            heard_by: it.heard_by.into(),
            told_by: it.told_by.into(),
            position,
            age_bands: it.age_bands.to_vec(),
        })
        .collect()
}

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    to.cohorts = default_cohorts();
    let lines = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    for (position, it) in (0..).zip(&THEMES) {
        to.themes.push(Theme {
            id: theme(it.key),
            version: 1,
            name: it.name.into(),
            child_name: it.child_name.into(),
            icon: it.icon.into(),
            colour: it.colour.into(),
            keywords: lines(it.keywords),
            principles: it.principles.to_vec(),
            questions: lines(it.questions),
            position,
            retired_on: None,
        });
    }
    for (focus, who, kind, from, until) in CHAMPIONS {
        to.assignments.push(Assignment {
            id: id("assignment", &format!("{focus} {who} {}", kind.as_str())),
            version: 1,
            theme_id: theme(focus),
            person_id: person(who),
            kind,
            from: calendar.day(from),
            to: until.map(|days| calendar.day(days)),
        });
    }
}
