use serde_json::json;

use super::board::{EVENT, plan_of, text_id, told};

#[tokio::test]
async fn a_meeting_is_planned_and_stands_in_its_half_term() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let year = told.call("meetings.year", json!({})).await;
    assert_eq!(year["name"], "2026/27");
    assert_eq!(year["meetings"][0]["id"], meeting);
    assert_eq!(year["meetings"][0]["half_term_id"], year["half_terms"][1]["id"]);
    assert_eq!(year["half_terms"][1]["is_now"], true);
    let shown = told.call("meetings.show", json!({ "meeting_id": meeting })).await;
    assert_eq!(
        (shown["chair"].as_str(), shown["publish_by"].as_str()),
        (Some("Cllr Amina Yusuf"), Some("2026-11-25"))
    );
    let choices = told.call("meetings.choices", json!({})).await;
    assert_eq!(choices["place"], "Youth Hub", "the next one begins with what the last had");
}

#[tokio::test]
async fn the_year_shows_its_gaps() {
    let told = told().await;
    let year = told.call("meetings.year", json!({})).await;
    let (home, money) = (&year["themes"][0], &year["themes"][1]);
    assert_eq!(home["champions"], json!(["Cllr Sam Okafor"]));
    assert_eq!(home["cells"][0]["gaps"][0]["gap"], "no_event", "Autumn 1 is over");
    assert_eq!(home["cells"][1]["gaps"], json!([]));
    let event = &home["cells"][1]["events"][0];
    assert_eq!((event["id"].as_str(), event["voices"].as_u64()), (Some(text_id(EVENT).as_str()), Some(3)));
    let none = |at: usize| money["cells"][at]["gaps"][0]["gap"] == "no_champion";
    assert!(none(0) && none(1) && !none(2), "nobody linked to it since September: {money:#}");
    assert_eq!(year["gaps"], 3);
    let before = told.call("meetings.year", json!({ "academic_year": 2025 })).await;
    assert_eq!(
        (before["name"].as_str(), before["half_terms"].as_array().map(Vec::len)),
        (Some("2025/26"), Some(0))
    );
}

#[tokio::test]
async fn impossible_plans_are_refused_beside_their_field() {
    let told = told().await;
    told.plan("2026-12-03").await;
    let with = |field: &str, value: serde_json::Value| {
        let mut plan = plan_of("2026-12-10");
        plan[field] = value;
        plan
    };
    for (plan, field) in [
        (with("date", json!("2026-02-30")), "date"),
        (with("date", json!(null)), "date"),
        (with("date", json!("0026-12-03")), "date"),
        (with("date", json!("2026-12-03")), "date"),
        (with("starts", json!("25:00")), "starts"),
        (with("starts", json!(null)), "starts"),
        (with("ends", json!("17:00:00")), "ends"),
        (with("place", json!("  ")), "place"),
        (with("title", json!("x".repeat(201))), "title"),
    ] {
        let (found, message) = told.refused("meetings.save", plan).await;
        assert_eq!(found.as_deref(), Some(field), "{message}");
    }
    let year = told.call("meetings.year", json!({})).await;
    assert_eq!(year["meetings"].as_array().map(Vec::len), Some(1), "nothing was kept");
}

#[tokio::test]
async fn a_planned_meeting_can_be_taken_away_but_not_one_with_an_agenda() {
    let told = told().await;
    let empty = told.plan("2026-12-03").await;
    told.call("meetings.remove", json!({ "meeting_id": empty })).await;
    let drafted = told.plan("2026-12-10").await;
    told.add(&drafted, "Dentists").await;
    let (_, message) = told.refused("meetings.remove", json!({ "meeting_id": drafted })).await;
    assert!(message.contains("has an agenda"), "{message}");
}

#[tokio::test]
async fn an_older_copy_of_a_meeting_does_not_overwrite_a_newer_one() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let mut mine = plan_of("2026-12-03");
    (mine["meeting_id"], mine["version"], mine["place"]) = (meeting.clone(), json!(1), json!("Town Hall"));
    told.call("meetings.save", mine.clone()).await;
    mine["place"] = json!("Library");
    let (_, message) = told.refused("meetings.save", mine).await;
    assert!(message.contains("Someone else changed this meeting"), "{message}");
}
