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
