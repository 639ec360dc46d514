//! The board judges itself: statement by statement, with what shows it, and beside the last time.

use serde_json::{Value, json};

use crate::at_desk::AtDesk;

async fn page(desk: &AtDesk) -> Value {
    desk.call("board.assessments", json!({ "id": null })).await
}

/// A board that has begun its first, and that one.
async fn begun() -> (AtDesk, Value) {
    let desk = AtDesk::at_our_board().await;
    desk.call("board.begin_assessment", json!({})).await;
    let assessment = page(&desk).await["shown"]["assessment"].clone();
    (desk, assessment)
}

fn judge(assessment: &mut Value, at: usize, score: &str, evidence: &str) {
    let statement = &mut assessment["modules"][0]["statements"][at];
    statement["score"] = json!(score);
    statement["evidence"] = json!(evidence);
}

#[tokio::test]
async fn a_board_begins_with_the_usual_statements_once_a_day() {
    let desk = AtDesk::at_our_board().await;
    assert_eq!(page(&desk).await, json!({ "all": [], "shown": null }));
    desk.call("board.begin_assessment", json!({})).await;
    let begun = page(&desk).await;
    assert_eq!((&begun["all"][0]["judged"], &begun["all"][0]["statements"]), (&json!(0), &json!(19)));
    assert_eq!(begun["shown"]["look_again"], "2027-05-22");
    assert_eq!(begun["shown"]["last_on"], Value::Null);
    let (field, message) = desk.refused("board.begin_assessment", json!({})).await;
    assert_eq!(field, "on");
    assert_eq!(message, "There is a self-assessment of 22 November 2026 already. Go on with that one.");
}

#[tokio::test]
async fn a_statement_is_judged_and_the_history_says_how() {
    let (desk, mut assessment) = begun().await;
    judge(&mut assessment, 0, "true", "");
    let saved = desk.call("board.save_assessment", assessment.clone()).await;
    assert_eq!((&saved["result"]["version"], &saved["can_undo"]), (&json!(2), &json!(true)));
    let shown = page(&desk).await["shown"].clone();
    assert_eq!((&shown["judged"], &shown["unshown"]), (&json!(1), &json!(1)), "nothing shows it yet");
    let words = desk.call("history.show", json!({ "entry": saved["entry"] })).await;
    assert_eq!(words[0]["what"], "The self-assessment was changed.");
    let sentence = words[0]["sentences"][0].as_str().unwrap();
    assert!(sentence.ends_with("was not judged: it is now true, and it shows."), "{sentence}");

    // A second officer, who still sees it not judged, does not overwrite that.
    let stale = desk.app.call("board.save_assessment", assessment).await.unwrap_err();
    assert_eq!(stale.code, pledgeboard_domain::Code::Stale);
    desk.call("history.undo", json!({ "entry": saved["entry"] })).await;
    assert_eq!(page(&desk).await["shown"]["judged"], json!(0));
}

#[tokio::test]
async fn statements_are_reworded_added_and_taken_out() {
    let (desk, mut assessment) = begun().await;
    let part = &mut assessment["modules"][4]["statements"];
    part[0]["statement"] = json!("We hear the under fives.");
    part.as_array_mut().unwrap().remove(2);
    part.as_array_mut()
        .unwrap()
        .push(json!({ "statement": "We write back.", "score": null, "evidence": "" }));
    let saved = desk.call("board.save_assessment", assessment.clone()).await;
    assert_eq!(page(&desk).await["shown"]["statements"], json!(19));
    let words = desk.call("history.show", json!({ "entry": saved["entry"] })).await;
    let said = words[0]["sentences"].to_string();
    assert!(said.contains("now reads “We hear the under fives.”."), "{said}");
    assert!(said.contains("now reads “We write back.”."), "{said}");

    let mut empty = saved["result"].clone();
    empty["modules"][4]["statements"] = json!([]);
    let (field, message) = desk.refused("board.save_assessment", empty).await;
    assert_eq!(
        (field.as_str(), message.as_str()),
        ("modules", "“Voice” has no statement. Add one, or take the part out.")
    );
    let mut nothing = saved["result"].clone();
    nothing["modules"] = json!([]);
    assert_eq!(desk.refused("board.save_assessment", nothing).await.0, "modules");
    let mut twice = saved["result"].clone();
    twice["modules"][0]["statements"][1]["statement"] = json!("We write back.");
    assert!(desk.refused("board.save_assessment", twice).await.1.contains("is there twice"));
    let mut blank = saved["result"].clone();
    blank["modules"][0]["statements"][1]["statement"] = json!(" ");
    assert_eq!(desk.refused("board.save_assessment", blank).await.1, "Enter the statement.");
    let mut ahead = saved["result"].clone();
    ahead["on"] = json!("2026-11-23");
    assert_eq!(desk.refused("board.save_assessment", ahead).await.0, "on");
}

