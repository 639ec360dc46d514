//! Speaking to the app past its screens: to prepare what a journey is not about.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::User;
use crate::user::PATIENCE;

impl User {
    /// Calls a command as the ui would, and gives its response.
    ///
    /// # Errors
    /// When the command refuses.
    pub async fn call(&self, name: &str, request: Value) -> Result<Value> {
        let script = "
            const [name, request, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('call', { name, request }).then(
                (response) => done({ response }),
                (refusal) => done({ refusal }));";
        let answer = self.client.execute_async(script, vec![json!(name), request]).await?;
        if let Some(refusal) = answer.get("refusal") {
            bail!("{name} refused: {refusal}");
        }
        answer.get("response").cloned().with_context(|| format!("{name} did not answer"))
    }

    /// Goes to a page by its path, as a link within the app would.
    pub async fn go(&self, path: &str) -> Result<()> {
        let script = "
            const link = document.createElement('a');
            link.href = arguments[0];
            document.body.append(link);
            link.click();
            link.remove();";
        self.client.execute(script, vec![json!(path)]).await?;
        Ok(())
    }

    /// Waits until this page links to a page whose path begins so, and gives that path.
    ///
    /// # Errors
    /// When no such link comes in a test's patience.
    pub async fn link_under(&self, start: &str) -> Result<String> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            // As in `see`: while one page makes way for another, no script runs.
            let links = self.links().await.unwrap_or_default();
            if let Some(path) = links.into_iter().find(|path| path.starts_with(start)) {
                return Ok(path);
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        bail!("the page has no link to {start}…")
    }

    /// The paths of the pages that this page links to now.
    pub async fn links(&self) -> Result<Vec<String>> {
        let script =
            "return [...document.querySelectorAll('a[href^=\"/\"]')].map((a) => a.getAttribute('href'))";
        let links = self.client.execute(script, vec![]).await?;
        Ok(links.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
    }
}
