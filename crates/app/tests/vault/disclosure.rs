//! What the board holds about somebody, whole, for those who may read all of it.

use serde_json::{Value, json};

use crate::desk::Desk;

async fn saved(desk: &Desk, about: Value, format: &str) -> Vec<u8> {
    let path = desk.home.path().join(format!("disclosure.{format}"));
    desk.call("disclosure.save", json!({ "about": about, "format": format, "path": path })).await;
    std::fs::read(path).unwrap()
}

#[tokio::test]
async fn it_holds_every_record_and_change_that_names_a_person() {
    let desk = Desk::new().await;
    let people = desk.call("desk.people", json!({})).await;
    let (id, name) = (people[0]["id"].clone(), people[0]["name"].as_str().unwrap().to_owned());
    desk.call("board.add_theme", json!({ "name": "Somebody to ring", "child_name": "" })).await;
    let about = json!({ "person": id });
    let summary = desk.call("disclosure.look", about.clone()).await;
    assert_eq!(summary["about"], name);
    assert!(summary["did"].as_u64().unwrap() >= 1, "{summary}");
    let data: Value = serde_json::from_slice(&saved(&desk, about.clone(), "json").await).unwrap();
    let records = data["records"].as_array().unwrap();
    assert!(records.iter().any(|it| it["kind"] == "person" && it["fields"]["id"] == id));
    let others = records.iter().filter(|it| it["kind"] != "person").collect::<Vec<_>>();
    assert!(!others.is_empty());
    for record in others {
        let text = record["fields"].to_string();
        assert!(text.contains(id.as_str().unwrap()) || text.to_lowercase().contains(&bare(&name)), "{text}");
    }
    assert!(data["did"].as_array().unwrap().iter().any(|it| it["name"] == "add the theme Somebody to ring"));
    let total: u64 =
        summary["kinds"].as_array().unwrap().iter().map(|it| it["records"].as_u64().unwrap()).sum();
    assert_eq!(usize::try_from(total).unwrap(), records.len());
    assert!(saved(&desk, about.clone(), "pdf").await.starts_with(b"%PDF-1.7"));
    assert!(saved(&desk, about, "docx").await.starts_with(b"PK"));
}

/// The name without "Cllr", in lower case.
fn bare(name: &str) -> String {
    name.trim_start_matches("Cllr ").to_lowercase()
}

#[tokio::test]
async fn words_are_found_as_they_were_once_too() {
    let desk = Desk::new().await;
    desk.add_theme("Zebedee Quill").await;
    desk.add_theme("Somebody else").await;
    let about = json!({ "words": "zebedee quill" });
    let data: Value = serde_json::from_slice(&saved(&desk, about.clone(), "json").await).unwrap();
    assert_eq!(data["records"].as_array().unwrap().len(), 1);
    assert_eq!(data["history"].as_array().unwrap().len(), 1);
    let later = json!({ "words": "zebedee quill", "since": "2026-11-23" });
    assert_eq!(desk.call("disclosure.look", later).await["changes"], 0);
    let all = desk.call("disclosure.look", json!({ "since": "2026-11-22", "until": "2026-11-22" })).await;
    assert_eq!(
        (all["about"].clone(), all["kinds"][0]["records"].clone()),
        (json!("the whole board"), json!(0))
    );
    assert!(all["changes"].as_u64().unwrap() >= 2);
}

#[tokio::test]
async fn it_is_for_those_who_may_read_all_of_it() {
    let desk = Desk::new().await;
    let people = desk.call("desk.people", json!({})).await;
    let roles = |it: &Value| it["roles"].to_string();
    let partner = people.as_array().unwrap().iter().find(|it| {
        !["chair", "councillor", "lead_member", "democratic"].iter().any(|role| roles(it).contains(role))
    });
    desk.call("desk.work_as", json!({ "person_id": partner.unwrap()["id"] })).await;
    for (name, request) in [
        ("disclosure.look", json!({ "words": "home" })),
        (
            "disclosure.save",
            json!({ "about": { "words": "home" }, "format": "json", "path": desk.home.path().join("it") }),
        ),
    ] {
        let (_, _, message) = desk.refused(name, request).await;
        assert!(message.starts_with("This holds what is private too"), "{message}");
    }
    assert!(!desk.home.path().join("it").exists());
}

#[tokio::test]
async fn what_cannot_be_looked_for_is_said_beside_its_field() {
    let desk = Desk::new().await;
    assert_eq!(desk.refused("disclosure.look", json!({ "words": "J." })).await.1, "words");
    let turned = json!({ "since": "2026-11-22", "until": "2026-11-01" });
    assert_eq!(desk.refused("disclosure.look", turned).await.1, "until");
    let nowhere = desk.home.path().join("no such folder").join("it.pdf");
    let request = json!({ "about": { "words": "home" }, "format": "pdf", "path": nowhere });
    assert_eq!(desk.refused("disclosure.save", request).await.1, "path");
}
