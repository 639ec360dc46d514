//! a. Starting a board in five short steps, or opening the sample.

use anyhow::Result;
use pledgeboard_tests::User;

use crate::people::{CHAIR, COUNCIL, MEMBERS};
use crate::screen::check_screen;

pub const THEME: &str = "A home that stays";
pub const PROMISE: &str = "We will not move you to another home without telling you first";

pub async fn our_board_in_five_steps(user: &User) -> Result<()> {
    user.follow("Start our board").await?;
    user.see_heading("Step 1 of 5: Your board").await?;
    user.fill("Council", COUNCIL).await?;
    check_screen(user, "the first step").await?;
    user.click("Next").await?;

    user.see_heading("Step 2 of 5: When you meet").await?;
    user.choose("How often", "Once every half-term").await?;
    user.choose("On which day", "Thursday").await?;
    user.fill("Place", "Fernley Town Hall").await?;
    user.click("Next").await?;

    user.see_heading("Step 3 of 5: Half-terms").await?;
    user.see("Thursday 3 December 2026").await?;
    user.click("Next").await?;

    user.see_heading("Step 4 of 5: Who is on the board").await?;
    for (at, member) in MEMBERS.iter().enumerate() {
        let row = format!("Member {}", at + 1);
        if at >= 4 {
            user.click("Add a member").await?;
        }
        user.choose_in("Role", member.role, Some(&row)).await?;
        user.fill_in("Title", member.title, Some(&row)).await?;
        user.fill_in("Name", member.name, Some(&row)).await?;
        user.fill_in("Organisation", member.organisation, Some(&row)).await?;
    }
    check_screen(user, "the step of the members").await?;
    user.click("Next").await?;

    user.see_heading("Step 5 of 5: Promises and themes").await?;
    user.fill_in("Theme", THEME, Some("Theme 1")).await?;
    user.fill_in("Promise", PROMISE, Some("Theme 1")).await?;
    user.click("Add a theme").await?;
    user.fill_in("Theme", "Being heard", Some("Theme 2")).await?;
    user.click("Open our board").await?;

    user.see_heading("Who is using this computer?").await?;
    check_screen(user, "the choice of who works").await?;
    user.click(CHAIR).await?;
    user.see_heading("Good ").await?;
    user.see("Working as Cllr Rosa Hartley").await?;
    check_screen(user, "the chair's Home").await
}

pub async fn the_sample_board(user: &User) -> Result<()> {
    user.click("Open the sample board").await?;
    user.see_heading("Who is using this computer?").await?;
    for role in ["Chair", "Lead member", "Democratic services officer"] {
        user.see(role).await?;
    }
    user.click("Chair").await?;
    user.see_heading("Good ").await?;
    user.see("You said").await?;
    check_screen(user, "the sample board's Home").await
}
