use serde_json::{Value, json};

use super::board::{THEME, Told, text_id, told};

fn topic(subject: &str, half_term: Option<u128>) -> Value {
    json!({
        "topic_id": null, "version": 0, "academic_year": 2026, "half_term_id": half_term.map(text_id),
        "subject": subject, "dealt_by": "board", "why": "Housing sits at this table.", "theme_id": text_id(THEME),
        "tool": "discussion", "standing_report_id": null, "is_public": true,
    })
}

fn with(mut request: Value, field: &str, value: impl Into<Value>) -> Value {
    request[field] = value.into();
    request
}

async fn add(told: &Told, request: Value) -> Value {
    told.call("programme.save_topic", request).await["result"].clone()
}

async fn line(told: &Told, subject: &str) -> Value {
    let view = told.call("programme.show", json!({ "academic_year": 2026 })).await;
    let found =
        view["topics"].as_array().unwrap().iter().find(|it| it["topic"]["subject"] == subject).cloned();
    found.unwrap_or_else(|| panic!("no topic {subject}: {view}"))
}

async fn keys(told: &Told, meeting: &Value) -> Vec<String> {
    let proposal = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    let lines = proposal["lines"].as_array().unwrap().clone();
    lines.iter().map(|line| line["key"].as_str().unwrap().to_owned()).collect()
}

async fn take(told: &Told, meeting: &Value, kind: &str) {
    let keys: Vec<_> = keys(told, meeting).await.into_iter().filter(|key| key.starts_with(kind)).collect();
    told.call("agenda.apply_proposal", json!({ "meeting_id": meeting, "keys": keys })).await;
}

async fn report(told: &Told, title: &str, month: i64) -> Value {
    let request = json!({
        "report_id": null, "version": 0, "title": title, "author_id": null, "author_words": "the Virtual School Head",
        "month": month, "must_cover": "Exam results, absence.",
    });
    told.call("programme.save_report", request).await["result"].clone()
}

/// A day on which the meeting can be held.
async fn hold(told: &Told, meeting: &Value) {
    told.call("agenda.publish", json!({ "meeting_id": meeting, "late_reason": "Late." })).await;
    told.call("evening.start", json!({ "meeting_id": meeting })).await;
    told.call("evening.end", json!({ "meeting_id": meeting, "at": "23:59:00" })).await;
}

#[tokio::test]
async fn a_topic_of_the_half_term_is_proposed_and_done_once_a_meeting_was_held_with_it() {
    let told = told().await;
    let meeting = told.plan("2026-11-20").await;
    add(&told, topic("Homes near school", Some(22))).await;
    add(&told, topic("Money at eighteen", Some(21))).await;
    add(&told, with(topic("The cost of homes", Some(22)), "dealt_by", "scrutiny")).await;
    let keys = keys(&told, &meeting).await;
    assert_eq!(keys.iter().filter(|key| key.starts_with("topic:")).count(), 1, "{keys:?}");
    take(&told, &meeting, "topic:").await;
    let planned = line(&told, "Homes near school").await;
    assert_eq!((planned["state"].as_str(), &planned["meeting_id"]), (Some("on_agenda"), &meeting));
    assert_eq!(told.item(&meeting, "Homes near school").await["topic_id"], planned["topic"]["id"]);

    let away = json!({ "topic_id": planned["topic"]["id"], "version": 1, "half_term_id": text_id(21) });
    let (_, on_agenda) = told.refused("programme.move_topic", away.clone()).await;
    assert_eq!(on_agenda, "This topic is on the agenda of 20 November 2026. Take it off that agenda first.");
    hold(&told, &meeting).await;
    assert_eq!(line(&told, "Homes near school").await["state"], "done");
    let (_, held) = told.refused("programme.move_topic", away).await;
    assert_eq!(held, "The meeting on 20 November 2026 was held with this topic, so it stays where it is.");
    let gone = json!({ "topic_id": planned["topic"]["id"], "version": 1, "reason": "Not needed." });
    assert_eq!(told.refused("programme.drop_topic", gone).await.1, held);
    let finish = json!({ "topic_id": planned["topic"]["id"], "version": 1, "on": null });
    assert_eq!(told.refused("programme.finish_topic", finish).await.1, held);
}

