//! Pictures of the screens, for people to look at.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::{User, paths};

/// A window that is higher, in pixels, is one that no web view draws.
const HIGHEST: u32 = 4000;

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

    /// Shows text at this many per cent of its usual size until the page is loaded anew.
    pub async fn enlarge(&self, percent: u32) -> Result<()> {
        let script = "document.documentElement.style.fontSize = arguments[0]";
        self.client.execute(script, vec![format!("{percent}%").into()]).await?;
        Ok(())
    }

    /// Makes the window as high as the page, so that a picture shows all of it; a dialog is shown as people see it.
    pub async fn show_whole(&self, width: u32, least: u32) -> Result<()> {
        let script =
            "return document.querySelector('dialog[open]') ? 0 : document.documentElement.scrollHeight";
        let page = self.client.execute(script, vec![]).await?.as_u64().unwrap_or_default();
        let high = u32::try_from(page).unwrap_or(HIGHEST).min(HIGHEST);
        if high > least { self.resize(width, high).await } else { Ok(()) }
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
