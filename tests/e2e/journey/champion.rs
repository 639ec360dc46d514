//! b. Assigning a Link Champion to a theme.

use anyhow::Result;
use pledgeboard_tests::User;

use crate::people::LINK_CHAMPION;
use crate::screen::check_screen;
use crate::start::THEME;

pub async fn is_assigned_to_a_theme(user: &User) -> Result<()> {
    user.follow("Board").await?;
    user.see_heading("Board").await?;
    user.see("No Link Champion:").await?;
    check_screen(user, "the seats of the board").await?;
    user.follow("Assign one").await?;

    user.see_heading("Themes and Link Champions").await?;
    user.click(&format!("Assign to {THEME}")).await?;
    user.see_heading(&format!("Who links to “{THEME}”?")).await?;
    user.choose("Councillor", LINK_CHAMPION).await?;
    user.click("Assign").await?;
    user.see(&format!("{LINK_CHAMPION} since 9 November 2026")).await?;
    check_screen(user, "the themes").await
}
