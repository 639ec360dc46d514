//! Stories of the action log: nothing leaves it until the board says so.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

mod evening_board;

use chrono::NaiveTime;
use evening_board::{Anytown, day, writes};
use pledgeboard_domain::{Action, ActionState, Meeting, MeetingState, Person};
use serde_json::{Value, json};

async fn row(it: &Anytown, reference: &str) -> Value {
    let list = it.ask("actions.list", json!({})).await;
    let rows = list["actions"].as_array().unwrap();
    rows.iter().find(|row| row["action"]["reference"] == json!(reference)).cloned().unwrap()
}

#[tokio::test]
async fn done_by_its_owner_is_not_closed_until_the_board_closes_it_at_a_meeting() {
    let it = Anytown::new().await;
    let (id, _) = it.action("Tell schools on the same day", Some(it.items[2]), day(12, 20)).await;
    let close = |version: i64| json!({ "id": id, "version": version, "meeting_id": it.tonight });
    assert_eq!(
        it.refused("actions.close", close(1)).await.message,
        "Only a meeting closes an action. Start the meeting first."
    );

    let tomorrow = json!({ "id": id, "version": 1, "on": "2026-12-04", "done_plain": "" });
    assert_eq!(it.refused("actions.done", tomorrow).await.field.as_deref(), Some("on"));
    it.ask("actions.done", json!({ "id": id, "version": 1, "on": null, "done_plain": "Schools are told." }))
        .await;
    assert_eq!(it.one::<Action>(id).await.state, ActionState::Done);
    it.ask("actions.not_done", json!({ "id": id, "version": 2 })).await;
    assert!(
        it.refused("actions.not_done", json!({ "id": id, "version": 3 })).await.message.contains("is open")
    );

    it.start().await;
    assert_eq!(it.ask("actions.show", json!({ "id": id })).await["closes_at"]["date"], json!("2026-12-03"));
    assert_eq!(it.refused("actions.close", close(2)).await.code.as_str(), "stale");
    it.ask("actions.close", close(3)).await;
    let closed = it.one::<Action>(id).await;
    assert_eq!(
        (closed.state, closed.closed_on, closed.closed_at_id),
        (ActionState::Closed, Some(day(12, 3)), Some(it.tonight))
    );
    assert!(
        it.refused("actions.done", json!({ "id": id, "version": 4, "on": null, "done_plain": "" }))
            .await
            .message
            .contains("closed by the board already")
    );
}

#[tokio::test]
async fn an_action_outside_a_meeting_has_its_reference_too() {
    let it = Anytown::new().await;
    let (_, reference) = it.action("Ring back", None, day(12, 20)).await;
    assert_eq!(reference, "A26-001");
    let new = |text: &str, owner: Value, due: &str| json!({ "text": text, "plain_text": "", "owner_id": owner, "due": due, "agenda_item_id": null, "promise_id": null });
    assert_eq!(
        it.refused("actions.add", new(" ", Value::Null, "2026-12-20")).await.field.as_deref(),
        Some("text")
    );
    assert_eq!(
        it.refused("actions.add", new("x", Value::Null, "2026-12-01")).await.field.as_deref(),
        Some("due")
    );
    it.change::<Person>(it.price, |price| price.left_on = Some(day(11, 1))).await;
    assert_eq!(
        it.refused("actions.add", new("x", json!(it.price), "2026-12-20")).await.field.as_deref(),
        Some("owner_id")
    );
}

#[tokio::test]
async fn words_owner_and_date_change_one_version_at_a_time() {
    let it = Anytown::new().await;
    let (id, _) = it.action("Ring back", None, day(12, 20)).await;
    let save = |version: i64, text: &str| {
        json!({ "id": id, "version": version, "text": text, "plain_text": "We ring you.", "done_plain": "",
                "owner_id": it.okafor, "due": "2026-12-24", "promise_id": null })
    };
    it.ask("actions.save", save(1, "Ring back the same day")).await;
    assert_eq!(it.refused("actions.save", save(1, "Stale")).await.code.as_str(), "stale");
    assert_eq!(it.refused("actions.save", save(2, "")).await.field.as_deref(), Some("text"));
    let page = it.ask("actions.show", json!({ "id": id })).await;
    assert_eq!((&page["owner"], &page["action"]["due"]), (&json!("Cllr Sam Okafor"), &json!("2026-12-24")));
}

#[tokio::test]
async fn nothing_vanishes_but_is_withdrawn_with_a_reason() {
    let it = Anytown::new().await;
    let (id, reference) = it.action("Ring back", None, day(12, 20)).await;
    let withdraw = |reason: &str| json!({ "id": id, "version": 1, "withdrawn_reason": reason });
    assert_eq!(it.refused("actions.withdraw", withdraw("")).await.field.as_deref(), Some("withdrawn_reason"));
    it.ask("actions.withdraw", withdraw("The law changed.")).await;
    assert_eq!(row(&it, &reference).await["action"]["withdrawn_reason"], json!("The law changed."));
}

