//! Many people on a shared board at once, each with their own part, at what they do all day, while its server is killed and
//! started again. Told on a server of its own; `cargo xtask soak --postgres` has more people for longer.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use pledgeboard_app::{App, AppError, parts, sample};
use pledgeboard_domain::{
    Action, ActionUpdate, AgendaItem, BoardPart, Code, Event, Meeting, MeetingState, Promise, Theme, Voice,
};
use pledgeboard_test_place::{SERVER, database};
use pledgeboard_test_server::Server;
use serde_json::{Value, json};

use crate::at_desk::{AtDesk, TODAY, find};

/// Who comes, again and again until there are enough.
const PEOPLE: &[(&str, BoardPart)] = &[
    ("Amina Yusuf", BoardPart::Chair),
    ("Colin Webb", BoardPart::DemocraticServices),
    ("Sam Okafor", BoardPart::LinkChampion),
    ("Ruth Adeyemi", BoardPart::LinkChampion),
    ("Jess Tanner", BoardPart::Member),
];

const PASSWORD: &str = "kettle moon ladder";

/// What the board has of what they use.
struct Scene {
    meeting: Value,
    items: Vec<Value>,
    promise: Value,
    theme: Value,
    action: Value,
}

/// What was done, as the people know it.
#[derive(Default)]
struct Done {
    /// How long each took, in milliseconds.
    took: BTreeMap<&'static str, Vec<u128>>,
    references: Vec<String>,
    events: Vec<Value>,
    voices: Vec<Value>,
    notes: u64,
    counted: i64,
    /// The second of two who edit one thing is told.
    told: u64,
    refused: BTreeSet<String>,
}

struct Client {
    app: App,
    part: BoardPart,
    scene: Arc<Scene>,
    done: Arc<Mutex<Done>>,
}

impl Client {
    async fn call(&self, name: &'static str, request: Value) -> Option<Value> {
        let begun = Instant::now();
        let answer = self.app.call(name, request).await;
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        match answer {
            Ok(answer) => {
                done.took.entry(name).or_default().push(begun.elapsed().as_millis());
                Some(answer)
            }
            Err(AppError { code: Code::Stale, .. }) => {
                done.told += 1;
                None
            }
            Err(error) => {
                done.refused.insert(error.message);
                None
            }
        }
    }

    async fn writes(&self, name: &'static str, request: Value) -> Option<Value> {
        self.call(name, request).await.map(|mut written| written["result"].take())
    }

