//! The voice map: channels, who was heard through them, and what leaves the app.

use serde_json::{Value, json};

use crate::board::Board;

async fn cohort(board: &Board) -> Value {
    board.does("board.cohorts", json!({})).await[0]["id"].clone()
}

fn visitors(cohorts: Value) -> Value {
    json!({ "name": "Independent visitors", "kind": "visitor", "partner": "Befriending Trust", "cohorts": cohorts,
        "every": "month", "about": "", "person_id": null, "heard_on": null })
}

#[tokio::test]
async fn a_cohort_is_a_gap_until_somebody_of_it_is_heard() {
    let board = Board::open().await;
    let cohort = cohort(&board).await;
    let added = board.writes("voice_map.add_channel", visitors(json!([cohort]))).await;
    let before = board.does("voice_map.show", json!({ "half_term_id": null })).await;
    assert_eq!(before["gaps"], "Not heard this half-term: secondary age.");
    assert_eq!(before["channels"][0]["quiet"], true, "it never heard anybody");
    assert_eq!(before["map"]["lines"][0]["channels"][0]["partner"], "Befriending Trust");

    let heard = json!({ "id": added, "version": 1, "heard_on": "2026-11-20", "heard": [cohort] });
    board.writes("voice_map.hear", heard).await;
    let after = board.does("voice_map.show", json!({ "half_term_id": null })).await;
    assert_eq!((&after["gaps"], &after["is_now"]), (&json!(null), &json!(true)));
    assert_eq!(after["map"]["lines"][0]["last_heard_at"], "Independent visitors");
    let last = &before["half_terms"][1]["value"];
    let past = board.does("voice_map.show", json!({ "half_term_id": last })).await;
    assert_eq!(past["gaps"], "Not heard in Autumn 1, 2026/27: secondary age.");
}

#[tokio::test]
async fn a_channel_that_reaches_nobody_and_a_day_to_come_are_refused() {
    let board = Board::open().await;
    let cohort = cohort(&board).await;
    let nobody = board.refuses("voice_map.add_channel", visitors(json!([]))).await;
    assert_eq!(nobody, (Some("cohorts".into()), "Tick at least one cohort that it reaches.".into()));
    let mut tomorrow = visitors(json!([cohort]));
    tomorrow["heard_on"] = json!("2026-11-23");
    let early = board.refuses("voice_map.add_channel", tomorrow).await;
    assert_eq!(
        early,
        (
            Some("heard_on".into()),
            "This day has not come yet. Enter the day on which children were last heard.".into()
        )
    );
    let added = board.writes("voice_map.add_channel", visitors(json!([cohort]))).await;
    let hear = |on: &str, heard: Value| json!({ "id": added, "version": 1, "heard_on": on, "heard": heard });
    let early = board.refuses("voice_map.hear", hear("2026-11-23", json!([cohort]))).await;
    assert_eq!(early.0.as_deref(), Some("heard_on"));
    assert_eq!(
        board.refuses("voice_map.hear", hear("2026-11-20", json!([]))).await.0.as_deref(),
        Some("heard")
    );
    let mut channel =
        board.does("voice_map.show", json!({ "half_term_id": null })).await["channels"][0]["channel"].clone();
    channel["cohorts"] = json!([]);
    assert_eq!(board.refuses("voice_map.save_channel", channel).await.0.as_deref(), Some("cohorts"));
    let gone = json!({ "cohort_id": cohort, "version": 1 });
    let refused = board.refuses("board.remove_cohort", gone).await.1;
    assert_eq!(refused, "A channel reaches or has heard this cohort, so it stays.");
}

#[tokio::test]
async fn what_everybody_may_have_of_the_map_holds_no_small_count_and_no_guarded_voice() {
    let board = Board::open().await;
    let cohort = cohort(&board).await;
    let mut event = board.event("2026-11-18");
    event["came"] = json!([{ "cohort_id": cohort, "age_band": "11_to_15", "count": 3 }]);
    board.writes("events.log", event).await;
    let mut guarded = board.voice("I was frightened.");
    guarded["cohort_id"] = cohort.clone();
    guarded["sensitive"] = json!(true);
    board.writes("voices.add", guarded).await;

    let asked = |audience: &str| json!({ "half_term_id": null, "audience": audience });
    let public = board.does("voice_map.export", asked("public")).await;
    let text = public["text"].as_str().unwrap();
    assert!(text.contains("secondary age,yes,\"Autumn 2, 2026/27\",,,,1,c,0\r\n"), "{text}");
    assert!(text.contains("In all,,,,,,,c,0"), "a total of three says as much as its count: {text}");
    assert!(text.contains("c: hidden, so that no child can be recognised."));
    let members = board.does("voice_map.export", asked("members")).await;
    let text = members["text"].as_str().unwrap();
    assert!(text.contains("secondary age,yes,18 November 2026,,,,1,3,0"), "{text}");
    assert_eq!(members["name"], "Voice map Autumn 2 2026-27 members");
}
