//! An app with a copy of the sample board open, which can be broken and taken afresh.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use pledgeboard_app::{App, AppError, Clock, Context, NoKeychain, domain::Code, sample, transfer};
use pledgeboard_store::{BoardData, Touching};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::printed::today;

/// A hang is what is looked for: all documents of a meeting take a while without optimisation, and among other work.
const LONGEST: Duration = Duration::from_secs(120);

pub struct Desk {
    pub folder: TempDir,
    app: Arc<App>,
    board: PathBuf,
    copies: usize,
}

impl Desk {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let sample = folder.path().join("sample.pledgeboard");
        sample::create(&sample, today()).await.unwrap().close().await;
        std::fs::create_dir_all(folder.path().join("taken")).unwrap();
        let (app, board) = opened(&folder, 0).await;
        Self { folder, app, board, copies: 0 }
    }

    /// Another copy of the sample, with nothing that was tried before.
    pub async fn afresh(&mut self) {
        self.app.close().await;
        self.copies += 1;
        (self.app, self.board) = opened(&self.folder, self.copies).await;
    }

    pub async fn cx(&self) -> Option<Context> {
        self.app.context().await.ok()
    }

    pub async fn data(&self) -> BoardData {
        transfer::data(&self.cx().await.unwrap()).await.unwrap()
    }

    /// How many changes the history tells of, while a board is open.
    async fn changes(&self) -> Option<usize> {
        let mut read = self.cx().await?.read().await.ok()?;
        Some(read.entries(Touching::default(), i64::MAX).await.unwrap().len())
    }

    /// What is wrong with the open board; not that an evening was tried before its day, which anybody may.
    pub async fn findings(&self) -> Vec<String> {
        let Some(cx) = self.cx().await else { return vec![] };
        let mut found = transfer::check(&cx).await.unwrap_or_else(|error| vec![error.to_string()]);
        found.retain(|it| !it.ends_with("it counts as held, and its day has not come."));
        found
    }

    /// Calls a command. What must never be comes back in a sentence: a panic, a fault, a change by what was refused, a
    /// refusal that is no plain sentence, a wait without end.
    pub async fn try_it(
        &self,
        name: &'static str,
        request: &Value,
    ) -> Result<Result<Value, AppError>, String> {
        let before = self.changes().await;
        let (app, asked) = (Arc::clone(&self.app), request.clone());
        let begun = Instant::now();
        let told = tokio::spawn(async move { app.call(name, asked).await }).await;
        let took = begun.elapsed();
        let what = |what: String| Err(format!("{name}: {what}\n  with {}", shown(request)));
        let Ok(answer) = told else { return what(format!("it panicked ({:?})", told.err())) };
        if took > LONGEST {
            return what(format!("it took {took:?}"));
        }
        if let Err(error) = &answer {
            let message = &error.message;
            if error.code == Code::Fault {
                return what(format!("a fault of ours: {message}"));
            }
            if !message.ends_with(['.', '?']) || message.len() > 700 || message.contains('\0') {
                return what(format!("no plain sentence: {}", message.chars().take(900).collect::<String>()));
            }
            let after = self.changes().await;
            if before.is_some() && after.is_some() && before != after {
                return what(format!(
                    "refused ({message}), and the history grew from {before:?} to {after:?}"
                ));
            }
        }
        Ok(answer)
    }

    pub async fn call(&self, name: &'static str, request: Value) -> Value {
        self.app.call(name, request).await.unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

async fn opened(folder: &TempDir, number: usize) -> (Arc<App>, PathBuf) {
    let home = folder.path().join(format!("home {number}"));
    let board = folder.path().join(format!("board {number}.pledgeboard"));
    std::fs::copy(folder.path().join("sample.pledgeboard"), &board).unwrap();
    let clock = Clock::new(Some(today()));
    let app = App::start_with(home, clock, Arc::new(NoKeychain)).await.unwrap();
    app.call("desk.open", json!({ "path": board })).await.unwrap();
    let people = app.call("desk.people", json!({})).await.unwrap();
    let clerk = |it: &&Value| it["roles"].as_array().unwrap().contains(&json!("democratic_services"));
    let clerk = people.as_array().unwrap().iter().find(clerk).unwrap();
    app.call("desk.work_as", json!({ "person_id": clerk["id"] })).await.unwrap();
    (Arc::new(app), board)
}

fn shown(request: &Value) -> String {
    let text = request.to_string();
    let mut short: String = text.chars().take(1_500).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
