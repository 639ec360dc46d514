//! A small board in a temporary folder, on Sunday 22 November 2026.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set fails its test")]

use chrono::NaiveDate;
use pledgeboard_app::{App, AppError, Clock};
use pledgeboard_domain::{
    Assignment, Board as Settings, ChampionKind, Cohort, HalfTerm, Person, Role, Standing, StrategyPeriod,
    Theme,
    half_term::default_half_terms,
    id::{EntryId, PersonId, StrategyPeriodId, ThemeId},
    numbering::Scope,
};
use pledgeboard_store::{Record, Stamp, Store};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

pub fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

pub fn today() -> NaiveDate {
    day(2026, 11, 22)
}

pub struct Board {
    pub app: App,
    pub home: ThemeId,
    pub school: ThemeId,
    pub amina: PersonId,
    pub strategy: StrategyPeriodId,
    pub folder: TempDir,
}

impl Board {
    /// Two themes; Amina Yusuf links to "Feeling safe at home" and works at this computer.
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = pledgeboard_test_place::for_a_board(folder.path(), "anytown.pledgeboard").await;
        let store = Store::create(&path).await.unwrap();
        let home = theme("A home that stays", 1, &["moved", "placement"]);
        let school = theme("School", 2, &["school", "teacher"]);
        let amina = person("Amina Yusuf");
        let link = Assignment {
            id: Uuid::now_v7().into(),
            version: 0,
            theme_id: home.id,
            person_id: amina.id,
            kind: ChampionKind::LinkChampion,
            from: day(2026, 5, 1),
            to: None,
        };
        let cohort = Cohort {
            id: Uuid::now_v7().into(),
            version: 0,
            name: "secondary age".into(),
            heard_by: String::new(),
            told_by: String::new(),
            position: 1,
            age_bands: vec![],
        };
        let strategy = StrategyPeriod {
            id: Uuid::now_v7().into(),
            version: 0,
            name: "Our promise 2025 to 2028".into(),
            starts: day(2025, 4, 1),
            ends: None,
            vision_for_children: String::new(),
        };
        put(&store, settings()).await;
        put(&store, home.clone()).await;
        put(&store, school.clone()).await;
        put(&store, amina.clone()).await;
        put(&store, link).await;
        put(&store, cohort).await;
        put(&store, strategy.clone()).await;
        for year in [2025, 2026] {
            for (term, starts, ends) in default_half_terms(year) {
                let id = Uuid::now_v7().into();
                put(&store, HalfTerm { id, version: 0, academic_year: year, term, starts, ends }).await;
            }
        }
        store.close().await;
        let app = App::start(folder.path().join("own"), Clock::new(Some(today()))).await.unwrap();
        let board =
            Self { app, home: home.id, school: school.id, amina: amina.id, strategy: strategy.id, folder };
        board.does("desk.open", json!({ "path": path })).await;
        board.does("desk.work_as", json!({ "person_id": board.amina })).await;
        board
    }

    /// What a command answers.
    pub async fn does(&self, name: &str, request: Value) -> Value {
        self.app.call(name, request).await.unwrap_or_else(|refused| panic!("{name}: {refused}"))
    }

    /// The result of a write.
    pub async fn writes(&self, name: &str, request: Value) -> Value {
        self.does(name, request).await["result"].clone()
    }

    /// The refusal of a command, as its field and sentence.
    pub async fn refuses(&self, name: &str, request: Value) -> (Option<String>, String) {
        let AppError { field, message, .. } = self.app.call(name, request).await.unwrap_err();
        (field, message)
    }

    /// A record that this area does not write, put there by hand.
    pub async fn has<R: Record>(&self, record: R) {
        put(&self.app.context().await.unwrap().store, record).await;
    }

    pub async fn has_half_terms_of(&self, year: i32) {
        for (term, starts, ends) in default_half_terms(year) {
            self.has(HalfTerm {
                id: Uuid::now_v7().into(),
                version: 0,
                academic_year: year,
                term,
                starts,
                ends,
            })
            .await;
        }
    }

    pub async fn hears(&self, words: &str) -> Value {
        self.writes("voices.add", self.voice(words)).await
    }

    pub fn voice(&self, words: &str) -> Value {
        json!({
            "words": words, "is_quote": true, "heard_on": null, "event_id": null, "source": "survey",
            "theme_id": self.home, "cohort_id": null, "age_band": "11_to_15", "share": "anywhere", "sensitive": false,
        })
    }

    pub fn event(&self, date: &str) -> Value {
        json!({
            "title": "Pizza night", "theme_id": self.home, "half_term_id": null, "date": date, "place": "Youth Hub",
            "kind": "meal", "person_id": null, "came": [], "what_happened": "", "take_to_board": "",
        })
    }
}

async fn put<R: Record>(store: &Store, mut record: R) {
    let at = "2026-11-22T10:00:00Z".parse().unwrap();
    let stamp = Stamp { entry: EntryId(Uuid::now_v7()), at, person: None };
    let mut write = store.write("set the scene", stamp).await.unwrap();
    write.insert(&mut record).await.unwrap();
    write.commit().await.unwrap();
}

fn theme(name: &str, position: i64, keywords: &[&str]) -> Theme {
    Theme {
        id: Uuid::now_v7().into(),
        version: 0,
        name: name.into(),
        child_name: String::new(),
        icon: "house".into(),
        colour: "teal".into(),
        keywords: keywords.iter().map(ToString::to_string).collect(),
        principles: vec![],
        questions: vec![],
        position,
        retired_on: None,
    }
}

fn person(name: &str) -> Person {
    Person {
        id: Uuid::now_v7().into(),
        version: 0,
        title: "Cllr".into(),
        name: name.into(),
        organisation: String::new(),
        job: String::new(),
        brings: String::new(),
        roles: vec![Role::Councillor],
        first_name: String::new(),
        name_agreed_on: None,
        name_agreed_with: String::new(),
        email: String::new(),
        phone: String::new(),
        left_on: None,
    }
}

fn settings() -> Settings {
    Settings {
        id: Uuid::now_v7().into(),
        version: 0,
        council: "Anytown Council".into(),
        name: "Anytown Corporate Parenting Board".into(),
        promises_called: "promises".into(),
        standing: Standing::StatutoryCommittee,
        meets_in_public: true,
        quorum: 4,
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
    }
}
