use serde_json::json;

use crate::board::Board;

#[tokio::test]
async fn an_event_belongs_to_the_half_term_of_its_date_and_to_who_logged_it() {
    let board = Board::open().await;
    let event = board.writes("events.log", board.event("2026-10-28")).await;
    assert_eq!((&event["held"], &event["person_id"]), (&json!(true), &json!(board.amina)));
    let lines = board.does("events.list", json!({})).await;
    assert_eq!(lines[0]["half_term"], "Autumn 1, 2026/27", "a holiday belongs to the half-term before it");
    assert_eq!(lines[0]["person"], "Cllr Amina Yusuf");
}

#[tokio::test]
async fn an_event_without_a_name_is_saved_all_the_same_and_one_to_come_is_planned() {
    let board = Board::open().await;
    let mut typed = board.event("2026-12-02");
    typed["title"] = json!(" ");
    let event = board.writes("events.log", typed).await;
    assert_eq!((&event["title"], &event["held"]), (&json!("Meal, 2 December 2026"), &json!(false)));
}

#[tokio::test]
async fn an_impossible_date_is_refused_beside_the_date() {
    let board = Board::open().await;
    let (field, message) = board.refuses("events.log", board.event("2026-02-30")).await;
    assert_eq!(field.as_deref(), Some("date"));
    assert_eq!(message, "This is not a real date or time. Check it.");
    assert_eq!(board.does("events.list", json!({})).await, json!([]), "nothing was saved");
}

#[tokio::test]
async fn an_event_is_changed_as_it_was_seen_and_not_over_somebody_elses_change() {
    let board = Board::open().await;
    let mut event = board.writes("events.log", board.event("2026-11-18")).await;
    event["came"] = json!([{ "cohort_id": null, "age_band": "11_to_15", "count": 9 }]);
    board.writes("events.edit", event.clone()).await;
    let page = board.does("events.show", json!({ "id": event["id"] })).await;
    assert_eq!(page["event"]["came"][0]["count"], 9);
    event["place"] = json!("Town Hall");
    let (_, message) = board.refuses("events.edit", event.clone()).await;
    assert!(message.starts_with("Someone else changed this event"), "{message}");
    let mut tomorrow = page["event"].clone();
    tomorrow["date"] = json!("2026-11-23");
    assert_eq!(board.refuses("events.edit", tomorrow).await.0.as_deref(), Some("date"));
}

#[tokio::test]
async fn voices_of_an_event_move_with_its_date() {
    let board = Board::open().await;
    let mut event = board.writes("events.log", board.event("2026-11-18")).await;
    let mut said = board.voice("Nobody told me.");
    said["event_id"] = event["id"].clone();
    assert_eq!(board.writes("voices.add", said).await["heard_on"], "2026-11-18");
    event["date"] = json!("2026-10-30");
    event["half_term_id"] = json!(null);
    board.writes("events.edit", event.clone()).await;
    assert_eq!(board.does("events.list", json!({})).await[0]["half_term"], "Autumn 1, 2026/27");
    let page = board.does("events.show", json!({ "id": event["id"] })).await;
    assert_eq!(page["voices"][0]["heard_on"], "2026-10-30");
    assert_eq!(board.does("events.list", json!({})).await[0]["voices"], 1);
    let request = json!({ "id": event["id"], "version": 2 });
    assert_eq!(
        board.refuses("events.remove", request).await.1,
        "Voices were heard at this event, so it stays. Take them back first."
    );
}

#[tokio::test]
async fn an_event_logged_by_mistake_goes_and_comes_back_by_undo() {
    let board = Board::open().await;
    let event = board.writes("events.log", board.event("2026-11-18")).await;
    let removed = board.does("events.remove", json!({ "id": event["id"], "version": 1 })).await;
    assert_eq!(board.does("events.list", json!({})).await, json!([]));
    board.does("history.undo", json!({ "entry": removed["entry"] })).await;
    assert_eq!(board.does("events.list", json!({})).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_claim_is_checked_with_ones_own_eyes() {
    let board = Board::open().await;
    let event = board.writes("events.log", board.event("2026-11-18")).await;
    let mut claim = json!({
        "event_id": event["id"], "claim": "", "stands_in": "Placement report", "promise_id": null,
        "agenda_item_id": null, "verdict": "not_true", "seen": "Nobody had rung the school.",
    });
    assert_eq!(
        board.refuses("events.check_claim", claim.clone()).await,
        (Some("claim".into()), "Enter what the report or promise says.".into())
    );
    claim["claim"] = json!("Schools are told the same day.");
    let mut check = board.writes("events.check_claim", claim).await;
    check["verdict"] = json!("partly");
    let check = board.writes("events.edit_claim", check).await;
    let page = board.does("events.show", json!({ "id": event["id"] })).await;
    assert_eq!(page["reality_checks"][0]["verdict"], "partly");
    let mut blank = check.clone();
    blank["claim"] = json!(" ");
    assert_eq!(board.refuses("events.edit_claim", blank).await.0.as_deref(), Some("claim"));
    let old = json!({ "id": check["id"], "version": 1 });
    assert!(board.refuses("events.remove_claim", old).await.1.starts_with("Someone else changed"));
    board.writes("events.remove_claim", json!({ "id": check["id"], "version": 2 })).await;
    let nothing = json!({ "promises": [], "items": [] });
    assert_eq!(
        board.does("events.claims", json!({})).await,
        nothing,
        "there are no promises and agendas yet"
    );
}

#[tokio::test]
async fn an_event_that_may_be_wrong_says_so_and_is_saved_all_the_same() {
    let board = Board::open().await;
    board.writes("events.log", board.event("2026-11-18")).await;
    let mut again = board.event("2026-11-18");
    again["title"] = json!("Pizza");
    again["theme_id"] = json!(board.school);
    again["came"] = json!([{ "cohort_id": null, "age_band": "11_to_15", "count": 14 }]);
    again["came_total"] = json!(12);
    let event = board.writes("events.log", again).await;
    let page = board.does("events.show", json!({ "id": event["id"] })).await;
    assert_eq!(
        page["notices"],
        json!([
            "The groups add up to 14, but you wrote that 12 came in all. Change one of them.",
            "Cllr Amina Yusuf has “Pizza night” on Wednesday 18 November 2026 too. If it is the same event, take one \
             of them back.",
        ])
    );
    let lines = board.does("events.list", json!({})).await;
    let line = lines.as_array().unwrap().iter().find(|line| line["id"] == event["id"]).unwrap();
    assert_eq!(line["came"], 14, "nobody who was counted is lost");
}

#[tokio::test]
async fn an_event_before_its_champion_was_assigned_again_says_when_the_assignment_ended() {
    let board = Board::open().await;
    board
        .has(pledgeboard_domain::Assignment {
            id: uuid::Uuid::now_v7().into(),
            version: 0,
            theme_id: board.school,
            person_id: board.amina,
            kind: pledgeboard_domain::ChampionKind::LinkChampion,
            from: crate::board::day(2025, 5, 1),
            to: Some(crate::board::day(2026, 10, 30)),
        })
        .await;
    let mut event = board.event("2026-11-18");
    event["theme_id"] = json!(board.school);
    let event = board.writes("events.log", event).await;
    let page = board.does("events.show", json!({ "id": event["id"] })).await;
    assert_eq!(
        page["notices"],
        json!([
            "Cllr Amina Yusuf was Link Champion for “School” only until Friday 30 October 2026. Check the date, or \
                who went."
        ])
    );
}
