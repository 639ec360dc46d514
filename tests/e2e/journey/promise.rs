//! h. A check of a promise through each lens: they disagree, and the board is asked to talk about it.

use anyhow::Result;
use pledgeboard_tests::User;

use crate::screen::check_screen;
use crate::start::{PROMISE, THEME};

/// The promise as a ten-year-old reads it.
pub const PLAIN: &str = "We will tell you before you move.";

/// Lens, rating, what shows it, where that comes from.
const CHECKS: [(&str, &str, &str, &str); 3] = [
    ("Officers say", "Kept", "Every placement plan has a box for it, and it was ticked.", "quarterly report"),
    (
        "Link Champion saw",
        "Getting there",
        "Two of three homes showed me the letter.",
        "visit to three homes",
    ),
    ("Children and young people say", "Not yet", "Four of us were told on the day.", "forum"),
];

pub async fn is_checked_through_three_lenses(user: &User) -> Result<()> {
    user.follow("Promises").await?;
    user.see_heading("Promises").await?;
    check_screen(user, "the wall of promises").await?;
    user.follow(&format!("1 · {THEME}")).await?;
    user.see(PROMISE).await?;
    user.follow("Edit").await?;
    user.fill("For children: the promise", PLAIN).await?;
    user.fill("For children: what you told us", "Nobody told your school that you moved.").await?;
    user.click("Save").await?;
    user.see("Promise changed").await?;
    for (lens, rating, evidence, source) in CHECKS {
        user.click("Record a check").await?;
        user.see_heading("Is it kept? Record a check").await?;
        user.tick(lens).await?;
        user.tick(rating).await?;
        user.fill("What shows it", evidence).await?;
        user.fill("Where that comes from", source).await?;
        user.click("Record it").await?;
        user.see(evidence).await?;
    }
    user.see("They disagree.").await?;
    check_screen(user, "one promise").await
}

pub async fn is_put_on_the_next_agenda(user: &User) -> Result<()> {
    user.click("Put it on the agenda").await?;
    user.see("It is on the agenda of Thursday").await
}
