//! An evening on the real app: the meeting runs by keys, its notes become minutes, and approved minutes are locked.

use std::path::Path;

use anyhow::{Context, Result};
use fantoccini::key::Key;
use pledgeboard_tests::{User, tell};
use serde_json::json;

/// The meeting of the sample board whose agenda is published.
async fn next_meeting(user: &User) -> Result<String> {
    let year = user.call("meetings.year", json!({})).await?;
    let meetings = year["meetings"].as_array().context("the year has meetings")?;
    let published = meetings.iter().find(|it| it["state"] == json!("agenda_published"));
    let id = published.and_then(|it| it["id"].as_str());
    Ok(id.context("no meeting of the sample board has a published agenda")?.to_owned())
}

#[tokio::test]
async fn an_evening_runs_by_keys_and_its_notes_become_locked_minutes() -> Result<()> {
    tell(an_evening).await
}

async fn an_evening(home: &Path) -> Result<()> {
    let user = User::at(home).await?;
    user.click("Open the sample board").await?;
    user.see("Who is using this computer?").await?;
    user.click("Democratic services").await?;
    user.see_heading("Good").await?;
    let meeting = next_meeting(&user).await?;

    // Who is here: one key each.
    user.go(&format!("/meetings/{meeting}/meeting")).await?;
    user.see("Nobody is recorded yet.").await?;
    user.press("r").await?;
    for key in ["p", "p", "p", "p", "a"] {
        user.press(key).await?;
    }
    user.see("There is a quorum: 4 members are here").await?;
    user.see("Apologies").await?;
    user.check_accessibility("the evening before it starts").await?;
    user.picture("evening-before").await?;

    // The meeting runs.
    user.click("Start the meeting").await?;
    user.see("left of").await?;
    user.press("n").await?;
    user.see_heading("2 ").await?;
    user.press("m").await?;
    user.press("Children said that evenings are the hardest.").await?;
    user.press(&Key::Escape.to_string()).await?;
    user.see("saved").await?;
    user.press("d").await?;
    user.fill("What was decided", "That somebody answers the telephone until midnight.").await?;
    user.fill("In plain words, for children", "Somebody will answer until midnight.").await?;
    user.click("Record the decision").await?;
    user.see("(a)").await?;
    user.press("t").await?;
    user.fill("What is to be done", "Set up the evening line").await?;
    user.click("Add the action").await?;
    user.see("Set up the evening line").await?;
    user.check_accessibility("the evening under way").await?;
    user.picture("evening-under-way").await?;
    user.resize(400, 800).await?;
    user.check_fits("the evening under way").await?;
    user.picture("evening-under-way-narrow").await?;
    user.resize(1280, 800).await?;

    // The wall shows the decision, and nothing that is for the chair alone.
    user.go(&format!("/meetings/{meeting}/meeting?projector=1")).await?;
    user.see("We decided").await?;
    user.not_see("For the chair only").await?;
    user.check_accessibility("the view for the wall").await?;
    user.picture("evening-wall").await?;

    user.go(&format!("/meetings/{meeting}/meeting")).await?;
    user.click("End the meeting").await?;
    user.click_on(pledgeboard_tests::Role::Link, "Go to the minutes", None).await?;
    user.click("Draft the minutes").await?;
    user.see("CPB ").await?;
    user.see("That somebody answers the telephone until midnight.").await?;
    user.check_accessibility("draft minutes").await?;
    user.picture("minutes-drafted").await?;

    // Approved, they are locked, and the app says so after it was closed and opened again.
    user.click("Approve the minutes").await?;
    user.click("Approve and lock the minutes").await?;
    user.see("These minutes are approved and locked.").await?;
    user.not_see("Record a decision").await?;
    user.close().await?;
    let user = User::at(home).await?;
    user.see_heading("Good").await?;
    user.go(&format!("/meetings/{meeting}/minutes")).await?;
    user.see("These minutes are approved and locked.").await?;
    user.see("Children said that evenings are the hardest.").await?;
    user.picture("minutes-approved").await?;
    user.close().await
}
