//! A Link Champion logs an event by keys alone, loses the app in the middle and finds everything again; another event
//! is logged away from the board, and democratic services bring it in.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use pledgeboard_tests::{Dialog, Role, User, tell};
use serde_json::json;

const SAID: [&str; 5] = [
    "I moved three times and nobody told my school",
    "My teacher waits for me at the gate",
    "Nobody rings back when I ring",
    "I want to see my brother every week",
    "The pizza was good",
];

#[tokio::test]
async fn an_event_with_five_voices_is_logged_by_keys_and_survives_the_end_of_the_app() -> Result<()> {
    tell(by_keys).await
}

async fn by_keys(home: &Path) -> Result<()> {
    let user = User::at(home).await?;
    user.click("Open the sample board").await?;
    user.see("Who is using this computer?").await?;
    user.click("Okafor").await?;
    user.see_heading("Good").await?;

    let begun = Instant::now();
    let mut keys = Keys { user: &user, pressed: 0 };
    user.focus(Role::Link, "Log an event").await?;
    keys.press(Key::Enter).await?;
    user.see("Do not write it here").await?;
    keys.alt('n').await?;
    keys.says(SAID[0]).await?;
    user.see("Everything is saved: 1 voice").await?;
    keys.says(SAID[1]).await?;
    user.see("(guessed)").await?;
    keys.says(SAID[2]).await?;
    user.see("Everything is saved: 3 voices").await?;
    let (pressed, spent) = (keys.pressed, begun.elapsed());
    user.picture("logging-before-the-end").await?;

    // The power goes.
    let user = user.crash(home, "2026-11-22").await?;
    user.see("You were logging an event.").await?;
    user.see("3 voices").await?;
    user.follow("Go on with it").await?;
    user.see("Everything is saved: 3 voices").await?;
    let begun = Instant::now();
    let mut keys = Keys { user: &user, pressed };
    keys.alt('n').await?;
    keys.says(SAID[3]).await?;
    keys.says(SAID[4]).await?;
    user.see("Everything is saved: 5 voices").await?;
    let spent = spent + begun.elapsed();
    println!("five voices: {} keys, {:.1} s", keys.pressed, spent.as_secs_f64());
    ensure!(spent < Duration::from_secs(180), "an event takes less than three minutes to log");
    user.check_accessibility("the event").await?;
    user.resize(400, 800).await?;
    user.check_fits("the event at 400 px").await?;
    user.picture("logging-filled-narrow").await?;
    user.resize(1280, 800).await?;
    user.follow("Done").await?;
    user.see_heading("Events").await?;
    let voices = user.call("voices.list", json!({})).await?;
    for words in SAID {
        let times = voices["voices"].as_array().context("no list")?.iter().filter(|it| it["words"] == words);
        ensure!(times.count() == 1, "“{words}” is on the board once");
    }
    user.close().await
}

/// Presses keys, and counts them.
struct Keys<'a> {
    user: &'a User,
    pressed: usize,
}

impl Keys<'_> {
    async fn press(&mut self, key: Key) -> Result<()> {
        self.pressed += 1;
        self.user.press(&char::from(key).to_string()).await
    }

    async fn alt(&mut self, letter: char) -> Result<()> {
        self.pressed += 2;
        self.user.press(&format!("{}{letter}{}", char::from(Key::Alt), char::from(Key::Null))).await?;
        // The next line is on its way.
        tokio::time::sleep(Duration::from_millis(60)).await;
        Ok(())
    }

    /// One voice, and Enter for the next.
    async fn says(&mut self, words: &str) -> Result<()> {
        self.pressed += words.chars().count();
        self.user.press(words).await?;
        self.press(Key::Enter).await?;
        tokio::time::sleep(Duration::from_millis(60)).await;
        Ok(())
    }
}

#[tokio::test]
async fn an_event_away_from_the_board_comes_in_once() -> Result<()> {
    tell(away).await
}

async fn away(home: &Path) -> Result<()> {
    let user = User::at(home).await?;
    user.click("Open the sample board").await?;
    user.see("Who is using this computer?").await?;
    user.click("Democratic services").await?;
    user.see_heading("Good").await?;

    let file = home.join("event.pledge-event");
    user.go("/events/away").await?;
    user.see_heading("Events away from the board").await?;
    user.click("Make a form").await?;
    user.see("Who goes").await?;
    user.click("Make the form").await?;
    user.see("Save the file").await?;
    user.will_answer(Dialog::Save, &file).await?;
    user.click("Save the file").await?;
    user.see("Form saved").await?;
    user.click("Done").await?;
    let board = user.call("desk.show", json!({})).await?["board"]["path"].clone();

    // On another computer: no board is open.
    user.call("desk.close", json!({})).await?;
    user.go("/start").await?;
    user.see("Log an event away from the board").await?;
    user.will_answer(Dialog::Open, &file).await?;
    user.click("Log an event away from the board").await?;
    user.see("Do not write it here").await?;
    user.fill("Place", "Youth Hub").await?;
    user.fill("Voice 1", SAID[0]).await?;
    user.press(&char::from(Key::Enter).to_string()).await?;
    user.fill("Voice 2", "Sam Okafor never forgets us").await?;
    user.see("Take out").await?;
    user.see("Everything is saved in the file: 2 voices").await?;
    user.check_accessibility("away mode").await?;
    user.resize(400, 800).await?;
    user.check_fits("away mode at 400 px").await?;
    user.picture("away-narrow").await?;
    user.resize(1280, 800).await?;
    let user = user.crash(home, "2026-11-22").await?;
    let kept = std::fs::read_to_string(&file)?;
    ensure!(kept.contains(SAID[0]) && kept.contains("Sam Okafor"), "what was typed is in the file");

    // Back in the office, the board is opened as anybody opens it.
    let board = board.as_str().context("the sample board has a path")?;
    user.see("Boards you opened before").await?;
    user.will_answer(Dialog::Open, Path::new(board)).await?;
    user.click("Open an existing board").await?;
    user.see_heading("Good").await?;
    user.go("/events/away").await?;
    user.see("Not yet").await?;
    user.will_answer(Dialog::Open, &file).await?;
    user.click("Import a file").await?;
    user.see("Could this say who a child is?").await?;
    user.tick("Take it out on the way in").await?;
    user.check_accessibility("the preview of an import").await?;
    user.picture("away-preview").await?;
    user.resize(400, 800).await?;
    user.check_fits("the preview at 400 px").await?;
    user.picture("away-preview-narrow").await?;
    user.resize(1280, 800).await?;
    user.click("Import 3 parts").await?;
    user.see("The event is on the board").await?;
    user.see("Activity, 22 November 2026").await?;
    user.will_answer(Dialog::Open, &file).await?;
    user.click("Import a file").await?;
    user.see("nothing in it is new").await?;
    let voices = user.call("voices.list", json!({})).await?;
    let said = |words: &str| {
        voices["voices"].as_array().is_some_and(|all| all.iter().any(|it| it["words"] == words))
    };
    ensure!(said(SAID[0]) && said("[name] never forgets us"), "both voices are there, without the name");
    user.close().await
}
