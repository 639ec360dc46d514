//! Somebody at a computer with a keychain in memory.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use chrono::NaiveDate;
use pledgeboard_app::{App, AppError, Clock, Keychain, NoKeychain};
use serde_json::{Value, json};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "kettle moon ladder";

#[derive(Debug, Default)]
pub struct InMemory(pub Mutex<BTreeMap<String, String>>);

impl Keychain for InMemory {
    fn is_there(&self) -> bool {
        true
    }

    fn keep(&self, board: &str, secret: &str) -> bool {
        self.0.lock().unwrap().insert(board.into(), secret.into());
        true
    }

    fn find(&self, board: &str) -> Option<String> {
        self.0.lock().unwrap().get(board).cloned()
    }

    fn forget(&self, board: &str) {
        self.0.lock().unwrap().remove(board);
    }
}

pub struct Desk {
    pub app: App,
    pub home: TempDir,
    pub keychain: Arc<InMemory>,
}

pub fn today() -> Clock {
    Clock::new(Some(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()))
}

impl Desk {
    /// With the sample board open, its chair at the desk.
    pub async fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let keychain = Arc::new(InMemory::default());
        let app = App::start_with(home.path().into(), today(), keychain.clone()).await.unwrap();
        let it = Self { app, home, keychain };
        it.call("desk.sample", json!({})).await;
        let people = it.call("desk.people", json!({})).await;
        it.call("desk.work_as", json!({ "person_id": people[0]["id"] })).await;
        it
    }

    /// The program ended and was started again.
    pub async fn again(self) -> Self {
        self.app.close().await;
        let app = App::start_with(self.home.path().into(), today(), self.keychain.clone()).await.unwrap();
        Self { app, ..self }
    }

    /// The same, on a computer without a keychain.
    pub async fn again_without_keychain(self) -> Self {
        self.app.close().await;
        let app = App::start_with(self.home.path().into(), today(), Arc::new(NoKeychain)).await.unwrap();
        Self { app, ..self }
    }

    pub async fn protected() -> Self {
        let it = Self::new().await;
        it.protect(PASSPHRASE, false).await;
        it
    }

    pub async fn protect(&self, passphrase: &str, remember: bool) -> Value {
        let request = json!({ "new": passphrase, "again": passphrase, "remember": remember });
        self.call("security.protect", request).await
    }

    pub async fn call(&self, name: &str, request: Value) -> Value {
        match self.app.call(name, request).await {
            Ok(answer) => answer,
            Err(refused) => panic!("{name} was refused: {refused:?}"),
        }
    }

    /// The code, the field and the sentence of a refusal.
    pub async fn refused(&self, name: &str, request: Value) -> (String, String, String) {
        match self.app.call(name, request).await {
            Ok(answer) => panic!("{name} was not refused: {answer}"),
            Err(AppError { code, field, message, .. }) => {
                (code.as_str().into(), field.unwrap_or_default(), message)
            }
        }
    }

    pub async fn board(&self) -> PathBuf {
        let desk = self.call("desk.show", json!({})).await;
        Path::new(desk["board"]["path"].as_str().unwrap()).into()
    }

    pub async fn add_theme(&self, name: &str) {
        self.call("board.add_theme", json!({ "name": name, "child_name": "" })).await;
    }

    pub async fn has(&self, words: &str) -> bool {
        self.call("search.find", json!({ "words": words })).await != json!([])
    }

    pub async fn backups(&self) -> Vec<Value> {
        self.call("backups.show", json!({})).await["backups"].as_array().unwrap().clone()
    }
}
