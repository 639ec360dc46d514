use pledgeboard_domain::{Action, ActionState, Commitment, Promise};
use serde_json::json;
use uuid::Uuid;

use crate::board::{Board, day};

#[tokio::test]
async fn a_voice_waits_until_it_is_answered_and_then_is_told_for_good() {
    let board = Board::open().await;
    let mut said = board.voice("I moved three times.");
    said["heard_on"] = json!("2026-09-10");
    let voice = board.writes("voices.add", said).await;
    let line = board.does("voices.list", json!({})).await["voices"][0].clone();
    assert_eq!((&line["became"], &line["waiting_days"]), (&json!("waiting"), &json!(73)));
    assert_eq!((&line["answer_by"], &line["late"]), (&json!("2026-12-18"), &json!(false)));

    let no = json!({ "voice_id": voice["id"], "kind": "no_because", "plain_text": "", "action_id": null,
        "commitment_id": null, "agenda_item_id": null, "without_the_board": true });
    assert_eq!(
        board.refuses("voices.answer", no.clone()).await,
        (Some("plain_text".into()), "Enter the reason, in plain words.".into())
    );
    let mut no = no;
    no["plain_text"] = json!("The law does not let us.");
    let mut answer = board.writes("voices.answer", no).await;
    assert_eq!(answer["answered_by"], json!(board.amina));
    answer["plain_text"] = json!("The law does not let us. We asked for it to change.");
    let answer = board.writes("voices.edit_answer", answer).await;
    assert_eq!(board.does("voices.list", json!({})).await["voices"][0]["became"], "answered");

    let mut told = json!({ "id": answer["id"], "version": 2, "told_on": "2026-11-23", "told_how": "visit",
        "told_by": board.amina });
    assert_eq!(board.refuses("voices.tell", told.clone()).await.0.as_deref(), Some("told_on"), "tomorrow");
    told["told_on"] = json!("2026-11-22");
    let done = board.does("voices.tell", told.clone()).await;
    assert_eq!(done["can_undo"], false);
    assert!(
        board.refuses("history.undo", json!({ "entry": done["entry"] })).await.1.contains("cannot be undone")
    );
    assert!(board.refuses("voices.tell", told).await.1.starts_with("Children were told this on"));
    let again = board.refuses("voices.edit_answer", done["result"].clone()).await.1;
    assert!(again.ends_with("Add a new answer to correct it."), "{again}");
    let page = board.does("voices.show", json!({ "id": voice["id"] })).await;
    assert_eq!(
        (&page["became"], &page["answers"][0]["told_by"]),
        (&json!("told"), &json!("Cllr Amina Yusuf"))
    );
}

#[tokio::test]
async fn words_are_looked_at_as_they_are_typed() {
    let board = Board::open().await;
    let seen = board.does("voices.look", json!({ "words": "My teacher told Amina I moved school" })).await;
    assert_eq!(seen["theme_id"], json!(board.school), "two keywords against one");
    assert_eq!(seen["identifying"], json!([{ "kind": "board_name", "words": "Amina", "instead": "[name]" }]));
    assert_eq!(seen["because"], json!(["teacher", "school"]));
    let seen = board.does("voices.look", json!({ "words": "The food." })).await;
    assert_eq!(seen, json!({ "theme_id": null, "because": [], "identifying": [] }));
}

#[tokio::test]
async fn the_form_begins_with_the_workers_own_theme_and_says_what_to_do_about_risk() {
    let board = Board::open().await;
    let choices = board.does("voices.choices", json!({})).await;
    assert_eq!(choices["my_theme"], json!(board.home));
    assert_eq!(choices["half_terms"][0]["label"], "Spring 1, 2026/27", "the next one, then this one");
    assert_eq!(choices["half_terms"][1]["value"], choices["this_half_term"]);
    assert!(choices["at_risk"].as_str().unwrap().contains("tell the duty team"));
}

#[tokio::test]
async fn a_voice_without_words_or_from_tomorrow_is_refused() {
    let board = Board::open().await;
    assert_eq!(
        board.refuses("voices.add", board.voice(" ")).await,
        (Some("words".into()), "Enter what was said.".into())
    );
    let mut tomorrow = board.voice("Hello.");
    tomorrow["heard_on"] = json!("2026-11-23");
    assert_eq!(board.refuses("voices.add", tomorrow).await.0.as_deref(), Some("heard_on"));
    let long = board.voice(&"x".repeat(2001));
    assert!(board.refuses("voices.add", long).await.1.contains("Shorten it to 2000"));
}

#[tokio::test]
async fn a_voice_is_changed_and_taken_back_while_nothing_came_of_it() {
    let board = Board::open().await;
    let mut voice = board.hears("I moved tree times.").await;
    voice["words"] = json!("I moved three times.");
    let voice = board.writes("voices.edit", voice).await;
    let mut empty = voice.clone();
    empty["words"] = json!("");
    assert_eq!(board.refuses("voices.edit", empty).await.0.as_deref(), Some("words"));
    board.writes("voices.remove", json!({ "id": voice["id"], "version": 2 })).await;
    assert_eq!(board.does("voices.list", json!({})).await["voices"], json!([]));

    let voice = board.hears("I like it here.").await;
    let here = json!({ "voice_id": voice["id"], "kind": "already_happens", "plain_text": "It stays so.",
        "action_id": null, "commitment_id": null, "agenda_item_id": null, "without_the_board": true });
    board.writes("voices.answer", here).await;
    let refused = board.refuses("voices.remove", json!({ "id": voice["id"], "version": 1 })).await;
    assert_eq!(refused.1, "This voice has an answer, so it stays. Change its words instead.");
}

