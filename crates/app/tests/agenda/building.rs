use pledgeboard_domain::Standing;
use serde_json::{Value, json};

use super::board::{CHAMPION, TODAY, text_id, told, told_on};

#[tokio::test]
async fn an_agenda_starts_from_the_usual_order_with_its_clock() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    told.call("agenda.start_from", json!({ "meeting_id": meeting, "from": { "usual": "usual_meeting" } }))
        .await;
    let agenda = told.agenda(&meeting).await;
    assert_eq!(agenda["meeting"]["state"], "agenda_drafted");
    let first = &agenda["items"][0];
    assert_eq!((first["number"].as_str(), first["starts"].as_str()), (Some("1"), Some("17:30:00")));
    assert_eq!(first["lead"], "Cllr Amina Yusuf, chair");
    let theme = told.item(&meeting, "A home that stays").await;
    assert_eq!(theme["questions"][0], "Who moved twice this term?");
    assert_eq!(theme["questions"][1], "Would this be good enough for my child?");
    assert_eq!(agenda["shape"]["children_speak"], 5);
    assert!(agenda["clock"]["total"].as_u64().unwrap() > 60);
}

#[tokio::test]
async fn items_are_added_changed_moved_and_removed_and_each_can_be_undone() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let dentists = told.add(&meeting, "Dentists").await;
    told.add(&meeting, "Pocket money").await;
    told.add(&meeting, "Passports").await;
    told.call("agenda.move_item", json!({ "item_id": dentists, "to": 3 })).await;
    assert_eq!(told.titles(&meeting).await, ["Pocket money", "Passports", "Dentists"]);
    let mut item = told.item(&meeting, "Dentists").await;
    item["title"] = json!("Seeing a dentist");
    item["lead_id"] = json!(text_id(CHAMPION));
    item["lead_words"] = json!("with two young representatives");
    item["questions"] = json!(["How long is the wait?", " "]);
    let saved = told.call("agenda.save_item", json!({ "item": item })).await;
    assert_eq!(saved["result"]["questions"], json!(["How long is the wait?"]));
    assert_eq!(
        told.agenda(&meeting).await["items"][2]["lead"],
        "Cllr Sam Okafor with two young representatives"
    );
    let (_, stale) = told.refused("agenda.save_item", json!({ "item": item })).await;
    assert!(stale.contains("Someone else changed this agenda item"), "{stale}");
    let removed = told.call("agenda.remove_item", json!({ "item_id": dentists })).await;
    assert_eq!(told.titles(&meeting).await, ["Pocket money", "Passports"]);
    told.call("history.undo", json!({ "entry": removed["entry"] })).await;
    assert_eq!(told.titles(&meeting).await, ["Pocket money", "Passports", "Seeing a dentist"]);
}

#[tokio::test]
async fn a_title_never_repeats_what_a_child_said() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    told.add(&meeting, "Telling schools").await;
    let mut item = told.item(&meeting, "Telling schools").await;
    item["title"] = json!("“I moved three times and nobody told my school”");
    let (field, message) = told.refused("agenda.save_item", json!({ "item": item })).await;
    assert_eq!(field.as_deref(), Some("title"), "{message}");
    let request = json!({
        "meeting_id": meeting, "title": "Nobody told my school why I was tired", "kind": "other", "purpose": "note",
        "presenting_minutes": 5, "discussing_minutes": 5, "presented_by": "officer",
    });
    assert_eq!(told.refused("agenda.add_item", request).await.0.as_deref(), Some("title"));
}

fn exempt(mut item: Value, paragraphs: &[u8]) -> Value {
    item["access"] = json!("exempt");
    item["paragraphs"] = json!(paragraphs);
    item["access_reason"] = json!("It would name one child's home.");
    item["public_title"] = json!("A report about one home");
    item
}

