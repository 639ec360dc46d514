//! Groups are not kept waiting: what one asks for goes from the chair's Home to an agenda; and the map says whose voice
//! is missing.

use anyhow::Result;
use pledgeboard_tests::User;

use crate::screen::check_screen;

const GROUP: &str = "New Arrivals Group";
const ASKED: &str = "Please talk about forms in our languages";

pub async fn put_a_request_on_the_agenda(user: &User) -> Result<()> {
    user.follow("Home").await?;
    user.see("Three requests of groups wait for an answer").await?;
    user.follow("See what they ask").await?;
    user.see_heading("Groups").await?;
    user.follow(GROUP).await?;
    user.see(ASKED).await?;
    user.click("Answer").await?;
    user.tick("The board talked about it").await?;
    user.fill("In plain words", "We will.").await?;
    user.click("Answer").await?;
    user.see("No agenda has this request yet.").await?;
    user.click("Close").await?;
    user.click("Put it on an agenda").await?;
    user.click("Thursday 3 December 2026").await?;
    user.see("It is on the agenda of").await?;
    check_screen(user, "a group and what it asks for").await?;
    user.follow("Thursday 3 December 2026: A request from").await?;
    user.see("A request from the New Arrivals Group").await
}

pub async fn are_missed_on_the_voice_map(user: &User) -> Result<()> {
    user.follow("Voices").await?;
    user.follow("Voice map").await?;
    user.see_heading("Voice map").await?;
    user.see("Not heard this half-term: under 5s").await?;
    check_screen(user, "the voice map").await?;
    user.click("Heard again through Play worker").await?;
    user.tick("Under 5s").await?;
    user.click("Note it").await?;
    user.not_see("Not heard this half-term: under 5s").await
}
