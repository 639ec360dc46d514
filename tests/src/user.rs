//! Somebody at the app.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::crash::kill;
use crate::driver::Driver;
use crate::find::{self, Role};
use crate::paths;

/// How long something may take to appear. Most things take a few milliseconds; this is for a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Somebody at the app. Every step waits for what it needs, and fails with a picture of what was there instead.
pub struct User {
    pub(crate) client: Client,
    driver: Driver,
}

impl User {
    /// Opens the app with its settings below `home`; opening it again with the same `home` finds them again.
    pub async fn at(home: &Path) -> Result<Self> {
        Self::on(home, "2026-11-22").await
    }

    /// The same, on another day (`YYYY-MM-DD`).
    pub async fn on(home: &Path, today: &str) -> Result<Self> {
        paths::need_a_display()?;
        let app = paths::app()?;
        let driver = Driver::start(home, &[("PLEDGEBOARD_TODAY", today)]).await?;
        let options = json!({ "tauri:options": { "application": app } });
        let Value::Object(options) = options else { bail!("the options are no object") };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(options)
            .connect(&driver.address())
            .await
            .with_context(|| format!("the app {} did not open", app.display()))?;
        Ok(Self { client, driver })
    }

    /// Closes the app and opens it again on a later day.
    pub async fn later(self, home: &Path, today: &str) -> Result<Self> {
        self.close().await?;
        Self::on(home, today).await
    }

    /// Closes the app, as closing its window does.
    pub async fn close(self) -> Result<()> {
        self.client.close().await?;
        self.driver.stop().await
    }

    /// Ends the app as a power cut would, without a word to it, and opens it again on the same day.
    pub async fn crash(self, home: &Path, today: &str) -> Result<Self> {
        kill(&paths::app()?, home)?;
        self.driver.stop().await?;
        Self::on(home, today).await
    }

    /// Presses the button with these words.
    pub async fn click(&self, words: &str) -> Result<()> {
        self.click_on(Role::Button, words, None).await
    }

    /// Follows the link with these words.
    pub async fn follow(&self, words: &str) -> Result<()> {
        self.click_on(Role::Link, words, None).await
    }

    /// Presses the button with these words in the row, card or group that says `part`.
    pub async fn click_in(&self, part: &str, words: &str) -> Result<()> {
        self.click_on(Role::Button, words, Some(part)).await
    }

    /// Presses anything by its role and words.
    pub async fn click_on(&self, role: Role, words: &str, part: Option<&str>) -> Result<()> {
        let begun = Instant::now();
        loop {
            // What was found may be drawn anew, lie under a passing notice, or move away before it is pressed: a person
            // presses again.
            let found = self.find(role, words, part).await?;
            let pressed = match self.client.execute(find::AWAIT_PRESS, vec![json!(found)]).await {
                Ok(_) => found.click().await,
                Err(gone) => Err(gone),
            };
            match pressed {
                Ok(()) if !self.missed().await => return Ok(()),
                Ok(()) | Err(CmdError::Standard(_)) if begun.elapsed() < PATIENCE => {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                Ok(()) => bail!("{role:?} \"{words}\" was pressed and did not feel it"),
                Err(error) => {
                    return Err(error).with_context(|| format!("{role:?} \"{words}\" could not be pressed"));
                }
            }
        }
    }

    /// Whether what was to be pressed is still there and was not: words that are read while they are written move what
    /// stands below them.
    async fn missed(&self) -> bool {
        // No answer means that the press has led to another page.
        matches!(self.client.execute(find::MISSED, vec![]).await, Ok(Value::Bool(true)))
    }

    /// Writes into the field with this label, in place of what it held.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        self.fill_in(label, text, None).await
    }

    /// Writes into the field with this label in the row, card or group that says `part`.
    pub async fn fill_in(&self, label: &str, text: &str, part: Option<&str>) -> Result<()> {
        let field = self.find(Role::Field, label, part).await?;
        let kind = field.prop("type").await?.unwrap_or_default();
        if ["date", "time", "month", "number", "color", "range"].contains(&kind.as_str()) {
            // The web view has no keys for these: it is given the value as its own picker would give it.
            self.client.execute(find::GIVE_VALUE, vec![json!(field), json!(text)]).await?;
            return Ok(());
        }
        field.clear().await.with_context(|| format!("the field \"{label}\" could not be emptied"))?;
        if text.is_empty() {
            return Ok(());
        }
        field.send_keys(text).await.with_context(|| format!("the field \"{label}\" took no text"))
    }

