//! What is past its years, and what waits although it is.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{RetentionKind, RetentionRule, by_kind, says_something};
use crate::{
    agenda_item::AgendaItem,
    agenda_request::AgendaRequest,
    event::{Event, RealityCheck},
    id::{EventId, PaperId, VoiceId},
    meeting::Meeting,
    paper::Paper,
    person::Person,
    removal::RemovedPlace,
    voice::{Answer, Became, Voice, became},
};

/// What the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct RetentionRecords<'a> {
    pub voices: &'a [Voice],
    pub answers: &'a [Answer],
    pub events: &'a [Event],
    pub reality_checks: &'a [RealityCheck],
    pub requests: &'a [AgendaRequest],
    pub people: &'a [Person],
    /// Those whose files are still there.
    pub papers: &'a [Paper],
    pub items: &'a [AgendaItem],
    pub meetings: &'a [Meeting],
}

/// Something that is past its years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub kind: RetentionKind,
    /// What is called by this in lists: the words themselves, a title, a name.
    pub called: String,
    /// From when its years count.
    pub since: NaiveDate,
    /// What goes.
    pub place: RemovedPlace,
    /// Why it stays a while, although it is due.
    pub held: Option<&'static str>,
}

/// All that is past its years on a day, oldest first within each kind.
pub fn due(today: NaiveDate, rules: &[RetentionRule], records: RetentionRecords<'_>) -> Vec<Due> {
    let rules = by_kind(rules);
    let mut found = vec![];
    found.extend(said(records));
    found.extend(seen(records));
    found.extend(asked(records));
    found.extend(contact(today, records));
    found.extend(papers(records));
    found.retain(|it| rules.get(&it.kind).is_some_and(|rule| rule.is_past(it.since, today)));
    found.sort_by(|a, b| (a.kind, a.since, &a.called).cmp(&(b.kind, b.since, &b.called)));
    found
}

fn place(kind: &str, record: Uuid, fields: &[&str]) -> RemovedPlace {
    RemovedPlace { kind: kind.into(), record, fields: fields.iter().map(|it| (*it).to_owned()).collect() }
}

/// A voice stays until children were told what became of it: the loop is not to end in silence (rule 7).
fn said(records: RetentionRecords<'_>) -> Vec<Due> {
    let mut answers: HashMap<VoiceId, Vec<&Answer>> = HashMap::new();
    for answer in records.answers {
        answers.entry(answer.voice_id).or_default().push(answer);
    }
    let voices = records.voices.iter().filter(|voice| says_something(&voice.words));
    voices
        .map(|voice| Due {
            kind: RetentionKind::Said,
            called: voice.words.clone(),
            since: voice.heard_on,
            place: place("voice", voice.id.into(), &["words"]),
            held: match became(answers.get(&voice.id).map_or(&[], Vec::as_slice)) {
                Became::Told => None,
                Became::Answered => Some("Children have not been told the answer yet."),
                Became::Waiting => Some("It has no answer yet."),
            },
        })
        .collect()
}

fn seen(records: RetentionRecords<'_>) -> Vec<Due> {
    let events: BTreeMap<EventId, &Event> = records.events.iter().map(|event| (event.id, event)).collect();
    let accounts =
        events.values().filter(|it| says_something(&it.what_happened) || says_something(&it.take_to_board));
    let accounts = accounts.map(|event| Due {
        kind: RetentionKind::Seen,
        called: event.title.clone(),
        since: event.date,
        place: place("event", event.id.into(), &["what_happened", "take_to_board"]),
        held: None,
    });
    let checks = records.reality_checks.iter().filter(|check| says_something(&check.seen));
    let checks = checks.filter_map(|check| {
        let event = events.get(&check.event_id)?;
        Some(Due {
            kind: RetentionKind::Seen,
            called: format!("{}: a reality check", event.title),
            since: event.date,
            place: place("reality_check", check.id.into(), &["seen"]),
            held: None,
        })
    });
    accounts.chain(checks).collect()
}

fn asked(records: RetentionRecords<'_>) -> Vec<Due> {
    let requests = records.requests.iter().filter(|request| says_something(&request.words));
    requests
        .map(|request| Due {
            kind: RetentionKind::Asked,
            called: request.words.clone(),
            since: request.asked_on,
            place: place("agenda_request", request.id.into(), &["words"]),
            held: match (request.outcome, request.told_on) {
                (None, _) => Some("It has no answer yet."),
                (Some(crate::RequestOutcome::TakenBack), _) | (_, Some(_)) => None,
                (Some(_), None) => Some("The group has not been told the answer yet."),
            },
        })
        .collect()
}

fn contact(today: NaiveDate, records: RetentionRecords<'_>) -> Vec<Due> {
    let reachable = |it: &&Person| says_something(&it.email) || says_something(&it.phone);
    let left = records.people.iter().filter(|it| it.has_left(today)).filter(reachable);
    left.filter_map(|person| {
        Some(Due {
            kind: RetentionKind::Contact,
            called: person.printed_name(),
            since: person.left_on?,
            place: place("person", person.id.into(), &["email", "phone"]),
            held: None,
        })
    })
    .collect()
}

fn papers(records: RetentionRecords<'_>) -> Vec<Due> {
    let meetings: HashMap<_, _> = records.meetings.iter().map(|meeting| (meeting.id, meeting)).collect();
    let mut had: HashMap<PaperId, Vec<&Meeting>> = HashMap::new();
    for item in records.items {
        for paper in &item.papers {
            had.entry(*paper).or_default().extend(meetings.get(&item.meeting_id));
        }
    }
    // One file can be the paper of several items: it goes with the last of them.
    let mut since: HashMap<&str, NaiveDate> = HashMap::new();
    let mut ahead: HashMap<&str, bool> = HashMap::new();
    for paper in records.papers {
        let at = had.get(&paper.id).map_or(&[][..], Vec::as_slice);
        let last = at.iter().map(|it| it.date).max().unwrap_or(paper.added_on);
        let latest = since.entry(&paper.hash).or_insert(last);
        *latest = last.max(*latest);
        *ahead.entry(&paper.hash).or_default() |= at.iter().any(|it| !it.state.was_held());
    }
    let found = records.papers.iter().filter_map(|paper| {
        Some(Due {
            kind: RetentionKind::Papers,
            called: paper.title.clone(),
            since: *since.get(paper.hash.as_str())?,
            place: place("paper", paper.id.into(), &["hash"]),
            held: ahead.get(paper.hash.as_str())?.then_some("A meeting that was not held yet has it."),
        })
    });
    found.collect()
}

#[cfg(test)]
mod tests;
