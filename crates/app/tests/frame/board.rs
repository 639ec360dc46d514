use serde_json::{Value, json};

use crate::at_desk::{AtDesk, find};

async fn theme(desk: &AtDesk, name: &str) -> Value {
    let themes = desk.call("board.themes", json!({})).await;
    let lines = themes["themes"].as_array().unwrap();
    lines.iter().find(|it| it["theme"]["name"] == name).unwrap().clone()
}

async fn assign(desk: &AtDesk, person: &str, from: &str) -> Value {
    let theme = theme(desk, "Being healthy").await["theme"]["id"].clone();
    let person = desk.person(person).await["id"].clone();
    json!({ "theme_id": theme, "person_id": person, "kind": "link_champion", "from": from, "beside": false })
}

#[tokio::test]
async fn a_theme_changes_hands_and_its_history_stays() {
    let desk = AtDesk::at_our_board().await;
    let first = assign(&desk, "Cllr Ben Moor", "2026-09-01").await;
    desk.call("board.assign", first).await;
    let second = assign(&desk, "Cllr Ada Lane", "2026-11-22").await;
    desk.call("board.assign", second.clone()).await;
    let line = theme(&desk, "Being healthy").await;
    assert_eq!(line["now"][0]["name"], "Cllr Ada Lane");
    assert_eq!(line["history"][0]["name"], "Cllr Ben Moor");
    assert_eq!(line["history"][0]["assignment"]["to"], "2026-11-21");
    let (field, message) = desk.refused("board.assign", second).await;
    assert_eq!(
        (field.as_str(), message.as_str()),
        ("person_id", "This person already links to the theme on that day.")
    );
}

#[tokio::test]
async fn a_link_champion_is_a_councillor() {
    let desk = AtDesk::at_our_board().await;
    let police = assign(&desk, "Cara Holt", "2026-11-22").await;
    assert_eq!(desk.refused("board.assign", police.clone()).await.0, "person_id");
    let mut officer = police;
    officer["kind"] = json!("officer_champion");
    desk.call("board.assign", officer).await;
}

#[tokio::test]
async fn who_links_to_a_theme_neither_leaves_nor_stops_being_a_councillor() {
    let desk = AtDesk::at_our_board().await;
    let link = assign(&desk, "Cllr Ben Moor", "2026-09-01").await;
    let assigned = desk.call("board.assign", link).await["result"].clone();
    let mut ben = desk.person("Cllr Ben Moor").await;
    let leave = json!({ "person_id": ben["id"], "version": ben["version"], "left_on": "2026-11-22" });
    let (field, message) = desk.refused("board.leave", leave.clone()).await;
    assert_eq!(field, "left_on");
    assert!(message.starts_with("Cllr Ben Moor links to “Being healthy”."), "{message}");
    ben["roles"] = json!(["officer"]);
    assert_eq!(desk.refused("board.save_person", ben.clone()).await.0, "roles");
    ben["roles"] = json!(["councillor"]);
    ben["left_on"] = json!("2026-11-22");
    assert_eq!(desk.refused("board.save_person", ben).await.0, "left_on");

    let end = |to: &str| json!({ "assignment_id": assigned, "version": 1, "to": to });
    assert_eq!(desk.refused("board.end_assignment", end("2026-08-01")).await.0, "to");
    desk.call("board.end_assignment", end("2026-11-22")).await;
    desk.call("board.leave", leave).await;
    let board = desk.call("board.show", json!({ "on": "2026-11-23" })).await;
    assert_eq!(board["empty"], json!(["Councillor 1"]));
    let seats = board["seats"].as_array().unwrap();
    let seat = seats.iter().find(|it| it["seat"]["name"] == "Councillor 1").unwrap();
    assert_eq!(seat["history"][0]["name"], "Cllr Ben Moor");
}