#[tokio::test]
async fn a_topic_taken_off_the_agenda_is_planned_again() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    add(&told, topic("Homes near school", Some(22))).await;
    take(&told, &meeting, "topic:").await;
    let item = told.item(&meeting, "Homes near school").await;
    told.call("agenda.remove_item", json!({ "item_id": item["id"] })).await;
    assert_eq!(line(&told, "Homes near school").await["state"], "planned");
    assert_eq!(keys(&told, &meeting).await.iter().filter(|key| key.starts_with("topic:")).count(), 1);
}

#[tokio::test]
async fn a_standing_report_is_proposed_in_its_month_and_becomes_a_topic() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let school = report(&told, "Virtual School Head’s report", 10).await;
    report(&told, "Sufficiency", 3).await;
    let view = told.call("programme.show", json!({ "academic_year": null })).await;
    assert_eq!(view["due"].as_array().map(Vec::len), Some(1), "spring is not entered");
    assert_eq!(
        (view["due"][0]["late"].as_bool(), view["due"][0]["when"].as_str()),
        (Some(true), Some("due each October"))
    );
    let proposal = told.call("agenda.propose", json!({ "meeting_id": meeting })).await;
    let lines = proposal["lines"].as_array().unwrap();
    let due = lines.iter().find(|it| it["from"] == "programme").unwrap();
    assert_eq!(due["why"], "It is a standing report, due each October, and not taken yet this year.");
    take(&told, &meeting, "report:").await;
    let topic = line(&told, "Virtual School Head’s report").await;
    assert_eq!(topic["topic"]["standing_report_id"], school);
    assert_eq!(
        (topic["state"].as_str(), topic["author"].as_str()),
        (Some("on_agenda"), Some("the Virtual School Head"))
    );
    assert!(keys(&told, &meeting).await.iter().all(|key| !key.starts_with("report:")), "it is offered once");
}

#[tokio::test]
async fn a_topic_for_members_only_cannot_be_published_until_somebody_says_why() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    add(&told, with(topic("One home", Some(22)), "is_public", false)).await;
    take(&told, &meeting, "topic:").await;
    let item = told.item(&meeting, "One home").await;
    assert_eq!(item["public_title"], "A topic that is not for the public");
    let (_, refused) =
        told.refused("agenda.publish", json!({ "meeting_id": meeting, "late_reason": "" })).await;
    assert!(refused.contains("Choose the paragraph of Schedule 12A"), "{refused}");
}

#[tokio::test]
async fn a_topic_is_refused_in_one_sentence_beside_its_field() {
    let told = told().await;
    let refused = async |request: Value| told.refused("programme.save_topic", request).await;
    let it = || topic("Homes near school", Some(22));
    assert_eq!(
        refused(with(it(), "subject", " ")).await,
        (Some("subject".into()), "Enter the subject.".into())
    );
    assert_eq!(
        refused(with(it(), "why", "")).await,
        (Some("why".into()), "Enter why this board deals with it.".into())
    );
    assert_eq!(refused(with(it(), "academic_year", 2025)).await.0.as_deref(), Some("half_term_id"));
    let said = "Why nobody told my school why I was tired";
    let (field, sentence) = refused(with(it(), "subject", said)).await;
    assert_eq!(field.as_deref(), Some("subject"));
    assert!(sentence.starts_with("This repeats what a child said."), "{sentence}");

    let mut board = told.call("settings.show", json!({})).await["board"].clone();
    board["scrutiny_split"] = "board_does_both".into();
    told.call("settings.save_board", board).await;
    let (field, sentence) = refused(with(it(), "dealt_by", "scrutiny")).await;
    assert_eq!(field.as_deref(), Some("dealt_by"));
    assert!(sentence.contains("no split with scrutiny"), "{sentence}");
}

