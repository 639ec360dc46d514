//! One meeting of an earlier year: its agenda as published, who was there, minutes, decisions, actions and answers.

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    Access, AccessKind, Action, ActionState, ActionUpdate, AgendaContent, AgendaItem, AgendaVersion, Answer,
    AnswerKind, Attendance, AttendanceStatus, Decision, ItemKind, Minute, PackNumbers, PublishedItem,
    Purpose, Speaker, ToldHow,
    id::{ActionId, AgendaItemId, MeetingId},
    wording,
};

use super::{Making, period, phrases, programme};
use crate::{
    error::Outcome,
    sample::{
        ids::{id, person},
        meetings::as_published,
    },
    transfer::Records,
};

const CAME: [&str; 13] = [
    "yusuf",
    "hargreaves",
    "adeyemi",
    "okafor",
    "price",
    "marsh",
    "brennan",
    "rahman",
    "webb",
    "tanner",
    "nair",
    "young1",
    "lomas",
];
const OWNERS: [&str; 6] = ["marsh", "brennan", "rahman", "tanner", "nair", "adeyemi"];
/// Forty-five a year, over seven meetings.
const ACTIONS: [usize; 7] = [7, 6, 7, 6, 7, 6, 6];

pub(super) fn records(making: &mut Making, at: usize) -> Outcome<Records> {
    let mut records = Records::default();
    let (meeting, date) = making.meetings[at];
    items(&mut records, making, at, meeting);
    programme::topics(&mut records, making, at, date);
    evening(&mut records, making, at, meeting, date)?;
    actions(&mut records, making, at, date)?;
    answers(&mut records, making, at, date);
    publish(&mut records, making, at, meeting, date);
    Ok(records)
}

fn item(meeting: MeetingId, at: usize, place: i64) -> AgendaItem {
    AgendaItem {
        id: item_id(at, place),
        version: 1,
        meeting_id: meeting,
        position: place,
        number: place.to_string(),
        title: String::new(),
        public_title: String::new(),
        kind: ItemKind::Other,
        purpose: Purpose::Business,
        presenting_minutes: 2,
        discussing_minutes: 3,
        presented_by: Speaker::Councillor,
        lead_id: Some(person("yusuf")),
        lead_words: String::new(),
        access: Access::open(),
        summary: String::new(),
        plain_summary: String::new(),
        questions: vec![],
        background: vec![],
        papers: vec![],
        voices: vec![],
        promises: vec![],
        actions: vec![],
        internal_notes: String::new(),
        since_version: 1,
        urgency_reason: String::new(),
        withdrawn_reason: String::new(),
        deferred_to_id: None,
        minutes_of_id: None,
        topic_id: None,
    }
}

fn item_id(at: usize, place: i64) -> AgendaItemId {
    id("item", &format!("earlier {at} {place}"))
}

fn year(making: &Making, at: usize) -> u32 {
    u32::try_from((making.meetings.len() - at).div_ceil(7)).unwrap_or(1)
}