    /// Chooses an option of the list with this label.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        self.choose_in(label, option, None).await
    }

    /// Chooses an option of the list with this label in the row, card or group that says `part`.
    pub async fn choose_in(&self, label: &str, option: &str, part: Option<&str>) -> Result<()> {
        let list = self.find(Role::Field, label, part).await?;
        let args = vec![json!(list), json!(option)];
        let chosen = self.client.execute(find::CHOOSE_OPTION, args).await?;
        match chosen {
            Value::Null => Ok(()),
            others => bail!("the list \"{label}\" has no \"{option}\"; it has {others}"),
        }
    }

    /// Ticks or chooses the box or the circle with this label.
    pub async fn tick(&self, label: &str) -> Result<()> {
        let begun = Instant::now();
        // A form that has only just opened may fill its fields once more after the press.
        while begun.elapsed() < PATIENCE {
            let tick = self.find(Role::Tick, label, None).await?;
            if tick.is_selected().await? {
                return Ok(());
            }
            // A tick drawn by ourselves lies above the real one; its label is what people press.
            if tick.click().await.is_err() {
                self.client.execute("arguments[0].click()", vec![json!(tick)]).await?;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        self.lost(&format!("\"{label}\" does not stay ticked")).await
    }

    /// Presses keys where the focus is. Special keys are in [`fantoccini::key::Key`].
    pub async fn press(&self, keys: &str) -> Result<()> {
        self.client.active_element().await?.send_keys(keys).await.context("the keys could not be pressed")
    }

    /// Moves the focus to something, as Tab would.
    pub async fn focus(&self, role: Role, words: &str) -> Result<()> {
        let element = self.find(role, words, None).await?;
        self.client.execute("arguments[0].focus()", vec![json!(element)]).await?;
        Ok(())
    }

    /// The words of what has the focus.
    pub async fn focused(&self) -> Result<String> {
        let words = self.client.execute("return document.activeElement.innerText", vec![]).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until these words can be read on the screen, or stand in one of its fields.
    pub async fn see_or_hold(&self, words: &str) -> Result<()> {
        self.wait_until(find::READS_OR_HOLDS, words, true).await
    }

    /// Whether there is a field with just this label.
    pub async fn has_field(&self, label: &str) -> Result<bool> {
        let args = vec![json!(Role::Field.selector()), json!(label), Value::Null];
        Ok(find::element_id(&self.client.execute(find::FIND, args).await?).is_some())
    }

    /// Waits until these words can be read on the screen.
    pub async fn see(&self, words: &str) -> Result<()> {
        self.wait_until(find::READS, words, true).await
    }

    /// Waits until these words can no longer be read on the screen.
    pub async fn not_see(&self, words: &str) -> Result<()> {
        self.wait_until(find::READS, words, false).await
    }

    /// Waits until a heading with these words is there.
    pub async fn see_heading(&self, words: &str) -> Result<()> {
        self.find(Role::Heading, words, None).await.map(|_| ())
    }

    /// All the words on the screen.
    pub async fn words(&self) -> Result<String> {
        let words = self.client.execute("return document.body.innerText", vec![]).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// What the field with this label holds.
    pub async fn value(&self, label: &str) -> Result<String> {
        Ok(self.find(Role::Field, label, None).await?.prop("value").await?.unwrap_or_default())
    }

    /// The words of the option that is chosen in the list with this label.
    pub async fn chosen(&self, label: &str) -> Result<String> {
        let list = self.find(Role::Field, label, None).await?;
        let script = "return arguments[0].selectedOptions[0]?.label ?? ''";
        let words = self.client.execute(script, vec![json!(list)]).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// Hands the computer to somebody else on the board.
    pub async fn work_as(&self, name: &str) -> Result<()> {
        self.follow("Switch").await?;
        self.see_heading("Who is using this computer?").await?;
        self.click(name).await?;
        self.see(&format!("Working as {name}")).await
    }

    /// Makes the window this wide and high, in pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        Ok(self.client.set_window_size(width, height).await?)
    }

    async fn wait_until(&self, script: &str, words: &str, wanted: bool) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            // While one page makes way for another, no script runs: that is "not yet", like not finding the words.
            if let Ok(reads) = self.client.execute(script, vec![json!(words)]).await
                && reads == Value::Bool(wanted)
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        let there = if wanted { "is not" } else { "is still" };
        self.lost(&format!("\"{words}\" {there} on the screen")).await
    }

    pub(crate) async fn find(&self, role: Role, words: &str, part: Option<&str>) -> Result<Element> {
        let begun = Instant::now();
        loop {
            let args = vec![json!(role.selector()), json!(words), json!(part)];
            let found = self.client.execute(find::FIND, args).await.unwrap_or(Value::Null);
            if let Some(id) = find::element_id(&found) {
                return Ok(Element::from_element_id(self.client.clone(), id));
            }
            if begun.elapsed() > PATIENCE {
                let part = part.map(|part| format!(" in the part that says \"{part}\"")).unwrap_or_default();
                return self
                    .lost(&format!("there is no {role:?} \"{words}\"{part}; there are: {found}"))
                    .await;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Fails with a picture.
    async fn lost<T>(&self, why: &str) -> Result<T> {
        let name = format!("lost-{}", std::process::id());
        match self.picture(&name).await {
            Ok(path) => bail!("{why}\n  a picture of what was there: {}", path.display()),
            Err(_) => bail!("{why}"),
        }
    }
}
