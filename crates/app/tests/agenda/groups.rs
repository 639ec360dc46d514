//! What groups ask for: on an agenda, answered, told; and what is refused on the way.

use serde_json::{Value, json};

use super::board::{CHAIR, TODAY, Told, plan_of, text_id, told};

async fn council(told: &Told) -> Value {
    let new = json!({ "name": "Children in Care Council", "kind": "young_people" });
    told.call("groups.add", new).await["result"].clone()
}

async fn asks(told: &Told, group: &Value, words: &str) -> Value {
    let new = json!({ "group_id": group, "words": words, "asked_on": "2026-10-16", "share": "anywhere" });
    told.call("groups.ask", new).await["result"].clone()
}

/// The request as the group's page has it now.
async fn shown(told: &Told, group: &Value, request: &Value) -> Value {
    let page = told.call("groups.show", json!({ "id": group })).await;
    let found = page["requests"].as_array().unwrap().iter().find(|it| it["request"]["id"] == request["id"]);
    found.unwrap().clone()
}

fn answer(line: &Value, outcome: &str, words: &str) -> Value {
    json!({ "id": line["request"]["id"], "version": line["request"]["version"], "outcome": outcome, "answer": words })
}

fn tell(line: &Value, on: &str) -> Value {
    json!({ "id": line["request"]["id"], "version": line["request"]["version"], "told_on": on, "told_how": "group",
        "told_by": null })
}

/// Publishes the agenda of a meeting on this very day and begins it.
async fn meets(told: &Told, meeting: &Value) {
    told.call("agenda.publish", json!({ "meeting_id": meeting, "late_reason": "A story." })).await;
    told.call("evening.start", json!({ "meeting_id": meeting })).await;
}

#[tokio::test]
async fn a_request_waits_is_put_on_an_agenda_answered_and_told() {
    let told = told().await;
    let group = council(&told).await;
    let request = asks(&told, &group, "Ask why taxis come late to school.").await;
    let waiting = shown(&told, &group, &request).await;
    assert_eq!(
        (&waiting["state"], &waiting["waiting_days"], &waiting["owed"]),
        (&json!("waiting"), &json!(35), &json!(true))
    );

    let meeting = told.call("meetings.save", plan_of(TODAY)).await["result"].clone();
    let put = json!({ "request_id": request["id"], "meeting_id": null });
    let put = told.call("agenda.add_request", put).await;
    assert_eq!(put["result"]["meeting_id"], meeting);
    let item = told.item(&meeting, "A request from the Children in Care Council").await;
    assert_eq!(
        (&item["lead_words"], &item["presented_by"]),
        (&json!("Children in Care Council"), &json!("young_people"))
    );
    assert_eq!(item["summary"], "“Ask why taxis come late to school.”", "everybody may read these words");
    let agenda = told.agenda(&meeting).await;
    assert_eq!(agenda["items"][0]["asked"][0]["group_id"], group, "the item leads back to the group");

    let scheduled = shown(&told, &group, &request).await;
    assert_eq!(
        (&scheduled["state"], &scheduled["item"]["met"], &scheduled["owed"]),
        (&json!("scheduled"), &json!(false), &json!(false))
    );
    let early = told.refused("groups.answer", answer(&scheduled, "heard", "They come at eight now.")).await;
    assert!(early.1.starts_with("The meeting that takes it is on Friday 20 November 2026."), "{}", early.1);

    meets(&told, &meeting).await;
    let met = shown(&told, &group, &request).await;
    assert_eq!((&met["item"]["met"], &met["owed"]), (&json!(true), &json!(true)), "now it is owed an answer");
    told.call("groups.answer", answer(&met, "heard", "They come at eight now.")).await;
    let answered = shown(&told, &group, &request).await;
    assert_eq!((&answered["state"], &answered["waiting_days"]), (&json!("answered"), &json!(null)));

    let done = told.call("groups.tell", tell(&answered, TODAY)).await;
    assert_eq!(done["can_undo"], false, "what the group was told stands");
    let last = shown(&told, &group, &request).await;
    assert_eq!(last["state"], "told");
    let again = told.refused("groups.tell", tell(&last, TODAY)).await.1;
    assert!(again.contains("so it stays as it is"), "{again}");
    let edited = json!({ "words": "Something else" });
    let mut changed = last["request"].clone();
    changed["words"] = edited["words"].clone();
    assert!(told.refused("groups.edit_request", changed).await.1.contains("so it stays as it is"));
}

#[tokio::test]
async fn a_request_leaves_only_with_an_answer_in_words() {
    let told = told().await;
    let group = council(&told).await;
    let blank = json!({ "group_id": group, "words": " ", "asked_on": null, "share": "no" });
    let refused = told.refused("groups.ask", blank).await;
    assert_eq!(refused, (Some("words".into()), "Enter what the group asks for, in its own words.".into()));
    let ahead = json!({ "group_id": group, "words": "Taxis", "asked_on": "2026-12-01", "share": "no" });
    assert_eq!(told.refused("groups.ask", ahead).await.0.as_deref(), Some("asked_on"));

    let request = asks(&told, &group, "Ask why taxis come late to school.").await;
    let line = shown(&told, &group, &request).await;
    let nowhere = told.refused("groups.answer", answer(&line, "heard", "They come at eight now.")).await;
    assert_eq!(
        nowhere,
        (
            Some("outcome".into()),
            "No agenda has this request yet. Put it on one first, or say why it goes on none.".into()
        )
    );
    let wordless = told.refused("groups.answer", answer(&line, "declined", " ")).await;
    assert_eq!(wordless, (Some("answer".into()), "Enter the reason in plain words.".into()));
    let untold = told.refused("groups.tell", tell(&line, TODAY)).await.1;
    assert_eq!(untold, "This request has no answer yet. Answer it before the group is told.");

    let mut group_now = told.call("groups.show", json!({ "id": group })).await["group"].clone();
    group_now["ended_on"] = json!(TODAY);
    let ended = told.refused("groups.save", group_now.clone()).await;
    assert_eq!(
        ended,
        (
            Some("ended_on".into()),
            "Its 1 request has no answer yet. Answer first, then end the group.".into()
        )
    );

    told.call("groups.answer", answer(&line, "declined", "Your school decides this; we have asked it."))
        .await;
    let answered = shown(&told, &group, &request).await;
    let early = told.refused("groups.tell", tell(&answered, "2026-11-19")).await;
    assert_eq!(early.0.as_deref(), Some("told_on"), "before it was answered");
    let put = json!({ "request_id": request["id"], "meeting_id": null });
    told.plan("2026-12-03").await;
    assert!(told.refused("agenda.add_request", put).await.1.contains("answered on Friday 20 November 2026"));
    told.call("groups.save", group_now).await;
    let after = json!({ "group_id": group, "words": "Taxis", "asked_on": null, "share": "no" });
    assert_eq!(
        told.refused("groups.ask", after).await.1,
        "This group has ended, so it asks for nothing more."
    );
}

