use serde_json::{Value, json};

use crate::at_desk::AtDesk;

const PLACE: &str = "minutes.decide/item 4";

async fn kept(desk: &AtDesk) -> Value {
    desk.call("drafts.find", json!({ "place": PLACE })).await["values"].clone()
}

#[tokio::test]
async fn what_is_typed_is_there_again_until_it_is_sent() {
    let desk = AtDesk::at_the_sample("chair").await;
    assert_eq!(kept(&desk).await, Value::Null);
    for text in ["That every sch", "That every school is told."] {
        desk.call("drafts.keep", json!({ "place": PLACE, "values": { "text": text } })).await;
    }
    assert_eq!(kept(&desk).await, json!({ "text": "That every school is told." }));
    desk.call("drafts.keep", json!({ "place": PLACE, "values": null })).await;
    assert_eq!(kept(&desk).await, Value::Null);
}

#[tokio::test]
async fn nobody_else_at_the_computer_sees_it_and_the_history_has_none_of_it() {
    let desk = AtDesk::at_the_sample("chair").await;
    let history = json!({ "record": null, "limit": 5 });
    let before = desk.call("history.list", history.clone()).await;
    desk.call("drafts.keep", json!({ "place": PLACE, "values": { "text": "Private words" } })).await;
    assert_eq!(desk.call("history.list", history).await, before);
    desk.sit_down("democratic_services").await;
    assert_eq!(kept(&desk).await, Value::Null);
}

#[tokio::test]
async fn a_draft_has_a_place_and_an_end() {
    let desk = AtDesk::at_the_sample("chair").await;
    let nowhere = json!({ "place": " ", "values": { "text": "x" } });
    assert_eq!(desk.refused("drafts.keep", nowhere).await.0, "place");
    let endless =
        json!({ "place": PLACE, "values": { "texts": ["x".repeat(100_000), "x".repeat(100_000)] } });
    assert_eq!(desk.refused("drafts.keep", endless).await.0, "values");
}
