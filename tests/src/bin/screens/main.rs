//! Takes a picture of every screen and every dialog, for people to look at: wide and narrow, light, dark and in high
//! contrast, and with text at twice its size. It walks from page to page by their links, one page of each kind, and
//! says of each whether everybody can use it and whether it fits.
//!
//! `screens [--board FILE] [--only WORD]`: of the sample board, or of a copy of yours; all of it, or what is called so.

mod looks;
mod scenes;
mod walk;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::key::Key;
use pledgeboard_tests::{Dialog, User};

use looks::LOOKS;
use scenes::{Scene, Step};

/// What to take pictures of.
struct Wish {
    board: Option<PathBuf>,
    only: String,
}

#[tokio::main]
async fn main() -> Result<()> {
    let wish = wish()?;
    let home = tempfile::tempdir()?;
    let user = User::at(home.path()).await?;
    let mut shown = 0;
    let mut faults = vec![];
    if wish.board.is_none() {
        for scene in scenes::before_a_board() {
            shown += show(&user, &scene, &wish.only, &mut faults).await;
        }
    }
    enter(&user, &wish, home.path()).await?;
    let pages = walk::pages(&user).await?;
    for scene in scenes::of(&pages) {
        shown += show(&user, &scene, &wish.only, &mut faults).await;
    }
    user.close().await?;
    println!("{shown} screens in {} looks; the pictures lie in target/screens", LOOKS.len());
    if faults.is_empty() {
        return Ok(());
    }
    bail!("{} faults:\n{}", faults.len(), faults.join("\n"))
}

fn wish() -> Result<Wish> {
    let mut wish = Wish { board: None, only: String::new() };
    let mut said = std::env::args().skip(1);
    while let Some(word) = said.next() {
        let value = said.next().with_context(|| format!("{word} needs a value"))?;
        match word.as_str() {
            "--board" => wish.board = Some(value.into()),
            "--only" => wish.only = value,
            other => bail!("Unknown: {other}. It takes --board FILE and --only WORD."),
        }
    }
    Ok(wish)
}

/// Opens the board and sits down at it as its chair, or as whoever comes first.
async fn enter(user: &User, wish: &Wish, home: &Path) -> Result<()> {
    user.go("/start").await?;
    user.see("Open an existing board").await?;
    if let Some(board) = &wish.board {
        let copy = home.join("board.pledgeboard");
        std::fs::copy(board, &copy).with_context(|| format!("{} cannot be read", board.display()))?;
        user.will_answer(Dialog::Open, &copy).await?;
        user.click("Open an existing board").await?;
    } else {
        user.click("Open the sample board").await?;
    }
    user.see("Who is using this computer?").await?;
    // The people come a moment after their heading.
    tokio::time::sleep(Duration::from_secs(2)).await;
    if user.has_field("Name").await? {
        user.fill("Name", "Cllr Amina Yusuf").await?;
        user.click("Continue").await?;
    } else {
        user.click("Chair").await?;
    }
    user.see_heading("Good").await
}

/// Goes to a scene and looks at it in every way; what is wrong is noted, and the next scene follows. Gives 1 if it was
/// there to be seen.
async fn show(user: &User, scene: &Scene, only: &str, faults: &mut Vec<String>) -> usize {
    if !scene.name.contains(only) {
        return 0;
    }
    // The driver drops a connection now and then: what it lost is asked for once more.
    if reach(user, scene).await.is_err()
        && let Err(error) = reach(user, scene).await
    {
        // What was there instead says more than the error.
        let _ = user.picture(&format!("{}-not-reached", scene.name)).await;
        faults.push(format!("{}: not reached: {error:#}", scene.name));
        return 0;
    }
    let found = looks::look(user, &scene.name).await;
    println!("{}{}", scene.name, if found.is_empty() { "" } else { ": not as it should be, see below" });
    faults.extend(found);
    1
}

async fn reach(user: &User, scene: &Scene) -> Result<()> {
    user.resize(1280, 800).await?;
    // From elsewhere, and past the one dialog that is no page's own: what the scene before opened is gone then.
    user.press(&Key::Escape.to_string()).await?;
    user.go("/settings/appearance").await?;
    pause().await;
    user.go(&scene.path).await?;
    pause().await;
    for step in &scene.steps {
        match step {
            Step::Click(words) => user.click(words).await?,
            Step::Follow(words) => user.follow(words).await?,
            Step::Press(keys) => user.press(keys).await?,
            Step::Fill(label, text) => user.fill(label, text).await?,
            Step::Tick(label) => user.tick(label).await?,
        }
        pause().await;
    }
    Ok(())
}

async fn pause() {
    tokio::time::sleep(Duration::from_millis(400)).await;
}
