//! Whether everybody can use the screen: axe-core's rules for WCAG 2.2 AA, run in the page itself.

use anyhow::{Result, bail};
use serde_json::Value;

use crate::{User, paths};

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.map(({ id, help, nodes }) =>
            `${id}: ${help}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`)),
        (problem) => done([`axe could not run: ${problem}`]));";

impl User {
    /// # Errors
    /// When a rule is broken on what the window shows now; `place` says where that is.
    pub async fn check_accessibility(&self, place: &str) -> Result<()> {
        self.settled().await?;
        if self.client.execute("return typeof axe", vec![]).await? != "object" {
            self.client.execute(&paths::axe()?, vec![]).await?;
        }
        let broken = self.client.execute_async(RUN, vec![]).await?;
        let broken: Vec<&str> = broken.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if broken.is_empty() {
            return Ok(());
        }
        bail!("not everybody can use {place}:\n  {}", broken.join("\n  "))
    }

    /// # Errors
    /// When something on the screen is wider than the window.
    pub async fn check_fits(&self, place: &str) -> Result<()> {
        let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        let over = self.client.execute(script, vec![]).await?.as_f64().unwrap_or_default();
        if over > 0.0 {
            bail!("{place} is {over} px wider than the window, by {}", self.widest().await?)
        }
        Ok(())
    }

    /// What reaches furthest to the right, to say where to look.
    async fn widest(&self) -> Result<String> {
        let script = "
            const right = (element) => element.getBoundingClientRect().right;
            const all = [...document.querySelectorAll('body *')].filter((element) => right(element) > innerWidth);
            return all.sort((a, b) => right(b) - right(a)).slice(0, 5)
                .map((element) => `${element.localName}.${element.classList} “${element.textContent.trim().slice(0, 30)}”`)
                .join(' | ');";
        Ok(self.client.execute(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }
}