    fn note(&self, note: impl FnOnce(&mut Done)) {
        note(&mut self.done.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// One thing after another, from a place of one's own in the round.
    async fn do_something(&self, turn: usize) {
        let scene = &self.scene;
        match (turn % 8, self.part) {
            (0, _) => drop(self.call("home.show", json!({})).await),
            (1, _) => drop(self.call("voices.list", json!({})).await),
            (2, _) => drop(self.call("promises.show", json!({ "id": scene.promise })).await),
            (3, _) => drop(self.call("agenda.show", json!({ "meeting_id": scene.meeting })).await),
            (4, _) => drop(self.call("search.find", json!({ "words": "school" })).await),
            (_, BoardPart::Member | BoardPart::Auditor) => drop(self.call("actions.list", json!({})).await),
            (_, BoardPart::LinkChampion) => self.log_an_event().await,
            (5, BoardPart::Chair) => self.count_on().await,
            (5, _) => self.add_an_action().await,
            (6, _) => self.note_progress().await,
            (_, _) => self.move_an_item(turn).await,
        }
    }

    async fn log_an_event(&self) {
        let event = json!({ "title": "", "theme_id": self.scene.theme, "half_term_id": null, "date": TODAY, "place": "Youth hub",
            "kind": "meal", "person_id": null, "came": [], "came_total": 4, "what_happened": "", "take_to_board": "" });
        let Some(event) = self.writes("events.log", event).await else { return };
        self.note(|done| done.events.push(event["id"].clone()));
        let voice = json!({ "words": "Ring me back.", "is_quote": true, "heard_on": null, "event_id": event["id"], "source": "",
            "theme_id": self.scene.theme, "cohort_id": null, "age_band": null, "share": "board_only", "sensitive": false });
        let Some(voice) = self.writes("voices.add", voice).await else { return };
        self.note(|done| done.voices.push(voice["id"].clone()));
    }

    async fn add_an_action(&self) {
        let action = json!({ "text": "Ask every child which worker they want", "plain_text": "We ask you.", "owner_id": null,
            "due": null, "agenda_item_id": null, "promise_id": null });
        let Some(added) = self.writes("actions.add", action).await else { return };
        self.note(|done| done.references.push(added["reference"].as_str().unwrap().into()));
    }

    async fn note_progress(&self) {
        let note = json!({ "action_id": self.scene.action, "text": "Asked again." });
        if self.writes("actions.note", note).await.is_some() {
            self.note(|done| done.notes += 1);
        }
    }

    async fn move_an_item(&self, turn: usize) {
        let item = &self.scene.items[turn % self.scene.items.len()];
        self.writes("agenda.move_item", json!({ "item_id": item, "to": 1 + turn % 5 })).await;
    }

    /// Adds one to a count that everybody adds to; whoever is told that somebody was quicker looks again.
    async fn count_on(&self) {
        loop {
            let Some(page) = self.call("promises.show", json!({ "id": self.scene.promise })).await else {
                return;
            };
            let mut promise = page["promise"].clone();
            promise["text"] = json!(format!("We count {}", counted(&promise) + 1));
            let told = self.done.lock().unwrap_or_else(PoisonError::into_inner).told;
            if self.writes("promises.edit", promise).await.is_some() {
                return self.note(|done| done.counted += 1);
            }
            if self.done.lock().unwrap_or_else(PoisonError::into_inner).told == told {
                return;
            }
        }
    }
}

fn counted(promise: &Value) -> i64 {
    let text = promise["text"].as_str().unwrap();
    text.strip_prefix("We count ").map_or(0, |count| count.parse().unwrap())
}

/// How many, and how long: more of both in a soak.
fn asked(variable: &str, usual: u64) -> u64 {
    env::var(variable).ok().and_then(|it| it.parse().ok()).unwrap_or(usual)
}

async fn scene(desk: &AtDesk) -> Scene {
    let mut read = desk.app.context().await.unwrap().read().await.unwrap();
    let meetings = read.all::<Meeting>().await.unwrap();
    let meeting = meetings.iter().find(|it| it.state == MeetingState::AgendaDrafted).unwrap().id;
    let items = read.by::<AgendaItem>("meeting_id", meeting).await.unwrap();
    let promises = read.all::<Promise>().await.unwrap();
    Scene {
        meeting: json!(meeting),
        items: items.iter().map(|it| json!(it.id)).collect(),
        promise: json!(promises.iter().find(|it| it.is_current(TODAY.parse().unwrap())).unwrap().id),
        theme: json!(read.all::<Theme>().await.unwrap()[0].id),
        action: json!(read.all::<Action>().await.unwrap().pop().unwrap().id),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_people_work_at_once_and_nothing_is_lost_numbered_twice_or_refused_for_no_reason() {
    if env::var_os(SERVER).is_none() {
        return;
    }
    let server = Server::start().unwrap();
    let address = database(&server.address()).await;
    sample::create(Path::new(&address), TODAY.parse().unwrap()).await.unwrap().close().await;
    let owner = AtDesk::new().await;
    owner.call("desk.open", json!({ "path": address })).await;
    owner.sit_down("democratic_services").await;
    let cx = owner.app.context().await.unwrap();
    let mut logins = vec![];
    for (name, part) in PEOPLE {
        let line = parts::grant(&cx, name, *part, None, Some(PASSWORD)).await.unwrap();
        let login = format!("postgres://{}:{}@", line.login, PASSWORD.replace(' ', "%20"));
        logins.push((address.replacen("postgres://postgres@", &login, 1), *part));
    }
    let scene = Arc::new(scene(&owner).await);
    let notes_before = cx.read().await.unwrap().all::<ActionUpdate>().await.unwrap().len() as u64;

    let (many, seconds) = (asked("PLEDGEBOARD_CLIENTS", 5), asked("PLEDGEBOARD_SECONDS", 10));
    let think = Duration::from_millis(asked("PLEDGEBOARD_THINK", 0));
    let (done, over) = (Arc::<Mutex<Done>>::default(), Arc::<AtomicBool>::default());
    let mut clients = vec![];
    for number in 0..usize::try_from(many).unwrap() {
        let (path, part) = logins[number % logins.len()].clone();
        let (scene, done, over) = (Arc::clone(&scene), Arc::clone(&done), Arc::clone(&over));
        clients.push(tokio::spawn(async move {
            let desk = AtDesk::new().await;
            desk.call("desk.open", json!({ "path": path })).await;
            let client = Client { app: desk.app, part, scene, done };
            let mut turn = number;
            while !over.load(Ordering::Relaxed) {
                client.do_something(turn).await;
                turn += 1;
                tokio::time::sleep(think).await;
            }
            client.app.close().await;
        }));
    }
    tokio::time::sleep(Duration::from_secs(seconds) / 2).await;
    server.kill().unwrap();
    server.again().unwrap();
    tokio::time::sleep(Duration::from_secs(seconds) / 2).await;
    over.store(true, Ordering::Relaxed);
    for client in clients {
        client.await.unwrap();
    }

    let done = std::mem::take(&mut *done.lock().unwrap_or_else(PoisonError::into_inner));
    report(&done, many, seconds);
    let mut read = cx.read().await.unwrap();
    let references: Vec<String> =
        read.all::<Action>().await.unwrap().into_iter().map(|it| it.reference).collect();
    let once: BTreeSet<&String> = references.iter().collect();
    assert_eq!(once.len(), references.len(), "a number was given twice");
    assert!(done.references.iter().all(|it| once.contains(it)), "an action that was added is gone");
    let events: BTreeSet<String> =
        read.all::<Event>().await.unwrap().iter().map(|it| it.id.to_string()).collect();
    let voices: BTreeSet<String> =
        read.all::<Voice>().await.unwrap().iter().map(|it| it.id.to_string()).collect();
    let has = |all: &BTreeSet<String>, id: &Value| all.contains(id.as_str().unwrap());
    assert!(done.events.iter().all(|id| has(&events, id)), "an event that was logged is gone");
    assert!(done.voices.iter().all(|id| has(&voices, id)), "a voice that was noted is gone");
    let notes = read.all::<ActionUpdate>().await.unwrap().len() as u64 - notes_before;
    // A change may have been saved without its answer reaching who asked, when the server died in between; never the reverse.
    assert!((done.notes..=done.notes + many).contains(&notes), "{notes} of {} notes are there", done.notes);
    let page = owner.call("promises.show", json!({ "id": scene.promise })).await;
    let count = counted(&page["promise"]);
    assert!(
        (done.counted..=done.counted + i64::try_from(many).unwrap()).contains(&count),
        "{count} of {} counts are there",
        done.counted
    );
    // However they were moved, each item has a place of its own.
    let agenda = owner.call("agenda.show", json!({ "meeting_id": scene.meeting })).await;
    let mut positions: Vec<i64> = agenda["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["item"]["position"].as_i64().unwrap())
        .collect();
    positions.sort_unstable();
    positions.dedup();
    assert_eq!(positions.len(), scene.items.len(), "two items have one place");
    find(&agenda["items"], "number", "1");
    // Nobody met a deadlock, or a fault of ours: only a server that was away, or somebody who was saving.
    assert!(
        done.refused.iter().all(|it| it.contains("server") || it.contains("Somebody else")),
        "{:?}",
        done.refused
    );
    for name in ["home.show", "events.log", "actions.add", "agenda.move_item", "promises.edit"] {
        assert!(done.took.contains_key(name), "nobody came to {name}");
    }
}

fn report(done: &Done, many: u64, seconds: u64) {
    println!("{many} people for {seconds} s, the server killed in the middle; milliseconds:");
    println!("{:<18} {:>7} {:>8} {:>8} {:>8}", "", "times", "median", "95 in 100", "slowest");
    let mut all = 0;
    for (name, took) in &done.took {
        let mut took = took.clone();
        took.sort_unstable();
        all += took.len();
        let at = |part: usize| took[(took.len() * part / 100).min(took.len() - 1)];
        println!("{name:<18} {:>7} {:>8} {:>8} {:>8}", took.len(), at(50), at(95), at(100));
    }
    println!(
        "{:.1} a second in all; {} were told that somebody was quicker; said: {:?}",
        all as f64 / seconds as f64,
        done.told,
        done.refused
    );
}
