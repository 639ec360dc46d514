//! The ways in which Anytown's children are heard, and those that have fallen quiet. All are invented.

use pledgeboard_domain::{Channel, ChannelKind, HeardEvery, HeardThrough};

use super::{
    calendar::Calendar,
    ids::{id, person},
    themes::cohort,
};
use crate::transfer::Records;

struct Way {
    key: &'static str,
    name: &'static str,
    kind: ChannelKind,
    partner: &'static str,
    reaches: &'static [usize],
    every: HeardEvery,
    about: &'static str,
    /// Who on the board can be asked.
    who: &'static str,
    /// Days ago on which it was heard, and of which cohorts.
    heard: &'static [(i64, &'static [usize])],
    /// Days ago on which it ended.
    ended: Option<i64>,
}

const WAYS: [Way; 10] = [
    Way {
        key: "app",
        name: "Messages in the app",
        kind: ChannelKind::App,
        partner: "",
        reaches: &[2, 3, 10, 11],
        every: HeardEvery::Week,
        about: "Children write to their own worker when they like. What several of them say comes to the board as a summary.",
        who: "tanner",
        heard: &[(24, &[3]), (11, &[2]), (3, &[2, 10])],
        ended: None,
    },
    Way {
        key: "visitors",
        name: "Independent visitors",
        kind: ChannelKind::Visitor,
        partner: "Anytown Befriending Trust",
        reaches: &[5, 6, 11],
        every: HeardEvery::Month,
        about: "Volunteers who see the same child every month, wherever the child lives. The Trust sends a page each month.",
        who: "tanner",
        heard: &[(83, &[6]), (48, &[5, 6]), (16, &[5])],
        ended: None,
    },
    Way {
        key: "reviews",
        name: "Reviewing officers’ notes",
        kind: ChannelKind::Review,
        partner: "",
        reaches: &[0, 1, 2, 3, 10, 11, 12],
        every: HeardEvery::Month,
        about: "What children said at their reviews, without who said it.",
        who: "marsh",
        heard: &[(75, &[0, 10]), (40, &[1, 2]), (9, &[2, 10, 12])],
        ended: None,
    },
    Way {
        key: "advocacy",
        name: "Advocates",
        kind: ChannelKind::Advocacy,
        partner: "Speak Up for Children",
        reaches: &[7, 8, 11, 13],
        every: HeardEvery::AsNeeded,
        about: "An advocate speaks with a child, or for one who does not use words. They tell the board what they hear often.",
        who: "tanner",
        heard: &[(131, &[13]), (64, &[7])],
        ended: None,
    },
    Way {
        key: "schools",
        name: "School councils",
        kind: ChannelKind::School,
        partner: "Anytown Virtual School",
        reaches: &[1, 2, 7],
        every: HeardEvery::Term,
        about: "Designated teachers ask the children in our care at their schools once a term.",
        who: "rahman",
        heard: &[(70, &[1, 2])],
        ended: None,
    },
    Way {
        key: "survey",
        name: "Yearly survey",
        kind: ChannelKind::Survey,
        partner: "",
        reaches: &[2, 3, 10, 11],
        every: HeardEvery::Year,
        about: "By phone and on paper, with the same ten questions each spring.",
        who: "tanner",
        heard: &[(243, &[2, 3, 11])],
        ended: None,
    },
    Way {
        key: "health",
        name: "Health checks",
        kind: ChannelKind::Health,
        partner: "Anytown and Vale NHS",
        reaches: &[0, 1, 2],
        every: HeardEvery::HalfYear,
        about: "The nurses note what children ask for, and count it twice a year.",
        who: "nair",
        heard: &[(214, &[0, 1])],
        ended: None,
    },
    Way {
        key: "interpreters",
        name: "Saturday kitchen",
        kind: ChannelKind::Participation,
        partner: "Refugee Welcome Anytown",
        reaches: &[8, 9],
        every: HeardEvery::Month,
        about: "Cooking with an interpreter whom the young people chose themselves.",
        who: "",
        heard: &[(55, &[8, 9]), (20, &[8])],
        ended: None,
    },
    Way {
        key: "play",
        name: "Play worker’s visits",
        kind: ChannelKind::Other,
        partner: "Anytown Adoption Partnership",
        reaches: &[0, 14],
        every: HeardEvery::HalfTerm,
        about: "A play worker watches and draws with the youngest, and writes down what they show.",
        who: "",
        heard: &[(118, &[14])],
        ended: None,
    },
    Way {
        key: "text",
        name: "Text line",
        kind: ChannelKind::App,
        partner: "",
        reaches: &[3, 4],
        every: HeardEvery::Week,
        about: "It was hardly used once the app was there.",
        who: "",
        heard: &[(232, &[4])],
        ended: Some(160),
    },
];

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    let cohorts = |them: &[usize]| them.iter().map(|at| cohort(*at)).collect();
    for it in &WAYS {
        to.channels.push(Channel {
            id: id("channel", it.key),
            version: 1,
            name: it.name.into(),
            kind: it.kind,
            partner: it.partner.into(),
            cohorts: cohorts(it.reaches),
            every: it.every,
            about: it.about.into(),
            person_id: Some(it.who).filter(|key| !key.is_empty()).map(person),
            heard: it
                .heard
                .iter()
                .map(|(ago, them)| HeardThrough { on: calendar.day(*ago), cohorts: cohorts(them) })
                .collect(),
            ended_on: it.ended.map(|ago| calendar.day(ago)),
        });
    }
}
