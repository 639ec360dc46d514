use serde_json::{Value, json};

use crate::board::Board;

impl Board {
    fn promise(&self, number: i64) -> Value {
        json!({
            "strategy_period_id": self.strategy, "number": number, "title": "A home that stays",
            "text": "We will not move you unless it is right for you.", "plain_text": "", "theme_id": self.home,
            "principles": ["safety_and_stability"], "you_said_plain": "", "person_id": self.amina, "review_every": 2,
        })
    }

    async fn promises(&self) -> Value {
        self.writes("promises.add", self.promise(2)).await
    }
}

fn check(promise: &Value, lens: &str, rating: &str, on: &str) -> Value {
    json!({ "promise_id": promise["id"], "lens": lens, "rating": rating, "on": on, "evidence": "What we saw.",
        "source": "visit", "event_id": null, "person_id": null })
}

#[tokio::test]
async fn three_lenses_stand_side_by_side_and_disagree_in_one_sentence() {
    let board = Board::open().await;
    let promise = board.promises().await;
    for (lens, rating, on) in [
        ("officers", "getting_there", "2026-09-10"),
        ("officers", "not_yet", "2026-11-05"),
        ("officers", "kept", "2026-11-09"),
        ("link_champion", "cannot_tell", "2026-11-18"),
        ("children", "not_yet", "2026-10-28"),
    ] {
        board.writes("promises.record_check", check(&promise, lens, rating, on)).await;
    }
    let page = board.does("promises.show", json!({ "id": promise["id"] })).await;
    let terms: Vec<&str> =
        page["half_terms"].as_array().unwrap().iter().map(|it| it["term"].as_str().unwrap()).collect();
    assert_eq!(terms, ["spring_1", "spring_2", "summer_1", "summer_2", "autumn_1", "autumn_2"]);
    let ratings = |lens: usize| page["lenses"][lens]["ratings"].clone();
    assert_eq!(
        ratings(0),
        json!([null, null, null, null, "getting_there", "kept"]),
        "the latest of a half-term"
    );
    assert_eq!(ratings(1), json!([null, null, null, null, null, "cannot_tell"]));
    assert_eq!(
        ratings(2),
        json!([null, null, null, null, "not_yet", null]),
        "a holiday's check is of the one before"
    );
    assert_eq!(page["disagreement"], "Officers say kept; children and young people say not yet.");
    assert_eq!(page["checks"][0]["person"], "Cllr Amina Yusuf");
    let wall = board.does("promises.wall", json!({})).await;
    assert_eq!(wall["promises"][0]["disagreement"], page["disagreement"]);
    assert_eq!(wall["promises"][0]["lenses"], page["lenses"]);
    assert_eq!(wall["promises"][0]["review_due"], false);
}

#[tokio::test]
async fn each_lens_has_a_day_of_its_own_to_look_again() {
    let board = Board::open().await;
    let promise = board.promises().await;
    for (lens, on) in [("officers", "2026-11-09"), ("link_champion", "2026-05-12")] {
        board.writes("promises.record_check", check(&promise, lens, "kept", on)).await;
    }
    let page = board.does("promises.show", json!({ "id": promise["id"] })).await;
    let told = |at: usize| {
        let it = &page["reviews"][at];
        [it["state"].as_str().unwrap(), it["when"].as_str().unwrap(), it["names"].as_str().unwrap()]
            .map(str::to_owned)
    };
    assert_eq!(told(0), ["ahead", "by Thursday 25 March 2027", "Cllr Amina Yusuf"]);
    assert_eq!(told(1), ["late", "late since Friday 23 October 2026", "Cllr Amina Yusuf"]);
    assert_eq!(told(2), ["due", "by Friday 18 December 2026", ""]);
    let wall = board.does("promises.wall", json!({})).await;
    assert_eq!(
        wall["promises"][0]["reviews"],
        json!([
            "Link Champion: late since Friday 23 October 2026",
            "Children and young people: by Friday 18 December 2026"
        ])
    );
    let home = board.does("home.show", json!({})).await;
    let mine = &home["work"]["themes"][0]["promises"][0];
    assert_eq!(
        (&mine["state"], &mine["look_when"]),
        (&json!("late"), &json!("late since Friday 23 October 2026"))
    );
}

