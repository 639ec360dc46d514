//! Every command, with requests by chance and with texts that no box takes.

use std::collections::BTreeMap;

use pledgeboard_app::{Effect, commands};
use serde_json::json;

use crate::{
    by_chance::{Chance, Known, cases},
    desk::Desk,
    shapes::{self, Shape},
};

/// Commands that leave the board itself behind: they open, close, convert or put back.
fn leaves_the_board(name: &str, effect: Effect) -> bool {
    effect == Effect::Desk || ["security.", "backups.", "removal."].iter().any(|area| name.starts_with(area))
}

/// "voices" of "voices.list".
fn area(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

async fn known(desk: &Desk) -> Known {
    Known { types: shapes::types(), records: desk.data().await.records, folder: desk.folder.path().into() }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_request_panics_is_a_fault_or_half_changes_the_board() {
    let requests = shapes::requests();
    let mut desk = Desk::new().await;
    let known = known(&desk).await;
    let (mut wrong, mut tried, mut taken) = (vec![], 0, 0);
    let mut answered: BTreeMap<&str, bool> = BTreeMap::new();
    let mut names = commands().map(|it| it.name).peekable();
    for command in commands() {
        names.next();
        let mut chance = Chance::new(command.name);
        let before = wrong.len();
        for case in 0..cases(2) {
            let request = match case % 8 {
                7 => chance.anything(),
                _ => chance.value("", &requests[command.name], &known),
            };
            tried += 1;
            match desk.try_it(command.name, &request).await {
                Ok(answer) => {
                    taken += usize::from(answer.is_ok());
                    *answered.entry(command.name).or_default() |= answer.is_ok();
                }
                Err(trouble) => wrong.push(trouble),
            }
            if leaves_the_board(command.name, command.effect) && desk.cx().await.is_none() {
                desk.afresh().await;
            }
        }
        // In a long run after each command, to know which it was; else after those of an area.
        if cases(2) > 2 || names.peek().is_none_or(|next| area(next) != area(command.name)) {
            let broken = desk.findings().await;
            if !broken.is_empty() {
                let name = command.name;
                wrong.push(format!(
                    "after {name} the board is not sound: {:?}",
                    &broken[..broken.len().min(3)]
                ));
            }
            if wrong.len() > before || leaves_the_board(command.name, command.effect) {
                desk.afresh().await;
            }
        }
    }
    let never: Vec<_> = answered.iter().filter(|(_, answered)| !**answered).map(|(name, _)| *name).collect();
    eprintln!("{tried} requests, {taken} taken; never taken: {never:?}");
    assert!(taken > tried / 10, "the requests are hardly ever right, so they try little: {taken} of {tried}");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_megabytes_in_any_text_are_refused_beside_the_field_at_once() {
    const TEN_MEGABYTES: usize = 10_000_000;
    let requests = shapes::requests();
    let desk = Desk::new().await;
    let known = known(&desk).await;
    let long = "a".repeat(TEN_MEGABYTES);
    let (mut wrong, mut tried) = (vec![], 0);
    for command in commands() {
        let mut places = vec![];
        texts(&requests[command.name], &known, &mut vec![], &mut places);
        for place in places {
            let mut request = json!({});
            let mut at = &mut request;
            for (name, is_last) in place.iter().zip((1..=place.len()).map(|n| n == place.len())) {
                *at = if name == "0" { json!([null]) } else { json!({ name.as_str(): null }) };
                at = if name == "0" { &mut at[0] } else { &mut at[name.as_str()] };
                if is_last {
                    *at = long.clone().into();
                }
            }
            tried += 1;
            let holds_a_file = place.last().is_some_and(|it| it == "content");
            match desk.try_it(command.name, &request).await {
                Ok(Err(refused)) if holds_a_file || refused.field == Some(place.join(".")) => {}
                Ok(Ok(_)) if holds_a_file => {}
                Ok(other) => wrong.push(format!("{} at {}: {other:?}", command.name, place.join("."))),
                Err(trouble) => wrong.push(trouble),
            }
        }
    }
    assert!(tried > 300, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The place of every text in a request.
fn texts(shape: &Shape, known: &Known, at: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    if at.len() > 4 {
        return;
    }
    match shape {
        Shape::Text => found.push(at.clone()),
        Shape::List(inner) => within("0", inner, known, at, found),
        Shape::Object(fields) => fields.iter().for_each(|it| within(&it.name, &it.shape, known, at, found)),
        Shape::OneOf(shapes) | Shape::AllOf(shapes) => {
            shapes.iter().for_each(|shape| texts(shape, known, at, found))
        }
        Shape::Named(name) => {
            if let Some(shape) = known.types.get(name) {
                texts(shape, known, at, found);
            }
        }
        _ => {}
    }
}

fn within(name: &str, shape: &Shape, known: &Known, at: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    at.push(name.to_owned());
    texts(shape, known, at, found);
    at.pop();
}