#[tokio::test]
async fn two_groups_of_one_name_are_refused() {
    let told = told().await;
    council(&told).await;
    let twin = json!({ "name": " children in care council", "kind": "other" });
    let refused = told.refused("groups.add", twin).await;
    assert_eq!(
        refused,
        (
            Some("name".into()),
            "There is a group “children in care council” already. Choose another name.".into()
        )
    );
}

#[tokio::test]
async fn a_proposal_takes_what_groups_ask_for_and_gives_it_back() {
    let told = told().await;
    let group = council(&told).await;
    let request = asks(&told, &group, "Ask why taxis come late to school.").await;
    let meeting = told.plan("2026-12-03").await;
    let proposal = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    let line = proposal["lines"].as_array().unwrap().iter().find(|line| line["from"] == "groups").unwrap();
    assert_eq!(line["why"], "They asked on 16 October, waiting for 5 weeks.");
    let apply = json!({ "meeting_id": meeting, "keys": [line["key"]] });
    let applied = told.call("agenda.apply_proposal", apply.clone()).await;
    assert_eq!(shown(&told, &group, &request).await["state"], "scheduled");
    let again = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    assert!(again["lines"].as_array().unwrap().iter().all(|line| line["from"] != "groups"), "not twice");
    let twice = json!({ "request_id": request["id"], "meeting_id": meeting });
    let refused = told.refused("agenda.add_request", twice).await.1;
    assert_eq!(
        refused,
        "This request is on the agenda of Thursday 3 December 2026 already. Open that agenda to see it."
    );

    told.call("history.undo", json!({ "entry": applied["entry"] })).await;
    assert_eq!(shown(&told, &group, &request).await["state"], "waiting", "Undo brings it back");
    told.call("agenda.apply_proposal", apply).await;
    let item = told.item(&meeting, "A request from the Children in Care Council").await;
    told.call("agenda.remove_item", json!({ "item_id": item["id"] })).await;
    assert_eq!(shown(&told, &group, &request).await["state"], "waiting", "and so does taking the item off");
}

#[tokio::test]
async fn what_is_put_off_on_the_night_takes_its_request_along() {
    let told = told().await;
    let group = council(&told).await;
    let request = asks(&told, &group, "Ask why taxis come late to school.").await;
    let meeting = told.call("meetings.save", plan_of(TODAY)).await["result"].clone();
    let later = told.plan("2026-12-03").await;
    told.call("agenda.add_request", json!({ "request_id": request["id"], "meeting_id": meeting })).await;
    let item = told.item(&meeting, "A request from the Children in Care Council").await;
    meets(&told, &meeting).await;
    told.call("evening.defer", json!({ "item_id": item["id"], "to_meeting_id": null })).await;
    let line = shown(&told, &group, &request).await;
    assert_eq!((&line["item"]["meeting_id"], &line["item"]["met"]), (&later, &json!(false)));
    assert_eq!(line["state"], "scheduled");
}

#[tokio::test]
async fn a_group_that_owes_progress_is_looked_for_on_the_agenda() {
    let told = told().await;
    let group = council(&told).await;
    let mut changed = told.call("groups.show", json!({ "id": group })).await["group"].clone();
    changed["owes"] = json!("What came of the last request");
    told.call("groups.save", changed).await;
    let meeting = told.plan("2026-12-03").await;
    told.add(&meeting, "Dentists").await;
    let says = |agenda: &Value, state: &str| {
        agenda["ready"].as_array().unwrap().iter().any(|point| {
            point["state"] == state
                && point["words"].as_str().unwrap().starts_with("Children in Care Council")
        })
    };
    assert!(says(&told.agenda(&meeting).await, "advice"));
    told.add(&meeting, "The Children in Care Council reports").await;
    assert!(says(&told.agenda(&meeting).await, "ready"));
}

#[tokio::test]
async fn the_chair_sees_what_groups_are_owed_and_for_how_long() {
    let told = told().await;
    let group = council(&told).await;
    asks(&told, &group, "Ask why taxis come late to school.").await;
    told.call("desk.work_as", json!({ "person_id": text_id(CHAIR) })).await;
    let home = told.call("home.show", json!({})).await;
    let decisions = home["work"]["decisions"].as_array().unwrap();
    let owed = decisions.iter().find(|it| it["href"].as_str().unwrap().starts_with("/board/groups")).unwrap();
    assert_eq!(owed["title"], "One request of Children in Care Council waits for an answer");
    assert_eq!(owed["detail"], "It has waited 5 weeks.");
}
