//! A shared board far away: every screen shows what it would show of a file, and waits for no more than three journeys to
//! the server and back.

use std::{path::Path, time::Duration};

use pledgeboard_app::{Clock, Effect, commands, sample, transfer};
use pledgeboard_test_place::{Far, SERVER, database};
use serde_json::{Value, json};

use crate::{
    at_desk::{AtDesk, TODAY},
    settings::DOT,
};

#[path = "../../examples/bench/requests.rs"]
mod requests;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const MOST: u64 = 3;

/// Each screen is asked for as often, and the least counts: a connection learns a statement with somebody's words when it
/// first meets it, and beside all this it is asked now and then who else is here.
const TRIES: usize = 6;

/// What says where the board is, or leaves some of its words to each engine.
const DIFFERENT: &[&str] = &["desk.show", "search.find"];

/// Without what the clock on the wall says.
async fn answer(desk: &AtDesk, name: &str, request: &Value) -> Option<Value> {
    let mut answer = desk.app.call(name, request.clone()).await.ok()?;
    if let Some(fields) = answer.as_object_mut() {
        fields.remove("time");
    }
    Some(answer)
}

#[tokio::test]
async fn a_screen_of_a_shared_board_says_the_same_as_of_a_file_and_needs_few_journeys() {
    let Ok(server) = std::env::var(SERVER) else { return };
    let (desk, shared) = (AtDesk::new().await, AtDesk::new().await);
    let file = desk.home.path().join("anytown.pledgeboard");
    sample::create(&file, TODAY.parse().unwrap()).await.unwrap().close().await;
    desk.call("desk.open", json!({ "path": file })).await;
    let logo = desk.home.path().join("logo.png");
    std::fs::write(&logo, DOT).unwrap();
    desk.call("settings.keep_logo", json!({ "path": logo })).await;
    let requests = requests::of(&desk.app.context().await.unwrap()).await.unwrap();
    desk.call("desk.close", json!({})).await;
    let address = database(&server).await;
    transfer::move_board(&file, None, Path::new(&address), Clock::default(), |_| ()).await.unwrap();
    let (_, port) = server.rsplit_once(':').unwrap();
    let far = Far::before(port.parse().unwrap(), Duration::ZERO).await.unwrap();
    let through = address.replacen(&format!(":{port}"), &format!(":{}", far.port), 1);
    for (desk, path) in [(&desk, file.to_str().unwrap()), (&shared, &through)] {
        desk.call("desk.open", json!({ "path": path })).await;
        desk.sit_down("democratic_services").await;
    }

    let mut screens = 0;
    let mut wrong = vec![];
    for command in commands().filter(|it| it.effect == Effect::Read || it.name == "desk.show") {
        let mut asked: Vec<Value> =
            requests.iter().filter(|it| it.0 == command.name).map(|it| it.1.clone()).collect();
        if asked.is_empty() {
            asked.push(json!({}));
        }
        for request in asked {
            let Some(of_file) = answer(&desk, command.name, &request).await else { continue };
            screens += 1;
            let mut least = u64::MAX;
            for _ in 0..TRIES {
                far.asked();
                let of_shared = answer(&shared, command.name, &request).await;
                least = least.min(far.asked());
                if of_shared.as_ref() != Some(&of_file) && !DIFFERENT.contains(&command.name) {
                    wrong.push(format!("{} {request}: {of_shared:?}\n instead of {of_file}", command.name));
                    break;
                }
            }
            if least > MOST {
                wrong.push(format!("{} {request}: {least} journeys", command.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(screens > 60, "only {screens} screens were looked at");
}
