#![expect(clippy::unwrap_used, reason = "a story may stop at the first surprise")]

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::board::Board;

impl Board {
    /// A form for Amina's theme: its e-mail and its file, as they go out.
    async fn gives_out(&self) -> Value {
        self.writes("away.make", json!({ "theme_id": self.home, "person_id": self.amina })).await
    }

    fn saves(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The file of a form, filled in on another computer.
    fn filled(&self, made: &Value) -> Value {
        let mut file: Value = serde_json::from_str(made["file"].as_str().unwrap()).unwrap();
        file["event"]["date"] = json!("2026-11-18");
        file["event"]["title"] = json!("Pizza night");
        file["event"]["came_total"] = json!(9);
        let voice = |n: u32, words: &str| {
            json!({ "id": format!("00000000-0000-7000-8000-00000000000{n}"), "words": words, "is_quote": true,
                    "theme_id": self.home, "cohort_id": null, "age_band": "11_to_15", "share": "anywhere", "sensitive": false })
        };
        file["voices"] = json!([voice(1, "I moved three times."), voice(2, "Amina Yusuf listens.")]);
        file["reality_checks"] = json!([{ "id": "00000000-0000-7000-8000-000000000009", "claim": "Schools are told.",
            "stands_in": "", "promise_id": null, "verdict": "not_true", "seen": "" }]);
        file
    }

    async fn imports(&self, source: &Value) -> Value {
        self.does("away.import", json!({ "source": source, "choices": [] })).await
    }

    async fn count(&self) -> usize {
        self.does("voices.list", json!({})).await["voices"].as_array().unwrap().len()
    }

    async fn looks(&self, source: &Value) -> Value {
        self.does("away.look", source.clone()).await
    }

    async fn will_not(&self, source: &Value, sentence: &str) {
        let before = self.does("history.list", json!({ "limit": 100 })).await;
        assert_eq!(self.refuses("away.import", json!({ "source": source, "choices": [] })).await.1, sentence);
        assert_eq!(self.does("history.list", json!({ "limit": 100 })).await, before, "nothing was changed");
    }
}

fn text(value: &Value) -> Value {
    json!({ "text": value.to_string() })
}

fn changes(look: &Value) -> Vec<&str> {
    look["parts"].as_array().unwrap().iter().map(|it| it["part"]["change"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_away_file_comes_in_once_as_one_change_with_one_undo() {
    let board = Board::open().await;
    let made = board.gives_out().await;
    let source = json!({ "path": board.saves("event.pledge-event", &board.filled(&made).to_string()) });
    let look = board.looks(&source).await;
    assert_eq!(changes(&look), ["new", "new", "new", "new"]);
    assert_eq!((&look["person"], &look["is_file"]), (&json!("Cllr Amina Yusuf"), &json!(true)));
    assert_eq!(look["parts"][2]["identifying"][0]["words"], "Amina Yusuf");
    assert_eq!(board.count().await, 0, "a look writes nothing");

    let done = board.imports(&source).await;
    assert_eq!(done["result"]["new"], 4);
    let events = board.does("events.list", json!({})).await;
    assert_eq!((&events[0]["title"], &events[0]["came"]), (&json!("Pizza night"), &json!(9)));
    assert_eq!(events[0]["half_term"], "Autumn 2, 2026/27");
    assert_eq!(board.does("away.list", json!({})).await[0]["event"]["title"], "Pizza night");
    assert_eq!(board.count().await, 2);

    let again = "This event was imported already on Sunday 22 November 2026, and nothing in it is new.";
    assert_eq!(board.looks(&source).await["nothing_new"], again);
    board.will_not(&source, again).await;

    board.does("history.undo", json!({ "entry": done["entry"] })).await;
    assert_eq!((board.count().await, board.does("events.list", json!({})).await), (0, json!([])));
    assert_eq!(board.imports(&source).await["result"]["new"], 4, "undone, it may come in again");
}

#[tokio::test]
async fn what_changed_away_is_taken_and_what_changed_on_both_sides_waits_for_a_choice() {
    let board = Board::open().await;
    let made = board.gives_out().await;
    let mut file = board.filled(&made);
    board.imports(&text(&file)).await;
    file["voices"][0]["words"] = json!("I moved four times.");
    assert_eq!(changes(&board.looks(&text(&file)).await), ["same", "changed", "same", "same"]);
    assert_eq!(board.imports(&text(&file)).await["result"]["changed"], 1);

    let mut voice =
        board.does("voices.show", json!({ "id": file["voices"][0]["id"] })).await["voice"].clone();
    assert_eq!(voice["words"], "I moved four times.");
    voice["words"] = json!("I moved often.");
    board.writes("voices.edit", voice).await;
    file["voices"][0]["words"] = json!("I moved five times.");
    let look = board.looks(&text(&file)).await;
    assert_eq!(changes(&look), ["same", "conflict", "same", "same"]);
    let field =
        json!({ "label": "What they said", "away": "I moved five times.", "board": "I moved often." });
    assert_eq!(look["parts"][1]["part"]["fields"], json!([field]));

    let kept = board.imports(&text(&file)).await;
    assert_eq!(kept["result"]["changed"], 0, "the board's words stay unless somebody chooses");
    let take = json!({ "id": file["voices"][0]["id"], "take": true, "take_out": false });
    file["voices"][0]["words"] = json!("I moved six times.");
    board.does("away.import", json!({ "source": text(&file), "choices": [take] })).await;
    let page = board.does("voices.show", json!({ "id": file["voices"][0]["id"] })).await;
    assert_eq!(page["voice"]["words"], "I moved six times.");
}

#[tokio::test]
async fn names_are_taken_out_on_the_way_in_and_a_voice_taken_back_stays_away() {
    let board = Board::open().await;
    let made = board.gives_out().await;
    let file = board.filled(&made);
    let out = json!({ "id": file["voices"][1]["id"], "take": true, "take_out": true });
    board.does("away.import", json!({ "source": text(&file), "choices": [out] })).await;
    let voice = board.does("voices.show", json!({ "id": file["voices"][1]["id"] })).await["voice"].clone();
    assert_eq!(voice["words"], "[name] listens.");
    assert!(board.looks(&text(&file)).await["nothing_new"].is_string(), "the name does not come back");
    board.writes("voices.remove", json!({ "id": voice["id"], "version": voice["version"] })).await;
    let look = board.looks(&text(&file)).await;
    assert_eq!(changes(&look), ["same", "same", "taken_back", "same"]);
    assert!(look["nothing_new"].is_string());
}

#[tokio::test]
async fn an_e_mail_form_comes_back_and_brings_nothing_twice() {
    let board = Board::open().await;
    let made = board.gives_out().await;
    let number = made["form"]["number"].as_str().unwrap();
    let mail = format!(
        "> Form number: {number}\n> Date: 18 November\n> How many in all: 9\n> Voice 1: My teacher\n> knows.\n> \
         Share 1: board\nVoice 2: I moved."
    );
    let source = json!({ "text": mail });
    let look = board.looks(&source).await;
    assert_eq!((changes(&look), &look["is_file"]), (vec!["new", "new", "new"], &json!(false)));
    board.imports(&source).await;
    let voices = board.does("voices.list", json!({})).await["voices"].clone();
    let guessed = voices.as_array().unwrap().iter().find(|it| it["words"] == "My teacher knows.").unwrap();
    assert_eq!((&guessed["theme"], &guessed["share"]), (&json!("School"), &json!("board_only")));
    board
        .will_not(
            &source,
            "This event was imported already on Sunday 22 November 2026, and nothing in it is new.",
        )
        .await;
    let mut file = board.filled(&made);
    file["voices"][0]["words"] = json!("i moved");
    assert_eq!(changes(&board.looks(&text(&file)).await)[1], "same", "the same words by file");
}

#[tokio::test]
async fn what_cannot_come_in_says_why_and_changes_nothing() {
    let board = Board::open().await;
    let other = Board::open().await;
    let made = board.gives_out().await;
    let file = board.filled(&made);
    board
        .will_not(
            &text(&other.filled(&other.gives_out().await)),
            "This event belongs to the board “Anytown Corporate Parenting Board”, not to this one. Open that board to \
             import it.",
        )
        .await;
    let mut newer = file.clone();
    newer["schema"] = json!(7);
    board
        .will_not(
            &text(&newer),
            "This event was logged with a newer version of Pledgeboard. Install that version to import it.",
        )
        .await;
    let whole = file.to_string();
    board
        .will_not(
            &json!({ "text": whole[..whole.len() / 2] }),
            "This file is damaged: it ends too soon, at line 1. Ask whoever sent it to send it again; nothing was \
             changed.",
        )
        .await;
    board
        .will_not(
            &json!({ "text": "Form number: 0000-0000\nVoice 1: Hello" }),
            "No form with the number 0000-0000 was made on this board. Check the number, or open the board that made \
             it.",
        )
        .await;
    board
        .will_not(
            &json!({ "text": made["file"] }),
            "Nothing is written in this event yet. Fill it in, then import it.",
        )
        .await;
    let mut undated = file.clone();
    undated["event"]["date"] = json!(null);
    board.will_not(&text(&undated), "Nobody wrote down the day of this event. Enter it to go on.").await;
    let mut dated = text(&undated);
    dated["date"] = json!("2026-11-17");
    assert_eq!(board.imports(&dated).await["result"]["new"], 4);
    board.will_not(&json!({}), "Choose a file, or paste the text of the e-mail.").await;
}

#[tokio::test]
async fn an_event_does_not_come_in_without_itself_nor_from_tomorrow() {
    let board = Board::open().await;
    let mut file = board.filled(&board.gives_out().await);
    let without = json!({ "id": file["event"]["id"], "take": false, "take_out": false });
    let request = json!({ "source": text(&file), "choices": [without] });
    assert_eq!(
        board.refuses("away.import", request).await.1,
        "What was heard belongs to its event, so the event comes in too. Tick it."
    );
    file["event"]["date"] = json!("2026-11-23");
    let tomorrow = "This day has not come yet. Log the event once it was held.";
    board.will_not(&text(&file), tomorrow).await;
    assert_eq!(board.looks(&text(&file)).await["refused"][0], tomorrow);
    assert_eq!(board.count().await, 0);
}

#[tokio::test]
async fn a_form_is_made_for_a_theme_of_today_and_made_again_the_same() {
    let board = Board::open().await;
    let made = board.gives_out().await;
    let again = board.does("away.show", json!({ "id": made["form"]["id"] })).await;
    assert_eq!((&again["file"], &again["email"]), (&made["file"], &made["email"]));
    assert!(made["email"].as_str().unwrap().contains("tell the duty team at once"));
    assert!(!made["file"].as_str().unwrap().contains("email"), "nobody's contact details travel");
    let (field, _) = board.refuses("away.make", json!({ "theme_id": board.amina, "person_id": null })).await;
    assert_eq!(field, None, "no such theme");
    assert_eq!(board.does("away.list", json!({})).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn away_mode_keeps_one_event_in_its_file_with_no_board_open() {
    let board = Board::open().await;
    let made = board.gives_out().await;
    let path = board.saves("event.pledge-event", made["file"].as_str().unwrap());
    board.does("desk.close", json!({})).await;
    let desk = board.does("away.open", json!({ "path": path })).await;
    assert!(desk["at_risk"].as_str().unwrap().contains("duty team"));
    assert_eq!(board.does("desk.show", json!({})).await["away"][0]["name"], "event");
    let look = json!({ "path": path, "words": "My teacher told Amina I moved school", "usual": null });
    let seen = board.does("away.words", look).await;
    assert_eq!(
        (&seen["theme_id"], &seen["identifying"][0]["instead"]),
        (&json!(board.school), &json!("[name]"))
    );

    let mut file = board.filled(&made);
    board.does("away.keep", json!({ "path": path, "file": file })).await;
    assert_eq!(board.does("away.open", json!({ "path": path })).await["file"]["voices"], file["voices"]);
    file["voices"][1]["words"] = json!("x".repeat(3000));
    let (field, _) = board.refuses("away.keep", json!({ "path": path, "file": file })).await;
    assert_eq!(field.as_deref(), Some("voices.1.words"));
    file["event"]["id"] = json!("00000000-0000-7000-8000-000000000077");
    file["voices"][1]["words"] = json!("x");
    let (field, message) = board.refuses("away.keep", json!({ "path": path, "file": file })).await;
    assert_eq!(field.as_deref(), Some("path"));
    assert_eq!(message, "Another event is in this file by now. Open it again.");
    let (field, _) = board.refuses("away.open", json!({ "path": board.saves("note.txt", "Hello") })).await;
    assert_eq!(field.as_deref(), Some("path"));
}

#[tokio::test]
async fn an_event_being_logged_is_found_again_after_the_app_ended() {
    let board = Board::open().await;
    assert_eq!(board.does("events.left_off", json!({})).await, json!({ "event": null }));
    let event = board.writes("events.log", board.event("2026-11-18")).await;
    board.does("events.logging", json!({ "event_id": event["id"] })).await;
    let left = board.does("events.left_off", json!({})).await;
    assert_eq!((&left["event"]["title"], &left["event"]["voices"]), (&json!("Pizza night"), &json!(0)));
    board.writes("events.remove", json!({ "id": event["id"], "version": 1 })).await;
    assert_eq!(board.does("events.left_off", json!({})).await, json!({ "event": null }), "it was taken back");
    board.does("events.logging", json!({ "event_id": null })).await;
}

/// Whatever somebody sends, a look and an import answer or refuse; a refusal leaves no entry in the history.
#[tokio::test]
async fn whatever_comes_is_read_or_refused_and_a_refusal_changes_nothing() {
    use proptest::{
        prelude::Strategy,
        strategy::ValueTree,
        test_runner::{Config, TestRunner},
    };

    let board = Board::open().await;
    let made = board.gives_out().await;
    let whole = board.filled(&made).to_string();
    let mail = format!("{}\nVoice 1: Hello", made["email"].as_str().unwrap());
    let number = made["form"]["number"].as_str().unwrap().to_owned();
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let change = (0..4_usize, 0..4000_usize, 0..60_usize, "\\PC{0,20}");
    let mut entries = board.does("history.list", json!({ "limit": 1000 })).await;
    for _ in 0..150 {
        let (kind, at, length, put) = change.new_tree(&mut runner).unwrap().current();
        let base = match kind {
            0 => whole.clone(),
            1 => mail.clone(),
            2 => format!("Form number: {number}\n{put}"),
            _ => put.clone(),
        };
        let letters: Vec<char> = base.chars().collect();
        let at = at % (letters.len() + 1);
        let end = (at + length).min(letters.len());
        let text: String =
            letters[..at].iter().copied().chain(put.chars()).chain(letters[end..].iter().copied()).collect();
        let source = json!({ "text": text });
        let _ = board.app.call("away.look", source.clone()).await;
        let done = board.app.call("away.import", json!({ "source": source, "choices": [] })).await;
        let now = board.does("history.list", json!({ "limit": 1000 })).await;
        if let Err(refused) = done {
            assert_ne!(refused.code, pledgeboard_domain::Code::Fault, "{refused} for {text}");
            assert_eq!(now, entries, "{refused} for {text}");
        }
        entries = now;
    }
}
