//! Finding one page of each kind, and the meetings in each of their states.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use anyhow::Result;
use pledgeboard_tests::User;
use serde_json::json;

/// Paths of pages by their names: "actions-one", or "agenda_drafted/minutes" for the minutes of a meeting in a state.
pub type Pages = BTreeMap<String, String>;

pub async fn pages(user: &User) -> Result<Pages> {
    let mut pages = Pages::new();
    let mut meetings = BTreeSet::new();
    let mut ahead = VecDeque::from(["/", "/meetings", "/settings/appearance"].map(String::from));
    while let Some(path) = ahead.pop_front() {
        if let Some(id) = path.strip_prefix("/meetings/").and_then(|rest| rest.split(['/', '?', '#']).next())
        {
            meetings.insert(id.to_owned());
        }
        let name = name_of(&path);
        if pages.contains_key(&name) {
            continue;
        }
        user.go(&path).await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        pages.insert(name, path);
        ahead.extend(user.links().await?);
    }
    for id in meetings {
        let Ok(shown) = user.call("meetings.show", json!({ "meeting_id": id })).await else { continue };
        let Some(state) = shown["meeting"]["state"].as_str() else { continue };
        for side in ["overview", "agenda", "meeting", "minutes", "meeting?projector=1"] {
            let path =
                if side == "overview" { format!("/meetings/{id}") } else { format!("/meetings/{id}/{side}") };
            let side = if side.contains('?') { "wall" } else { side };
            pages.entry(format!("{state}/{side}")).or_insert(path);
        }
    }
    // Each is there once for each state.
    pages.retain(|name, _| !name.starts_with("meetings-one"));
    Ok(pages)
}

/// A page's kind: its path, with every id and day left out.
fn name_of(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts = path.split('/').filter(|part| !part.is_empty());
    let kinds = parts.map(|part| if part.contains(|c: char| c.is_ascii_digit()) { "one" } else { part });
    let name = kinds.collect::<Vec<_>>().join("-");
    if name.is_empty() { "home".to_owned() } else { name }
}