fn items(to: &mut Records, making: &mut Making, at: usize, meeting: MeetingId) {
    let before = at.checked_sub(1).and_then(|before| making.meetings.get(before)).copied();
    let (subject, _) = phrases::SUBJECTS[at % phrases::SUBJECTS.len()];
    let (report, _) = phrases::SUBJECTS[(at + 5) % phrases::SUBJECTS.len()];
    let promise = 1 + making.chance.below(10);
    let mut rows = vec![
        ("Welcome and apologies".to_owned(), ItemKind::Welcome, Purpose::Business),
        ("Declarations of interest".to_owned(), ItemKind::Interests, Purpose::Business),
        ("What children told us".to_owned(), ItemKind::ChildrenTold, Purpose::Listen),
        (subject.to_owned(), ItemKind::Theme, Purpose::Lead),
        (format!("Promise {promise}"), ItemKind::Promise, Purpose::Check),
        (report.to_owned(), ItemKind::Report, Purpose::Decide),
        ("Actions".to_owned(), ItemKind::Actions, Purpose::Check),
        ("Work programme".to_owned(), ItemKind::WorkProgramme, Purpose::Note),
    ];
    if let Some((_, date)) = before {
        rows.insert(
            2,
            (
                format!("Minutes of {}", wording::day_and_month(date)),
                ItemKind::LastMinutes,
                Purpose::Business,
            ),
        );
    }
    if at % 3 == 1 {
        rows.push(("One home's inspection".to_owned(), ItemKind::Report, Purpose::Lead));
    }
    for (place, (title, kind, purpose)) in (1_i64..).zip(rows) {
        let is_exempt = title == "One home's inspection";
        let mut made = AgendaItem { title, kind, purpose, ..item(meeting, at, place) };
        match kind {
            ItemKind::ChildrenTold => {
                made.voices = making.waiting.iter().take(12).copied().collect();
                made.presented_by = Speaker::YoungPeople;
                (made.presenting_minutes, made.discussing_minutes) = (10, 20);
                made.plain_summary = "What you told us at the events.".into();
            }
            ItemKind::LastMinutes => made.minutes_of_id = before.map(|(id, _)| id),
            ItemKind::Promise => made.promises = vec![period::promise(year(making, at), promise)],
            ItemKind::Theme | ItemKind::Report => {
                made.presented_by = Speaker::Officer;
                made.lead_id = making.chance.pick(&OWNERS).map(person);
                (made.presenting_minutes, made.discussing_minutes) = (8, 17);
                made.summary = "Would this be good enough for my child?".into();
                made.questions = vec!["Which barrier can this board remove tonight?".into()];
            }
            _ => {}
        }
        if is_exempt {
            made.public_title = "Inspection of a children's home".into();
            made.access = Access {
                access: AccessKind::Exempt,
                paragraphs: vec![1, 2],
                access_reason: "It would show which children live in the home.".into(),
            };
            made.internal_notes = "Nothing before the inspectors publish.".into();
        }
        to.agenda_items.push(made);
    }
}

fn evening(
    to: &mut Records,
    making: &mut Making,
    at: usize,
    meeting: MeetingId,
    date: NaiveDate,
) -> Outcome<()> {
    for who in CAME {
        let away = making.chance.once_in(9) && who != "yusuf";
        to.attendances.push(Attendance {
            id: id("attendance", &format!("earlier {at} {who}")),
            version: 1,
            meeting_id: meeting,
            person_id: person(who),
            status: if away { AttendanceStatus::Apologies } else { AttendanceStatus::Present },
            substitute_for_id: None,
            from_item_id: None,
            to_item_id: None,
            interests: vec![],
        });
    }
    for item in &to.agenda_items {
        let said = phrases::SUBJECTS.iter().find(|(title, _)| *title == item.title).map(|(_, said)| *said);
        let text = said.unwrap_or("The Board considered the item and thanked those who presented it.");
        to.minutes.push(Minute {
            id: id("minute", &format!("earlier {at} {}", item.position)),
            version: 1,
            agenda_item_id: item.id,
            number: making.numbers.minute(date)?,
            text: text.into(),
            private_text: if item.access.is_open() {
                String::new()
            } else {
                "The Board heard which children live there.".into()
            },
            officer_summary: String::new(),
            plain_text: "We talked about it and wrote down what we will do.".into(),
        });
        if !matches!(item.purpose, Purpose::Business | Purpose::Note) {
            let text = making.chance.pick(&phrases::RESOLVED).unwrap_or_default();
            to.decisions.push(Decision {
                id: id("decision", &format!("earlier {at} {}", item.position)),
                version: 1,
                agenda_item_id: item.id,
                position: 1,
                text: text.into(),
                plain_text: "We agreed what happens next.".into(),
                mover_id: Some(person("okafor")),
                seconder_id: Some(person("hargreaves")),
                votes: vec![],
            });
        }
    }
    Ok(())
}

