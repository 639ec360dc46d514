use serde_json::{Value, json};

use crate::at_desk::{AtDesk, find};

#[tokio::test]
async fn each_role_has_its_home() {
    let desk = AtDesk::at_the_sample("chair").await;
    for (role, home) in [
        ("chair", "chair"),
        ("democratic_services", "democratic_services"),
        ("director", "plain"),
        ("partner", "plain"),
    ] {
        desk.sit_down(role).await;
        assert_eq!(desk.call("home.show", json!({})).await["work"]["home"], home, "{role}");
    }
}

#[tokio::test]
async fn a_councillor_who_links_to_a_theme_sees_it_and_what_became_of_its_voices() {
    let desk = AtDesk::at_the_sample("chair").await;
    let themes = desk.call("board.themes", json!({})).await;
    let people = desk.call("desk.people", json!({})).await;
    let chair = find(&people, "first_role", "chair")["id"].clone();
    let link = |line: &Value| {
        let now = line["now"].as_array().unwrap().clone();
        now.into_iter().map(|link| link["assignment"].clone()).find(|it| it["kind"] == "link_champion")
    };
    let lines = themes["themes"].as_array().unwrap();
    let theme = lines.iter().find(|it| link(it).is_some_and(|link| link["person_id"] != chair)).unwrap();
    let person = link(theme).unwrap()["person_id"].clone();
    desk.call("desk.work_as", json!({ "person_id": person })).await;
    let home = desk.call("home.show", json!({})).await;
    assert_eq!(home["work"]["home"], "link_champion");
    let mine = find(&home["work"]["themes"], "name", theme["theme"]["name"].as_str().unwrap());
    let voices = mine["voices"].as_array().unwrap();
    assert!(!voices.is_empty());
    assert!(voices.iter().all(|voice| !voice["became"].as_str().unwrap().is_empty()));
}

#[tokio::test]
async fn the_five_numbers_agree_with_the_counts_in_the_navigation() {
    let desk = AtDesk::at_the_sample("chair").await;
    let numbers = desk.call("home.show", json!({})).await["work"]["numbers"].clone();
    let counts = desk.call("home.counts", json!({})).await;
    assert_eq!(numbers["waiting"], counts["voices"]);
    assert!(numbers["since"].is_string());
    assert!(numbers["heard"].as_u64().unwrap() > 0 && numbers["promises"].as_u64().unwrap() >= 10);
}

#[tokio::test]
async fn home_shows_no_sensitive_voice_and_none_that_may_be_shared_with_nobody() {
    let desk = AtDesk::at_our_board().await;
    let theme = desk.call("board.themes", json!({})).await["themes"][0]["theme"]["id"].clone();
    let voice = |words: &str, share: &str, sensitive: bool| json!({ "words": words, "is_quote": true, "share": share, "sensitive": sensitive, "theme_id": theme });
    let store = desk.app.context().await.unwrap();
    for (words, share, sensitive) in [
        ("My worker rings me back", "anywhere", false),
        ("Said in confidence", "no", false),
        ("Something sensitive", "anywhere", true),
    ] {
        let mut fields = voice(words, share, sensitive);
        for (name, value) in [
            ("id", json!(store.new_id::<pledgeboard_domain::id::VoiceId>())),
            ("version", json!(0)),
            ("heard_on", json!("2026-11-20")),
            ("event_id", Value::Null),
            ("source", json!("drop-in")),
            ("cohort_id", Value::Null),
            ("age_band", json!("11_to_15")),
        ] {
            fields[name] = value;
        }
        let mut record: pledgeboard_domain::Voice = serde_json::from_value(fields).unwrap();
        let mut write = store.write("log a voice").await.unwrap();
        write.insert(&mut record).await.unwrap();
        store.done(write, ()).await.unwrap();
    }
    let home = desk.call("home.show", json!({})).await;
    let heard = home["work"]["heard"].as_array().unwrap();
    assert_eq!(heard.len(), 1);
    assert_eq!(heard[0]["words"], "My worker rings me back");
    assert_eq!(heard[0]["from"], "11 to 15 · drop-in, 20 November");
    // They count all the same: each of them waits for an answer.
    assert_eq!(home["work"]["numbers"]["waiting"], 3);
}

