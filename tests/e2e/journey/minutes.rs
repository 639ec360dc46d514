//! g. The minutes: finished, approved at the next meeting, and locked.

use anyhow::Result;
use pledgeboard_tests::User;

use crate::agenda::MEETING;
use crate::evening::{DECISION, INTEREST, NOTES, REFERENCE};
use crate::screen::check_screen;

pub const SUMMARY: &str = "We talked about moving home. We want your school to know on the day.";

pub async fn are_finished(user: &User) -> Result<()> {
    user.click("Draft the minutes").await?;
    user.see("Minutes drafted and numbered").await?;
    user.see("CPB 1/26").await?;
    for words in [NOTES, DECISION, REFERENCE, INTEREST] {
        user.see_or_hold(words).await?;
    }
    user.fill_in("Minute", "The chair welcomed everyone.", Some("Welcome and apologies")).await?;
    user.fill("What happened, in plain words for children", SUMMARY).await?;
    user.fill("The chair’s comments on the draft", "Good. Ready for February.").await?;
    check_screen(user, "the draft minutes").await
}

/// From the item of the next meeting that is about them.
pub async fn are_approved_and_locked(user: &User) -> Result<()> {
    user.click("Minutes of").await?;
    user.follow("Approve the minutes of").await?;
    user.see_heading(&format!("Minutes · {MEETING}")).await?;
    user.see_heading("Approve these minutes as a correct record").await?;
    user.click("Approve and lock the minutes").await?;
    user.see("Approved as a correct record").await?;
    user.see(NOTES).await?;
    assert!(!user.has_field("Minute").await?, "approved minutes offer nothing to write in");
    user.see("Add a correction").await?;
    check_screen(user, "the approved minutes").await
}
