//! The promise about answers, closing what the board saw, and telling several voices at once.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set fails its test")]

use pledgeboard_domain::{
    Access, AgendaItem, ItemKind, Meeting, MeetingKind, MeetingState, Purpose, Speaker, TemplateLine,
    id::VoiceId,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::board::{Board, day};

fn closing(voice: &Value, kind: &str) -> Value {
    json!({ "voice_id": voice["id"], "kind": kind, "plain_text": "The law does not let us.", "action_id": null,
        "commitment_id": null, "agenda_item_id": null })
}

/// A voice heard on a day, answered without the board.
async fn answered(board: &Board, words: &str) -> Value {
    let voice = board.hears(words).await;
    let mut no = closing(&voice, "no_because");
    no["without_the_board"] = json!(true);
    board.writes("voices.answer", no).await;
    voice
}

async fn taken(board: &Board, voice: &Value, state: MeetingState) {
    let meeting = Meeting {
        id: Uuid::now_v7().into(),
        version: 0,
        date: day(2026, 11, 12),
        starts: chrono::NaiveTime::from_hms_opt(17, 30, 0).unwrap(),
        ends: None,
        place: "Town Hall".into(),
        kind: MeetingKind::Business,
        title: String::new(),
        in_public: true,
        themes: vec![],
        chair_id: None,
        state,
        entitled: vec![],
        started_at: None,
        ended_at: None,
        current_item_id: None,
        approved_at_id: None,
        approved_on: None,
        signed_by: None,
        plain_summary: String::new(),
        chair_comments: String::new(),
    };
    let line = TemplateLine {
        title: "What children told us".into(),
        kind: ItemKind::ChildrenTold,
        purpose: Purpose::Listen,
        presenting_minutes: 5,
        discussing_minutes: 10,
        presented_by: Speaker::YoungPeople,
        lead_words: String::new(),
    };
    let id: VoiceId = serde_json::from_value(voice["id"].clone()).unwrap();
    let item = AgendaItem {
        voices: vec![id],
        access: Access::open(),
        ..AgendaItem::begin(Uuid::now_v7().into(), meeting.id, &line)
    };
    board.has(meeting).await;
    board.has(item).await;
}

#[tokio::test]
async fn only_a_voice_that_the_board_saw_is_closed_unless_somebody_says_otherwise() {
    let board = Board::open().await;
    let voice = board.hears("Why can we not have a dog?").await;
    let refused = board.refuses("voices.answer", closing(&voice, "no_because")).await;
    assert_eq!(refused.0.as_deref(), Some("without_the_board"));
    assert!(refused.1.starts_with("No meeting has taken this voice yet."), "{}", refused.1);

    taken(&board, &voice, MeetingState::AgendaDrafted).await;
    let drafted = board.refuses("voices.answer", closing(&voice, "already_happens")).await;
    assert_eq!(drafted.0.as_deref(), Some("without_the_board"), "a draft is no meeting yet");
    assert_eq!(board.does("voices.show", json!({ "id": voice["id"] })).await["seen_at"], Value::Null);

    taken(&board, &voice, MeetingState::Held).await;
    assert!(board.does("voices.show", json!({ "id": voice["id"] })).await["seen_at"].is_string());
    board.writes("voices.answer", closing(&voice, "no_because")).await;
}

#[tokio::test]
async fn late_voices_rise_to_the_top_by_the_boards_own_promise() {
    let board = Board::open().await;
    for (words, heard_on) in [("old", "2026-09-10"), ("older", "2026-09-03"), ("new", "2026-11-20")] {
        let mut said = board.voice(words);
        said["heard_on"] = json!(heard_on);
        board.writes("voices.add", said).await;
    }
    let order = |list: &Value| -> Vec<String> {
        let voices = list["voices"].as_array().unwrap().iter();
        voices.map(|it| format!("{} {}", it["words"].as_str().unwrap(), it["late"])).collect()
    };
    let list = board.does("voices.list", json!({})).await;
    assert_eq!(order(&list), ["new false", "old false", "older false"]);
    assert_eq!(list["promised"], "the end of the next half-term");

    let mut settings = board.does("settings.show", json!({})).await["board"].clone();
    settings["answer_within"] = json!("weeks");
    settings["answer_weeks"] = json!(0);
    assert_eq!(
        board.refuses("settings.save_board", settings.clone()).await,
        (Some("answer_weeks".into()), "Answer within 1 to 52 weeks.".into())
    );
    settings["answer_weeks"] = json!(4);
    board.writes("settings.save_board", settings).await;
    let list = board.does("voices.list", json!({})).await;
    assert_eq!(order(&list), ["older true", "old true", "new false"]);
    assert_eq!(list["promised"], "4 weeks after it was heard");
}

#[tokio::test]
async fn one_visit_tells_several_voices_or_none() {
    let board = Board::open().await;
    let (one, two) = (answered(&board, "A dog, please.").await, answered(&board, "A cat, please.").await);
    let waits = board.hears("A horse, please.").await;
    let visit = |voices: &[&Value]| {
        let ids: Vec<&Value> = voices.iter().map(|it| &it["id"]).collect();
        json!({ "voices": ids, "told_on": "2026-11-22", "told_how": "visit", "told_by": board.amina })
    };
    assert_eq!(board.refuses("voices.tell_voices", visit(&[])).await.0.as_deref(), Some("voices"));
    assert_eq!(
        board.refuses("voices.tell_voices", visit(&[&one, &waits])).await,
        (
            Some("voices".into()),
            "The voice heard on 22 November has no answer yet. Answer it before children are told.".into()
        )
    );
    let became = async || {
        let list = board.does("voices.list", json!({})).await["voices"].clone();
        let all = list.as_array().unwrap().iter();
        all.map(|it| it["became"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(became().await, ["waiting", "answered", "answered"], "a refusal tells nobody");
    let done = board.does("voices.tell_voices", visit(&[&one, &two])).await;
    assert_eq!((&done["result"], &done["can_undo"]), (&json!(2), &json!(false)));
    assert_eq!(became().await, ["waiting", "told", "told"]);
    let again = board.refuses("voices.tell_voices", visit(&[&one, &two])).await;
    assert_eq!(again.1, "Children were told all of these answers already.");
}

#[tokio::test]
async fn a_voice_is_taken_back_with_its_reason_in_the_history() {
    let board = Board::open().await;
    let voice = board.hears("The same again.").await;
    board.writes("voices.remove", json!({ "id": voice["id"], "version": 1, "why": "twice" })).await;
    let history = board.does("history.list", json!({ "records": [voice["id"]], "limit": null })).await;
    assert_eq!(history[0]["what"], "take back a voice: it was written down twice");

    let voice = board.hears("On the agenda.").await;
    taken(&board, &voice, MeetingState::AgendaDrafted).await;
    let refused = board.refuses("voices.remove", json!({ "id": voice["id"], "version": 1 })).await;
    assert_eq!(refused.1, "This voice is on an agenda, so it stays. Change its words instead.");
}
