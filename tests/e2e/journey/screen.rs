//! What every main screen must be: usable by everybody, and whole in a narrow window.

use anyhow::Result;
use pledgeboard_tests::User;

/// The size at which the story is told.
const WIDE: (u32, u32) = (1280, 800);

/// Checks what the window shows now, wide and at 320 px, by the rules of accessibility; nothing may be wider than the
/// window.
pub async fn check_screen(user: &User, place: &str) -> Result<()> {
    user.check_accessibility(place).await?;
    user.check_fits(place).await?;
    user.resize(320, 640).await?;
    let narrow = format!("{place} at 320 px");
    user.check_fits(&narrow).await?;
    user.check_accessibility(&narrow).await?;
    user.resize(WIDE.0, WIDE.1).await
}
