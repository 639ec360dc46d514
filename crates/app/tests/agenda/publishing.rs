use pledgeboard_domain::Standing;
use serde_json::{Value, json};

use super::board::{Told, plan_of, told, told_on};

async fn publish(told: &Told, meeting: &Value) -> Value {
    told.call("agenda.publish", json!({ "meeting_id": meeting, "late_reason": "" })).await
}

async fn published() -> (Told, Value) {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    for title in ["Dentists", "Pocket money", "Passports"] {
        told.add(&meeting, title).await;
    }
    publish(&told, &meeting).await;
    (told, meeting)
}

#[tokio::test]
async fn publishing_numbers_the_items_and_freezes_version_one() {
    let (told, meeting) = published().await;
    let agenda = told.agenda(&meeting).await;
    assert_eq!(agenda["meeting"]["state"], "agenda_published");
    assert_eq!(agenda["items"][2]["item"]["number"], "3");
    assert_eq!(agenda["versions"].as_array().map(Vec::len), Some(1));
    let version = told.call("agenda.version", json!({ "version_id": agenda["versions"][0]["id"] })).await;
    assert_eq!(version["content"]["items"][0]["item"]["title"], "Dentists");
    let item = told.item(&meeting, "Dentists").await;
    for (command, request) in [
        ("agenda.save_item", json!({ "item": item })),
        ("agenda.move_item", json!({ "item_id": item["id"], "to": 3 })),
        ("agenda.remove_item", json!({ "item_id": item["id"] })),
        ("agenda.private_last", json!({ "meeting_id": meeting })),
        ("agenda.start_from", json!({ "meeting_id": meeting, "from": { "usual": "usual_meeting" } })),
        ("agenda.publish", json!({ "meeting_id": meeting, "late_reason": "" })),
    ] {
        let (_, message) = told.refused(command, request).await;
        assert!(message.contains("is published"), "{command}: {message}");
    }
}

#[tokio::test]
async fn publishing_cannot_be_undone() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    told.add(&meeting, "Dentists").await;
    let done = publish(&told, &meeting).await;
    assert_eq!(done["can_undo"], false);
    told.refused("history.undo", json!({ "entry": done["entry"] })).await;
}

#[tokio::test]
async fn an_empty_agenda_is_not_published() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let (_, message) =
        told.refused("agenda.publish", json!({ "meeting_id": meeting, "late_reason": "" })).await;
    assert!(message.contains("Add at least one"), "{message}");
}

#[tokio::test]
async fn after_the_deadline_it_needs_a_reason_that_is_recorded() {
    let told = told_on("2026-11-26", Standing::StatutoryCommittee).await;
    let meeting = told.plan("2026-12-03").await;
    told.add(&meeting, "Dentists").await;
    let bare = json!({ "meeting_id": meeting, "late_reason": " " });
    let (field, message) = told.refused("agenda.publish", bare).await;
    assert_eq!(field.as_deref(), Some("late_reason"));
    assert!(message.contains("Wednesday 25 November 2026"), "{message}");
    assert_eq!(told.agenda(&meeting).await["meeting"]["state"], "agenda_drafted", "nothing was changed");
    let why = json!({ "meeting_id": meeting, "late_reason": "The hall had to be found first." });
    told.call("agenda.publish", why).await;
    let agenda = told.agenda(&meeting).await;
    assert_eq!(agenda["versions"][0]["late_reason"], "The hall had to be found first.");
}

fn late(meeting: &Value, after: &Value, reason: &str) -> Value {
    json!({
        "meeting_id": meeting, "title": "A home that closes", "public_title": "", "kind": "report",
        "purpose": "decide", "presenting_minutes": 5, "discussing_minutes": 10, "presented_by": "officer",
        "lead_id": null, "lead_words": "Director", "summary": "", "after_id": after, "urgency_reason": reason,
        "access": { "access": "open", "paragraphs": [], "access_reason": "" },
    })
}

