//! c. A Link Champion logs a half-termly event with three voices, one of them sensitive.

use anyhow::Result;
use fantoccini::key::Key;
use pledgeboard_tests::User;

use crate::people::LINK_CHAMPION;
use crate::screen::check_screen;
use crate::start::THEME;

/// May be printed anywhere.
pub const SHARED: &str = "I moved twice this year and nobody told my school";
/// For the board only.
pub const FOR_THE_BOARD: &str = "The house rules change each time the staff change";
/// In no document at all.
pub const SENSITIVE: &str = "I am scared of the dark road to the new house";
pub const EVENT: &str = "Pizza night";

pub async fn is_logged_with_three_voices(user: &User) -> Result<()> {
    user.work_as(LINK_CHAMPION).await?;
    check_screen(user, "the Link Champion's Home").await?;
    user.follow("Log an event").await?;
    user.see_heading("Log an event").await?;
    user.see("Do not write it here").await?;
    assert_eq!(user.chosen("Theme").await?, THEME, "her theme is chosen for her");

    user.choose("Kind", "Meal").await?;
    user.fill("Place", "Youth Hub").await?;
    user.fill("Title", EVENT).await?;
    user.fill("Voice 1", SHARED).await?;
    user.choose_in("Age", "11 to 15", Some("Voice 1")).await?;
    user.tick("Anywhere").await?;
    user.fill("Voice 1", SHARED).await?;
    user.press(&format!("{}", char::from(Key::Enter))).await?;
    user.fill("Voice 2", FOR_THE_BOARD).await?;
    user.tick("With the board only").await?;
    user.click("Add a voice").await?;
    user.fill("Voice 3", SENSITIVE).await?;
    user.tick("Sensitive").await?;
    user.fill("What happened", "We ate and talked about moving home.").await?;
    user.fill("What to take to the board", "Who tells the school when a child moves?").await?;
    user.see("Everything is saved: 3 voices").await?;
    check_screen(user, "the event").await?;
    user.follow("Done").await?;

    user.see_heading("Events").await?;
    user.see(EVENT).await?;
    check_screen(user, "the list of events").await?;
    user.go("/voices").await?;
    for words in [SHARED, FOR_THE_BOARD, SENSITIVE] {
        user.see(words).await?;
    }
    check_screen(user, "the list of voices").await
}
