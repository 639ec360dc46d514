use serde_json::{Value, json};

use crate::at_desk::{AtDesk, find};

async fn now(desk: &AtDesk) -> (Value, Value) {
    let year = desk.call("meetings.year", json!({})).await;
    let at = year["half_terms"].as_array().unwrap().iter().position(|it| it["is_now"] == true).unwrap();
    let id = year["half_terms"][at]["id"].clone();
    let mut cells = json!({});
    for theme in year["themes"].as_array().unwrap() {
        cells[theme["name"].as_str().unwrap()] = theme["cells"][at].clone();
    }
    (desk.call("meetings.half_term", json!({ "id": id })).await, cells)
}

fn gaps(of: &Value) -> Vec<&str> {
    of["gaps"].as_array().unwrap().iter().map(|it| it["gap"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_year_the_page_and_home_agree_about_the_half_term() {
    let desk = AtDesk::at_the_sample("lead_member").await;
    let (page, cells) = now(&desk).await;
    let themes = page["themes"].as_array().unwrap();
    assert_eq!(themes.len(), 7);
    let mut voices = 0;
    for theme in themes {
        let cell = &cells[theme["name"].as_str().unwrap()];
        assert_eq!(cell["voices"], theme["numbers"]["voices"], "{theme:#}");
        let of_events = cell["events"].as_array().unwrap().iter().filter(|it| !it["gap"].is_null()).count();
        assert_eq!(cell["gaps"].as_array().unwrap().len() + of_events, gaps(theme).len(), "{theme:#}");
        voices += theme["numbers"]["voices"].as_u64().unwrap();
    }
    assert_eq!(page["all"]["voices"], voices);
    let list = desk.call("voices.list", json!({ "all": true })).await;
    let listed = list["voices"].as_array().unwrap().iter().filter(|it| it["half_term_id"] == page["id"]);
    assert_eq!(listed.count() as u64, voices, "the list that a number opens");

    let home = desk.call("home.show", json!({})).await;
    let work = &home["work"];
    assert_eq!((&work["home"], &work["half_term_id"]), (&json!("link_champion"), &page["id"]));
    for mine in work["themes"].as_array().unwrap() {
        let theme = find(&page["themes"], "name", mine["name"].as_str().unwrap());
        assert_eq!(mine["held_this_half_term"], theme["numbers"]["held"]);
        assert_eq!(mine["gaps"], theme["gaps"]);
    }
}

#[tokio::test]
async fn the_sample_shows_every_kind_of_gap_in_its_two_years() {
    let desk = AtDesk::at_the_sample("chair").await;
    let mut seen = std::collections::BTreeSet::new();
    for year in [2025, 2026] {
        let year = desk.call("meetings.year", json!({ "academic_year": year })).await;
        for theme in year["themes"].as_array().unwrap() {
            for cell in theme["cells"].as_array().unwrap() {
                seen.extend(gaps(cell).into_iter().map(str::to_owned));
                let of_events = cell["events"].as_array().unwrap().iter();
                seen.extend(of_events.filter_map(|it| it["gap"].as_str().map(str::to_owned)));
            }
        }
    }
    for gap in ["no_champion", "no_event", "no_voices", "not_taken"] {
        assert!(seen.contains(gap), "{gap} is not among {seen:?}");
    }
}

#[tokio::test]
async fn a_half_term_says_who_linked_what_went_where_and_what_is_missing() {
    let desk = AtDesk::at_the_sample("chair").await;
    let (page, _) = now(&desk).await;
    assert_eq!((&page["name"], &page["is_now"]), (&json!("Autumn 2, 2026/27"), &json!(true)));
    assert!(page["before"].is_string() && page["after"].is_string());
    assert_eq!(page["next_meeting"]["date"], "2026-12-03");
    let healthy = find(&page["themes"], "name", "Being healthy");
    assert_eq!(gaps(&healthy), ["no_champion"], "{healthy:#}");
    let school = find(&page["themes"], "name", "School that works for me");
    let names: Vec<&str> =
        school["champions"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"Cllr Ravi Shah"), "{names:?}");
    let went = page["themes"].as_array().unwrap().iter().flat_map(|it| it["taken_to"].as_array().unwrap());
    let dates: Vec<&str> = went.map(|it| it["date"].as_str().unwrap()).collect();
    assert!(dates.contains(&"2026-12-03") && dates.contains(&"2026-12-17"), "{dates:?}");
    let all = &page["all"];
    assert!(
        all["told"].as_u64() <= all["answered"].as_u64()
            && all["answered"].as_u64() <= all["voices"].as_u64()
    );
}

#[tokio::test]
async fn a_half_term_that_is_not_there_is_refused() {
    let desk = AtDesk::at_our_board().await;
    let nowhere = json!({ "id": "00000000-0000-0000-0000-000000000001" });
    let (_, message) = desk.refused("meetings.half_term", nowhere).await;
    assert!(message.contains("half-term"), "{message}");
}

async fn link(desk: &AtDesk, theme: &str) -> Value {
    let themes = desk.call("board.themes", json!({})).await;
    let lines = themes["themes"].as_array().unwrap();
    let line = lines.iter().find(|it| it["theme"]["name"] == theme).unwrap();
    let now = line["now"].as_array().unwrap();
    now.iter().find(|it| it["assignment"]["kind"] == "link_champion").unwrap().clone()
}

#[tokio::test]
async fn a_theme_is_handed_over_in_one_change_that_can_be_undone() {
    let desk = AtDesk::at_the_sample("chair").await;
    let theme = "A home that stays";
    let before = link(&desk, theme).await;
    assert_eq!(before["name"], "Cllr Sam Okafor");
    let shah = desk.person("Cllr Ravi Shah").await["id"].clone();
    let request = |person: &Value, from: &str| {
        json!({
            "assignment_id": before["assignment"]["id"], "version": before["assignment"]["version"],
            "person_id": person, "from": from,
        })
    };
    let themselves = request(&before["assignment"]["person_id"], "2026-11-22");
    assert_eq!(desk.refused("board.reassign", themselves).await.0, "person_id");
    assert_eq!(desk.refused("board.reassign", request(&shah, "2020-01-01")).await.0, "from");
    let officer = desk.person("Tom Brennan").await["id"].clone();
    let (field, message) = desk.refused("board.reassign", request(&officer, "2026-11-22")).await;
    assert_eq!(
        (field.as_str(), message.as_str()),
        ("person_id", "A Link Champion is a councillor. Choose a councillor.")
    );

    let written = desk.call("board.reassign", request(&shah, "2026-11-22")).await;
    assert_eq!((&written["changed"], &written["can_undo"]), (&json!(["assignment"]), &json!(true)));
    let after = link(&desk, theme).await;
    assert_eq!(
        (&after["name"], &after["assignment"]["from"]),
        (&json!("Cllr Ravi Shah"), &json!("2026-11-22"))
    );
    let lines = desk.call("board.themes", json!({})).await;
    let line =
        lines["themes"].as_array().unwrap().iter().find(|it| it["theme"]["name"] == theme).unwrap().clone();
    let ended = find(&line["history"], "name", "Cllr Sam Okafor");
    assert_eq!(ended["assignment"]["to"], "2026-11-21");

    let history = json!({ "records": [line["theme"]["id"]], "kinds": ["assignment"], "limit": null });
    let told = desk.call("history.list", history).await;
    assert_eq!(told[0]["what"], "hand over “A home that stays” from Cllr Sam Okafor to Cllr Ravi Shah");
    assert_eq!(told[0]["records"], 2, "one change, told once");
    assert!(told.as_array().unwrap().iter().skip(1).all(|it| it["id"] != told[0]["id"]));

    desk.call("history.undo", json!({ "entry": written["entry"] })).await;
    let again = link(&desk, theme).await;
    assert_eq!((&again["name"], &again["assignment"]["to"]), (&json!("Cllr Sam Okafor"), &Value::Null));
    let stale = request(&shah, "2026-11-22");
    assert!(desk.refused("board.reassign", stale).await.1.contains("Someone else changed"));
}

#[tokio::test]
async fn whoever_logs_an_event_after_their_time_is_told_the_day_and_not_stopped() {
    let desk = AtDesk::at_the_sample("chair").await;
    let before = link(&desk, "A home that stays").await["assignment"].clone();
    let shah = desk.person("Cllr Ravi Shah").await["id"].clone();
    let request = json!({
        "assignment_id": before["id"], "version": before["version"], "person_id": shah, "from": "2026-11-16",
    });
    desk.call("board.reassign", request).await;
    let event = |title: &str| {
        json!({
            "title": title, "theme_id": before["theme_id"], "half_term_id": null, "date": "2026-11-17", "place": "",
            "kind": "visit", "person_id": before["person_id"], "came": [], "came_total": null, "what_happened": "",
            "take_to_board": "",
        })
    };
    let logged = desk.call("events.log", event("Tea")).await["result"]["id"].clone();
    desk.call("events.log", event("Cake")).await;
    let shown = desk.call("events.show", json!({ "id": logged })).await;
    assert_eq!(
        shown["notices"],
        json!([
            "Cllr Sam Okafor has “Cake” on Tuesday 17 November 2026 too. If it is the same event, take one of them back.",
            "Cllr Sam Okafor was Link Champion for “A home that stays” only until Sunday 15 November 2026. Check the date, \
             or who went.",
        ])
    );
}