#[tokio::test]
async fn the_chair_sees_what_needs_a_decision_and_it_goes_when_it_is_decided() {
    let desk = AtDesk::at_our_board().await;
    let titles = |home: &Value| -> Vec<String> {
        let decisions = home["work"]["decisions"].as_array().unwrap();
        decisions.iter().map(|it| it["title"].as_str().unwrap().to_owned()).collect()
    };
    let before = titles(&desk.call("home.show", json!({})).await);
    assert_eq!(
        before,
        ["Publish the agenda by Wednesday 25 November 2026", "Two themes have no Link Champion"]
    );
    let themes = desk.call("board.themes", json!({})).await;
    let ben = desk.person("Cllr Ben Moor").await["id"].clone();
    for line in themes["themes"].as_array().unwrap() {
        let assign = json!({ "theme_id": line["theme"]["id"], "person_id": ben, "kind": "link_champion", "from": "2026-11-01", "beside": false });
        desk.call("board.assign", assign).await;
    }
    let seats = desk.call("board.show", json!({})).await["seats"].clone();
    let police = seats.as_array().unwrap().iter().find(|it| it["seat"]["role"] == "partner").unwrap();
    let term = &police["holder"]["term"];
    desk.call(
        "board.end_term",
        json!({ "term_id": term["id"], "version": term["version"], "to": "2026-11-22" }),
    )
    .await;
    desk.call("board.leave", {
        let cara = desk.person("Cara Holt").await;
        json!({ "person_id": cara["id"], "version": cara["version"], "left_on": "2026-11-22" })
    })
    .await;
    // Their last day in the seat is today, so that it is empty only from tomorrow on.
    let after = titles(&desk.call("home.show", json!({})).await);
    assert_eq!(after, ["Publish the agenda by Wednesday 25 November 2026"]);
    let tomorrow = desk.call("board.show", json!({ "on": "2026-11-23" })).await;
    assert_eq!(tomorrow["empty"], json!(["Anyshire Police"]));
}

#[tokio::test]
async fn the_sample_gives_its_chair_something_to_decide() {
    let desk = AtDesk::at_the_sample("chair").await;
    let home = desk.call("home.show", json!({})).await;
    let decisions = home["work"]["decisions"].as_array().unwrap();
    let has = |words: &str| decisions.iter().any(|it| it["title"].as_str().unwrap().contains(words));
    assert!(has("has no Link Champion"), "{decisions:?}");
    assert!(has("on the board is empty"), "{decisions:?}");
    assert!(decisions.iter().all(|it| it["href"].as_str().unwrap().starts_with('/')));
}

#[tokio::test]
async fn disputed_promises_go_from_home_to_the_agenda_and_are_no_decision_any_more() {
    let desk = AtDesk::at_the_sample("chair").await;
    let disputed = |home: &Value| {
        let decisions = home["work"]["decisions"].as_array().unwrap();
        decisions.iter().find(|it| !it["promises"].as_array().unwrap().is_empty()).cloned()
    };
    let decision = disputed(&desk.call("home.show", json!({})).await).expect("the sample has a dispute");
    for promise in decision["promises"].as_array().unwrap() {
        desk.call("agenda.add_promise", json!({ "promise_id": promise })).await;
    }
    assert!(disputed(&desk.call("home.show", json!({})).await).is_none());
}

#[tokio::test]
async fn numbers_agree_with_the_lists_that_they_open() {
    let desk = AtDesk::at_the_sample("chair").await;
    let numbers = desk.call("home.show", json!({})).await["work"]["numbers"].clone();
    let since = numbers["since"].as_str().unwrap().to_owned();
    let voices = desk.call("voices.list", json!({})).await;
    let voices = voices["voices"].as_array().unwrap();
    let count = |of: &dyn Fn(&Value) -> bool| voices.iter().filter(|it| of(it)).count() as u64;
    let from = |it: &Value, field: &str| it[field].as_str().is_some_and(|day| day >= since.as_str());
    assert_eq!(numbers["heard"], count(&|it| from(it, "heard_on")));
    assert_eq!(numbers["answered"], count(&|it| from(it, "answered_on")));
    assert_eq!(numbers["told"], count(&|it| from(it, "told_on")));
    assert_eq!(numbers["waiting"], count(&|it| it["became"] == "waiting"));
    assert_eq!(numbers["untold"], count(&|it| it["became"] == "answered"));
    let actions = desk.call("actions.list", json!({})).await;
    let actions = actions["actions"].as_array().unwrap();
    let closed =
        actions.iter().filter(|it| it["action"]["state"] == "closed" && from(&it["action"], "closed_on"));
    assert_eq!(numbers["done"], closed.count() as u64);
    assert_eq!(numbers["overdue"], actions.iter().filter(|it| it["overdue"] == true).count() as u64);
}
