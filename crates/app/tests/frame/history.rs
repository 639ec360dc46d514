use serde_json::{Value, json};

use crate::at_desk::AtDesk;

/// What a write changed, as the history reads it.
async fn told(desk: &AtDesk, written: &Value) -> String {
    desk.call("history.show", json!({ "entry": written["entry"] })).await.to_string()
}

async fn add_action(desk: &AtDesk, item: &Value) -> Value {
    let action = json!({
        "text": "Write to all schools", "plain_text": "", "owner_id": null, "due": "2027-01-15",
        "agenda_item_id": item, "promise_id": null,
    });
    desk.call("actions.add", action).await
}

#[tokio::test]
async fn a_change_says_what_it_was_and_what_it_is() {
    let desk = AtDesk::at_the_sample("democratic_services").await;
    let added = add_action(&desk, &Value::Null).await;
    let said = told(&desk, &added).await;
    assert!(said.contains("was added.") && said.contains("Friday 15 January 2027"), "{said}");

    let shown = desk.call("actions.show", json!({ "id": added["result"]["id"] })).await["action"].clone();
    let seen = json!({ "id": shown["id"], "version": shown["version"], "on": null, "done_plain": "" });
    let done = desk.call("actions.done", seen).await;
    let said = told(&desk, &done).await;
    assert!(
        said.contains("was changed.") && said.contains("The state changed from “open” to “done”."),
        "{said}"
    );
}

#[tokio::test]
async fn what_is_private_is_read_by_those_alone_who_may() {
    let desk = AtDesk::at_the_sample("democratic_services").await;
    let item = private_item(&desk).await;
    let added = add_action(&desk, &item).await;
    assert!(told(&desk, &added).await.contains("Write to all schools"));
    desk.sit_down("partner").await;
    let said = told(&desk, &added).await;
    assert!(!said.contains("Write to all schools") && said.contains("A private action was added."), "{said}");
}

#[tokio::test]
async fn a_change_that_never_was_is_refused() {
    let desk = AtDesk::at_the_sample("chair").await;
    let nowhere = json!({ "entry": "00000000-0000-0000-0000-000000000000" });
    assert_eq!(
        desk.refused("history.show", nowhere).await.1,
        "This change is not in the board. It may have been removed."
    );
}

#[tokio::test]
async fn nothing_chosen_where_a_choice_is_needed_is_said_in_plain_words() {
    let desk = AtDesk::at_the_sample("chair").await;
    let refused = desk.refused("history.show", json!({ "entry": "" })).await;
    assert_eq!(refused, ("entry".into(), "Choose one from the list.".into()));
}

/// An item of the sample that is not open.
async fn private_item(desk: &AtDesk) -> Value {
    let year = desk.call("meetings.year", json!({ "academic_year": null })).await;
    for meeting in year["meetings"].as_array().unwrap() {
        let agenda = desk.call("agenda.show", json!({ "meeting_id": meeting["id"] })).await;
        let items = agenda["items"].as_array().unwrap();
        if let Some(line) = items.iter().find(|line| line["item"]["access"] == "exempt") {
            return line["item"]["id"].clone();
        }
    }
    panic!("the sample has no exempt item")
}