#[tokio::test]
async fn a_topic_moves_is_dropped_with_a_reason_and_taken_up_again() {
    let told = told().await;
    let id = add(&told, topic("Homes near school", None)).await;
    let moved = json!({ "topic_id": id, "version": 1, "half_term_id": text_id(22) });
    let written = told.call("programme.move_topic", moved.clone()).await;
    assert_eq!(line(&told, "Homes near school").await["topic"]["half_term_id"], text_id(22));
    let (_, stale) = told.refused("programme.move_topic", moved).await;
    assert!(stale.contains("changed"), "an older version never overwrites: {stale}");
    told.call("history.undo", json!({ "entry": written["entry"] })).await;
    assert_eq!(line(&told, "Homes near school").await["topic"]["half_term_id"], Value::Null);

    let version = || async { line(&told, "Homes near school").await["topic"]["version"].clone() };
    let empty = json!({ "topic_id": id, "version": version().await, "reason": " " });
    assert_eq!(
        told.refused("programme.drop_topic", empty).await,
        (Some("reason".into()), "Enter why it is dropped.".into())
    );
    let reason = json!({ "topic_id": id, "version": version().await, "reason": "Covered in July." });
    told.call("programme.drop_topic", reason).await;
    assert_eq!(line(&told, "Homes near school").await["state"], "dropped");
    let on = json!({ "topic_id": id, "version": version().await, "on": "2026-11-05" });
    assert!(told.refused("programme.finish_topic", on).await.1.contains("was dropped"));
    let again = json!({ "topic_id": id, "version": version().await });
    told.call("programme.resume_topic", again).await;
    let again = json!({ "topic_id": id, "version": version().await });
    assert_eq!(told.refused("programme.resume_topic", again).await.1, "This topic was not dropped.");

    let tomorrow = json!({ "topic_id": id, "version": version().await, "on": "2026-11-21" });
    assert_eq!(told.refused("programme.finish_topic", tomorrow).await.0.as_deref(), Some("on"));
    let on = json!({ "topic_id": id, "version": version().await, "on": "2026-11-05" });
    told.call("programme.finish_topic", on).await;
    assert_eq!(line(&told, "Homes near school").await["state"], "done");
    let found = told.call("search.find", json!({ "words": "homes near" })).await;
    let hit = found.as_array().unwrap().iter().find(|it| it["title"] == "Work programme").unwrap();
    assert_eq!(hit["hits"][0]["belongs_to"], "Work programme 2026/27");
    let history = told.call("history.list", json!({ "records": [id], "limit": null })).await;
    let names: Vec<&str> =
        history.as_array().unwrap().iter().map(|it| it["what"].as_str().unwrap()).collect();
    assert!(names.contains(&"drop a topic") && names.contains(&"finish a topic"), "{names:?}");
}

#[tokio::test]
async fn standing_reports_and_fixed_points_are_refused_in_one_sentence() {
    let told = told().await;
    let report = |month: Value| {
        json!({ "report_id": null, "version": 0, "title": "Health", "author_id": null, "author_words": "",
                "month": month, "must_cover": "" })
    };
    assert_eq!(
        told.refused("programme.save_report", report(json!(13))).await,
        (Some("month".into()), "There is no month 13. Choose one from January to December.".into())
    );
    assert_eq!(told.refused("programme.save_report", report(json!(null))).await.0.as_deref(), Some("month"));
    let added = told.call("programme.add_usual_reports", json!({})).await;
    assert_eq!(added["result"], 7);
    assert!(told.refused("programme.add_usual_reports", json!({})).await.1.contains("all there"));
    let view = told.call("programme.show", json!({ "academic_year": 2026 })).await;
    let first = &view["reports"][0]["report"];
    assert_eq!(first["month"], 9, "by the academic year");
    let retire = json!({ "report_id": first["id"], "version": 1, "on": "2026-11-20" });
    told.call("programme.retire_report", retire.clone()).await;
    assert!(told.refused("programme.retire_report", retire).await.1.contains("changed"));

    let anchor = |starts: Value, ends: Value| json!({ "anchor_id": null, "version": 0, "academic_year": 2026, "title": "Takeover day", "starts": starts, "ends": ends });
    assert_eq!(
        told.refused("programme.save_anchor", anchor(json!(null), json!(null))).await.0.as_deref(),
        Some("starts")
    );
    assert_eq!(
        told.refused("programme.save_anchor", anchor(json!("2028-11-20"), json!(null))).await,
        (Some("starts".into()), "This date is outside 2026/27. Check the year.".into())
    );
    let id =
        told.call("programme.save_anchor", anchor(json!("2026-11-20"), json!(null))).await["result"].clone();
    let remove = json!({ "anchor_id": id, "version": 1 });
    told.call("programme.remove_anchor", remove.clone()).await;
    assert!(told.refused("programme.remove_anchor", remove).await.1.contains("not in the board"));
}

