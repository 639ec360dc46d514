use serde_json::json;

use crate::at_desk::{AtDesk, find};

#[tokio::test]
async fn half_terms_never_lie_over_each_other() {
    let desk = AtDesk::at_our_board().await;
    let calendar = desk.call("settings.calendar", json!({})).await;
    let mut spring = calendar["years"][0]["half_terms"][2].clone();
    spring["starts"] = json!("2026-12-10");
    let (field, message) = desk.refused("settings.save_half_term", spring.clone()).await;
    assert_eq!(field, "starts");
    assert_eq!(
        message,
        "Spring 1 starts before Autumn 2 ends (Friday 18 December 2026). Change one of the dates."
    );
    spring["starts"] = json!("2027-01-05");
    desk.call("settings.save_half_term", spring).await;
}

#[tokio::test]
async fn the_next_year_comes_with_its_usual_dates_once() {
    let desk = AtDesk::at_our_board().await;
    let next = desk.call("settings.calendar", json!({})).await["next_year"].clone();
    assert_eq!(next, 2027);
    desk.call("settings.add_year", json!({ "academic_year": next })).await;
    let years = desk.call("settings.calendar", json!({})).await["years"].clone();
    assert_eq!((&years[0]["name"], years[0]["half_terms"].as_array().unwrap().len()), (&json!("2027/28"), 6));
    let (_, message) = desk.refused("settings.add_year", json!({ "academic_year": next })).await;
    assert!(message.contains("entered twice"), "{message}");
}

#[tokio::test]
async fn a_year_has_one_annual_meeting() {
    let desk = AtDesk::at_our_board().await;
    let (field, _) = desk.refused("settings.add_annual_meeting", json!({ "date": "2026-05-14" })).await;
    assert_eq!(field, "date");
    desk.call("settings.add_annual_meeting", json!({ "date": "2028-05-18" })).await;
    let calendar = desk.call("settings.calendar", json!({})).await;
    let mut first = find(&calendar["annual_meetings"], "date", "2026-05-21");
    first["date"] = json!("2027-05-01");
    assert_eq!(desk.refused("settings.save_annual_meeting", first.clone()).await.0, "date");
    first["date"] = json!("2026-05-14");
    desk.call("settings.save_annual_meeting", first.clone()).await;
    let last = find(&calendar["annual_meetings"], "date", "2028-05-18");
    let remove = json!({ "id": last["id"], "version": last["version"] });
    desk.call("settings.remove_annual_meeting", remove.clone()).await;
    let (_, message) = desk.refused("settings.remove_annual_meeting", remove).await;
    assert!(message.starts_with("This annual meeting is not in the board."), "{message}");
}

#[tokio::test]
async fn the_councils_own_bank_holidays_move_the_deadline() {
    let desk = AtDesk::at_our_board().await;
    let add = json!({ "date": "2026-11-30", "name": "St Andrew's fair", "removed": false });
    desk.call("settings.change_bank_holiday", add.clone()).await;
    assert_eq!(desk.call("home.show", json!({})).await["next"]["publish_by"], "2026-11-24");
    assert_eq!(desk.refused("settings.change_bank_holiday", add).await.0, "date");
    let lines = desk.call("settings.calendar", json!({})).await["bank_holidays"].clone();
    let change = find(&lines, "date", "2026-11-30")["change"].clone();
    let remove = json!({ "id": change["id"], "version": change["version"] });
    desk.call("settings.remove_bank_holiday_change", remove.clone()).await;
    assert_eq!(desk.call("home.show", json!({})).await["next"]["publish_by"], "2026-11-25");
    let (_, message) = desk.refused("settings.remove_bank_holiday_change", remove).await;
    assert!(message.starts_with("This bank holiday is not in the board."), "{message}");
}

#[tokio::test]
async fn only_a_bank_holiday_can_be_taken_away_and_only_another_day_added() {
    let desk = AtDesk::at_our_board().await;
    let wish =
        |date: &str, name: &str, removed: bool| json!({ "date": date, "name": name, "removed": removed });
    for wrong in [wish("2026-11-30", "", true), wish("2026-12-25", "Christmas", false)] {
        assert_eq!(desk.refused("settings.change_bank_holiday", wrong).await.0, "date");
    }
    assert_eq!(desk.refused("settings.change_bank_holiday", wish("2026-11-30", " ", false)).await.0, "name");
    desk.call("settings.change_bank_holiday", wish("2026-12-28", "", true)).await;
    let lines = desk.call("settings.calendar", json!({})).await["bank_holidays"].clone();
    assert_eq!(find(&lines, "date", "2026-12-28")["change"]["removed"], true);
}