#[tokio::test]
async fn the_next_one_begins_with_its_words_and_is_compared_with_it() {
    let (desk, mut first) = begun().await;
    first["on"] = json!("2025-11-20");
    first["modules"][0]["statements"][2]["statement"] = json!("New councillors meet care leavers.");
    for at in 0..3 {
        judge(&mut first, at, "begun", "A count");
    }
    desk.call("board.save_assessment", first.clone()).await;
    desk.call("board.begin_assessment", json!({})).await;
    let mut next = page(&desk).await["shown"]["assessment"].clone();
    assert_eq!(next["modules"][0]["statements"][2]["statement"], "New councillors meet care leavers.");
    assert_eq!(next["modules"][0]["statements"][0]["evidence"], "");
    judge(&mut next, 0, "mostly", "");
    judge(&mut next, 1, "not_yet", "");
    judge(&mut next, 2, "begun", "");
    desk.call("board.save_assessment", next.clone()).await;
    let shown = page(&desk).await["shown"].clone();
    assert_eq!(shown["last_on"], "2025-11-20");
    assert_eq!(shown["changes"][0], json!(["better", "worse", "same"]));

    // Two of one day could not be told apart; undo of what was taken out is as good as ever.
    let mut same_day = next;
    same_day["version"] = json!(2);
    same_day["on"] = json!("2025-11-20");
    assert_eq!(desk.refused("board.save_assessment", same_day).await.0, "on");
    let which = json!({ "id": first["id"], "version": 1 });
    let stale = desk.app.call("board.remove_assessment", which).await.unwrap_err();
    assert_eq!(stale.code, pledgeboard_domain::Code::Stale);
    let removed = desk.call("board.remove_assessment", json!({ "id": first["id"], "version": 2 })).await;
    assert_eq!(page(&desk).await["shown"]["changes"][0], json!([null, null, null]));
    let (_, message) = desk.refused("board.assessments", json!({ "id": first["id"] })).await;
    assert!(message.contains("self-assessment"), "{message}");
    desk.call("history.undo", json!({ "entry": removed["entry"] })).await;
    let older = desk.call("board.assessments", json!({ "id": first["id"] })).await;
    assert_eq!(older["shown"]["judged"], json!(3));
    assert_eq!(older["all"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_watched_meeting_was_held_and_no_action_of_a_closed_item_is_named() {
    let desk = AtDesk::at_the_sample("democratic_services").await;
    let shown = page(&desk).await["shown"].clone();
    let held: Vec<&Value> = shown["meetings"].as_array().unwrap().iter().map(|it| &it["id"]).collect();
    assert!(held.contains(&&shown["assessment"]["observed_id"]), "{shown}");
    let nameless: Vec<&Value> =
        shown["actions"].as_array().unwrap().iter().filter(|it| it["words"] == "").collect();
    assert!(!nameless.is_empty() && nameless.iter().all(|it| it["reference"] != ""), "{nameless:?}");
    let mut assessment = shown["assessment"].clone();
    let planned = {
        let meetings = desk.call("reports.list", json!({})).await["meetings"].clone();
        meetings.as_array().unwrap().iter().find(|it| it["state"] == "planned").unwrap()["id"].clone()
    };
    assessment["observed_id"] = planned;
    let (field, message) = desk.refused("board.save_assessment", assessment).await;
    assert_eq!(
        (field.as_str(), message.as_str()),
        ("observed_id", "This meeting has not been held yet. Choose one that was.")
    );
}

#[tokio::test]
async fn what_shows_a_statement_is_found_and_leads_to_its_assessment() {
    let desk = AtDesk::at_the_sample("chair").await;
    let found = desk
        .call("search.find", json!({ "words": "councillors elected morning care leavers" }))
        .await
        .to_string();
    assert!(found.contains("Self-assessment, 10 November 2026"), "{found}");
    assert!(found.contains("/board/self-assessment?id="), "{found}");
    assert!(
        !desk
            .call("search.find", json!({ "words": "mostly" }))
            .await
            .to_string()
            .contains("Self-assessment,")
    );
}