#[tokio::test]
async fn many_are_updated_in_one_change_or_none() {
    let it = Anytown::new().await;
    let (a, _) = it.action("Tell schools", None, day(12, 20)).await;
    let (b, reference) = it.action("Ring back", None, day(12, 20)).await;
    let many =
        |note: &str, done: bool, due: Value| json!({ "ids": [a, b], "note": note, "done": done, "due": due });
    assert_eq!(
        it.refused("actions.update_many", many(" ", false, Value::Null)).await.field.as_deref(),
        Some("note")
    );
    let none = json!({ "ids": [], "note": "x", "done": false, "due": null });
    assert_eq!(it.refused("actions.update_many", none).await.field.as_deref(), Some("ids"));
    let answer = it.ask("actions.update_many", many("On its way.", false, json!("2027-01-15"))).await;
    assert_eq!(
        (&row(&it, &reference).await["latest_note"], &row(&it, &reference).await["action"]["due"]),
        (&json!("On its way."), &json!("2027-01-15"))
    );
    it.ask("history.undo", json!({ "entry": answer["entry"] })).await;
    assert_eq!(row(&it, &reference).await["latest_note"], json!(""), "one change, undone at once");

    it.ask("actions.withdraw", json!({ "id": b, "version": 3, "withdrawn_reason": "Not needed" })).await;
    assert!(
        it.refused("actions.update_many", many("Done", true, Value::Null))
            .await
            .message
            .contains("withdrawn already")
    );
    assert_eq!(it.one::<Action>(a).await.state, ActionState::Open, "all or none");
}

#[tokio::test]
async fn overdue_at_two_meetings_offers_to_escalate_and_the_reply_is_kept() {
    let it = Anytown::new().await;
    let (id, reference) = it.action("Tell schools", None, day(12, 3)).await;
    it.change::<Action>(id, |action| action.due = Some(day(10, 1))).await;
    for (meeting, date) in [(it.tonight, day(10, 8)), (it.later, day(11, 12))] {
        it.change::<Meeting>(meeting, |meeting| {
            meeting.date = date;
            meeting.state = MeetingState::Held;
            meeting.started_at = NaiveTime::from_hms_opt(17, 30, 0);
        })
        .await;
    }
    let offer = row(&it, &reference).await["offer"].clone();
    assert_eq!(
        offer,
        json!(
            "It was due on 1 October and was overdue at 2 meetings, the second on 12 November. The board may take it to the lead member."
        )
    );
    let escalate = |why: &str| json!({ "action_id": id, "to": "lead_member", "why": why });
    assert_eq!(it.refused("actions.escalate", escalate("")).await.field.as_deref(), Some("why"));
    let up = it.ask("actions.escalate", escalate("Overdue at two meetings")).await;
    assert_eq!(row(&it, &reference).await["offer"], Value::Null);
    let reply = |words: &str| json!({ "id": up["result"], "version": 1, "reply": words, "replied_on": null });
    assert_eq!(it.refused("actions.reply", reply("")).await.field.as_deref(), Some("reply"));
    it.ask("actions.reply", reply("It starts in January.")).await;
    let page = it.ask("actions.show", json!({ "id": id })).await;
    assert_eq!(page["escalations"][0]["replied_on"], json!("2026-12-03"));
}

#[tokio::test]
async fn notes_tell_its_progress_and_exempt_birth_is_marked() {
    let it = Anytown::new().await;
    let (id, reference) = it.action("Visit Rose Cottage", Some(it.items[5]), day(12, 20)).await;
    assert_eq!(
        it.refused("actions.note", json!({ "action_id": id, "text": "" })).await.field.as_deref(),
        Some("text")
    );
    it.ask("actions.note", json!({ "action_id": id, "text": "Booked." })).await;
    let page = it.ask("actions.show", json!({ "id": id })).await;
    assert_eq!(
        (&page["updates"][0]["update"]["text"], &page["marking"]),
        (&json!("Booked."), &json!("Exempt · paragraph 1"))
    );
    assert_eq!(row(&it, &reference).await["marking"], json!("Exempt · paragraph 1"));
}

#[tokio::test]
async fn every_write_of_the_log_is_refused_somewhere_here() {
    let told =
        ["add", "save", "note", "done", "not_done", "close", "withdraw", "update_many", "escalate", "reply"];
    assert_eq!(writes("actions."), told.map(|verb| format!("actions.{verb}")));
}
