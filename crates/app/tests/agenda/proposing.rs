use serde_json::{Value, json};

use super::board::{ACTION, CHAMPION, PROMISE, VOICE, text_id, told};

fn keys(proposal: &Value) -> Vec<&str> {
    proposal["lines"].as_array().unwrap().iter().map(|line| line["key"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_app_proposes_an_agenda_that_begins_with_children() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let proposal = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    let keys = keys(&proposal);
    let kinds: Vec<&str> = keys.iter().map(|key| key.split(':').next().unwrap()).collect();
    assert_eq!(kinds, ["welcome", "interests", "voices", "promise", "theme", "actions"]);
    assert_eq!(
        proposal["said"].as_array().map(Vec::len),
        Some(1),
        "neither the sensitive one nor the secret one"
    );
    let applied = told.call("agenda.apply_proposal", json!({ "meeting_id": meeting, "keys": keys })).await;
    assert_eq!(
        told.titles(&meeting).await,
        [
            "Welcome and apologies",
            "Declarations of interest",
            "What children told us",
            "Promise 2: A home that lasts",
            "A home that stays",
            "Actions"
        ]
    );
    let heard = told.item(&meeting, "What children told us").await;
    assert_eq!(heard["voices"], json!([text_id(VOICE)]));
    assert_eq!(heard["lead_id"], text_id(CHAMPION));
    let promise = told.item(&meeting, "Promise 2: A home that lasts").await;
    assert_eq!(promise["summary"], "Officers say kept; children and young people say not yet.");
    assert_eq!(told.item(&meeting, "Actions").await["actions"], json!([text_id(ACTION)]));
    let rest = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    assert_eq!(rest["lines"], json!([]), "nothing is proposed twice");
    told.call("history.undo", json!({ "entry": applied["entry"] })).await;
    assert!(told.titles(&meeting).await.is_empty(), "one Undo takes all of it back");
}

#[tokio::test]
async fn a_proposal_needs_a_line_and_a_draft() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let nothing = json!({ "meeting_id": meeting, "keys": [] });
    assert_eq!(told.refused("agenda.apply_proposal", nothing).await.0.as_deref(), Some("keys"));
    told.add(&meeting, "Dentists").await;
    told.call("agenda.publish", json!({ "meeting_id": meeting, "late_reason": "" })).await;
    let (_, message) = told.refused("agenda.propose", json!({ "meeting_id": meeting })).await;
    assert!(message.contains("is published"), "{message}");
}

#[tokio::test]
async fn a_promise_goes_on_the_next_agenda_from_its_own_page() {
    let told = told().await;
    let promise = json!({ "promise_id": text_id(PROMISE) });
    let (_, none) = told.refused("agenda.add_promise", promise.clone()).await;
    assert!(none.contains("Plan the next meeting first"), "{none}");
    let later = told.plan("2027-01-14").await;
    let next = told.plan("2026-12-03").await;
    let added = told.call("agenda.add_promise", promise.clone()).await;
    assert_eq!(added["result"]["meeting_id"], next);
    assert!(told.titles(&later).await.is_empty());
    let (_, twice) = told.refused("agenda.add_promise", promise).await;
    assert!(twice.contains("Thursday 3 December 2026 already"), "{twice}");
}

#[tokio::test]
async fn what_a_champion_saw_is_not_true_is_proposed_once_and_stands_beside_its_item() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let report = told.add(&meeting, "Placement report").await;
    let event = told.call("events.list", json!({})).await[0]["id"].clone();
    let claim = |text: &str, item: &Value, verdict: &str| {
        json!({ "event_id": event, "claim": text, "stands_in": "Placement report, page 4", "promise_id": null,
                "agenda_item_id": item, "verdict": verdict, "seen": "Three were not." })
    };
    told.call("events.check_claim", claim("Schools are told the same day.", &json!(null), "not_true")).await;
    told.call("events.check_claim", claim("Every child has a key.", &report, "partly")).await;
    let choices = told.call("events.claims", json!({})).await;
    assert_eq!(choices["items"][0]["label"], "Placement report (3 December 2026)");

    let lines = told.agenda(&meeting).await["items"].clone();
    assert_eq!(lines[0]["seen"][0]["claim"], "Every child has a key.");
    assert_eq!(lines[0]["seen"][0]["verdict"], "partly");
    assert_eq!(lines[0]["seen"].as_array().unwrap().len(), 1, "the other one is about no item yet");

    let proposal = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    let key = keys(&proposal).into_iter().find(|key| key.starts_with("reality:")).unwrap().to_owned();
    told.call("agenda.apply_proposal", json!({ "meeting_id": meeting, "keys": [key] })).await;
    let lines = told.agenda(&meeting).await["items"].clone();
    let seen: Vec<&Value> = lines.as_array().unwrap().iter().map(|line| &line["seen"]).collect();
    assert!(seen.iter().any(|it| it[0]["claim"] == "Schools are told the same day."), "{seen:?}");
    let rest = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    assert!(keys(&rest).iter().all(|key| !key.starts_with("reality:")), "it is proposed once");
}
