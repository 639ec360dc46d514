//! Somebody at work: one piece of work after the other through the app's commands, each told before and after, until
//! the process is killed.

use std::{path::Path, sync::Arc};

use pledgeboard_app::{App, AppError, Clock, NoKeychain};
use pledgeboard_domain::{Theme, Voice};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Outcome, PASSPHRASE, chance::Chance, ledger::Effect, tell};

/// The board stops growing there: what is added is then taken back as often.
const VOICES: usize = 2_500;
const READS: [&str; 9] = [
    "home.show",
    "voices.list",
    "history.list",
    "promises.wall",
    "board.show",
    "actions.list",
    "meetings.year",
    "voice_map.show",
    "security.show",
];

struct Worker {
    app: App,
    chance: Chance,
    voices: Vec<Voice>,
    /// The last change that can be undone, and what undoing it does.
    last: Option<(Value, Effect)>,
    /// Backups made in this life, newest last.
    copies: Vec<String>,
    themes: Vec<Theme>,
    number: u64,
}

pub async fn work(home: &Path, seed: u64) -> Outcome<()> {
    let app = App::start_with(home.into(), Clock::default(), Arc::new(NoKeychain)).await?;
    let waiting = app.call("desk.show", json!({})).await?["waiting"]["path"].clone();
    if waiting.is_string() {
        let request = json!({ "path": waiting, "passphrase": PASSPHRASE, "remember": false });
        app.call("desk.unlock", request).await?;
    }
    let themes = app.context().await?.read().await?.all::<Theme>().await?;
    let mut worker = Worker {
        app,
        chance: Chance::new(seed),
        voices: vec![],
        last: None,
        copies: vec![],
        themes,
        number: seed,
    };
    worker.load().await?;
    println!("at work");
    loop {
        worker.turn().await?;
    }
}

impl Worker {
    async fn load(&mut self) -> Outcome<()> {
        let mut read = self.app.context().await?.read().await?;
        self.voices = read.all::<Voice>().await?;
        Ok(())
    }

    async fn turn(&mut self) -> Outcome<()> {
        self.number += 1;
        match self.chance.below(1000) {
            0..330 if self.voices.len() < VOICES => self.add().await,
            0..600 => self.edit().await,
            600..680 => self.undo().await,
            680..740 => self.take_back().await,
            740..830 => self.type_on().await,
            830..930 => self.read().await,
            930..960 => self.fill_the_disk().await,
            960..980 => self.copy().await,
            980..985 => self.put_back().await,
            985..990 => self.remove_for_good().await,
            990..995 => self.turn_the_key().await,
            _ => self.read().await,
        }
    }

    /// Does it, told before and after; nothing where it was refused.
    async fn call(&mut self, name: &str, request: Value, effect: Effect) -> Outcome<Option<Value>> {
        tell("begin", name, &effect)?;
        match self.app.call(name, request).await {
            Ok(answer) => Ok(Some(answer)),
            Err(refused) => {
                self.refused(name, &refused)?;
                Ok(None)
            }
        }
    }

    fn refused(&self, name: &str, refused: &AppError) -> Outcome<()> {
        tell("refused", &format!("{name}: {}", refused.message), &Effect::Nothing)
    }

    async fn add(&mut self) -> Outcome<()> {
        let words = format!(
            "word{} I said this at number {}. {}",
            self.number,
            self.number,
            "And more. ".repeat(self.chance.below(30))
        );
        let words = words.trim().to_owned();
        let theme = self.chance.one_of(&self.themes).ok_or("no theme")?.id;
        let request = json!({ "words": words, "is_quote": true, "heard_on": null, "event_id": null, "source": "survey",
            "theme_id": theme, "cohort_id": null, "age_band": null, "share": "board_only", "sensitive": false });
        let under_way = Effect::Says(None, words.clone());
        let Some(answer) = self.call("voices.add", request, under_way).await? else { return Ok(()) };
        let voice: Voice = serde_json::from_value(answer["result"].clone())?;
        let id = Uuid::from(voice.id);
        self.voices.push(voice);
        self.last = Some((answer["entry"].clone(), Effect::Gone(id)));
        tell("done", "voices.add", &Effect::Says(Some(id), words))
    }

    async fn edit(&mut self) -> Outcome<()> {
        let at = self.chance.below(self.voices.len());
        let Some(voice) = self.voices.get(at).cloned() else { return Ok(()) };
        let (id, before) = (Uuid::from(voice.id), voice.words.clone());
        let words = format!("word{} Then I said this at number {}.", self.number, self.number);
        let request = serde_json::to_value(Voice { words: words.clone(), ..voice })?;
        let effect = Effect::Says(Some(id), words);
        let Some(answer) = self.call("voices.edit", request, effect.clone()).await? else { return Ok(()) };
        self.voices[at] = serde_json::from_value(answer["result"].clone())?;
        self.last = Some((answer["entry"].clone(), Effect::Says(Some(id), before)));
        tell("done", "voices.edit", &effect)
    }

