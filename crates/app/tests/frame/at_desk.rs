//! Somebody at a desk of their own, on a fixed day.

use chrono::NaiveDate;
use pledgeboard_app::{App, AppError, Clock, sample};
use serde_json::{Value, json};
use tempfile::TempDir;

pub const TODAY: &str = "2026-11-22";

pub struct AtDesk {
    pub app: App,
    pub home: TempDir,
}

impl AtDesk {
    pub async fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let today: NaiveDate = TODAY.parse().unwrap();
        let app = App::start(home.path().join("settings"), Clock::new(Some(today))).await.unwrap();
        Self { app, home }
    }

    /// With the sample board open, and its person of this role at the desk.
    pub async fn at_the_sample(role: &str) -> Self {
        let desk = Self::new().await;
        let place = pledgeboard_test_place::for_a_board(desk.home.path(), "anytown.pledgeboard").await;
        sample::create(&place, TODAY.parse().unwrap()).await.unwrap().close().await;
        desk.call("desk.open", json!({ "path": place })).await;
        desk.sit_down(role).await;
        desk
    }

    /// With a small board of our own open.
    pub async fn at_our_board() -> Self {
        let desk = Self::new().await;
        desk.call("desk.start", our_board()).await;
        desk.sit_down("chair").await;
        desk
    }

    pub async fn sit_down(&self, role: &str) -> Value {
        let people = self.call("desk.people", json!({})).await;
        let has = |it: &&Value| it["roles"].as_array().unwrap().contains(&json!(role));
        let person = people.as_array().unwrap().iter().find(has).unwrap()["id"].clone();
        self.call("desk.work_as", json!({ "person_id": person })).await;
        person
    }

    pub async fn call(&self, name: &str, request: Value) -> Value {
        match self.app.call(name, request.clone()).await {
            Ok(answer) => answer,
            Err(refused) => panic!("{name} with {request} was refused: {refused:?}"),
        }
    }

    /// The field and the sentence of a refusal.
    pub async fn refused(&self, name: &str, request: Value) -> (String, String) {
        match self.app.call(name, request).await {
            Ok(answer) => panic!("{name} was not refused: {answer}"),
            Err(AppError { field, message, .. }) => (field.unwrap_or_default(), message),
        }
    }

    /// The person of this name on the board page.
    pub async fn person(&self, name: &str) -> Value {
        let board = self.call("board.show", json!({ "on": null })).await;
        find(&board["people"], "printed_name", name)["person"].clone()
    }
}

/// The entry of a list whose field has this value.
pub fn find(list: &Value, field: &str, value: &str) -> Value {
    let entries = list.as_array().unwrap();
    entries.iter().find(|it| it[field] == value).unwrap_or_else(|| panic!("no {value} in {list}")).clone()
}

/// What the five steps gather for Newtown's board.
pub fn our_board() -> Value {
    json!({
        "path": null, "council": "Newtown Council", "name": "Corporate Parenting Panel",
        "promises_called": "the pledge", "standing": "statutory_committee", "meets_in_public": true,
        "rhythm": { "often": "every_half_term", "day": "thursday", "starts": "17:30:00", "ends": "19:30:00", "place": "Town Hall" },
        "half_terms": [
            { "academic_year": 2026, "term": "autumn_1", "starts": "2026-09-01", "ends": "2026-10-23" },
            { "academic_year": 2026, "term": "autumn_2", "starts": "2026-11-02", "ends": "2026-12-18" },
            { "academic_year": 2026, "term": "spring_1", "starts": "2027-01-04", "ends": "2027-02-12" }
        ],
        "members": [
            { "title": "Cllr", "name": "Ada Lane", "organisation": "Newtown Council", "role": "chair" },
            { "title": "Cllr", "name": "Ben Moor", "organisation": "Newtown Council", "role": "councillor" },
            { "title": "", "name": "", "organisation": "", "role": "councillor" },
            { "title": "", "name": "Cara Holt", "organisation": "Anyshire Police", "role": "partner" }
        ],
        "themes": [
            { "name": "A home that stays", "promise": "We will not move you unless you or your safety need it." },
            { "name": "Being healthy", "promise": "" }
        ]
    })
}
