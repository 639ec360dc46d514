use std::path::Path;

use serde_json::{Value, json};

use crate::at_desk::AtDesk;

const NAME: &str = "Zebedee Quill";

async fn say(desk: &AtDesk, words: &str) -> Value {
    let theme = desk.call("board.themes", json!({})).await["themes"][0]["theme"]["id"].clone();
    let voice = json!({
        "words": words, "is_quote": true, "heard_on": "2026-11-20", "event_id": null, "source": "a letter",
        "theme_id": theme, "cohort_id": null, "age_band": null, "share": "anywhere", "sensitive": false,
    });
    desk.call("voices.add", voice).await["result"].clone()
}

fn files_hold(folder: &Path, word: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return files_hold(&path, word);
        }
        String::from_utf8_lossy(&std::fs::read(path).unwrap()).to_lowercase().contains(word)
    })
}

#[tokio::test]
async fn a_name_typed_by_mistake_is_found_and_goes_for_good() {
    let desk = AtDesk::at_the_sample("democratic_services").await;
    say(&desk, "Zebedee Quill never forgets us").await;
    let found = desk.call("removal.find", json!({ "words": "zebedee quill" })).await;
    assert_eq!(found["kinds"], json!([{ "called": "voice", "records": 1, "changes": 1 }]));
    assert_eq!(found["papers"], json!([]));
    desk.call("backups.make", json!({})).await;
    assert!(files_hold(desk.home.path(), "quill"));

    let request = json!({ "words": NAME, "why": "A child's name was typed by mistake." });
    let removed = desk.call("removal.remove", request).await;
    assert_eq!(removed["can_undo"], false);
    let voices = desk.call("voices.list", json!({})).await;
    let said = |words: &str| voices["voices"].as_array().unwrap().iter().any(|it| it["words"] == words);
    assert!(said("[removed] never forgets us"));
    assert_eq!(desk.call("removal.find", json!({ "words": NAME })).await["kinds"], json!([]));
    assert_eq!(desk.call("search.find", json!({ "words": "quill" })).await, json!([]));
    assert_eq!(removed["result"]["notices"], json!([]));
    assert!(!files_hold(desk.home.path(), "quill"), "no file of the app holds it, backups included");

    let removals = desk.call("removal.list", json!({})).await;
    assert_eq!(
        (&removals[0]["by"], &removals[0]["why"], &removals[0]["records"]),
        (&json!("Colin Webb"), &json!("A child's name was typed by mistake."), &json!(1))
    );
    let (_, message) = desk.refused("history.undo", json!({ "entry": removed["entry"] })).await;
    assert!(message.contains("cannot be undone"), "{message}");
}

#[tokio::test]
async fn an_older_copy_that_is_put_back_loses_what_was_removed() {
    let desk = AtDesk::at_the_sample("democratic_services").await;
    say(&desk, "Zebedee Quill never forgets us").await;
    let board = desk.call("desk.show", json!({})).await["board"]["path"].as_str().unwrap().to_owned();
    let page = desk.call("backups.make", json!({})).await;
    let copy = desk.home.path().join("kept by somebody.pledgeboard");
    let newest = page["backups"][0]["path"].as_str().unwrap();
    std::fs::copy(newest, &copy).unwrap();
    desk.call("removal.remove", json!({ "words": NAME, "why": "A name." })).await;

    desk.call("backups.restore", json!({ "path": copy, "passphrase": null })).await;
    let found = desk.call("removal.find", json!({ "words": NAME })).await;
    assert_eq!(found["kinds"], json!([]));
    let voices = desk.call("voices.list", json!({})).await;
    assert!(voices.to_string().contains("[removed] never forgets us"));
    assert_eq!(desk.call("removal.list", json!({})).await.as_array().unwrap().len(), 1);
    let file = std::fs::read(board).unwrap();
    assert!(!String::from_utf8_lossy(&file).contains("Quill"));
}

#[tokio::test]
async fn a_removal_needs_its_words_and_a_reason_without_them() {
    let desk = AtDesk::at_the_sample("democratic_services").await;
    let refused = async |words: &str, why: &str| {
        desk.refused("removal.remove", json!({ "words": words, "why": why })).await
    };
    assert_eq!(refused("Jo", "A name.").await.0, "words");
    assert_eq!(refused(NAME, " ").await, ("why".into(), "Enter why it has to go.".into()));
    assert_eq!(refused(NAME, "Zebedee Quill asked.").await.0, "why");
    assert_eq!(refused(NAME, "A name.").await.1, "These words stand nowhere on the board.");
    assert_eq!(desk.refused("removal.find", json!({ "words": "." })).await.0, "words");
}

#[tokio::test]
async fn a_paper_that_holds_the_words_goes_as_a_whole() {
    let desk = AtDesk::at_the_sample("democratic_services").await;
    // The sample's papers say what they are about.
    let found = desk.call("removal.find", json!({ "words": "Moves and who was told" })).await;
    let paper = found["papers"].as_array().unwrap().iter().find(|it| it["unread"] == false).unwrap().clone();
    let request = json!({
        "words": "Moves and who was told", "why": "It named a child.", "papers": [paper["id"]],
    });
    desk.call("removal.remove", request).await;
    let (_, message) = desk.refused("agenda.read_paper", json!({ "paper_id": paper["id"] })).await;
    assert!(message.contains("was removed for good"), "{message}");
}
