use serde_json::json;

use crate::at_desk::{AtDesk, find, our_board};

#[tokio::test]
async fn five_steps_make_a_board_with_its_year_its_people_and_its_promises() {
    let desk = AtDesk::new().await;
    assert!(desk.call("desk.show", json!({})).await["board"].is_null());
    let opened = desk.call("desk.start", our_board()).await;
    assert_eq!(opened["board"]["name"], "Corporate Parenting Panel");
    assert_eq!(opened["recent"][0]["name"], "newtown-corporate-parenting-panel");
    let board = desk.call("board.show", json!({})).await;
    let seats: Vec<_> = board["seats"].as_array().unwrap().iter().map(|it| &it["seat"]["name"]).collect();
    assert_eq!(seats, ["Chair", "Councillor 1", "Anyshire Police"]);
    assert_eq!(board["seats"][0]["holder"]["name"], "Cllr Ada Lane");
    assert_eq!(board["unlinked"], json!(["A home that stays", "Being healthy"]));
    let home = desk.call("home.show", json!({})).await;
    assert_eq!(home["half_term"], "Autumn 2");
    assert_eq!(home["next"]["date"], "2026-12-03");
    assert_eq!(home["next"]["publish_by"], "2026-11-25");
}

#[tokio::test]
async fn every_step_can_be_skipped_and_whoever_sits_there_adds_themselves() {
    let desk = AtDesk::new().await;
    let nothing = json!({
        "path": null, "council": "", "name": "", "promises_called": "", "standing": "non_statutory_board",
        "meets_in_public": false, "rhythm": null, "half_terms": [], "members": [], "themes": []
    });
    let opened = desk.call("desk.start", nothing).await;
    assert_eq!(opened["board"]["council"], "Our council");
    assert_eq!(desk.call("desk.people", json!({})).await, json!([]));
    let me = json!({ "title": "", "name": "Dev Rao", "organisation": "", "job": "", "roles": ["democratic_services"], "seat_id": null, "from": null });
    let id = desk.call("board.add_person", me).await["result"].clone();
    let opened = desk.call("desk.work_as", json!({ "person_id": id })).await;
    assert_eq!(opened["board"]["person"]["name"], "Dev Rao");
    let home = desk.call("home.show", json!({})).await;
    assert_eq!(home["work"]["home"], "democratic_services");
}

