//! The bodies beside Anytown's board, and what they ask it to talk about. All are invented.

use pledgeboard_domain::{AgendaRequest, Group, GroupKind, RequestOutcome, Share, ToldHow, id::GroupId};

use super::{
    calendar::Calendar,
    ids::{id, item, person},
    themes::cohort,
};
use crate::transfer::Records;

struct Body {
    key: &'static str,
    name: &'static str,
    kind: GroupKind,
    about: &'static str,
    meets: &'static str,
    engages: &'static str,
    owes: &'static str,
    cohorts: &'static [usize],
    lead: &'static str,
    people: &'static [&'static str],
    ended: Option<i64>,
}

const BODIES: [Body; 6] = [
    Body {
        key: "cicc",
        name: "Children in Care Council",
        kind: GroupKind::YoungPeople,
        about: "Speaks for children in care of 8 to 17, wherever they live.",
        meets: "First Tuesday of the month, 5pm, Youth Hub",
        engages: "Two of us come, and we speak first. Send us the questions a week before, in words that we use. Food helps.",
        owes: "Which of the board’s answers have reached young people since last time",
        cohorts: &[1, 2, 10, 11],
        lead: "tanner",
        people: &["young1", "tanner"],
        ended: None,
    },
    Body {
        key: "forum",
        name: "Care Leavers’ Forum",
        kind: GroupKind::YoungPeople,
        about: "Speaks for care leavers of 16 to 24.",
        meets: "Every other Thursday, 6:30pm, Youth Hub kitchen",
        engages: "Come to us once a term. When we come to you, pay for the travel and the time.",
        owes: "",
        cohorts: &[3, 4],
        lead: "tanner",
        people: &["young2"],
        ended: None,
    },
    Body {
        key: "arrivals",
        name: "New Arrivals Group",
        kind: GroupKind::YoungPeople,
        about: "Young people who came to Anytown on their own, with an interpreter whom they chose.",
        meets: "Saturdays, Canal Street Hall",
        engages: "We say it in our languages and somebody writes it down. We do not want to sit in the chamber.",
        owes: "",
        cohorts: &[8, 9],
        lead: "tanner",
        people: &[],
        ended: None,
    },
    Body {
        key: "inspectors",
        name: "Young Inspectors",
        kind: GroupKind::YoungPeople,
        about: "Trained young people who look at homes and services, and say what they found.",
        meets: "Before and after each inspection",
        engages: "Let us show what we saw. Pictures first, then words.",
        owes: "",
        cohorts: &[2, 3, 11],
        lead: "tanner",
        people: &[],
        ended: None,
    },
    Body {
        key: "homes",
        name: "Homes and Placements Group",
        kind: GroupKind::Operational,
        about: "Officers of placements, housing and the NHS who carry out what the board decides about homes.",
        meets: "Monthly, two weeks before the board",
        engages: "A page of progress before each meeting, not a presentation.",
        owes: "How many of the thirty new foster homes are found, and what holds the others back",
        cohorts: &[5, 6, 10, 11],
        lead: "brennan",
        people: &["brennan", "marsh"],
        ended: None,
    },
    Body {
        key: "design",
        name: "Promise Design Group",
        kind: GroupKind::YoungPeople,
        about: "Wrote the ten promises with the board.",
        meets: "",
        engages: "",
        owes: "",
        cohorts: &[2, 3],
        lead: "tanner",
        people: &[],
        ended: Some(300),
    },
];

struct Ask {
    key: &'static str,
    group: &'static str,
    words: &'static str,
    ago: i64,
    share: Share,
    /// The item that takes it.
    at: &'static str,
    /// What became of it, in words, and how many days ago.
    answer: Option<(RequestOutcome, &'static str, i64)>,
    /// Days ago on which the group was told.
    told: Option<i64>,
}

const fn ask(key: &'static str, group: &'static str, ago: i64, words: &'static str) -> Ask {
    Ask { key, group, words, ago, share: Share::Anywhere, at: "", answer: None, told: None }
}

impl Ask {
    const fn board_only(mut self) -> Self {
        self.share = Share::BoardOnly;
        self
    }

    const fn at(mut self, item: &'static str) -> Self {
        self.at = item;
        self
    }

    const fn answered(mut self, outcome: RequestOutcome, ago: i64, words: &'static str) -> Self {
        self.answer = Some((outcome, words, ago));
        self
    }

    const fn told(mut self, ago: i64) -> Self {
        self.told = Some(ago);
        self
    }
}

#[rustfmt::skip]
const ASKS: [Ask; 8] = [
    ask("choosers", "cicc", 38,
        "We want to meet the people who choose our homes. Can they come to us, and not only us to them?"),
    ask("dentist", "arrivals", 12, "The dentist form is only in English. Please talk about forms in our languages.").board_only(),
    ask("night", "forum", 33, "Who picks up the phone after five o’clock? Put the night number on the agenda.").at("takeover call"),
    ask("words", "cicc", 58, "Stop saying placement. Say home. Can all of you promise that?").at("panel words"),
    ask("kettle", "forum", 95, "A bed, a kettle and a pan on the first night. Every time, for everybody.")
        .at("third adult")
        .answered(RequestOutcome::Heard, 41, "Every first home will have a starter box on the first day. It has a kettle in it.")
        .told(30),
    ask("weekends", "cicc", 81, "Can the board decide whom we see at weekends?")
        .answered(RequestOutcome::Declined, 47,
            "A judge decides this with you, so the board cannot. Jess will help you to ask the judge.")
        .told(44),
    ask("offices", "inspectors", 26, "We looked at our homes. Now we want to look at your offices.")
        .answered(RequestOutcome::Declined, 7,
            "You do not need the board for this. The Director said yes: come in February and look at all of it."),
    ask("cafe", "inspectors", 120, "We want to inspect the Town Hall café.")
        .answered(RequestOutcome::TakenBack, 100, "They looked at it on the day of the forum and left their list with the cook."),
];

fn group(key: &str) -> GroupId {
    id("group", key)
}

/// Once items are there for requests to stand on.
pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    let people = |keys: &[&str]| keys.iter().map(|key| person(key)).collect();
    for it in &BODIES {
        to.groups.push(Group {
            id: group(it.key),
            version: 1,
            name: it.name.into(),
            kind: it.kind,
            about: it.about.into(),
            meets: it.meets.into(),
            engages: it.engages.into(),
            owes: it.owes.into(),
            cohorts: it.cohorts.iter().map(|at| cohort(*at)).collect(),
            lead_id: Some(person(it.lead)),
            people: people(it.people),
            ended_on: it.ended.map(|ago| calendar.day(ago)),
        });
    }
    for it in &ASKS {
        let told_on = it.told.map(|ago| calendar.day(ago));
        to.agenda_requests.push(AgendaRequest {
            id: id("request", it.key),
            version: 1,
            group_id: group(it.group),
            words: it.words.into(),
            asked_on: calendar.day(it.ago),
            share: it.share,
            agenda_item_id: Some(it.at).filter(|key| !key.is_empty()).map(item),
            outcome: it.answer.map(|(outcome, ..)| outcome),
            answer: it.answer.map(|(_, words, _)| words.to_owned()).unwrap_or_default(),
            answered_on: it.answer.map(|(.., ago)| calendar.day(ago)),
            answered_by: it.answer.map(|_| person("yusuf")),
            told_on,
            told_how: told_on.map(|_| ToldHow::Group),
            told_by: told_on.map(|_| person("tanner")),
        });
    }
}
