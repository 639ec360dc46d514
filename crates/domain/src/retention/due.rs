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
mod tests {
    use super::*;
    use crate::{
        Access, ItemKind, MeetingKind, MeetingState, Purpose, Role, Share, Speaker, TemplateLine, ToldHow,
        event::EventKind,
        id::{AgendaItemId, AnswerId, MeetingId, PersonId, RetentionRuleId, ThemeId},
        removal::REMOVED,
        voice::AnswerKind,
    };

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn rule(kind: RetentionKind, years: i64) -> RetentionRule {
        RetentionRule { id: RetentionRuleId(Uuid::nil()), version: 1, kind, years }
    }

    fn voice(n: u128, heard_on: NaiveDate, words: &str) -> Voice {
        Voice {
            id: VoiceId(Uuid::from_u128(n)),
            version: 1,
            words: words.into(),
            is_quote: true,
            heard_on,
            event_id: None,
            source: String::new(),
            theme_id: ThemeId(Uuid::nil()),
            cohort_id: None,
            age_band: None,
            share: Share::Anywhere,
            sensitive: false,
        }
    }

    fn answer(voice: &Voice, told_on: Option<NaiveDate>) -> Answer {
        Answer {
            id: AnswerId(Uuid::nil()),
            version: 1,
            voice_id: voice.id,
            kind: AnswerKind::AlreadyHappens,
            plain_text: "It does.".into(),
            action_id: None,
            commitment_id: None,
            agenda_item_id: None,
            answered_on: voice.heard_on,
            answered_by: None,
            told_on,
            told_how: told_on.map(|_| ToldHow::Visit),
            told_by: None,
        }
    }