#[tokio::test]
async fn a_check_needs_its_evidence_and_a_day_that_has_come() {
    let board = Board::open().await;
    let promise = board.promises().await;
    let mut bare = check(&promise, "officers", "kept", "2026-11-09");
    bare["evidence"] = json!("");
    assert_eq!(
        board.refuses("promises.record_check", bare).await,
        (Some("evidence".into()), "Enter what shows it.".into())
    );
    let tomorrow = check(&promise, "officers", "kept", "2026-11-23");
    assert_eq!(board.refuses("promises.record_check", tomorrow).await.0.as_deref(), Some("on"));

    let mut kept =
        board.writes("promises.record_check", check(&promise, "officers", "kept", "2026-11-09")).await;
    kept["rating"] = json!("getting_there");
    let corrected = board.writes("promises.edit_check", kept.clone()).await;
    assert_eq!(corrected["version"], 2);
    assert!(board.refuses("promises.edit_check", kept).await.1.starts_with("Someone else changed"));
    let old = json!({ "id": corrected["id"], "version": 1 });
    assert!(board.refuses("promises.remove_check", old).await.1.starts_with("Someone else changed"));
    board.writes("promises.remove_check", json!({ "id": corrected["id"], "version": 2 })).await;
    let page = board.does("promises.show", json!({ "id": promise["id"] })).await;
    assert_eq!((&page["checks"], &page["reviews"][0]["state"]), (&json!([]), &json!("due")));
}

#[tokio::test]
async fn a_number_stands_once_in_a_strategy() {
    let board = Board::open().await;
    let first = board.promises().await;
    let duplicate = (Some("number".into()), "Another promise in this strategy has that number.".to_owned());
    assert_eq!(board.refuses("promises.add", board.promise(2)).await, duplicate);
    let mut third = board.writes("promises.add", board.promise(3)).await;
    third["number"] = json!(2);
    assert_eq!(board.refuses("promises.edit", third).await, duplicate);
    assert_eq!(board.refuses("promises.add", board.promise(0)).await.0.as_deref(), Some("number"));
    let choices = board.does("promises.choices", json!({})).await;
    assert_eq!(choices["strategies"][0]["next_number"], 4);
    let mut renamed = first.clone();
    renamed["title"] = json!("Home stays home");
    board.writes("promises.edit", renamed).await;
}

#[tokio::test]
async fn a_retired_promise_keeps_its_place_and_is_judged_no_more() {
    let board = Board::open().await;
    let promise = board.promises().await;
    let retire = json!({ "id": promise["id"], "version": 1, "on": "2026-11-01" });
    board.writes("promises.retire", retire).await;
    let again = json!({ "id": promise["id"], "version": 2, "on": "2026-11-02" });
    assert_eq!(board.refuses("promises.retire", again).await.1, "Promise 2 is retired already.");
    let late = check(&promise, "officers", "kept", "2026-11-09");
    assert_eq!(board.refuses("promises.record_check", late).await.0.as_deref(), Some("on"));
    let wall = board.does("promises.wall", json!({})).await;
    assert_eq!(
        (&wall["promises"][0]["retired"], &wall["promises"][0]["review_due"]),
        (&json!(true), &json!(false))
    );
}

#[tokio::test]
async fn a_new_strategy_starts_a_new_set_and_ends_the_old_one() {
    let board = Board::open().await;
    board.promises().await;
    let mut strategy = json!({ "name": "Our pledge 2027", "starts": "2027-04-01", "ends": "2027-03-01",
        "vision_for_children": "" });
    assert_eq!(board.refuses("promises.start_strategy", strategy.clone()).await.0.as_deref(), Some("ends"));
    strategy["ends"] = json!(null);
    let mut new = board.writes("promises.start_strategy", strategy).await;
    let choices = board.does("promises.choices", json!({})).await;
    assert_eq!(choices["strategy"], json!(board.strategy), "until April");
    let wall = board.does("promises.wall", json!({ "strategy": new["id"] })).await;
    assert_eq!(wall["promises"], json!([]), "sets are never merged");
    assert_eq!(wall["strategies"][1]["ends"], "2027-03-31");
    new["starts"] = json!("2027-03-31");
    assert_eq!(
        board.refuses("promises.edit_strategy", new.clone()).await,
        (
            Some("starts".into()),
            "These dates overlap with “Our promise 2025 to 2028”. Change one of the dates.".into()
        )
    );
    new["starts"] = json!("2027-05-01");
    board.writes("promises.edit_strategy", new).await;
}

