use serde_json::{Value, json};

use crate::board::Board;

fn indicator(name: &str) -> Value {
    json!({ "name": name, "plain_text": "You moved home three times or more.", "definition": "Children who moved",
        "denominator": "All children in care", "ages": "", "unit": "%", "counts": true, "better": "lower", "target": 8.0,
        "source": "SSDA903", "theme_id": null })
}

fn number(of: &Value, on: &str, value: f64) -> Value {
    json!({ "indicator_id": of["id"], "on": on, "period": "2025/26", "value": value, "of": null, "like_us": 9.5,
        "england": 10.0, "all_children": null, "why": "Two homes closed." })
}

async fn promise(board: &Board, number: i64) -> Value {
    let new = json!({ "strategy_period_id": board.strategy, "number": number, "title": "A home that stays",
        "text": "We will not move you.", "plain_text": "", "theme_id": board.home, "principles": [], "you_said_plain": "",
        "person_id": null, "review_every": 1 });
    board.writes("promises.add", new).await
}

fn drawn(promise: &Value, from: &Value) -> Value {
    json!({ "promise_id": promise["id"], "indicator_id": from["id"], "text": "", "plain_text": "", "unit": "", "better": "higher",
        "target": 3.0, "like_us": null, "england": null, "points": [{ "on": "2026-09-30", "value": 1.0 }], "why": "x" })
}

#[tokio::test]
async fn one_number_is_entered_once_and_shows_in_every_promise_that_watches_it() {
    let board = Board::open().await;
    let moves = board.writes("indicators.add", indicator("Three or more homes in the year")).await;
    let (first, second) = (promise(&board, 1).await, promise(&board, 2).await);
    for it in [&first, &second] {
        let measure = board.writes("promises.add_measure", drawn(it, &moves)).await;
        assert_eq!(
            (&measure["target"], &measure["points"]),
            (&json!(null), &json!([])),
            "it keeps no numbers of its own"
        );
    }
    board.writes("indicators.enter", number(&moves, "2025-09-30", 9.0)).await;
    let entered = board.does("indicators.enter", number(&moves, "2026-09-30", 11.0)).await;
    for it in [&first, &second] {
        let page = board.does("promises.show", json!({ "id": it["id"] })).await;
        let line = &page["measures"][0];
        assert_eq!(line["measure"]["text"], "Three or more homes in the year");
        assert_eq!(
            (&line["measure"]["points"][1]["value"], &line["measure"]["target"]),
            (&json!(11.0), &json!(8.0))
        );
        assert_eq!(
            (&line["trend_sentence"], &line["aim"]),
            (&json!("Worse than last year."), &json!("no_nearer"))
        );
        assert_eq!(
            (&line["indicator"], &line["measure"]["why"]),
            (&json!("Three or more homes in the year"), &json!("Two homes closed."))
        );
    }
    let page = board.does("indicators.show", json!({ "id": moves["id"] })).await;
    let watching: Vec<i64> =
        page["watched_by"].as_array().unwrap().iter().map(|it| it["number"].as_i64().unwrap()).collect();
    assert_eq!(watching, [1, 2]);
    assert_eq!(page["points"][0]["words"], "11%", "the newest first");
    let trail = board.does("trail.show", json!({ "of": "promise", "id": first["id"] })).await;
    assert!(trail.to_string().contains("now 11% · worse than last year · target 8%"), "{trail}");
    board.does("history.undo", json!({ "entry": entered["entry"] })).await;
    let page = board.does("promises.show", json!({ "id": second["id"] })).await;
    assert_eq!(
        page["measures"][0]["measure"]["points"].as_array().map(Vec::len),
        Some(1),
        "Undo, everywhere at once"
    );
}