#[tokio::test]
async fn a_late_item_needs_the_chairs_reason_and_makes_version_two() {
    let (told, meeting) = published().await;
    let (field, _) = told.refused("agenda.add_late_item", late(&meeting, &Value::Null, "")).await;
    assert_eq!(field.as_deref(), Some("urgency_reason"));
    let first = told.item(&meeting, "Dentists").await["id"].clone();
    told.call("agenda.add_late_item", late(&meeting, &first, "It closes before we meet again.")).await;
    let mut last = late(&meeting, &Value::Null, "The grant must be spent by March.");
    last["title"] = json!("A grant");
    told.call("agenda.add_late_item", last).await;
    let agenda = told.agenda(&meeting).await;
    let numbers: Vec<&str> =
        agenda["items"].as_array().unwrap().iter().map(|line| line["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["1", "1a", "2", "3", "4"], "printed numbers stay");
    assert_eq!(agenda["items"][1]["item"]["since_version"], 2);
    assert_eq!(agenda["versions"][1]["reason"], "Item 1a was added late: It closes before we meet again.");
    let one = told.call("agenda.version", json!({ "version_id": agenda["versions"][0]["id"] })).await;
    assert_eq!(one["content"]["items"].as_array().map(Vec::len), Some(3), "version 1 stays as it was");
    let now = told.call("agenda.content", json!({ "meeting_id": meeting })).await;
    assert_eq!(now["items"].as_array().map(Vec::len), Some(5));
}

#[tokio::test]
async fn a_late_private_item_brings_the_resolution_and_comes_last() {
    let (told, meeting) = published().await;
    let first = told.item(&meeting, "Dentists").await["id"].clone();
    let mut private = late(&meeting, &first, "The home closes before we meet again.");
    private["access"] =
        json!({ "access": "exempt", "paragraphs": [3], "access_reason": "Prices are being agreed." });
    private["public_title"] = json!("A contract");
    told.call("agenda.add_late_item", private.clone()).await;
    let agenda = told.agenda(&meeting).await;
    let lines = agenda["items"].as_array().unwrap();
    let [.., resolution, last] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!(resolution["item"]["kind"], "exclusion");
    assert_eq!((&resolution["number"], &last["number"]), (&json!("4"), &json!("5")));
    assert_eq!(last["item"]["title"], "A home that closes");
    let words = resolution["item"]["summary"].as_str().unwrap();
    assert!(words.contains("item 5 (paragraph 3)"), "{words}");
    assert_eq!(
        agenda["versions"][1]["reason"],
        "Item 5 was added late: The home closes before we meet again."
    );

    // A second one finds the resolution there, and is named in it.
    private["title"] = json!("Another home");
    told.call("agenda.add_late_item", private).await;
    let agenda = told.agenda(&meeting).await;
    let lines = agenda["items"].as_array().unwrap();
    assert_eq!(lines.iter().filter(|line| line["item"]["kind"] == "exclusion").count(), 1);
    let words = lines[lines.len() - 3]["item"]["summary"].as_str().unwrap();
    assert!(words.contains("item 5 (paragraph 3) and item 6 (paragraph 3)"), "{words}");
}

#[tokio::test]
async fn a_draft_has_no_late_items() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let (_, message) = told.refused("agenda.add_late_item", late(&meeting, &Value::Null, "Urgent.")).await;
    assert!(message.contains("still a draft"), "{message}");
}

#[tokio::test]
async fn an_item_is_withdrawn_with_a_reason_and_keeps_its_number() {
    let (told, meeting) = published().await;
    let id = told.item(&meeting, "Pocket money").await["id"].clone();
    let bare = json!({ "item_id": id, "reason": "" });
    assert_eq!(told.refused("agenda.withdraw_item", bare).await.0.as_deref(), Some("reason"));
    told.call("agenda.withdraw_item", json!({ "item_id": id, "reason": "The report is not ready." })).await;
    let agenda = told.agenda(&meeting).await;
    assert_eq!(agenda["items"][2]["number"], "3");
    assert_eq!(agenda["clock"]["total"], 30, "it takes no time any more");
    assert_eq!(agenda["versions"][1]["reason"], "Item 2 was withdrawn: The report is not ready.");
    let twice = json!({ "item_id": id, "reason": "Again." });
    assert!(told.refused("agenda.withdraw_item", twice).await.1.contains("withdrawn already"));
}

#[tokio::test]
async fn when_the_resolution_falls_the_item_opens_in_a_new_version() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    told.add(&meeting, "Inspection of Oak House").await;
    let mut item = told.item(&meeting, "Inspection of Oak House").await;
    item["access"] = json!("exempt");
    item["paragraphs"] = json!([1]);
    item["access_reason"] = json!("It would name one child's home.");
    item["public_title"] = json!("A report about one home");
    told.call("agenda.save_item", json!({ "item": item })).await;
    told.call("agenda.private_last", json!({ "meeting_id": meeting })).await;
    publish(&told, &meeting).await;
    let resolution = told.item(&meeting, "Exclusion of the public").await;
    assert!(resolution["summary"].as_str().unwrap().contains("item 2 (paragraph 1)"));
    let open = |reason: &str| json!({ "item_id": item["id"], "reason": reason });
    assert_eq!(told.refused("agenda.open_item", open("")).await.0.as_deref(), Some("reason"));
    told.call("agenda.open_item", open("The board did not agree to exclude the public.")).await;
    let opened = told.item(&meeting, "Inspection of Oak House").await;
    assert_eq!((opened["access"].as_str(), opened["public_title"].as_str()), (Some("open"), Some("")));
    assert!(told.refused("agenda.open_item", open("Again.")).await.1.contains("open already"));
}

#[tokio::test]
async fn notes_and_childrens_words_can_still_be_written() {
    let (told, meeting) = published().await;
    let item = told.item(&meeting, "Dentists").await;
    let note = |version: &Value| {
        json!({
            "item_id": item["id"], "version": version, "internal_notes": "Ask about the waiting list.",
            "plain_summary": "We talked about dentists.",
        })
    };
    told.call("agenda.save_notes", note(&item["version"])).await;
    assert_eq!(told.item(&meeting, "Dentists").await["internal_notes"], "Ask about the waiting list.");
    let (_, stale) = told.refused("agenda.save_notes", note(&json!(0))).await;
    assert!(stale.contains("Someone else changed"), "{stale}");
}

#[tokio::test]
async fn a_published_meeting_moves_with_a_reason_and_a_version() {
    let (told, meeting) = published().await;
    let mut moved = plan_of("2026-12-10");
    moved["meeting_id"] = meeting.clone();
    moved["version"] = told.agenda(&meeting).await["meeting"]["version"].clone();
    assert_eq!(told.refused("meetings.save", moved.clone()).await.0.as_deref(), Some("reason"));
    moved["reason"] = json!("Snow.");
    told.call("meetings.save", moved).await;
    let agenda = told.agenda(&meeting).await;
    assert_eq!(
        agenda["versions"][1]["reason"],
        "The meeting moved to Thursday 10 December 2026 at 5:30pm: Snow."
    );
}