#[tokio::test]
async fn an_older_set_stays_as_it_was_and_no_promise_moves_out_of_it() {
    let board = Board::open().await;
    let old = board.promises().await;
    board.writes("promises.record_check", check(&old, "officers", "kept", "2026-09-10")).await;
    board.writes("promises.record_check", check(&old, "children", "not_yet", "2026-09-11")).await;
    let strategy =
        json!({ "name": "Our pledge", "starts": "2026-11-02", "ends": null, "vision_for_children": "" });
    let new = board.writes("promises.start_strategy", strategy).await;

    let moved = json!({ "strategy_period_id": new["id"] });
    let mut wanted = old.clone();
    wanted["strategy_period_id"] = moved["strategy_period_id"].clone();
    let (field, message) = board.refuses("promises.edit", wanted).await;
    assert_eq!(field.as_deref(), Some("strategy_period_id"), "{message}");

    let mut follower = board.promise(2);
    follower["strategy_period_id"] = new["id"].clone();
    follower["follows_id"] = old["id"].clone();
    let follower = board.writes("promises.add", follower).await;
    let mut itself = follower.clone();
    itself["follows_id"] = follower["id"].clone();
    assert_eq!(board.refuses("promises.edit", itself).await.0.as_deref(), Some("follows_id"));

    let page = board.does("promises.show", json!({ "id": follower["id"] })).await;
    assert_eq!(
        (&page["follows"]["number"], &page["follows"]["strategy"]),
        (&json!(2), &json!("Our promise 2025 to 2028"))
    );
    assert_eq!(page["checks"], json!([]), "with a history of its own");
    let page = board.does("promises.show", json!({ "id": old["id"] })).await;
    assert_eq!(page["followed_by"][0]["id"], follower["id"]);
    assert_eq!(
        (&page["closed_on"], &page["disagreement"], &page["reviews"]),
        (&json!("2026-11-01"), &json!(null), &json!([]))
    );
    assert_eq!(
        page["lenses"][0]["ratings"].as_array().unwrap().last(),
        Some(&json!("kept")),
        "it stands as it was then"
    );

    let wall = board.does("promises.wall", json!({ "strategy": board.strategy })).await;
    assert_eq!(
        (&wall["closed_on"], wall["promises"].as_array().map(Vec::len)),
        (&json!("2026-11-01"), Some(1))
    );
    let wall = board.does("promises.wall", json!({})).await;
    assert_eq!(
        (&wall["closed_on"], &wall["promises"][0]["follows"]),
        (&json!(null), &json!("2, Our promise 2025 to 2028"))
    );

    let late = check(&old, "link_champion", "kept", "2026-11-10");
    let (field, message) = board.refuses("promises.record_check", late).await;
    assert_eq!(field.as_deref(), Some("on"), "{message}");
    board.writes("promises.record_check", check(&old, "link_champion", "kept", "2026-10-10")).await;
    let claims = board.does("events.claims", json!({})).await;
    assert_eq!(claims["promises"].as_array().map(Vec::len), Some(1), "only today's set is offered");
}

#[tokio::test]
async fn commitments_say_what_we_will_do_and_what_we_did() {
    let board = Board::open().await;
    let promise = board.promises().await;
    let new = |text: &str, due: Value| {
        json!({ "promise_id": promise["id"], "text": text, "plain_text": "", "person_id": board.amina, "person_words": "", "due": due,
            "done_on": null, "done_plain": "" })
    };
    assert_eq!(
        board.refuses("promises.add_commitment", new(" ", json!(null))).await.0.as_deref(),
        Some("text")
    );
    let mut school = board.writes("promises.add_commitment", new("Tell school", json!("2026-12-12"))).await;
    let homes = board.writes("promises.add_commitment", new("30 more homes", json!("2026-11-21"))).await;
    school["done_on"] = json!("2026-11-23");
    assert_eq!(board.refuses("promises.edit_commitment", school.clone()).await.0.as_deref(), Some("done_on"));
    school["done_on"] = json!("2026-11-20");
    let school = board.writes("promises.edit_commitment", school).await;
    let page = board.does("promises.show", json!({ "id": promise["id"] })).await;
    let states: Vec<&Value> = page["commitments"].as_array().unwrap().iter().map(|it| &it["state"]).collect();
    assert_eq!(states, ["done", "overdue"]);
    assert_eq!(board.does("promises.wall", json!({})).await["promises"][0]["overdue"], 1);
    assert_eq!(
        page["lacks_plain_words"],
        json!([
            "the promise",
            "what children told us",
            "“Tell school”",
            "“30 more homes”",
            "what we did: “Tell school”"
        ])
    );

    let voice = board.hears("Nobody told my school.").await;
    board
        .writes(
            "voices.answer",
            json!({ "voice_id": voice["id"], "kind": "commitment", "plain_text": "We tell it.", "action_id": null,
                "commitment_id": school["id"], "agenda_item_id": null }),
        )
        .await;
    let refused =
        board.refuses("promises.remove_commitment", json!({ "id": school["id"], "version": 2 })).await;
    assert_eq!(refused.1, "This commitment answers a voice, so it stays. Change its words instead.");
    board.writes("promises.remove_commitment", json!({ "id": homes["id"], "version": 1 })).await;
}

