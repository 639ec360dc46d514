//! f. The evening itself: attendance and interests by keys, the quorum watched, decisions and actions as they happen.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use pledgeboard_tests::User;

use crate::agenda::PRIVATE_TITLE;
use crate::people::{CHAIR, CLERK, DIRECTOR, LINK_CHAMPION};
use crate::screen::check_screen;

pub const NOTES: &str = "Members heard that schools learn of a move late.";
pub const DECISION: &str = "That every school is told of a move on the same day.";
pub const DECISION_PLAIN: &str = "Your school will be told on the day you move.";
pub const ACTION: &str = "Write to all schools about moves";
pub const ACTION_PLAIN: &str = "We will write to your school.";
pub const REFERENCE: &str = "A26-001";
pub const PRIVATE_NOTES: &str = "Larchwood asks for 4,750 pounds a week.";
pub const INTEREST: &str = "Her sister works at the home";

pub async fn begins(user: &User, day: &str) -> Result<()> {
    user.work_as(CLERK).await?;
    check_screen(user, "the Home of democratic services").await?;
    user.follow("Meetings").await?;
    user.follow(day).await?;
    user.follow("Run the meeting").await?;
    user.click("Start the meeting").await?;
    user.see("The meeting has started").await?;
    user.see(" left of ").await
}

/// Everybody is here but the partner, who sent apologies.
pub async fn takes_attendance_by_keys(user: &User, everyone: usize) -> Result<()> {
    user.press("r").await?;
    for _ in 0..everyone {
        let person = user.focused().await?;
        user.press(if person.contains("Whitlock") { "a" } else { "p" }).await?;
    }
    user.see("Apologies").await?;
    user.not_see("Not recorded").await
}

pub async fn watches_the_quorum(user: &User) -> Result<()> {
    user.click(LINK_CHAMPION).await?;
    user.press("x").await?;
    user.see("No quorum").await?;
    user.click(LINK_CHAMPION).await?;
    user.press("p").await?;
    user.not_see("No quorum").await?;
    check_screen(user, "the evening").await
}

pub async fn hears_an_interest(user: &User) -> Result<()> {
    user.click(LINK_CHAMPION).await?;
    user.press("i").await?;
    user.see_heading(&format!("{LINK_CHAMPION} declares an interest")).await?;
    user.choose("In which item?", PRIVATE_TITLE).await?;
    user.fill("Nature of the interest", INTEREST).await?;
    user.click("Record the interest").await?;
    user.see("Interest recorded").await?;
    user.see("interest in item").await
}

/// What is typed in a box and not sent yet is there again after a power cut.
pub async fn survives_a_power_cut(user: User, home: &Path, today: &str, day: &str) -> Result<User> {
    user.press("n").await?;
    user.see_heading("2 What children told us").await?;
    user.press("d").await?;
    user.see_heading("Record a decision").await?;
    user.fill("What was decided", DECISION).await?;
    user.fill("In plain words, for children", DECISION_PLAIN).await?;
    // Longer than the pause after which what is typed is kept.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let user = user.crash(home, today).await?;
    user.follow("Meetings").await?;
    user.follow(day).await?;
    user.follow("Run the meeting").await?;
    user.see_heading("2 What children told us").await?;
    user.press("d").await?;
    user.see("What you typed here before is back").await?;
    user.see_or_hold(DECISION_PLAIN).await?;
    assert_eq!(user.value("What was decided").await?, DECISION);
    check_screen(&user, "a decision that a power cut interrupted").await?;
    Ok(user)
}

/// Goes on with the decision that was being typed.
pub async fn decides_and_acts(user: &User) -> Result<()> {
    user.choose("Moved by", CHAIR).await?;
    user.choose("Seconded by", LINK_CHAMPION).await?;
    user.click("Record the decision").await?;
    user.see("Decision recorded").await?;
    user.see(&format!("moved by {CHAIR} · seconded by {LINK_CHAMPION}")).await?;

    user.press("t").await?;
    user.see_heading("Add an action").await?;
    user.fill("What is to be done", ACTION).await?;
    user.fill("In plain words, for children", ACTION_PLAIN).await?;
    user.choose("Who does it", DIRECTOR).await?;
    user.fill("Due", "2027-01-15").await?;
    user.click("Add the action").await?;
    user.see(&format!("{REFERENCE} {ACTION}")).await?;
    user.fill("What was said, in summary", NOTES).await
}

pub async fn goes_private(user: &User) -> Result<()> {
    user.click("Exclusion of the").await?;
    user.click("Record it as carried").await?;
    user.see("Carried.").await?;
    user.click(PRIVATE_TITLE).await?;
    user.fill("What was said, not for publication", PRIVATE_NOTES).await?;
    user.see("Exempt · paragraph 3").await
}

pub async fn ends(user: &User, day: &str) -> Result<()> {
    user.click("End the meeting").await?;
    user.see("The meeting has ended").await?;
    user.follow("Go to the minutes").await?;
    user.see_heading(&format!("Minutes · {day}")).await
}