#[tokio::test]
async fn an_exempt_item_needs_its_paragraph_and_then_its_place() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    told.add(&meeting, "Inspection of Oak House").await;
    told.add(&meeting, "Passports").await;
    let item = told.item(&meeting, "Inspection of Oak House").await;
    let (field, _) = told.refused("agenda.save_item", json!({ "item": exempt(item.clone(), &[]) })).await;
    assert_eq!(field.as_deref(), Some("paragraphs"));
    told.call("agenda.save_item", json!({ "item": exempt(item, &[1, 2]) })).await;
    let fixable =
        |agenda: &Value| agenda["ready"].as_array().unwrap().iter().any(|point| point["can_fix"] == true);
    assert!(fixable(&told.agenda(&meeting).await), "the resolution is missing");
    told.call("agenda.private_last", json!({ "meeting_id": meeting })).await;
    assert_eq!(
        told.titles(&meeting).await,
        ["Passports", "Exclusion of the public", "Inspection of Oak House"]
    );
    let agenda = told.agenda(&meeting).await;
    assert!(!fixable(&agenda));
    let resolution = agenda["resolution"].as_str().unwrap();
    assert!(resolution.contains("item 3 (paragraphs 1 and 2)"), "{resolution}");
    let content = told.call("agenda.content", json!({ "meeting_id": meeting })).await;
    assert_eq!(content["items"][1]["item"]["summary"], resolution);
}

#[tokio::test]
async fn a_board_that_is_no_statutory_committee_restricts_its_items() {
    let told = told_on(TODAY, Standing::NonStatutoryBoard).await;
    let meeting = told.plan("2026-12-03").await;
    told.add(&meeting, "Inspection of Oak House").await;
    let item = told.item(&meeting, "Inspection of Oak House").await;
    let (field, _) = told.refused("agenda.save_item", json!({ "item": exempt(item.clone(), &[1]) })).await;
    assert_eq!(field.as_deref(), Some("access"));
    let mut restricted = exempt(item, &[]);
    restricted["access"] = json!("restricted");
    told.call("agenda.save_item", json!({ "item": restricted })).await;
}

#[tokio::test]
async fn a_template_keeps_the_items_for_other_meetings() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let nothing = json!({ "meeting_id": meeting, "name": "Ours" });
    assert!(told.refused("agenda.save_template", nothing.clone()).await.1.contains("no item yet"));
    told.add(&meeting, "Dentists").await;
    told.call("agenda.save_template", nothing.clone()).await;
    assert_eq!(told.refused("agenda.save_template", nothing).await.0.as_deref(), Some("name"));
    let templates = told.call("agenda.templates", json!({})).await["own"].clone();
    let other = told.plan("2027-01-14").await;
    let from = json!({ "template": templates[0]["id"] });
    told.call("agenda.start_from", json!({ "meeting_id": other, "from": from })).await;
    assert_eq!(told.titles(&other).await, ["Dentists"]);
    told.call("agenda.start_from", json!({ "meeting_id": other, "from": "last_agenda" })).await;
    assert_eq!(told.titles(&other).await, ["Dentists"], "the meeting before had the same");
    let gone = json!({ "template_id": templates[0]["id"] });
    told.call("agenda.remove_template", gone.clone()).await;
    told.refused("agenda.remove_template", gone).await;
}