#[tokio::test]
async fn a_measure_is_told_with_its_trend() {
    let board = Board::open().await;
    let promise = board.promises().await;
    let mut new = json!({ "promise_id": promise["id"], "text": "moved three or more times", "plain_text": "",
        "unit": "%", "better": "lower", "target": 8.0, "like_us": 10.0, "england": 10.0,
        "points": [{ "on": "2026-09-30", "value": 11.0 }, { "on": "2025-09-30", "value": 9.0 }], "why": "" });
    let mut measure = board.writes("promises.add_measure", new.clone()).await;
    assert_eq!(measure["points"][0]["value"], 9.0, "the oldest comes first");
    let page = board.does("promises.show", json!({ "id": promise["id"] })).await;
    assert_eq!(page["measures"][0]["trend_words"], "worse than last year");
    measure["points"] = json!([{ "on": "2026-09-30", "value": 1.0 }, { "on": "2026-09-30", "value": 2.0 }]);
    assert_eq!(board.refuses("promises.edit_measure", measure.clone()).await.0.as_deref(), Some("points"));
    measure["points"] = json!([]);
    let measure = board.writes("promises.edit_measure", measure).await;
    let old = json!({ "id": measure["id"], "version": 1 });
    assert!(board.refuses("promises.remove_measure", old).await.1.starts_with("Someone else changed"));
    board.writes("promises.remove_measure", json!({ "id": measure["id"], "version": 2 })).await;
    for (field, value) in [("target", json!(101.0)), ("england", json!(-1.0))] {
        let mut wrong = new.clone();
        wrong[field] = value;
        assert_eq!(board.refuses("promises.add_measure", wrong).await.0.as_deref(), Some(field));
    }
    let mut early = new.clone();
    early["points"] = json!([{ "on": "2026-11-23", "value": 11.0 }]);
    assert_eq!(
        board.refuses("promises.add_measure", early).await.0.as_deref(),
        Some("points"),
        "it has not come yet"
    );
    new["text"] = json!("");
    assert_eq!(board.refuses("promises.add_measure", new).await.0.as_deref(), Some("text"));
}

#[tokio::test]
async fn voices_stand_behind_a_promise_and_private_ones_are_only_counted() {
    let board = Board::open().await;
    let mut promise = board.promises().await;
    let open = board.hears("I moved three times.").await;
    let mut private = board.voice("I was afraid.");
    private["share"] = json!("no");
    let private = board.writes("voices.add", private).await;
    let offered = board.does("promises.voices", json!({ "id": promise["id"] })).await;
    assert_eq!(offered.as_array().unwrap().len(), 2);
    promise["voices"] = json!([open["id"], private["id"]]);
    board.writes("promises.edit", promise.clone()).await;
    let page = board.does("promises.show", json!({ "id": promise["id"] })).await;
    assert_eq!(page["voice_count"], 2);
    assert_eq!(page["voices"].as_array().unwrap().len(), 1);
    assert_eq!(page["voices"][0]["words"], "I moved three times.");
    let trail = board.does("trail.show", json!({ "of": "voice", "id": open["id"] })).await;
    assert_eq!(trail["steps"][1]["records"][0]["detail"], "Promise 2");
}

#[tokio::test]
async fn what_was_seen_at_an_event_stands_on_the_promises_page() {
    let board = Board::open().await;
    let promise = board.promises().await;
    let event = board.writes("events.log", board.event("2026-11-18")).await;
    board
        .writes(
            "events.check_claim",
            json!({ "event_id": event["id"], "claim": "Schools are told the same day.", "stands_in": "report",
                "promise_id": promise["id"], "agenda_item_id": null, "verdict": "not_true", "seen": "They were not." }),
        )
        .await;
    let page = board.does("promises.show", json!({ "id": promise["id"] })).await;
    assert_eq!(page["reality_checks"][0]["verdict"], "not_true");
    assert_eq!(page["reality_checks"][0]["event"]["title"], "Pizza night");
    assert_eq!(board.does("events.claims", json!({})).await["promises"][0]["label"], "2 · A home that stays");
}
