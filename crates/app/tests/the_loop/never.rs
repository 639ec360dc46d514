//! What can never happen, whatever people do and in whatever order: a voice that leaves the loop unanswered, and a
//! number that is given twice.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::board::Board;

/// One thing that somebody tries; which voice or change it is about is taken round the ones there are.
#[derive(Debug, Clone)]
enum Try {
    Say,
    Answer { voice: usize, kind: usize, words: bool, without_the_board: bool },
    Tell { voice: usize, day: usize },
    TellAll { day: usize },
    TakeBack { voice: usize },
    Undo { entry: usize },
    AddAction,
}

fn tries() -> impl Strategy<Value = Try> {
    prop_oneof![
        3 => Just(Try::Say),
        4 => (0..8usize, 0..4usize, any::<bool>(), any::<bool>())
            .prop_map(|(voice, kind, words, without_the_board)| Try::Answer { voice, kind, words, without_the_board }),
        2 => (0..8usize, 0..3usize).prop_map(|(voice, day)| Try::Tell { voice, day }),
        1 => (0..3usize).prop_map(|day| Try::TellAll { day }),
        1 => (0..8usize).prop_map(|voice| Try::TakeBack { voice }),
        2 => (0..8usize).prop_map(|entry| Try::Undo { entry }),
        2 => Just(Try::AddAction),
    ]
}

struct Story {
    board: Board,
    said: Vec<Value>,
    entries: Vec<Value>,
    references: HashSet<String>,
}

/// Before it was heard, the day itself, and a day that has not come.
const DAYS: [&str; 3] = ["2026-11-01", "2026-11-22", "2026-12-01"];

impl Story {
    async fn does(&mut self, name: &str, request: Value) -> Option<Value> {
        let done = self.board.app.call(name, request).await.ok()?;
        self.entries.push(done["entry"].clone());
        Some(done["result"].clone())
    }

    async fn plays(&mut self, it: Try) {
        let voice = |said: &[Value], n: usize| said.get(n % said.len().max(1)).map(|it| it["id"].clone());
        match it {
            Try::Say => {
                let said = self.board.voice("Nobody told my school.");
                let voice = self.does("voices.add", said).await.unwrap();
                self.said.push(voice);
            }
            Try::Answer { voice: n, kind, words, without_the_board } => {
                let kind = ["action", "commitment", "already_happens", "no_because"][kind];
                let words = if words { "The law does not let us." } else { " " };
                let answer = json!({ "voice_id": voice(&self.said, n), "kind": kind, "plain_text": words,
                    "action_id": null, "commitment_id": null, "agenda_item_id": null,
                    "without_the_board": without_the_board });
                self.does("voices.answer", answer).await;
            }
            Try::Tell { voice: n, day } => {
                let told = json!({ "voices": [voice(&self.said, n)], "told_on": DAYS[day], "told_how": "visit",
                    "told_by": null });
                self.does("voices.tell_voices", told).await;
            }
            Try::TellAll { day } => {
                let ids: Vec<&Value> = self.said.iter().map(|it| &it["id"]).collect();
                let told =
                    json!({ "voices": ids, "told_on": DAYS[day], "told_how": "group", "told_by": null });
                self.does("voices.tell_voices", told).await;
            }
            Try::TakeBack { voice: n } => {
                let back = json!({ "id": voice(&self.said, n), "version": 1, "why": "asked" });
                self.does("voices.remove", back).await;
            }
            Try::Undo { entry } => {
                if let Some(entry) = self.entries.get(entry % self.entries.len().max(1)).cloned() {
                    self.does("history.undo", json!({ "entry": entry })).await;
                }
            }
            Try::AddAction => {
                let new = json!({ "text": "Ring every school", "plain_text": "", "owner_id": null, "due": null,
                    "agenda_item_id": null, "promise_id": null });
                if let Some(added) = self.does("actions.add", new).await {
                    let reference = added["reference"].as_str().unwrap().to_owned();
                    assert!(self.references.insert(reference.clone()), "{reference} was given before");
                }
            }
        }
    }

    /// Every voice that was ever said waits, is answered or was told, or somebody took it back and the history says so.
    async fn nothing_is_lost(&self) {
        let list = self.board.does("voices.list", json!({ "all": true })).await;
        let lines: HashMap<&str, &Value> =
            list["voices"].as_array().unwrap().iter().map(|it| (it["id"].as_str().unwrap(), it)).collect();
        let waiting = lines.values().filter(|it| it["became"] == "waiting").count();
        assert_eq!(self.board.does("home.counts", json!({})).await["voices"], json!(waiting));
        for voice in &self.said {
            let id = voice["id"].as_str().unwrap();
            let Some(line) = lines.get(id) else {
                let history =
                    self.board.does("history.list", json!({ "records": [id], "limit": null })).await;
                let last = history[0]["what"].as_str().unwrap_or_default().to_owned();
                // Taken back, and perhaps taken back again after somebody undid that.
                let what = last.trim_start_matches("redo: ");
                assert!(what.starts_with("take back a voice: ") || what.starts_with("undo"), "{last}");
                continue;
            };
            let page = self.board.does("voices.show", json!({ "id": id })).await;
            let answers = page["answers"].as_array().unwrap();
            assert_eq!(line["became"] == "waiting", answers.is_empty());
            assert_eq!(
                line["waiting_days"].is_null(),
                !answers.is_empty(),
                "a voice that waits says how long"
            );
            for answer in answers.iter().map(|it| &it["answer"]) {
                assert!(!answer["plain_text"].as_str().unwrap().trim().is_empty(), "an answer has words");
                let told = answer["told_on"].as_str();
                assert!(told.is_none_or(|day| day >= answer["answered_on"].as_str().unwrap()));
            }
        }
    }
}

proptest! {
    // Each case makes a board of its own.
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_voice_leaves_the_loop_unanswered_and_no_number_is_given_twice(
        tries in proptest::collection::vec(tries(), 1..28),
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let board = Board::open().await;
            let mut story = Story { board, said: vec![], entries: vec![], references: HashSet::new() };
            for it in tries {
                story.plays(it).await;
            }
            story.nothing_is_lost().await;
        });
    }
}