#[tokio::test]
async fn an_empty_seat_is_filled_once() {
    let desk = AtDesk::at_our_board().await;
    let new =
        json!({ "name": "Foster carer", "role": "carer", "organisation": "", "counts_for_quorum": false });
    let seat = desk.call("board.add_seat", new).await["result"].clone();
    assert_eq!(desk.call("board.show", json!({})).await["empty"], json!(["Foster carer"]));
    let carer = json!({ "title": "", "name": "Eve Marsh", "organisation": "", "job": "", "roles": ["carer"], "seat_id": seat, "from": "2026-11-01" });
    desk.call("board.add_person", carer.clone()).await;
    assert_eq!(desk.refused("board.add_person", carer).await.0, "seat_id");
    let ada = desk.person("Cllr Ada Lane").await["id"].clone();
    let sit = json!({ "seat_id": seat, "person_id": ada, "from": "2026-11-22" });
    assert_eq!(desk.refused("board.sit", sit.clone()).await.0, "from");
    let board = desk.call("board.show", json!({})).await;
    let line = board["seats"].as_array().unwrap().iter().find(|it| it["seat"]["id"] == seat).unwrap().clone();
    let term = &line["holder"]["term"];
    let end = |to: &str| json!({ "term_id": term["id"], "version": term["version"], "to": to });
    assert_eq!(desk.refused("board.end_term", end("2026-10-01")).await.0, "to");
    let mut closed = line["seat"].clone();
    closed["closed_on"] = json!("2026-11-22");
    assert_eq!(desk.refused("board.save_seat", closed.clone()).await.0, "closed_on");
    desk.call("board.end_term", end("2026-11-21")).await;
    desk.call("board.sit", sit).await;
}

#[tokio::test]
async fn a_seat_that_nobody_holds_can_be_abolished() {
    let desk = AtDesk::at_our_board().await;
    let new = json!({ "name": "  ", "role": "carer", "organisation": "", "counts_for_quorum": false });
    assert_eq!(desk.refused("board.add_seat", new.clone()).await.0, "name");
    let mut new = new;
    new["name"] = json!("Observer");
    desk.call("board.add_seat", new).await;
    let board = desk.call("board.show", json!({})).await;
    let mut seat = board["seats"].as_array().unwrap().last().unwrap()["seat"].clone();
    seat["closed_on"] = json!("2026-11-22");
    desk.call("board.save_seat", seat).await;
    assert_eq!(desk.call("board.show", json!({})).await["empty"], json!([]));
}

#[tokio::test]
async fn two_people_editing_one_person_both_see_it() {
    let desk = AtDesk::at_our_board().await;
    let mine = desk.person("Cara Holt").await;
    let mut theirs = mine.clone();
    theirs["job"] = json!("Inspector");
    desk.call("board.save_person", theirs).await;
    let mut mine = mine;
    mine["job"] = json!("Chief inspector");
    let (_, message) = desk.refused("board.save_person", mine).await;
    assert!(message.starts_with("Someone else changed this person"), "{message}");
}

#[tokio::test]
async fn a_young_representative_is_never_added_by_name() {
    let desk = AtDesk::at_our_board().await;
    let by_name = json!({ "title": "", "name": "Sam", "organisation": "", "job": "", "roles": ["young_representative"], "seat_id": null, "from": null });
    assert_eq!(desk.refused("board.add_person", by_name).await.0, "name");
}

#[tokio::test]
async fn themes_have_names_of_their_own() {
    let desk = AtDesk::at_our_board().await;
    let again = json!({ "name": "being HEALTHY", "child_name": "" });
    assert_eq!(desk.refused("board.add_theme", again).await.0, "name");
    desk.call("board.add_theme", json!({ "name": "Someone to call", "child_name": "Someone to call" })).await;
    let mut changed = theme(&desk, "Someone to call").await["theme"].clone();
    changed["keywords"] = json!(["phone", "text", "worker"]);
    desk.call("board.save_theme", changed.clone()).await;
    assert_eq!(theme(&desk, "Someone to call").await["theme"]["keywords"][0], "phone");
    changed["name"] = json!("");
    assert_eq!(desk.refused("board.save_theme", changed).await.0, "name");
}

#[tokio::test]
async fn a_group_stays_while_an_event_counts_its_children() {
    let desk = AtDesk::at_the_sample("chair").await;
    let groups = desk.call("board.cohorts", json!({})).await;
    let mut refusals = 0;
    for group in groups.as_array().unwrap() {
        let remove = json!({ "cohort_id": group["id"], "version": group["version"] });
        refusals += i32::from(desk.app.call("board.remove_cohort", remove).await.is_err());
    }
    assert!(refusals > 0);
    assert_eq!(desk.refused("board.add_cohort", json!({ "name": "" })).await.0, "name");
    desk.call("board.add_cohort", json!({ "name": "Young parents" })).await;
    let mut renamed = find(&desk.call("board.cohorts", json!({})).await, "name", "Young parents");
    renamed["heard_by"] = json!("At the baby group");
    desk.call("board.save_cohort", renamed.clone()).await;
    let (_, message) = desk.refused("board.save_cohort", renamed).await;
    assert!(message.starts_with("Someone else changed"), "{message}");
}
