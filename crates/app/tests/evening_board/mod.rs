//! A small board for stories of the evening: a chair, two councillors, an officer and a young representative; one
//! meeting whose agenda is published, with an exempt item, and a later one that is planned.

#![allow(dead_code, reason = "each story uses a part of it")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a story that cannot go on fails")]

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_app::{App, AppError, Clock, Context, Effect, commands};
use pledgeboard_domain::{
    Access, AccessKind, AgendaItem, AnnualMeeting, Board, ItemKind, Meeting, MeetingKind, MeetingState,
    Person, Purpose, Role, Seat, Speaker, Standing, TermOfOffice,
    id::*,
    numbering::{DEFAULT_ACTIONS, DEFAULT_MINUTES, Scope},
};
use pledgeboard_store::{Record, Store};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

pub struct Anytown {
    pub app: App,
    folder: TempDir,
    pub chair: PersonId,
    pub okafor: PersonId,
    pub price: PersonId,
    pub officer: PersonId,
    pub young: PersonId,
    pub tonight: MeetingId,
    pub later: MeetingId,
    /// Welcome, minutes of the last meeting, theme, actions, exclusion, and the exempt item.
    pub items: Vec<AgendaItemId>,
}

pub fn day(m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, m, d).unwrap()
}

fn new<Id: From<Uuid>>() -> Id {
    Uuid::now_v7().into()
}

impl Anytown {
    /// On the evening of the meeting, 3 December 2026.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = pledgeboard_test_place::for_a_board(folder.path(), "anytown.pledgeboard").await;
        let store = Store::create(&path).await.unwrap();
        let cx = Context { store: store.clone(), person: None, clock: Clock::new(Some(day(11, 22))) };
        let (tonight, later) = (new(), new());
        let [chair, okafor, price, officer, young] = [0; 5].map(|_| new::<PersonId>());
        let mut write = cx.write("make a board").await.unwrap();
        write.insert(&mut board()).await.unwrap();
        write.insert(&mut AnnualMeeting { id: new(), version: 0, date: day(5, 20) }).await.unwrap();
        for (place, (id, title, name, role)) in (1..).zip([
            (chair, "Cllr", "Amina Yusuf", Role::Chair),
            (okafor, "Cllr", "Sam Okafor", Role::Councillor),
            (price, "Cllr", "Dana Price", Role::Councillor),
            (officer, "", "Lee Hall", Role::Officer),
            (young, "", "Young representative 1", Role::YoungRepresentative),
        ]) {
            write.insert(&mut person(id, title, name, role)).await.unwrap();
            if role.is_councillor() {
                let mut seat = seat(role, place);
                write.insert(&mut seat).await.unwrap();
                let mut term = TermOfOffice {
                    id: new(),
                    version: 0,
                    seat_id: seat.id,
                    person_id: id,
                    from: day(5, 20),
                    to: None,
                };
                write.insert(&mut term).await.unwrap();
            }
        }
        for (id, date, state) in [
            (tonight, day(12, 3), MeetingState::AgendaPublished),
            (later, day(12, 17), MeetingState::Planned),
        ] {
            write.insert(&mut meeting(id, date, state, chair)).await.unwrap();
        }
        let mut items = vec![];
        for (place, (title, kind)) in (1..).zip([
            ("Welcome", ItemKind::Welcome),
            ("Minutes of the last meeting", ItemKind::LastMinutes),
            ("Homes near school", ItemKind::Theme),
            ("Actions", ItemKind::Actions),
            ("Exclusion of the public", ItemKind::Exclusion),
            ("Inspection of Rose Cottage", ItemKind::Report),
        ]) {
            let mut item = item(tonight, place, title, kind);
            if kind == ItemKind::Report {
                item.public_title = "One home".into();
                item.access = Access {
                    access: AccessKind::Exempt,
                    paragraphs: vec![1],
                    access_reason: "It would name a child's home.".into(),
                };
                item.summary = "Rose Cottage is inadequate.".into();
            }
            write.insert(&mut item).await.unwrap();
            items.push(item.id);
        }
        write.commit().await.unwrap();
        store.close().await;
        let app = App::start(folder.path().join("home"), Clock::new(Some(day(12, 3)))).await.unwrap();
        app.call("desk.open", json!({ "path": path })).await.unwrap();
        Self { app, folder, chair, okafor, price, officer, young, tonight, later, items }
    }

    pub async fn ask(&self, name: &str, request: Value) -> Value {
        self.app.call(name, request).await.unwrap_or_else(|refused| panic!("{name}: {refused}"))
    }

    /// The refusal of a command that must be refused.
    pub async fn refused(&self, name: &str, request: Value) -> AppError {
        match self.app.call(name, request).await {
            Ok(answer) => panic!("{name} was not refused: {answer}"),
            Err(refused) => refused,
        }
    }

    pub async fn cx(&self) -> Context {
        self.app.context().await.unwrap()
    }

    pub async fn one<R: Record>(&self, id: impl Into<Uuid>) -> R {
        self.cx().await.read().await.unwrap().one(id).await.unwrap()
    }

    pub async fn change<R: Record>(&self, id: impl Into<Uuid>, change: impl FnOnce(&mut R)) {
        let mut write = self.cx().await.write("change a record").await.unwrap();
        let mut record = write.one::<R>(id).await.unwrap();
        change(&mut record);
        write.update(&mut record).await.unwrap();
        write.commit().await.unwrap();
    }

    pub async fn evening(&self, projector: bool) -> Value {
        self.ask("evening.show", json!({ "meeting_id": self.tonight, "projector": projector })).await
    }

    pub async fn start(&self) {
        self.ask("evening.start", json!({ "meeting_id": self.tonight })).await;
    }

    pub async fn attend(&self, person: PersonId, status: &str) {
        self.ask(
            "evening.attend",
            json!({ "meeting_id": self.tonight, "person_id": person, "status": status, "substitute_for_id": null }),
        )
        .await;
    }

    /// Takes the meeting to draft minutes.
    pub async fn draft(&self) {
        self.start().await;
        self.ask("evening.end", json!({ "meeting_id": self.tonight, "at": "23:59:00" })).await;
        self.ask("minutes.draft", json!({ "meeting_id": self.tonight })).await;
    }

    /// A new action, born of an item or of none.
    pub async fn action(&self, text: &str, item: Option<AgendaItemId>, due: NaiveDate) -> (ActionId, String) {
        let answer = self
            .ask(
                "actions.add",
                json!({ "text": text, "plain_text": "", "owner_id": self.officer, "due": due,
                        "agenda_item_id": item, "promise_id": null }),
            )
            .await;
        let id: Uuid = serde_json::from_value(answer["result"]["id"].clone()).unwrap();
        (id.into(), answer["result"]["reference"].as_str().unwrap().to_owned())
    }
}

