//! A small board: a chair, a Link Champion, an officer, a theme and its voices, a promise in dispute, an action.

use chrono::NaiveDate;
use pledgeboard_app::{App, Clock};
use pledgeboard_domain::{
    Action, ActionState, Assignment, Board, Check, Event, EventKind, HalfTerm, Lens, Person, Promise, Rating,
    Role, Seat, Share, Standing, StrategyPeriod, Term, TermOfOffice, Theme, Voice, id::EntryId,
    numbering::Scope, theme::ChampionKind,
};
use pledgeboard_store::{Stamp, Store};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

pub const TODAY: &str = "2026-11-20";
pub const THEME: u128 = 1;
pub const CHAIR: u128 = 11;
pub const CHAMPION: u128 = 12;
pub const OFFICER: u128 = 13;
pub const PROMISE: u128 = 31;
pub const ACTION: u128 = 41;
pub const EVENT: u128 = 51;
pub const VOICE: u128 = 61;

pub fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

pub fn text_id(n: u128) -> String {
    Uuid::from_u128(n).to_string()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The app with that board open.
pub struct Told {
    pub app: App,
    pub folder: TempDir,
}

impl Told {
    pub async fn call(&self, name: &str, request: Value) -> Value {
        self.app.call(name, request).await.unwrap_or_else(|refused| panic!("{name}: {refused}"))
    }

    /// Calls a write that must be refused: its field and sentence.
    pub async fn refused(&self, name: &str, request: Value) -> (Option<String>, String) {
        match self.app.call(name, request).await {
            Ok(answer) => panic!("{name} was not refused: {answer}"),
            Err(error) => (error.field, error.message),
        }
    }

    pub async fn plan(&self, date: &str) -> Value {
        let planned = self.call("meetings.save", plan_of(date)).await;
        planned["result"].clone()
    }

    pub async fn agenda(&self, meeting: &Value) -> Value {
        self.call("agenda.show", json!({ "meeting_id": meeting })).await
    }

    pub async fn titles(&self, meeting: &Value) -> Vec<String> {
        let agenda = self.agenda(meeting).await;
        let items = agenda["items"].as_array().unwrap();
        items.iter().map(|line| line["item"]["title"].as_str().unwrap().to_owned()).collect()
    }

    pub async fn add(&self, meeting: &Value, title: &str) -> Value {
        let request = json!({
            "meeting_id": meeting, "title": title, "kind": "other", "purpose": "note", "presenting_minutes": 5,
            "discussing_minutes": 10, "presented_by": "officer",
        });
        self.call("agenda.add_item", request).await["result"].clone()
    }

    pub async fn item(&self, meeting: &Value, title: &str) -> Value {
        let agenda = self.agenda(meeting).await;
        let items = agenda["items"].as_array().unwrap();
        let found = items.iter().find(|line| line["item"]["title"] == title);
        found.unwrap_or_else(|| panic!("no item {title}"))["item"].clone()
    }
}

pub fn plan_of(date: &str) -> Value {
    json!({
        "meeting_id": null, "version": 0, "date": date, "starts": "17:30:00", "ends": "19:30:00",
        "place": "Youth Hub", "kind": "themed", "title": "", "in_public": true, "themes": [text_id(THEME)],
        "chair_id": text_id(CHAIR), "entitled": [], "plain_summary": "", "reason": "",
    })
}

pub async fn told() -> Told {
    told_on(TODAY, Standing::StatutoryCommittee).await
}

pub async fn told_on(today: &str, standing: Standing) -> Told {
    let folder = tempfile::tempdir().unwrap();
    let path = pledgeboard_test_place::for_a_board(folder.path(), "board.pledgeboard").await;
    let store = Store::create(&path).await.unwrap();
    fill(&store, standing).await;
    store.close().await;
    let app = App::start(folder.path().join("home"), Clock::new(Some(day(today)))).await.unwrap();
    app.call("desk.open", json!({ "path": path })).await.unwrap();
    Told { app, folder }
}

async fn fill(store: &Store, standing: Standing) {
    let stamp = Stamp { entry: EntryId(Uuid::from_u128(999)), at: chrono::Utc::now(), person: None };
    let mut write = store.write("make a board", stamp).await.unwrap();
    let mut board = Board {
        id: id(900),
        version: 0,
        council: "Anytown Council".into(),
        name: "Corporate Parenting Board".into(),
        promises_called: "promises".into(),
        standing,
        meets_in_public: true,
        quorum: 1,
        clear_days: 5,
        minute_pattern: "CPB {n}/{yy}".into(),
        minute_scope: Scope::Year,
        action_pattern: "A{yy}-{nnn}".into(),
        action_scope: Scope::Year,
        champions_required: true,
        contact: String::new(),
        who_to_talk_to: String::new(),
        colour: String::new(),
        logo: String::new(),
        answer_within: pledgeboard_domain::AnswerWithin::default(),
        answer_weeks: 12,
        with_scrutiny: pledgeboard_domain::WithScrutiny::default(),
        meeting_pages: Some(100),
        paper_pages: Some(4),
    };
    write.insert(&mut board).await.unwrap();
    for (n, name, role) in [
        (CHAIR, "Amina Yusuf", Role::Chair),
        (CHAMPION, "Sam Okafor", Role::Councillor),
        (OFFICER, "Jo Lane", Role::Officer),
    ] {
        write.insert(&mut person(n, name, role)).await.unwrap();
    }
    for (n, name) in [(THEME, "A home that stays"), (THEME + 1, "Money")] {
        write.insert(&mut theme(n, name)).await.unwrap();
    }
    let mut link = Assignment {
        id: id(2),
        version: 0,
        theme_id: id(THEME),
        person_id: id(CHAMPION),
        kind: ChampionKind::LinkChampion,
        from: day("2026-09-01"),
        to: None,
    };
    write.insert(&mut link).await.unwrap();
    for (n, term, starts, ends) in
        [(21, Term::Autumn1, "2026-09-02", "2026-10-23"), (22, Term::Autumn2, "2026-11-02", "2026-12-18")]
    {
        let mut half_term = HalfTerm {
            id: id(n),
            version: 0,
            academic_year: 2026,
            term,
            starts: day(starts),
            ends: day(ends),
        };
        write.insert(&mut half_term).await.unwrap();
    }
    seat_the_chair(&mut write).await;
    heard(&mut write).await;
    promised(&mut write).await;
    write.commit().await.unwrap();
}

fn person(n: u128, name: &str, role: Role) -> Person {
    Person {
        id: id(n),
        version: 0,
        title: if role.is_councillor() { "Cllr".into() } else { String::new() },
        name: name.into(),
        organisation: String::new(),
        job: String::new(),
        brings: String::new(),
        roles: vec![role],
        first_name: String::new(),
        name_agreed_on: None,
        name_agreed_with: String::new(),
        email: String::new(),
        phone: String::new(),
        left_on: None,
    }
}

fn theme(n: u128, name: &str) -> Theme {
    Theme {
        id: id(n),
        version: 0,
        name: name.into(),
        child_name: String::new(),
        icon: "house".into(),
        colour: "teal".into(),
        keywords: vec![],
        principles: vec![],
        questions: vec!["Who moved twice this term?".into()],
        position: i64::try_from(n).unwrap(),
        retired_on: None,
    }
}

async fn seat_the_chair(write: &mut pledgeboard_store::Writing) {
    let mut seat = Seat {
        id: id(3),
        version: 0,
        name: "Chair".into(),
        role: Role::Chair,
        organisation: String::new(),
        counts_for_quorum: true,
        position: 1,
        closed_on: None,
    };
    write.insert(&mut seat).await.unwrap();
    let mut term = TermOfOffice {
        id: id(4),
        version: 0,
        seat_id: seat.id,
        person_id: id(CHAIR),
        from: day("2026-05-01"),
        to: None,
    };
    write.insert(&mut term).await.unwrap();
}

async fn heard(write: &mut pledgeboard_store::Writing) {
    let mut event = Event {
        id: id(EVENT),
        version: 0,
        title: "Pizza night".into(),
        theme_id: id(THEME),
        half_term_id: Some(id(22)),
        date: day("2026-11-12"),
        place: String::new(),
        kind: EventKind::Meal,
        person_id: Some(id(CHAMPION)),
        held: true,
        came: vec![],
        came_total: None,
        what_happened: String::new(),
        take_to_board: String::new(),
    };
    write.insert(&mut event).await.unwrap();
    for (n, words, share, sensitive) in [
        (0, "I moved three times and nobody told my school why I was tired.", Share::Anywhere, false),
        (1, "Something that only the duty team should read.", Share::Anywhere, true),
        (2, "Please do not tell anyone that I said this.", Share::No, false),
    ] {
        let mut voice = Voice {
            id: id(VOICE + n),
            version: 0,
            words: words.into(),
            is_quote: true,
            heard_on: day("2026-11-12"),
            event_id: Some(id(EVENT)),
            source: String::new(),
            theme_id: id(THEME),
            cohort_id: None,
            age_band: None,
            share,
            sensitive,
        };
        write.insert(&mut voice).await.unwrap();
    }
}

async fn promised(write: &mut pledgeboard_store::Writing) {
    let mut period = StrategyPeriod {
        id: id(30),
        version: 0,
        name: "2025 to 2028".into(),
        starts: day("2025-04-01"),
        ends: None,
        vision_for_children: String::new(),
    };
    write.insert(&mut period).await.unwrap();
    let mut promise = Promise {
        id: id(PROMISE),
        version: 0,
        strategy_period_id: period.id,
        number: 2,
        title: "A home that lasts".into(),
        text: "We will not move you unless there is no other way.".into(),
        plain_text: String::new(),
        theme_id: id(THEME),
        principles: vec![],
        voices: vec![],
        you_said_plain: String::new(),
        person_id: Some(id(OFFICER)),
        review_every: 1,
        retired_on: None,
        follows_id: None,
    };
    write.insert(&mut promise).await.unwrap();
    for (n, lens, rating) in [(32, Lens::Officers, Rating::Kept), (33, Lens::Children, Rating::NotYet)] {
        let mut check = Check {
            id: id(n),
            version: 0,
            promise_id: promise.id,
            lens,
            rating,
            on: day("2026-11-10"),
            evidence: "What was seen.".into(),
            source: "A visit".into(),
            event_id: None,
            person_id: None,
        };
        write.insert(&mut check).await.unwrap();
    }
    let mut action = Action {
        id: id(ACTION),
        version: 0,
        reference: "A26-001".into(),
        text: "Tell schools when children move.".into(),
        plain_text: String::new(),
        done_plain: String::new(),
        owner_id: Some(id(OFFICER)),
        due: Some(day("2026-11-01")),
        state: ActionState::Open,
        opened_on: day("2026-10-08"),
        agenda_item_id: None,
        promise_id: None,
        done_on: None,
        closed_at_id: None,
        closed_on: None,
        withdrawn_reason: String::new(),
    };
    write.insert(&mut action).await.unwrap();
}