fn action_id(at: usize, n: usize) -> ActionId {
    id("action", &format!("earlier {at} {n}"))
}

fn actions(to: &mut Records, making: &mut Making, at: usize, date: NaiveDate) -> Outcome<()> {
    for n in 0..ACTIONS[at % ACTIONS.len()] {
        let (text, plain) = making.chance.pick(&phrases::TASKS).unwrap_or_default();
        let wait = 1 + making.chance.below(3);
        let closed = making.meetings.get(at + wait).copied();
        let item = &to.agenda_items[3 + n % 4];
        let owner = making.chance.pick(&OWNERS).unwrap_or(OWNERS[0]);
        to.actions.push(Action {
            id: action_id(at, n),
            version: 1,
            reference: making.numbers.action(date)?,
            text: text.into(),
            plain_text: plain.into(),
            done_plain: if closed.is_some() { plain.into() } else { String::new() },
            owner_id: Some(person(owner)),
            due: Some(date + Days::new(50)),
            state: if closed.is_some() { ActionState::Closed } else { ActionState::Withdrawn },
            opened_on: date,
            agenda_item_id: Some(item.id),
            promise_id: Some(period::promise(year(making, at), 1 + n)),
            done_on: closed.map(|(_, day)| day - Days::new(4)),
            closed_at_id: closed.map(|(meeting, _)| meeting),
            closed_on: closed.map(|(_, day)| day),
            withdrawn_reason: if closed.is_some() {
                String::new()
            } else {
                "Taken up in the new year's plan.".into()
            },
        });
        to.action_updates.push(ActionUpdate {
            id: id("action update", &format!("earlier {at} {n}")),
            version: 1,
            action_id: action_id(at, n),
            on: date + Days::new(20),
            person_id: Some(person(owner)),
            text: "Begun; on the way.".into(),
        });
    }
    Ok(())
}

/// Whoever waited is answered at the meeting.
fn answers(to: &mut Records, making: &mut Making, at: usize, date: NaiveDate) {
    let told_at = to.agenda_items.iter().find(|it| it.kind == ItemKind::ChildrenTold).map(|it| it.id);
    for (n, voice) in std::mem::take(&mut making.waiting).into_iter().enumerate() {
        let kind = making.chance.pick(AnswerKind::ALL).unwrap_or(AnswerKind::AlreadyHappens);
        let told = !making.chance.once_in(5);
        to.answers.push(Answer {
            id: id("answer", &format!("earlier {voice}")),
            version: 1,
            voice_id: voice,
            kind,
            plain_text: making.chance.pick(&phrases::ANSWERS).unwrap_or_default().into(),
            action_id: (kind == AnswerKind::Action).then(|| action_id(at, n % 6)),
            commitment_id: (kind == AnswerKind::Commitment)
                .then(|| period::commitment(year(making, at), 1 + n % 10)),
            agenda_item_id: told_at,
            answered_on: date,
            answered_by: Some(person("yusuf")),
            told_on: told.then(|| date + Days::new(14)),
            told_how: told.then_some(ToldHow::Report),
            told_by: told.then(|| person("tanner")),
        });
    }
}

fn publish(to: &mut Records, making: &Making, at: usize, meeting: MeetingId, date: NaiveDate) {
    let planned = period::held(making, at, meeting, date);
    let items = to
        .agenda_items
        .iter()
        .map(|item| PublishedItem { item: item.clone(), lead: "Chair".into(), papers: vec![] })
        .collect();
    to.agenda_versions.push(AgendaVersion {
        id: id("agenda version", &format!("earlier {at}")),
        version: 1,
        meeting_id: meeting,
        number: 1,
        published_on: date - Days::new(10),
        reason: String::new(),
        late_reason: String::new(),
        content: AgendaContent {
            meeting: as_published(&planned),
            themes: vec![],
            items,
            pack: PackNumbers::default(),
        },
    });
}
