//! Stories of the evening itself.

mod evening_board;

use evening_board::{Anytown, writes};
use pledgeboard_domain::{AgendaItem, Meeting, MeetingState, Minute};
use serde_json::{Value, json};

#[tokio::test]
async fn the_meeting_starts_turns_to_its_items_and_ends() {
    let it = Anytown::new().await;
    let refused =
        it.refused("evening.turn_to", json!({ "meeting_id": it.tonight, "item_id": it.items[2] })).await;
    assert_eq!(refused.message, "Start the meeting first.");
    assert_eq!(
        it.refused("evening.start", json!({ "meeting_id": it.later })).await.message,
        "Publish the agenda before you start the meeting."
    );
    it.start().await;
    let shown = it.evening(false).await;
    assert_eq!(shown["meeting"]["current_item_id"], json!(it.items[0]));
    assert!(shown["elapsed"].as_i64().unwrap() < 60 && shown["under_way"] == json!(true));

    it.ask("evening.turn_to", json!({ "meeting_id": it.tonight, "item_id": it.items[2] })).await;
    assert_eq!(it.evening(false).await["meeting"]["current_item_id"], json!(it.items[2]));

    let early = json!({ "meeting_id": it.tonight, "at": "00:00:00" });
    let started = it.one::<Meeting>(it.tonight).await.started_at.unwrap();
    if started > chrono::NaiveTime::MIN {
        assert_eq!(it.refused("evening.end", early).await.field.as_deref(), Some("ended_at"));
    }
    it.ask("evening.end", json!({ "meeting_id": it.tonight, "at": "23:59:00" })).await;
    let held = it.one::<Meeting>(it.tonight).await;
    assert_eq!((held.state, held.current_item_id), (MeetingState::Held, None));
}