#[tokio::test]
async fn what_a_step_got_wrong_is_said_beside_its_field_and_no_board_is_left() {
    let desk = AtDesk::new().await;
    let mut wrong = our_board();
    wrong["half_terms"][1]["starts"] = json!("2026-10-12");
    let (field, message) = desk.refused("desk.start", wrong).await;
    assert_eq!(field, "half_terms.1.starts");
    assert!(message.contains("Autumn 2 starts before Autumn 1 ends"), "{message}");
    let mut wrong = our_board();
    wrong["members"][3] =
        json!({ "title": "", "name": "Kim", "organisation": "", "role": "young_representative" });
    let (field, _) = desk.refused("desk.start", wrong).await;
    assert_eq!(field, "members.3.name");
    let mut wrong = our_board();
    wrong["rhythm"]["ends"] = json!("17:00:00");
    assert_eq!(desk.refused("desk.start", wrong).await.0, "rhythm.ends");
    let mut wrong = our_board();
    wrong["themes"][1] = json!({ "name": "", "promise": "We will ask you first." });
    assert_eq!(desk.refused("desk.start", wrong).await.0, "themes.1.name");
    let left: Vec<_> = std::fs::read_dir(desk.home.path().join("settings/boards")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test]
async fn a_rhythm_shows_its_days_before_any_is_planned() {
    let desk = AtDesk::new().await;
    let rhythm = our_board()["rhythm"].clone();
    let proposed = desk.call("desk.propose_year", json!({ "half_terms": null, "rhythm": rhythm })).await;
    assert_eq!(proposed["half_terms"].as_array().unwrap().len(), 6);
    assert_eq!(proposed["meetings"][0], "2026-12-03");
    assert_eq!(proposed["meetings"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn the_sample_board_opens_and_asks_who_is_there() {
    let desk = AtDesk::new().await;
    let opened = desk.call("desk.sample", json!({})).await;
    assert!(opened["board"]["person"].is_null());
    let people = desk.call("desk.people", json!({})).await;
    assert!(people.as_array().unwrap().len() >= 14);
    assert_eq!(people[0]["first_role"], "chair");
}

#[tokio::test]
async fn switching_goes_to_anybody_who_has_not_left() {
    let desk = AtDesk::at_our_board().await;
    let ben = desk.person("Cllr Ben Moor").await;
    desk.call("desk.work_as", json!({ "person_id": ben["id"] })).await;
    let leave = json!({ "person_id": ben["id"], "version": ben["version"], "left_on": "2026-11-22" });
    desk.call("board.leave", leave).await;
    assert_eq!(desk.refused("desk.work_as", json!({ "person_id": ben["id"] })).await.0, "person_id");
}

#[tokio::test]
async fn closing_and_opening_again_finds_the_board_and_the_person() {
    let desk = AtDesk::at_our_board().await;
    let before = desk.call("desk.show", json!({})).await;
    let path = before["board"]["path"].clone();
    assert!(desk.call("desk.close", json!({})).await["board"].is_null());
    let after = desk.call("desk.open", json!({ "path": path })).await;
    assert_eq!(after["board"], before["board"]);
    let (field, message) = desk.refused("desk.open", json!({ "path": "/nowhere/at-all.pledgeboard" })).await;
    assert_eq!((field.as_str(), message.as_str()), ("path", "There is no file at that place."));
}

#[tokio::test]
async fn a_file_that_is_no_board_is_refused_and_left_as_it_is() {
    let desk = AtDesk::new().await;
    let path = desk.home.path().join("letter.pledgeboard");
    std::fs::write(&path, "Dear councillor, this is a letter.").unwrap();
    let (_, message) = desk.refused("desk.open", json!({ "path": path })).await;
    assert!(message.starts_with("This file is not a Pledgeboard board."), "{message}");
    assert_eq!(std::fs::read_to_string(path).unwrap(), "Dear councillor, this is a letter.");
}

#[tokio::test]
async fn appearance_and_a_table_are_kept_on_this_computer() {
    let desk = AtDesk::new().await;
    let look = desk.call("desk.appearance", json!({ "theme": "dark", "text_size": 150 })).await;
    assert_eq!(look["appearance"], json!({ "theme": "dark", "text_size": 150 }));
    assert_eq!(
        desk.refused("desk.appearance", json!({ "theme": "dark", "text_size": 20 })).await.0,
        "text_size"
    );
    assert_eq!(
        desk.refused("desk.appearance", json!({ "theme": "pink", "text_size": 100 })).await.0,
        "theme"
    );
    let path = desk.home.path().join("people.csv");
    desk.call("desk.save_text", json!({ "path": path, "content": "Name\r\n" })).await;
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Name\r\n");
    let (_, message) =
        desk.refused("desk.save_text", json!({ "path": desk.home.path(), "content": "" })).await;
    assert_eq!(message, "That is a folder, not a file.");
}

#[tokio::test]
async fn starting_cannot_be_undone_and_says_so() {
    let desk = AtDesk::at_our_board().await;
    let history = desk.call("history.list", json!({ "limit": null })).await;
    let start = find(&history, "what", "start the board");
    assert_eq!(start["can_undo"], false);
    let (_, message) = desk.refused("history.undo", json!({ "entry": start["id"] })).await;
    assert!(message.contains("cannot be undone"), "{message}");
}

#[tokio::test]
async fn a_list_shows_the_changes_of_what_stands_in_it() {
    let desk = AtDesk::at_our_board().await;
    let of = async |kinds: &[&str]| {
        let changes = desk.call("history.list", json!({ "kinds": kinds, "limit": null })).await;
        changes.as_array().unwrap().iter().map(|it| it["what"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(of(&["voice", "answer"]).await, [] as [&str; 0], "nobody said anything yet");
    assert!(of(&["voice", "person"]).await.contains(&json!("start the board")));
}
