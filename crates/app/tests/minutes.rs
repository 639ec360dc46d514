//! Stories of the minutes: drafted, approved at a later meeting, locked, corrected by notes.

mod evening_board;

use evening_board::{Anytown, day, writes};
use pledgeboard_domain::{Action, AgendaItem, Meeting, MeetingState};
use serde_json::{Value, json};

fn minute(item: impl serde::Serialize, version: i64, text: &str) -> Value {
    json!({ "agenda_item_id": item, "version": version, "text": text, "private_text": "", "officer_summary": "", "plain_text": "" })
}

fn decision(item: impl serde::Serialize, text: &str) -> Value {
    json!({ "id": null, "version": 0, "agenda_item_id": item, "text": text, "plain_text": "",
            "mover_id": null, "seconder_id": null, "votes": [] })
}

async fn shown(it: &Anytown) -> Value {
    it.ask("minutes.show", json!({ "meeting_id": it.tonight })).await
}

fn numbers(shown: &Value) -> Vec<String> {
    let items = shown["content"]["items"].as_array().into_iter().flatten();
    items.map(|item| item["minute"]["number"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn the_evenings_notes_become_numbered_minutes() {
    let it = Anytown::new().await;
    it.ask("minutes.write", minute(it.items[2], 0, "The board heard why children move.")).await;
    assert!(
        it.refused("minutes.draft", json!({ "meeting_id": it.tonight }))
            .await
            .message
            .contains("cannot become")
    );
    it.draft().await;
    let shown = shown(&it).await;
    assert_eq!(numbers(&shown)[0], "CPB 1/26");
    assert_eq!(numbers(&shown)[5], "CPB 6/26");
    assert_eq!(shown["content"]["items"][2]["minute"]["text"], json!("The board heard why children move."));
    assert!(
        shown["missing"].as_array().unwrap().iter().any(|it| it["words"] == json!("Item 1 has no minute."))
    );
}

#[tokio::test]
async fn a_number_that_was_given_once_is_never_given_again() {
    let it = Anytown::new().await;
    it.start().await;
    it.ask("evening.end", json!({ "meeting_id": it.tonight, "at": "23:59:00" })).await;
    let drafted = it.ask("minutes.draft", json!({ "meeting_id": it.tonight })).await;
    it.ask("history.undo", json!({ "entry": drafted["entry"] })).await;
    it.ask("minutes.draft", json!({ "meeting_id": it.tonight })).await;
    assert_eq!(numbers(&shown(&it).await)[0], "CPB 7/26");

    let (_, first) = it.action("Tell schools", Some(it.items[2]), day(12, 20)).await;
    assert_eq!(first, "A26-001");
    let second = it
        .ask(
            "actions.add",
            json!({ "text": "Ring back", "plain_text": "", "owner_id": null, "due": null, "agenda_item_id": null, "promise_id": null }),
        )
        .await;
    assert_eq!(second["result"]["reference"], json!("A26-002"));
    it.ask("history.undo", json!({ "entry": second["entry"] })).await;
    assert_eq!(it.action("Ring back the same day", None, day(12, 20)).await.1, "A26-003");
}

#[tokio::test]
async fn numbers_that_start_again_at_each_meeting_do() {
    let it = Anytown::new().await;
    let cx = it.cx().await;
    let board = cx.read().await.unwrap().board().await.unwrap();
    it.change::<pledgeboard_domain::Board>(board.id, |board| {
        board.minute_pattern = "{n}".into();
        board.minute_scope = pledgeboard_domain::numbering::Scope::Meeting;
    })
    .await;
    it.draft().await;
    assert_eq!(numbers(&shown(&it).await), ["1", "2", "3", "4", "5", "6"]);
    it.change::<Meeting>(it.later, |later| later.state = MeetingState::Held).await;
    it.change::<AgendaItem>(it.items[2], |item| item.meeting_id = it.later).await;
    it.ask("minutes.draft", json!({ "meeting_id": it.later })).await;
    let later = it.ask("minutes.show", json!({ "meeting_id": it.later })).await;
    assert_eq!(numbers(&later), ["3"], "an item keeps the number it has");
}

#[tokio::test]
async fn two_people_at_one_minute_do_not_overwrite_each_other() {
    let it = Anytown::new().await;
    it.ask("minutes.write", minute(it.items[2], 0, "First")).await;
    it.ask("minutes.write", minute(it.items[2], 1, "Second")).await;
    assert_eq!(it.refused("minutes.write", minute(it.items[2], 1, "Stale")).await.code.as_str(), "stale");
}

#[tokio::test]
async fn decisions_are_lettered_and_can_be_taken_out_until_the_minutes_are_approved() {
    let it = Anytown::new().await;
    it.ask("minutes.decide", decision(it.items[2], "That schools be told.")).await;
    let second = it.ask("minutes.decide", decision(it.items[2], "That homes be near.")).await;
    let items = shown(&it).await["content"]["items"].clone();
    assert_eq!(items[2]["decisions"][1]["letter"], json!("(b)"));

    let mut twice = decision(it.items[2], "That both move.");
    twice["mover_id"] = json!(it.chair);
    twice["seconder_id"] = json!(it.chair);
    assert_eq!(it.refused("minutes.decide", twice).await.field.as_deref(), Some("seconder_id"));

    let changed = json!({ "id": second["result"], "version": 1, "agenda_item_id": it.items[2], "text": "That homes be near schools.",
        "plain_text": "", "mover_id": it.chair, "seconder_id": it.okafor, "votes": [{ "person_id": it.price, "way": "against" }] });
    it.ask("minutes.decide", changed).await;
    let items = shown(&it).await["content"]["items"].clone();
    assert_eq!(items[2]["decisions"][1]["votes"][0]["name"], json!("Cllr Dana Price"));
    let stale = json!({ "id": second["result"], "version": 1 });
    assert_eq!(it.refused("minutes.undecide", stale).await.code.as_str(), "stale");
    it.ask("minutes.undecide", json!({ "id": second["result"], "version": 2 })).await;
    assert_eq!(shown(&it).await["decisions"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn minutes_are_approved_at_the_next_meeting_which_records_it() {
    let it = Anytown::new().await;
    it.draft().await;
    let approve = |at: pledgeboard_domain::id::MeetingId| json!({ "meeting_id": it.tonight, "at_meeting_id": at, "signed_by": it.chair });
    let early = it.refused("minutes.approve", approve(it.later)).await;
    assert_eq!(early.message, "Choose a meeting that is under way or was held.");

    it.change::<AgendaItem>(it.items[1], |item| {
        item.meeting_id = it.later;
        item.minutes_of_id = Some(it.tonight);
    })
    .await;
    it.change::<Meeting>(it.later, |later| later.state = MeetingState::AgendaPublished).await;
    it.ask("evening.start", json!({ "meeting_id": it.later })).await;
    let view = shown(&it).await;
    let offered: Vec<&Value> = view["approvers"].as_array().unwrap().iter().map(|it| &it["date"]).collect();
    assert_eq!(offered, [&json!("2026-12-03"), &json!("2026-12-17")]);

    let answer = it.ask("minutes.approve", approve(it.later)).await;
    assert_eq!(answer["can_undo"], json!(false));
    assert!(
        it.refused("history.undo", json!({ "entry": answer["entry"] }))
            .await
            .message
            .contains("cannot be undone")
    );
    let approved = it.one::<Meeting>(it.tonight).await;
    assert_eq!((approved.state, approved.approved_on), (MeetingState::MinutesApproved, Some(day(12, 17))));
    let later = it.ask("minutes.show", json!({ "meeting_id": it.later })).await;
    assert_eq!(
        later["decisions"][0]["text"],
        json!(
            "That the minutes of the meeting held on 3 December 2026 be approved as a correct record and signed by the chair."
        )
    );
}

#[tokio::test]
async fn approved_minutes_are_locked_and_stay_as_they_were_signed() {
    let it = Anytown::new().await;
    it.ask("minutes.write", minute(it.items[2], 0, "As it was said.")).await;
    let decided = it.ask("minutes.decide", decision(it.items[2], "That it be so.")).await;
    let (action, _) = it.action("Tell schools", Some(it.items[2]), day(12, 20)).await;
    let correction =
        json!({ "meeting_id": it.tonight, "agenda_item_id": it.items[2], "text": "Cllr Price was present." });
    assert!(it.refused("minutes.correct", correction.clone()).await.message.contains("not approved yet"));
    it.draft().await;
    it.ask(
        "minutes.approve",
        json!({ "meeting_id": it.tonight, "at_meeting_id": it.tonight, "signed_by": it.chair }),
    )
    .await;

    let locked = "These minutes are approved and locked. Add a dated correction instead.";
    let version = it.one::<Meeting>(it.tonight).await.version;
    for (name, request) in [
        ("minutes.write", minute(it.items[2], 1, "Otherwise")),
        ("minutes.decide", decision(it.items[2], "Otherwise")),
        ("minutes.undecide", json!({ "id": decided["result"], "version": 1 })),
        (
            "minutes.comment",
            json!({ "meeting_id": it.tonight, "version": version, "chair_comments": "x", "plain_summary": "" }),
        ),
    ] {
        assert_eq!(it.refused(name, request).await.message, locked, "{name}");
    }
    it.refused("minutes.draft", json!({ "meeting_id": it.tonight })).await;
    it.refused(
        "minutes.approve",
        json!({ "meeting_id": it.tonight, "at_meeting_id": it.tonight, "signed_by": it.chair }),
    )
    .await;
    let born = json!({ "text": "Late", "plain_text": "", "owner_id": null, "due": null, "agenda_item_id": it.items[2], "promise_id": null });
    assert_eq!(it.refused("actions.add", born).await.message, locked);

    // The action moves on; what was signed does not.
    it.change::<Action>(action, |action| action.text = "Tell schools within a week".into()).await;
    it.change::<pledgeboard_domain::Person>(it.officer, |person| person.name = "Lee Hall-Brown".into()).await;
    it.ask("minutes.correct", correction).await;
    assert_eq!(
        it.refused(
            "minutes.correct",
            json!({ "meeting_id": it.tonight, "agenda_item_id": null, "text": "" })
        )
        .await
        .field
        .as_deref(),
        Some("text")
    );
    let view = shown(&it).await;
    assert_eq!(view["locked"], json!(locked));
    let printed = &view["content"]["items"][2];
    assert_eq!(
        (&printed["actions"][0]["text"], &printed["actions"][0]["owner"]),
        (&json!("Tell schools"), &json!("Lee Hall"))
    );
    assert_eq!(view["content"]["corrections"][0]["item"], json!("3"));
    assert_eq!(view["content"]["approval"]["signed_by"], json!("Cllr Amina Yusuf"));
    assert!(!view.to_string().contains("someone@anytown.example"), "no contact details are frozen");
}

#[tokio::test]
async fn the_chair_comments_and_the_meeting_gets_its_plain_words() {
    let it = Anytown::new().await;
    let version = it.one::<Meeting>(it.tonight).await.version;
    let comment = |version: i64| json!({ "meeting_id": it.tonight, "version": version, "chair_comments": "Shorten item 3.", "plain_summary": "We met." });
    it.ask("minutes.comment", comment(version)).await;
    assert_eq!(it.refused("minutes.comment", comment(version)).await.code.as_str(), "stale");
    let view = shown(&it).await;
    assert_eq!(view["meeting"]["chair_comments"], json!("Shorten item 3."));
    assert_eq!(view["content"]["meeting"]["chair_comments"], json!(""), "comments are never printed");
}

#[tokio::test]
async fn every_write_of_the_minutes_is_refused_somewhere_here() {
    let told = ["draft", "write", "decide", "undecide", "comment", "approve", "correct"];
    assert_eq!(writes("minutes."), told.map(|verb| format!("minutes.{verb}")));
}