#[tokio::test]
async fn a_bad_number_is_refused_beside_its_field_and_one_day_has_one_number() {
    let board = Board::open().await;
    let moves = board.writes("indicators.add", indicator("Moves")).await;
    for (field, value) in [
        ("value", json!(120.0)),
        ("value", json!(-1.0)),
        ("england", json!(101.0)),
        ("of", json!(0)),
        ("on", json!("2026-11-23")),
    ] {
        let mut wrong = number(&moves, "2026-09-30", 11.0);
        wrong[field] = value;
        assert_eq!(board.refuses("indicators.enter", wrong).await.0.as_deref(), Some(field));
    }
    let mut point = board.writes("indicators.enter", number(&moves, "2026-09-30", 11.0)).await;
    assert_eq!(
        board.refuses("indicators.enter", number(&moves, "2026-09-30", 12.0)).await,
        (Some("on".into()), "This indicator already has a number for that day. Change that one.".into())
    );
    point["value"] = json!(10.5);
    let corrected = board.writes("indicators.edit_point", point.clone()).await;
    assert!(
        board.refuses("indicators.edit_point", point.clone()).await.1.starts_with("Someone else changed")
    );
    let other = board.writes("indicators.add", indicator("Reviews")).await;
    let mut moved = corrected.clone();
    moved["indicator_id"] = other["id"].clone();
    assert_eq!(board.refuses("indicators.edit_point", moved).await.0.as_deref(), Some("indicator_id"));
    let old = json!({ "id": point["id"], "version": 1 });
    assert!(board.refuses("indicators.remove_point", old).await.1.starts_with("Someone else changed"));
    board.writes("indicators.remove_point", json!({ "id": point["id"], "version": 2 })).await;
}

#[tokio::test]
async fn an_indicator_has_a_name_of_its_own_and_stays_while_it_is_watched() {
    let board = Board::open().await;
    let mut moves = board.writes("indicators.add", indicator("Moves")).await;
    assert_eq!(board.refuses("indicators.add", indicator("moves")).await.0.as_deref(), Some("name"));
    assert_eq!(board.refuses("indicators.add", indicator(" ")).await.0.as_deref(), Some("name"));
    moves["unit"] = json!("");
    let mut moves = board.writes("indicators.edit", moves).await;
    board.writes("indicators.enter", number(&moves, "2026-09-30", 110.0)).await;
    moves["unit"] = json!("%");
    assert_eq!(
        board.refuses("indicators.edit", moves.clone()).await.0.as_deref(),
        Some("unit"),
        "110 is no share"
    );
    let watching = promise(&board, 1).await;
    let measure = board.writes("promises.add_measure", drawn(&watching, &moves)).await;
    let retire = json!({ "id": moves["id"], "version": 2, "on": "2026-11-22" });
    let (_, message) = board.refuses("indicators.retire", retire.clone()).await;
    assert_eq!(message, "1 promise watches this number. Change their measures first.");
    board.writes("promises.remove_measure", json!({ "id": measure["id"], "version": 1 })).await;
    board.writes("indicators.retire", retire).await;
    let choices = board.does("promises.choices", json!({})).await;
    assert_eq!(choices["indicators"], json!([]), "a retired one is offered no more");
}

#[tokio::test]
async fn a_board_begins_with_the_usual_ones_that_it_chooses() {
    let board = Board::open().await;
    let list = board.does("indicators.list", json!({})).await;
    assert_eq!((&list["lines"], list["usual"].as_array().map(Vec::len)), (&json!([]), Some(30)));
    assert_eq!(board.refuses("indicators.add_usual", json!({ "keys": [] })).await.0.as_deref(), Some("keys"));
    let wish = json!({ "keys": ["sdq", "three_homes"] });
    assert_eq!(board.writes("indicators.add_usual", wish.clone()).await, json!(2));
    assert_eq!(board.refuses("indicators.add_usual", wish).await.0.as_deref(), Some("keys"), "each once");
    let list = board.does("indicators.list", json!({})).await;
    let names: Vec<&str> =
        list["lines"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Three or more homes in the year", "Average SDQ score"]);
    assert_eq!(list["usual"].as_array().map(Vec::len), Some(28));
}

#[tokio::test]
async fn a_small_number_is_hidden_in_what_may_be_published() {
    let board = Board::open().await;
    let mut visitors = indicator("Children with an independent visitor");
    visitors["unit"] = json!("children");
    visitors["better"] = json!("higher");
    let visitors = board.writes("indicators.add", visitors).await;
    board.writes("indicators.enter", number(&visitors, "2026-09-30", 4.0)).await;
    let list = board.does("indicators.list", json!({})).await;
    let line = &list["lines"][0];
    assert_eq!((&line["latest"], &line["published"]), (&json!("4 children"), &json!("c")));
    let watching = promise(&board, 1).await;
    board.writes("promises.add_measure", drawn(&watching, &visitors)).await;
    let page = board.does("promises.show", json!({ "id": watching["id"] })).await;
    assert_eq!(page["measures"][0]["hidden"], true);
}
