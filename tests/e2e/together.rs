//! Two windows on one board: what one changes the other shows, and an edit of the same record is never overwritten.

use std::path::Path;

use anyhow::Result;
use pledgeboard_tests::{User, tell};
use serde_json::json;

#[tokio::test]
async fn two_windows_see_each_other_and_overwrite_nothing() -> Result<()> {
    tell(together).await
}

async fn together(home: &Path) -> Result<()> {
    let anna = User::at(home).await?;
    anna.click("Open the sample board").await?;
    anna.see("Who is using this computer?").await?;
    anna.click("Democratic services").await?;
    anna.see_heading("Good").await?;
    let ben = User::at(home).await?;
    ben.see_heading("Good").await?;

    // Neither does anything to see it.
    anna.go("/board/themes").await?;
    anna.see_heading("Themes").await?;
    ben.call("board.add_theme", json!({ "name": "Somebody to ring", "child_name": "" })).await?;
    anna.see("Somebody to ring").await?;

    anna.go("/promises").await?;
    anna.see_heading("Promises").await?;
    let promise = anna.link_under("/promises/0").await?;
    for user in [&anna, &ben] {
        user.go(&format!("{promise}/edit")).await?;
        user.see_heading("Edit").await?;
    }
    ben.fill("Short name", "A home near school").await?;
    ben.fill("The promise", "We will look for a home near your school first.").await?;
    ben.click("Save").await?;
    ben.see("Promise changed").await?;

    anna.fill("Short name", "A home that lasts").await?;
    anna.click("Save").await?;
    anna.see("Nothing was overwritten.").await?;
    anna.see("They changed, and it is shown here now: The promise.").await?;
    anna.see("A home near school").await?;
    anna.check_accessibility("two edits side by side").await?;
    anna.picture("two-edits").await?;
    anna.resize(400, 800).await?;
    anna.check_fits("two edits side by side").await?;
    anna.picture("two-edits-narrow").await?;
    anna.resize(1280, 800).await?;
    anna.click("Keep mine").await?;
    anna.click("Save").await?;
    anna.see("Promise changed").await?;
    anna.see("A home that lasts").await?;
    anna.see("We will look for a home near your school first.").await?;
    ben.see("A home that lasts").await?;

    ben.close().await?;
    anna.close().await
}