    async fn undo(&mut self) -> Outcome<()> {
        let Some((entry, effect)) = self.last.take() else { return Ok(()) };
        let request = json!({ "entry": entry });
        if self.call("history.undo", request, effect.clone()).await?.is_some() {
            self.load().await?;
            tell("done", "history.undo", &effect)?;
        }
        Ok(())
    }

    async fn take_back(&mut self) -> Outcome<()> {
        let at = self.chance.below(self.voices.len());
        let Some(voice) = self.voices.get(at).cloned() else { return Ok(()) };
        let (id, words) = (Uuid::from(voice.id), voice.words.clone());
        let request = json!({ "id": id, "version": voice.version });
        let Some(answer) = self.call("voices.remove", request, Effect::Gone(id)).await? else {
            return Ok(());
        };
        self.voices.remove(at);
        self.last = Some((answer["entry"].clone(), Effect::Says(Some(id), words)));
        tell("done", "voices.remove", &Effect::Gone(id))
    }

    async fn type_on(&mut self) -> Outcome<()> {
        let (place, text) = (format!("soak/{}", self.chance.below(20)), format!("typed word{}", self.number));
        let effect = Effect::Typed(place.clone(), text.clone());
        let request = json!({ "place": place, "values": { "text": text } });
        if self.call("drafts.keep", request, effect.clone()).await?.is_some() {
            tell("done", "drafts.keep", &effect)?;
        }
        Ok(())
    }

    async fn read(&mut self) -> Outcome<()> {
        let name = *self.chance.one_of(&READS).ok_or("nothing to read")?;
        let request = match name {
            "meetings.year" => json!({ "year": null }),
            _ => json!({}),
        };
        if self.call(name, request, Effect::Nothing).await?.is_some() {
            tell("done", name, &Effect::Nothing)?;
        }
        Ok(())
    }

    /// The board may grow no further, and somebody writes something large.
    async fn fill_the_disk(&mut self) -> Outcome<()> {
        tell("begin", "full disk", &Effect::Nothing)?;
        let cx = self.app.context().await?;
        let mut write = cx.write("too much").await?;
        write.limit_pages_for_tests(0).await?;
        let failed = write.keep_file(&[b'x'; 2_000_000]).await.err();
        // The connection goes on to somebody else.
        write.limit_pages_for_tests(1 << 30).await?;
        drop(write);
        let said = failed.ok_or("a full disk took two megabytes")?.into_refusal().message;
        if !said.starts_with("The disk is full") {
            return Err(said.into());
        }
        tell("done", "full disk", &Effect::Nothing)
    }

    async fn copy(&mut self) -> Outcome<()> {
        let Some(page) = self.call("backups.make", json!({}), Effect::Copied(None)).await? else {
            return Ok(());
        };
        // One that is made by itself may have come after it.
        let asked = page["backups"]
            .as_array()
            .and_then(|all| all.iter().find(|it| it["why"] == "because you asked for it"));
        let path = asked.and_then(|it| it["path"].as_str()).ok_or("no backup")?.to_owned();
        self.copies.push(path.clone());
        tell("done", "backups.make", &Effect::Copied(Some(path)))
    }

    async fn put_back(&mut self) -> Outcome<()> {
        // Those before may have been let go since.
        let latest: Vec<String> =
            self.copies.iter().rev().take(3).filter(|it| Path::new(it).exists()).cloned().collect();
        let Some(path) = self.chance.one_of(&latest).cloned() else { return Ok(()) };
        let effect = Effect::PutBack(path.clone());
        let request = json!({ "path": path, "passphrase": null });
        if self.call("backups.restore", request, effect.clone()).await?.is_some() {
            self.last = None;
            self.load().await?;
            tell("done", "backups.restore", &effect)?;
        }
        Ok(())
    }

    async fn remove_for_good(&mut self) -> Outcome<()> {
        let said =
            self.chance.one_of(&self.voices).and_then(|it| it.words.split(' ').next().map(str::to_owned));
        let Some(word) = said.filter(|word| word.starts_with("word")) else { return Ok(()) };
        let effect = Effect::Removed(word.clone());
        let request = json!({ "words": word, "why": "the soak asks for it", "papers": [] });
        if self.call("removal.remove", request, effect.clone()).await?.is_some() {
            self.last = None;
            self.load().await?;
            tell("done", "removal.remove", &effect)?;
        }
        Ok(())
    }

    /// Under the passphrase, or out again.
    async fn turn_the_key(&mut self) -> Outcome<()> {
        let protected = self.app.context().await?.store.key().is_some();
        let (name, request) = match protected {
            true => ("security.unprotect", json!({ "passphrase": PASSPHRASE })),
            false => {
                ("security.protect", json!({ "new": PASSPHRASE, "again": PASSPHRASE, "remember": false }))
            }
        };
        if self.call(name, request, Effect::Nothing).await?.is_some() {
            tell("done", name, &Effect::Nothing)?;
        }
        Ok(())
    }
}