#[tokio::test]
async fn every_kind_of_meeting_has_a_template_that_the_board_changes_and_keeps() {
    let told = told().await;
    let offered = told.call("agenda.templates", json!({})).await;
    let usual: Vec<&str> =
        offered["usual"].as_array().unwrap().iter().map(|it| it["usual"].as_str().unwrap()).collect();
    assert_eq!(usual, ["usual_meeting", "themed_meeting", "childrens_panel", "takeover_day"]);
    let meeting = told.plan("2026-12-03").await;
    told.call("agenda.start_from", json!({ "meeting_id": meeting, "from": { "usual": "childrens_panel" } }))
        .await;
    let called_in = told.item(&meeting, "Our questions: adults are called in to answer").await;
    assert_eq!(called_in["presented_by"], "young_people");
    assert_eq!(called_in["lead_words"], "Young people ask; adults answer, one at a time");
    assert_eq!(called_in["questions"][0], "Who moved twice this term?", "with the theme's questions");
    let shape = told.agenda(&meeting).await["shape"].clone();
    assert_eq!((&shape["officers_presenting"], &shape["children_speak"]), (&json!(0), &json!(1)));

    let mut lines = offered["usual"][2]["lines"].clone();
    lines[0]["title"] = json!("Pizza and welcome");
    lines[0]["discussing_minutes"] = json!(20);
    let mut own =
        told.call("agenda.add_template", json!({ "name": "Our panel", "lines": lines })).await["result"]
            .clone();
    let twice = json!({ "name": "our PANEL", "lines": lines });
    assert_eq!(told.refused("agenda.add_template", twice).await.0.as_deref(), Some("name"));
    assert_eq!(
        told.refused("agenda.add_template", json!({ "name": "Empty", "lines": [] })).await.0.as_deref(),
        Some("lines")
    );
    own["lines"][0]["presenting_minutes"] = json!(481);
    assert_eq!(
        told.refused("agenda.edit_template", own.clone()).await.0.as_deref(),
        Some("presenting_minutes")
    );
    own["lines"][0]["presenting_minutes"] = json!(5);
    let edited = told.call("agenda.edit_template", own.clone()).await;
    assert!(told.refused("agenda.edit_template", own).await.1.starts_with("Someone else changed"));
    let other = told.plan("2027-01-14").await;
    let from = json!({ "template": edited["result"]["id"] });
    told.call("agenda.start_from", json!({ "meeting_id": other, "from": from })).await;
    let first = told.item(&other, "Pizza and welcome").await;
    assert_eq!((&first["presenting_minutes"], &first["discussing_minutes"]), (&json!(5), &json!(20)));
    assert_eq!(first["lead_words"], "Young people in the chair");
}

#[tokio::test]
async fn the_shape_of_a_meeting_is_told_against_the_boards_own_limit() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    for title in ["Budget", "Placements", "Staffing"] {
        let id = told.add(&meeting, title).await;
        let mut item = told.item(&meeting, title).await;
        assert_eq!(item["id"], id);
        item["presenting_minutes"] = json!(30);
        told.call("agenda.save_item", json!({ "item": item })).await;
    }
    let advice = |agenda: &Value| agenda["shape"]["advice"].clone();
    let agenda = told.agenda(&meeting).await;
    assert_eq!(advice(&agenda)[0]["words"], "90 of 120 minutes is officer presentation.");
    assert_eq!(advice(&agenda)[0]["ask"], "Children do not speak at all. Give them an item?");
    assert_eq!((&agenda["shape"]["pages"], &agenda["shape"]["pages_limit"]), (&json!(0), &json!(100)));
    assert_eq!(agenda["can_publish"], true, "advice is no block");
    let mut board = told.call("settings.show", json!({})).await["board"].clone();
    board["meeting_pages"] = json!(0);
    assert_eq!(told.refused("settings.save_board", board.clone()).await.0.as_deref(), Some("meeting_pages"));
    board["meeting_pages"] = json!(null);
    told.call("settings.save_board", board).await;
    assert_eq!(told.agenda(&meeting).await["shape"]["pages_limit"], json!(null));
}

#[tokio::test]
async fn without_an_earlier_agenda_there_is_no_last_one() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let last = json!({ "meeting_id": meeting, "from": "last_agenda" });
    let (_, message) = told.refused("agenda.start_from", last).await;
    assert!(message.contains("usual order"), "{message}");
}

#[tokio::test]
async fn the_editor_offers_only_voices_that_may_be_read_there() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let choices = told.call("agenda.choices", json!({ "meeting_id": meeting })).await;
    assert_eq!(
        choices["voices"].as_array().map(Vec::len),
        Some(1),
        "neither the sensitive one nor the secret one"
    );
    assert_eq!(choices["paragraphs"].as_array().map(Vec::len), Some(7));
    assert!(choices["actions"][0]["overdue"].as_bool().unwrap());
}