/// Every write of these areas, so that a story can say which ones it refuses.
pub fn writes(area: &str) -> Vec<&'static str> {
    commands()
        .filter(|command| command.effect == Effect::Write && command.name.starts_with(area))
        .map(|command| command.name)
        .collect()
}

fn board() -> Board {
    Board {
        id: new(),
        version: 0,
        council: "Anytown Council".into(),
        name: "Corporate Parenting Board".into(),
        promises_called: "promises".into(),
        standing: Standing::StatutoryCommittee,
        meets_in_public: true,
        quorum: 2,
        clear_days: 5,
        minute_pattern: DEFAULT_MINUTES.into(),
        minute_scope: Scope::Year,
        action_pattern: DEFAULT_ACTIONS.into(),
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

fn person(id: PersonId, title: &str, name: &str, role: Role) -> Person {
    Person {
        id,
        version: 0,
        title: title.into(),
        name: name.into(),
        organisation: String::new(),
        job: String::new(),
        brings: String::new(),
        roles: vec![role],
        first_name: String::new(),
        name_agreed_on: None,
        name_agreed_with: String::new(),
        email: "someone@anytown.example".into(),
        phone: String::new(),
        left_on: None,
    }
}

fn seat(role: Role, position: i64) -> Seat {
    Seat {
        id: new(),
        version: 0,
        name: format!("Councillor {position}"),
        role,
        organisation: "Anytown Council".into(),
        counts_for_quorum: true,
        position,
        closed_on: None,
    }
}

fn meeting(id: MeetingId, date: NaiveDate, state: MeetingState, chair: PersonId) -> Meeting {
    Meeting {
        id,
        version: 0,
        date,
        starts: NaiveTime::from_hms_opt(17, 30, 0).unwrap(),
        ends: NaiveTime::from_hms_opt(19, 30, 0),
        place: "Youth Hub".into(),
        kind: MeetingKind::Themed,
        title: String::new(),
        in_public: true,
        themes: vec![],
        chair_id: Some(chair),
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
    }
}

fn item(meeting: MeetingId, place: i64, title: &str, kind: ItemKind) -> AgendaItem {
    AgendaItem {
        id: new(),
        version: 0,
        meeting_id: meeting,
        position: place,
        number: place.to_string(),
        title: title.into(),
        public_title: String::new(),
        kind,
        purpose: Purpose::Business,
        presenting_minutes: 5,
        discussing_minutes: 10,
        presented_by: Speaker::Councillor,
        lead_id: None,
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
        internal_notes: "Let young people speak first.".into(),
        since_version: 1,
        urgency_reason: String::new(),
        withdrawn_reason: String::new(),
        deferred_to_id: None,
        minutes_of_id: None,
        topic_id: None,
    }
}