#[tokio::test]
async fn a_new_year_begins_from_the_last() {
    let told = told().await;
    add(&told, topic("Homes near school", Some(22))).await;
    add(&told, topic("Money at eighteen", Some(21))).await;
    let school = report(&told, "Virtual School Head’s report", 10).await;
    let look = json!({ "academic_year": 2027 });
    let early = told.call("programme.beginning", look.clone()).await;
    let not_yet = "The half-terms of 2027/28 are not entered yet. Add them in Settings first.";
    assert_eq!(early["not_yet"], not_yet);
    let begin = |reports: Value, topics: Value, anchors: bool| json!({ "academic_year": 2027, "reports": reports, "topics": topics, "anchors": anchors });
    assert_eq!(
        told.refused("programme.begin_year", begin(json!([school]), json!([]), true)).await.1,
        not_yet
    );
    told.call("settings.add_year", json!({ "academic_year": 2027 })).await;
    assert_eq!(
        told.refused("programme.begin_year", begin(json!([]), json!([]), false)).await.0.as_deref(),
        Some("reports")
    );

    let offered = told.call("programme.beginning", look).await;
    assert_eq!((offered["name"].as_str(), offered["last"].as_str()), (Some("2027/28"), Some("2026/27")));
    assert_eq!(offered["reports"][0]["when"], "due each October · Autumn 1");
    assert_eq!(offered["not_done"].as_array().map(Vec::len), Some(2));
    assert_eq!(offered["anchors"].as_array().map(Vec::len), Some(7), "the usual ones where there were none");
    let homes = offered["not_done"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["subject"] == "Homes near school")
        .unwrap();
    assert_eq!(homes["about"], "this board · planned for Autumn 2");
    told.call("programme.begin_year", begin(json!([school]), json!([homes["id"]]), true)).await;

    let next = told.call("programme.show", json!({ "academic_year": 2027 })).await;
    let topics = next["topics"].as_array().unwrap();
    assert_eq!((topics.len(), next["anchors"].as_array().map(Vec::len)), (2, Some(7)));
    let of =
        |subject: &str| topics.iter().find(|it| it["topic"]["subject"] == subject).unwrap()["topic"].clone();
    assert_eq!(of("Virtual School Head’s report")["half_term_id"], next["half_terms"][0]["id"]);
    assert_eq!(of("Homes near school")["half_term_id"], Value::Null, "to be placed");
    assert_eq!(line(&told, "Homes near school").await["topic"]["dropped_reason"], "Carried into 2027/28.");
    assert_eq!(line(&told, "Money at eighteen").await["state"], "planned", "left where it was");
    let (_, twice) = told.refused("programme.begin_year", begin(json!([school]), json!([]), true)).await;
    assert_eq!(twice, "The work programme of 2027/28 has topics already. Add to it instead.");
}

#[tokio::test]
async fn an_item_made_by_hand_takes_up_a_topic() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let id = add(&told, topic("Homes near school", Some(22))).await;
    add(&told, with(topic("The cost of homes", Some(22)), "dealt_by", "scrutiny")).await;
    told.add(&meeting, "Spare rooms").await;
    let choices = told.call("agenda.choices", json!({ "meeting_id": meeting })).await;
    assert_eq!(choices["topics"], json!([{ "id": id, "words": "Homes near school" }]), "the board's alone");
    let item = with(told.item(&meeting, "Spare rooms").await, "topic_id", id.clone());
    told.call("agenda.save_item", json!({ "item": item })).await;
    assert_eq!(line(&told, "Homes near school").await["state"], "on_agenda");
    assert!(keys(&told, &meeting).await.iter().all(|key| !key.starts_with("topic:")), "it is offered once");
    let choices = told.call("agenda.choices", json!({ "meeting_id": meeting })).await;
    assert_eq!(choices["topics"][0]["id"], id, "what is chosen stays to be seen");
}
