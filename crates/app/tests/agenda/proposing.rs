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
async fn every_line_says_in_a_sentence_why_it_is_there() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let proposal = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    for line in proposal["lines"].as_array().unwrap() {
        let why = line["why"].as_str().unwrap();
        assert!(
            why.ends_with(['.', '”']) && why.chars().next().is_some_and(|first| !first.is_lowercase()),
            "{why}"
        );
    }
}

#[tokio::test]
async fn the_chair_edits_a_line_before_it_goes_on_and_chooses_its_questions() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let proposal = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    let line = |kind: &str| {
        let lines = proposal["lines"].as_array().unwrap();
        lines.iter().find(|it| it["key"].as_str().unwrap().starts_with(kind)).unwrap().clone()
    };
    let (theme, voices) = (line("theme:"), line("voices:"));
    let offered = theme["offers"].as_array().unwrap();
    assert!(!offered.is_empty(), "the theme's key lines of enquiry");
    for field in ["words", "ask", "evidence", "line"] {
        assert!(!offered[0][field].as_str().unwrap().is_empty(), "{field}");
    }
    let edit = |line: &Value, title: &str| {
        json!({ "key": line["key"], "title": title, "purpose": "decide", "presenting_minutes": 0, "discussing_minutes": 40,
            "presented_by": "councillor", "lead_id": text_id(CHAMPION), "questions": [offered[0]["words"], " "],
            "voices": line["voices"] })
    };
    let apply = |edit: Value| json!({ "meeting_id": meeting, "keys": [edit["key"]], "edits": [edit] });
    let mut wrong = edit(&theme, "");
    assert_eq!(
        told.refused("agenda.apply_proposal", apply(wrong.clone())).await.0.as_deref(),
        Some("edits.0.title")
    );
    wrong = edit(&theme, "Nobody told my school why I was tired");
    assert_eq!(
        told.refused("agenda.apply_proposal", apply(wrong.clone())).await.0.as_deref(),
        Some("edits.0.title")
    );
    wrong = edit(&theme, "Homes");
    wrong["discussing_minutes"] = json!(481);
    assert_eq!(
        told.refused("agenda.apply_proposal", apply(wrong)).await.0.as_deref(),
        Some("edits.0.discussing_minutes")
    );
    told.call("agenda.apply_proposal", apply(edit(&theme, "Unblocking homes near school"))).await;
    let item = told.item(&meeting, "Unblocking homes near school").await;
    assert_eq!((&item["purpose"], &item["discussing_minutes"]), (&json!("decide"), &json!(40)));
    assert_eq!(
        (&item["questions"], &item["lead_id"]),
        (&json!([offered[0]["words"]]), &json!(text_id(CHAMPION)))
    );
    let mut fewer = edit(&voices, "What children told us");
    fewer["voices"] = json!([]);
    told.call("agenda.apply_proposal", apply(fewer)).await;
    assert_eq!(told.item(&meeting, "What children told us").await["voices"], json!([]), "chosen one by one");
}

#[tokio::test]
async fn what_the_chair_drops_stays_away_from_this_meeting_until_it_is_asked_for_again() {
    let told = told().await;
    let (meeting, later) = (told.plan("2026-12-03").await, told.plan("2027-01-14").await);
    let proposed =
        async |meeting: &Value| told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    let first = proposed(&meeting).await;
    let key = keys(&first).into_iter().find(|key| key.starts_with("promise:")).unwrap().to_owned();
    let line = json!({ "meeting_id": meeting, "key": key });
    assert_eq!(
        told.refused("agenda.ask_again", line.clone()).await,
        (Some("key".into()), "This line was not dropped for this meeting.".into())
    );
    let dropped = told.call("agenda.drop_proposed", line.clone()).await;
    assert!(
        told.refused("agenda.drop_proposed", line.clone())
            .await
            .1
            .contains("dropped for this meeting already")
    );
    let now = proposed(&meeting).await;
    assert!(!keys(&now).contains(&key.as_str()));
    assert_eq!(
        (&now["dropped"][0]["key"], &now["dropped"][0]["why"]),
        (&json!(key), &json!("Officers say kept; children and young people say not yet."))
    );
    let all = json!({ "meeting_id": meeting, "keys": [key] });
    assert_eq!(
        told.refused("agenda.apply_proposal", all).await.0.as_deref(),
        Some("keys"),
        "it is proposed no more"
    );
    assert!(keys(&proposed(&later).await).contains(&key.as_str()), "another meeting may have it");
    told.call("history.undo", json!({ "entry": dropped["entry"] })).await;
    assert!(keys(&proposed(&meeting).await).contains(&key.as_str()), "Undo brings it back");
    told.call("agenda.drop_proposed", line.clone()).await;
    told.call("agenda.ask_again", line).await;
    assert!(keys(&proposed(&meeting).await).contains(&key.as_str()));
    let nothing = json!({ "meeting_id": meeting, "key": "promise:none" });
    assert_eq!(told.refused("agenda.drop_proposed", nothing).await.0.as_deref(), Some("key"));
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
