//! The terms of reference, written by heading, and what the chair writes for the annual report.

use serde_json::{Value, json};

use crate::at_desk::AtDesk;

async fn headings(desk: &AtDesk) -> Vec<String> {
    let sections = desk.call("board.terms", json!({})).await;
    sections.as_array().unwrap().iter().map(|it| it["heading"].as_str().unwrap().to_owned()).collect()
}

async fn section(desk: &AtDesk, heading: &str) -> Value {
    let sections = desk.call("board.terms", json!({})).await;
    sections.as_array().unwrap().iter().find(|it| it["heading"] == heading).unwrap().clone()
}

fn which(section: &Value) -> Value {
    json!({ "section_id": section["id"], "version": section["version"] })
}

#[tokio::test]
async fn a_board_begins_with_the_usual_headings_and_makes_them_its_own() {
    let desk = AtDesk::at_our_board().await;
    assert!(headings(&desk).await.is_empty());
    desk.call("board.begin_terms", json!({})).await;
    let begun = headings(&desk).await;
    assert_eq!(begun.first().map(String::as_str), Some("Purpose"));
    let (_, message) = desk.refused("board.begin_terms", json!({})).await;
    assert_eq!(message, "The terms of reference have been begun already. Change those.");

    let mut purpose = section(&desk, "Purpose").await;
    purpose["text"] = json!("We are good parents.");
    desk.call("board.save_terms_section", purpose.clone()).await;
    assert_eq!(section(&desk, "Purpose").await["text"], "We are good parents.");
    // A second officer, who still sees the old words, does not overwrite these.
    purpose["text"] = json!("We are parents.");
    let stale = desk.app.call("board.save_terms_section", purpose.clone()).await.unwrap_err();
    assert_eq!(stale.code, pledgeboard_domain::Code::Stale);
    let mut nameless = section(&desk, "Purpose").await;
    nameless["heading"] = json!(" ");
    assert_eq!(desk.refused("board.save_terms_section", nameless).await.0, "heading");
}

#[tokio::test]
async fn sections_are_added_moved_and_taken_out_and_each_can_be_undone() {
    let desk = AtDesk::at_our_board().await;
    assert_eq!(desk.refused("board.add_terms_section", json!({ "heading": "" })).await.0, "heading");
    for heading in ["Purpose", "Quorum", "Review"] {
        desk.call("board.add_terms_section", json!({ "heading": heading })).await;
    }
    let mut up = which(&section(&desk, "Review").await);
    up["up"] = json!(true);
    desk.call("board.move_terms_section", up.clone()).await;
    assert_eq!(headings(&desk).await, ["Purpose", "Review", "Quorum"]);
    let mut first = which(&section(&desk, "Purpose").await);
    first["up"] = json!(true);
    let (_, message) = desk.refused("board.move_terms_section", first).await;
    assert_eq!(message, "“Purpose” is the first already.");
    let stale = desk.app.call("board.remove_terms_section", up).await.unwrap_err();
    assert_eq!(stale.code, pledgeboard_domain::Code::Stale);
    let removed = desk.call("board.remove_terms_section", which(&section(&desk, "Review").await)).await;
    assert_eq!(headings(&desk).await, ["Purpose", "Quorum"]);
    desk.call("history.undo", json!({ "entry": removed["entry"] })).await;
    assert_eq!(headings(&desk).await, ["Purpose", "Review", "Quorum"]);
    let words = desk.call("history.show", json!({ "entry": removed["entry"] })).await;
    assert_eq!(words[0]["what"], "The section of the terms of reference “Review” was taken out.");
}

#[tokio::test]
async fn the_chair_writes_the_foreword_of_a_year_and_what_the_board_asks() {
    let desk = AtDesk::at_our_board().await;
    let page = desk.call("reports.annual", json!({ "year": null })).await;
    assert_eq!((&page["name"], &page["written"]["version"]), (&json!("2026/27"), &json!(0)));
    let mut report = page["written"].clone();
    report["foreword"] = json!("Children spoke first.");
    report["foreword_by"] = page["people"][0]["id"].clone();
    report["asks"] = json!(["Homes without a deposit", "  "]);
    desk.call("reports.save_annual", report.clone()).await;
    let kept = desk.call("reports.annual", json!({ "year": 2026 })).await["written"].clone();
    assert_eq!((&kept["version"], &kept["asks"]), (&json!(1), &json!(["Homes without a deposit"])));

    let request = json!({ "document": "annual_report" });
    let whole = serde_json::to_value(pledgeboard_app::reports::ReportRequest::new(
        pledgeboard_app::reports::ReportKind::AnnualReport,
    ));
    let mut whole = whole.unwrap();
    whole.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
    let text = desk.call("reports.preview", whole).await["text"].as_str().unwrap().to_owned();
    assert!(
        text.contains("Children spoke first.\n") && text.contains("(a) Homes without a deposit"),
        "{text}"
    );

    // A year has one report, and it stays with its year.
    assert!(desk.app.call("reports.save_annual", report).await.is_err());
    let mut other = kept.clone();
    other["year"] = json!(2025);
    assert_eq!(desk.refused("reports.save_annual", other).await.0, "year");
    let mut long = kept;
    long["foreword"] = json!("long ".repeat(5000));
    assert_eq!(desk.refused("reports.save_annual", long).await.0, "foreword");
}
