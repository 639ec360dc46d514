//! Years later: what is past the board's rule is looked through and goes; what is held about somebody is written down.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use pledgeboard_tests::{Dialog, User};

use crate::screen::check_screen;

/// Told back in the story, so that nothing of it waits.
const SAID: &str = "My stuff came in bin bags";
const PATIENCE: Duration = Duration::from_secs(20);

pub async fn what_is_past_its_years_goes(user: &User) -> Result<()> {
    user.work_as("Colin Webb").await?;
    user.follow("Settings").await?;
    user.follow("Personal data").await?;
    user.fill("Papers of meetings", "5").await?;
    user.click("Keep these rules").await?;
    user.see("reports stay open to inspection for six years").await?;
    user.fill("Papers of meetings", "").await?;
    user.fill("What children and young people said", "6").await?;
    user.click("Keep these rules").await?;
    user.see("Past its years: what children and young people said").await?;
    user.see(SAID).await?;
    user.see("It has no answer yet.").await?;
    check_screen(user, "what is past its years").await?;
    user.follow("Home").await?;
    user.see("past how long the board keeps them").await?;
    user.follow("Look at them").await?;
    user.click("Remove ").await?;
    user.see("Nobody can undo this.").await?;
    user.click("Remove for good").await?;
    user.see("Removed for good").await?;
    user.not_see(SAID).await
}

pub async fn what_is_held_about_somebody_is_written_down(user: &User, home: &Path) -> Result<()> {
    user.choose("Somebody of the board", "Colin Webb").await?;
    user.click("Look").await?;
    user.see("About Colin Webb").await?;
    let file = home.join("disclosure.docx");
    user.will_answer(Dialog::Save, &file).await?;
    user.click("Save as Word").await?;
    let begun = Instant::now();
    while !file.is_file() {
        ensure!(begun.elapsed() < PATIENCE, "“Save as Word” wrote no {}", file.display());
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    check_screen(user, "what the board holds about somebody").await
}
