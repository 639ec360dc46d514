//! k. Closing the app and opening it again: everything is there.

use anyhow::Result;
use pledgeboard_tests::User;

use crate::evening::{DECISION, REFERENCE};
use crate::event::{FOR_THE_BOARD, SENSITIVE, SHARED};
use crate::people::CHAIR;
use crate::{agenda, screen::check_screen};

pub async fn finds_everything(user: &User) -> Result<()> {
    user.see_heading("Good ").await?;
    user.work_as(CHAIR).await?;
    user.follow("Voices").await?;
    for words in [SHARED, FOR_THE_BOARD, SENSITIVE] {
        user.see(words).await?;
    }
    user.follow("Promises").await?;
    user.see("They disagree").await?;
    user.follow("Actions").await?;
    user.see_heading("Actions").await?;
    check_screen(user, "the action log").await?;
    user.follow("Meetings").await?;
    user.follow(agenda::MEETING).await?;
    user.follow("Read the minutes").await?;
    user.see("Approved as a correct record").await?;
    user.see(DECISION).await?;
    user.see(REFERENCE).await
}