#[tokio::test]
async fn the_order_changes_on_the_night_and_printed_numbers_stay() {
    let it = Anytown::new().await;
    let mut order = it.items.clone();
    order.swap(1, 2);
    it.ask("evening.reorder", json!({ "meeting_id": it.tonight, "items": order })).await;
    let shown = it.evening(false).await;
    let numbers: Vec<&str> = shown["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["item"]["number"].as_str().unwrap())
        .collect();
    assert_eq!(numbers, ["1", "3", "2", "4", "5", "6"]);
    let refused =
        it.refused("evening.reorder", json!({ "meeting_id": it.tonight, "items": &order[1..] })).await;
    assert_eq!(refused.field.as_deref(), Some("items"));
}

#[tokio::test]
async fn attendance_is_taken_by_person_and_the_quorum_is_watched() {
    let it = Anytown::new().await;
    it.attend(it.chair, "present").await;
    it.attend(it.officer, "present").await;
    let shown = it.evening(false).await;
    assert_eq!(shown["quorum"]["met"], json!(false), "officers never count");
    assert_eq!(
        shown["quorum"]["words"],
        json!("No quorum: 1 member is here, and 2 are needed. Decisions would not stand.")
    );

    // A substitute stands in for Cllr Okafor, whose apologies are recorded with it.
    let stand_in = |whom: Value| json!({ "meeting_id": it.tonight, "person_id": it.officer, "status": "substitute", "substitute_for_id": whom });
    let refused = it.refused("evening.attend", stand_in(Value::Null)).await;
    assert_eq!(refused.field.as_deref(), Some("substitute_for_id"));
    it.ask("evening.attend", stand_in(json!(it.okafor))).await;
    let shown = it.evening(false).await;
    assert_eq!(shown["quorum"]["met"], json!(true));
    let okafor =
        shown["people"].as_array().unwrap().iter().find(|who| who["person_id"] == json!(it.okafor)).unwrap();
    assert_eq!(okafor["attendance"]["status"], json!("apologies"));
    assert!(okafor["member"] == json!(true));

    // One stand-in to a member.
    let second = json!({ "meeting_id": it.tonight, "person_id": it.price, "status": "substitute", "substitute_for_id": it.okafor });
    assert_eq!(it.refused("evening.attend", second).await.message, "Lee Hall stands in for them already.");

    // Taken away again.
    it.ask(
        "evening.attend",
        json!({ "meeting_id": it.tonight, "person_id": it.chair, "status": null, "substitute_for_id": null }),
    )
    .await;
    assert_eq!(it.evening(false).await["quorum"]["there"], json!(1));
}

#[tokio::test]
async fn who_leaves_for_an_interest_is_missed_at_that_item() {
    let it = Anytown::new().await;
    let interest = |nature: &str| {
        json!({ "meeting_id": it.tonight, "person_id": it.okafor, "interests": [
            { "agenda_item_id": it.items[2], "kind": "non_registrable", "nature": nature, "left_room": true }
        ] })
    };
    assert_eq!(
        it.refused("evening.declare", interest("Foster carer")).await.message,
        "Record them as present first."
    );
    it.attend(it.chair, "present").await;
    it.attend(it.okafor, "present").await;
    assert_eq!(it.refused("evening.declare", interest("")).await.field.as_deref(), Some("interests"));
    it.ask("evening.declare", interest("Foster carer")).await;
    let shown = it.evening(false).await;
    let met: Vec<bool> = shown["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["quorum"]["met"].as_bool().unwrap())
        .collect();
    assert_eq!(met, [true, true, false, true, true, true]);
}

#[tokio::test]
async fn late_arrival_and_early_leaving_go_by_item() {
    let it = Anytown::new().await;
    it.attend(it.price, "present").await;
    let stay = |from: usize, to: usize| json!({ "meeting_id": it.tonight, "person_id": it.price, "from_item_id": it.items[from], "to_item_id": it.items[to] });
    assert_eq!(it.refused("evening.stay", stay(3, 1)).await.field.as_deref(), Some("to_item_id"));
    it.ask("evening.stay", stay(1, 3)).await;
    let shown = it.evening(false).await;
    let there: Vec<i64> = shown["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["quorum"]["there"].as_i64().unwrap())
        .collect();
    assert_eq!(there, [0, 1, 1, 1, 0, 0]);
}

#[tokio::test]
async fn an_item_put_off_stays_in_tonights_minutes_and_enters_the_next_agenda() {
    let it = Anytown::new().await;
    let answer = it.ask("evening.defer", json!({ "item_id": it.items[2], "to_meeting_id": null })).await;
    let later: uuid::Uuid = serde_json::from_value(answer["result"].clone()).unwrap();
    let copy = it.one::<AgendaItem>(later).await;
    assert_eq!(
        (copy.meeting_id, copy.title.as_str(), copy.number.as_str()),
        (it.later, "Homes near school", "")
    );
    assert_eq!(it.one::<Meeting>(it.later).await.state, MeetingState::AgendaDrafted);
    let shown = it.evening(false).await;
    assert_eq!(shown["items"][2]["deferred_to"], json!("2026-12-17"));
    assert_eq!(
        shown["items"][2]["minute"]["text"],
        json!("This item was deferred to the meeting on 17 December 2026.")
    );
    let again = it.refused("evening.defer", json!({ "item_id": it.items[2], "to_meeting_id": null })).await;
    assert_eq!(again.message, "This item is deferred already.");
    it.change::<Meeting>(it.later, |later| later.state = MeetingState::AgendaPublished).await;
    let none = it.refused("evening.defer", json!({ "item_id": it.items[3], "to_meeting_id": null })).await;
    assert!(none.message.starts_with("No later meeting takes items yet."));
}

#[tokio::test]
async fn a_projector_shows_nothing_internal_and_nothing_that_is_not_open() {
    let it = Anytown::new().await;
    let private = it.items[5];
    it.ask(
        "minutes.write",
        json!({ "agenda_item_id": private, "version": 0, "text": "", "private_text": "CANARY-private",
                "officer_summary": "", "plain_text": "" }),
    )
    .await;
    it.ask(
        "minutes.decide",
        json!({ "id": null, "version": 0, "agenda_item_id": private, "text": "CANARY-decision", "plain_text": "",
                "mover_id": null, "seconder_id": null, "votes": [] }),
    )
    .await;
    it.action("CANARY-action", Some(private), evening_board::day(12, 20)).await;
    it.change::<Meeting>(it.tonight, |meeting| meeting.chair_comments = "CANARY-comment".into()).await;

    let chair = it.evening(false).await.to_string();
    assert!(chair.contains("CANARY-private") && chair.contains("Let young people speak first."));
    let wall = it.evening(true).await.to_string();
    for kept in ["CANARY", "Rose Cottage", "Let young people"] {
        assert!(!wall.contains(kept), "{kept} is on the wall");
    }
    assert!(wall.contains("One home") && wall.contains("Exempt · paragraph 1") && wall.contains("A26-001"));
}

#[tokio::test]
async fn the_exclusion_item_carries_its_resolution_and_what_to_do_if_it_falls() {
    let it = Anytown::new().await;
    let shown = it.evening(false).await;
    assert!(shown["items"][4]["resolution"].as_str().unwrap().contains("section 100A(4)"));
    assert!(shown["items"][4]["if_it_falls"].as_str().unwrap().contains("item 6 is open"));
    assert_eq!(shown["items"][3]["resolution"], Value::Null);
}

#[tokio::test]
async fn approved_minutes_lock_the_whole_evening() {
    let it = Anytown::new().await;
    it.attend(it.chair, "present").await;
    it.draft().await;
    it.ask(
        "minutes.approve",
        json!({ "meeting_id": it.tonight, "at_meeting_id": it.tonight, "signed_by": it.chair }),
    )
    .await;
    for name in writes("evening.") {
        let request = json!({
            "meeting_id": it.tonight, "person_id": it.chair, "item_id": it.items[2], "items": it.items,
            "status": "absent", "substitute_for_id": null, "from_item_id": null, "to_item_id": null,
            "interests": [], "to_meeting_id": null, "at": null,
        });
        it.refused(name, request).await;
    }
    assert_eq!(it.one::<Minute>(minute_of(&it, 2).await).await.text, "");
}

#[expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]
async fn minute_of(it: &Anytown, at: usize) -> uuid::Uuid {
    let shown = it.evening(false).await;
    serde_json::from_value(shown["items"][at]["minute"]["id"].clone()).unwrap()
}