    const NOTHING: RetentionRecords<'static> = RetentionRecords {
        voices: &[],
        answers: &[],
        events: &[],
        reality_checks: &[],
        requests: &[],
        people: &[],
        papers: &[],
        items: &[],
        meetings: &[],
    };

    const TODAY: (i32, u32, u32) = (2026, 11, 29);

    fn found(rules: &[RetentionRule], records: RetentionRecords<'_>) -> Vec<(String, Option<&'static str>)> {
        let (y, m, d) = TODAY;
        due(day(y, m, d), rules, records).into_iter().map(|it| (it.called, it.held)).collect()
    }

    #[test]
    fn a_voice_goes_after_its_years_once_children_were_told() {
        let told = voice(1, day(2020, 3, 1), "told");
        let answered = voice(2, day(2020, 2, 1), "answered");
        let waiting = voice(3, day(2020, 1, 1), "waiting");
        let young = voice(4, day(2024, 1, 1), "young");
        let gone = voice(5, day(2019, 1, 1), REMOVED);
        let answers = [answer(&told, Some(day(2020, 4, 1))), answer(&answered, None), answer(&young, None)];
        let voices = [told, answered, waiting, young, gone];
        let records = RetentionRecords { voices: &voices, answers: &answers, ..NOTHING };
        assert_eq!(
            found(&[rule(RetentionKind::Said, 6)], records),
            [
                ("waiting".into(), Some("It has no answer yet.")),
                ("answered".into(), Some("Children have not been told the answer yet.")),
                ("told".into(), None),
            ]
        );
        assert_eq!(found(&[], records), [], "without a rule nothing goes");
        assert_eq!(found(&[rule(RetentionKind::Asked, 1)], records), [], "a rule is for its kind alone");
    }

    #[test]
    fn an_events_account_goes_and_the_event_stays() {
        let event = |what: &str| Event {
            id: EventId(Uuid::nil()),
            version: 1,
            title: "Pizza night".into(),
            theme_id: ThemeId(Uuid::nil()),
            half_term_id: None,
            date: day(2020, 1, 1),
            place: String::new(),
            kind: EventKind::Meal,
            person_id: None,
            held: true,
            came: vec![],
            came_total: Some(3),
            what_happened: what.into(),
            take_to_board: String::new(),
        };
        let rules = [rule(RetentionKind::Seen, 3)];
        let (wordy, silent) = ([event("We talked.")], [event("")]);
        let (y, m, d) = TODAY;
        let it = due(day(y, m, d), &rules, RetentionRecords { events: &wordy, ..NOTHING });
        assert_eq!(it.len(), 1);
        assert_eq!(it[0].place.fields, ["what_happened", "take_to_board"]);
        assert_eq!(found(&rules, RetentionRecords { events: &silent, ..NOTHING }), []);
    }

    #[test]
    fn contact_details_go_only_after_a_person_left() {
        let person = |left_on: Option<NaiveDate>, email: &str| Person {
            id: PersonId(Uuid::nil()),
            version: 1,
            title: "Cllr".into(),
            name: "Amina Yusuf".into(),
            organisation: String::new(),
            job: String::new(),
            brings: String::new(),
            roles: vec![Role::Councillor],
            first_name: String::new(),
            name_agreed_on: None,
            name_agreed_with: String::new(),
            email: email.into(),
            phone: String::new(),
            left_on,
        };
        let people = [
            person(None, "here@example.org"),
            person(Some(day(2020, 1, 1)), "left@example.org"),
            person(Some(day(2020, 1, 1)), ""),
            person(Some(day(2026, 10, 1)), "lately@example.org"),
        ];
        let records = RetentionRecords { people: &people, ..NOTHING };
        assert_eq!(found(&[rule(RetentionKind::Contact, 1)], records), [("Cllr Amina Yusuf".into(), None)]);
    }

    #[test]
    fn a_file_counts_from_the_last_meeting_that_had_it() {
        let meeting = |n: u128, date: NaiveDate, state: MeetingState| Meeting {
            id: MeetingId(Uuid::from_u128(n)),
            version: 1,
            date,
            starts: chrono::NaiveTime::MIN,
            ends: None,
            place: "Town Hall".into(),
            kind: MeetingKind::Themed,
            title: String::new(),
            in_public: true,
            themes: vec![],
            chair_id: None,
            state,
            started_at: None,
            ended_at: None,
            current_item_id: None,
            entitled: vec![],
            approved_at_id: None,
            approved_on: None,
            signed_by: None,
            plain_summary: String::new(),
            chair_comments: String::new(),
        };
        let paper = |n: u128, title: &str, hash: &str| Paper {
            id: PaperId(Uuid::from_u128(n)),
            version: 1,
            title: title.into(),
            plain_summary: String::new(),
            file_name: "paper.pdf".into(),
            hash: hash.into(),
            bytes: 1,
            pages: 1,
            access: Access::open(),
            added_on: day(2010, 1, 1),
        };
        let held = [
            meeting(1, day(2012, 1, 1), MeetingState::MinutesApproved),
            meeting(2, day(2024, 1, 1), MeetingState::MinutesApproved),
            meeting(3, day(2013, 1, 1), MeetingState::AgendaPublished),
        ];
        let papers = [
            paper(1, "old", "a"),
            paper(2, "old, and the same file later", "b"),
            paper(3, "later", "b"),
            paper(4, "unheld", "c"),
        ];
        let item = |paper: u128, meeting: u128| {
            let line = TemplateLine {
                title: "Item".into(),
                kind: ItemKind::Report,
                purpose: Purpose::Note,
                presenting_minutes: 5,
                discussing_minutes: 5,
                presented_by: Speaker::Officer,
                lead_words: String::new(),
            };
            let (id, meeting) = (AgendaItemId(Uuid::from_u128(paper)), MeetingId(Uuid::from_u128(meeting)));
            let mut item = AgendaItem::begin(id, meeting, &line);
            item.papers = vec![PaperId(Uuid::from_u128(paper))];
            item
        };
        let items = [item(1, 1), item(2, 1), item(3, 2), item(4, 3)];
        let records = RetentionRecords { papers: &papers, items: &items, meetings: &held, ..NOTHING };
        assert_eq!(
            found(&[rule(RetentionKind::Papers, 6)], records),
            [("old".into(), None), ("unheld".into(), Some("A meeting that was not held yet has it."))]
        );
    }
}
