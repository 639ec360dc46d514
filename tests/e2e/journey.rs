//! Journeys on the real app: the window, the bridge, the use cases, the board's file.

use anyhow::Result;
use pledgeboard_tests::User;

#[tokio::test]
async fn the_app_opens_with_three_choices_and_no_account() -> Result<()> {
    let home = tempfile::tempdir()?;
    let user = User::at(home.path()).await?;
    user.see("Open the sample board").await?;
    user.see("Start our board").await?;
    user.see("Open an existing board").await?;
    user.picture("first-run").await?;
    user.check_accessibility("the first screen").await?;
    user.resize(320, 640).await?;
    user.check_fits("the first screen").await?;
    user.close().await
}
