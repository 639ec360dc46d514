//! Pictures of the screens, for people to look at.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::{User, paths};

impl User {
    /// Saves a picture of the window as `target/screens/<name>.png`.
    pub async fn picture(&self, name: &str) -> Result<PathBuf> {
        self.settled().await?;
        let path = paths::pictures()?.join(format!("{name}.png"));
        std::fs::write(&path, self.client.screenshot().await?)?;
        Ok(path)
    }

    /// Shows the screen in a theme ("light", "dark", "contrast") until the page is loaded anew.
    pub async fn wear(&self, theme: &str) -> Result<()> {
        self.client
            .execute("document.documentElement.dataset.theme = arguments[0]", vec![theme.into()])
            .await?;
        Ok(())
    }

    /// Waits until what moves has come to rest: half-faded words have neither their colour nor their place.
    pub(crate) async fn settled(&self) -> Result<()> {
        let script = "
            const done = arguments[arguments.length - 1];
            const ends = document.getAnimations()
                .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
                .map((animation) => animation.finished.catch(() => {}));
            Promise.all([document.fonts.ready, ...ends]).then(() => requestAnimationFrame(() => done(null)));";
        // A page that makes way for another while we wait takes the script with it: then wait for the other.
        for _ in 0..3 {
            if self.client.execute_async(script, vec![]).await.is_ok() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        bail!("the page did not come to rest")
    }
}
