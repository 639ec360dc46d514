//! The meeting after: it is asked about the disputed promise, approves the minutes (g) and closes an action (i).

use anyhow::Result;
use pledgeboard_tests::User;

use crate::evening::{ACTION, REFERENCE};
use crate::people::CHAIR;
use crate::start::THEME;

pub const MEETING: &str = "Thursday 4 February 2027";

pub async fn has_its_agenda(user: &User) -> Result<()> {
    user.work_as(CHAIR).await?;
    user.follow("Meetings").await?;
    user.follow(&format!("Agenda of {MEETING}")).await?;
    user.see(THEME).await?;
    user.click("Propose more").await?;
    user.see_heading("A proposed agenda").await?;
    user.see("1 open").await?;
    user.tick("Actions").await?;
    user.tick("Minutes of 3 December").await?;
    user.click("Add ").await?;
    user.see("Minutes of 3 December").await?;
    user.click("Check and publish").await?;
    user.click("Publish the agenda").await?;
    user.see("version 1, published").await
}

/// i. Only the board closes an action.
pub async fn closes_the_action(user: &User) -> Result<()> {
    user.click("Actions").await?;
    user.see(&format!("{REFERENCE} {ACTION}")).await?;
    user.click(&format!("Close it action {REFERENCE}")).await?;
    user.see(&format!("Action {REFERENCE} closed by the board")).await?;
    user.see("Closed").await
}