#[tokio::test]
async fn an_answer_leads_to_its_action_or_its_commitment() {
    let board = Board::open().await;
    let promise = Promise {
        id: Uuid::now_v7().into(),
        version: 0,
        strategy_period_id: board.strategy,
        number: 2,
        title: "A home that stays".into(),
        text: "We will not move you.".into(),
        plain_text: String::new(),
        theme_id: board.home,
        principles: vec![],
        voices: vec![],
        you_said_plain: String::new(),
        person_id: None,
        review_every: 2,
        retired_on: None,
        follows_id: None,
    };
    let commitment = Commitment {
        id: Uuid::now_v7().into(),
        version: 0,
        promise_id: promise.id,
        position: 1,
        text: "Tell school the same day".into(),
        plain_text: String::new(),
        person_id: None,
        person_words: String::new(),
        due: None,
        done_on: None,
        done_plain: String::new(),
    };
    let action = Action {
        id: Uuid::now_v7().into(),
        version: 0,
        reference: "A26-001".into(),
        text: "Ring every school".into(),
        plain_text: String::new(),
        done_plain: String::new(),
        owner_id: None,
        due: None,
        state: ActionState::Open,
        opened_on: day(2026, 11, 2),
        agenda_item_id: None,
        promise_id: None,
        done_on: None,
        closed_at_id: None,
        closed_on: None,
        withdrawn_reason: String::new(),
    };
    board.has(promise).await;
    board.has(commitment.clone()).await;
    board.has(action.clone()).await;
    let voice = board.hears("Nobody told my school.").await;
    let answer = |kind: &str, action: serde_json::Value, commitment: serde_json::Value| {
        json!({ "voice_id": voice["id"], "kind": kind, "plain_text": "We ring your school.", "action_id": action,
            "commitment_id": commitment, "agenda_item_id": null })
    };
    assert_eq!(
        board.refuses("voices.answer", answer("action", json!(null), json!(commitment.id))).await,
        (Some("action_id".into()), "Choose the action that answers it.".into())
    );
    board.writes("voices.answer", answer("action", json!(action.id), json!(null))).await;
    board.writes("voices.answer", answer("commitment", json!(null), json!(commitment.id))).await;
    let page = board.does("voices.show", json!({ "id": voice["id"] })).await;
    assert_eq!(page["answers"][0]["action"]["reference"], "A26-001");
    assert_eq!(page["answers"][1]["commitment"]["promise"]["number"], 2);
    assert_eq!(page["commitments"][0]["label"], "Promise 2 · Tell school the same day");
}

#[tokio::test]
async fn only_what_may_be_shared_with_members_leaves_in_a_list() {
    let board = Board::open().await;
    for (words, share, sensitive) in [
        ("one", "no", false),
        ("two", "board_only", false),
        ("three", "anywhere", true),
        ("four", "anywhere", false),
    ] {
        let mut said = board.voice(words);
        said["share"] = json!(share);
        said["sensitive"] = json!(sensitive);
        board.writes("voices.add", said).await;
    }
    let list = board.does("voices.list", json!({ "since": "2026-11-22" })).await["voices"].clone();
    let leaves: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["may_leave"] == true)
        .map(|line| line["words"].as_str().unwrap())
        .collect();
    assert_eq!(leaves, ["four", "two"]);
}

#[tokio::test]
async fn older_voices_are_left_out_unless_they_wait_or_are_asked_for() {
    let board = Board::open().await;
    for year in [2023, 2024] {
        board.has_half_terms_of(year).await;
    }
    for (heard_on, answered) in [("2023-10-01", true), ("2023-10-02", false), ("2026-11-02", true)] {
        let mut said = board.voice(heard_on);
        said["heard_on"] = json!(heard_on);
        let voice = board.writes("voices.add", said).await;
        let answer = json!({ "voice_id": voice["id"], "kind": "already_happens", "plain_text": "It does.",
            "action_id": null, "commitment_id": null, "agenda_item_id": null, "without_the_board": true });
        if answered {
            board.writes("voices.answer", answer).await;
        }
    }
    let heard = |list: &serde_json::Value| -> Vec<String> {
        let voices = list["voices"].as_array().unwrap().iter();
        voices
            .map(|it| format!("{} {}", it["words"].as_str().unwrap(), it["became"].as_str().unwrap()))
            .collect()
    };
    let list = board.does("voices.list", json!({})).await;
    assert_eq!(
        heard(&list),
        ["2023-10-02 waiting", "2026-11-02 answered"],
        "what waits too long comes first"
    );
    assert_eq!(list["since"], "2025-01-06", "the first day of the twelfth half-term back");
    let all = board.does("voices.list", json!({ "all": true })).await;
    assert_eq!((heard(&all).len(), &all["since"]), (3, &json!(null)));
}
