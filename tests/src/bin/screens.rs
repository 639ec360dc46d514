//! Takes a picture of every screen of the sample board, for people to look at: wide and narrow, light and dark.
//! It walks from page to page by their links, one page of each kind.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use anyhow::Result;
use pledgeboard_tests::User;

/// Window sizes, and the theme that each is shown in.
const LOOKS: [(&str, u32, u32, &str); 4] = [
    ("wide-light", 1280, 800, "light"),
    ("wide-dark", 1280, 800, "dark"),
    ("wide-contrast", 1280, 800, "contrast"),
    ("narrow-light", 320, 640, "light"),
];

#[tokio::main]
async fn main() -> Result<()> {
    let home = tempfile::tempdir()?;
    let user = User::at(home.path()).await?;
    user.see("Open the sample board").await?;
    look(&user, "start").await?;
    user.click("Open the sample board").await?;
    user.see("Who is using this computer?").await?;
    user.click("Chair").await?;
    user.see_heading("Good").await?;
    let pages = walk(&user).await?;
    let mut faults = 0;
    for (name, path) in &pages {
        user.go(path).await?;
        settle(&user).await?;
        faults += look(&user, name).await?;
    }
    println!(
        "{} pages in {} looks, {faults} faults; the pictures lie in target/screens",
        pages.len(),
        LOOKS.len()
    );
    user.close().await
}

/// One path for each kind of page, by its name.
async fn walk(user: &User) -> Result<BTreeMap<String, String>> {
    let mut pages = BTreeMap::new();
    let mut ahead = VecDeque::from([String::from("/")]);
    while let Some(path) = ahead.pop_front() {
        let name = name_of(&path);
        if pages.contains_key(&name) {
            continue;
        }
        user.go(&path).await?;
        settle(user).await?;
        pages.insert(name, path);
        ahead.extend(user.links().await?);
    }
    Ok(pages)
}

async fn look(user: &User, name: &str) -> Result<usize> {
    let mut faults = 0;
    for (look, width, height, theme) in LOOKS {
        user.resize(width, height).await?;
        user.wear(theme).await?;
        user.picture(&format!("{name}-{look}")).await?;
        for checked in [user.check_accessibility(name).await, user.check_fits(name).await] {
            if let Err(fault) = checked {
                println!("{look}: {fault}");
                faults += 1;
            }
        }
    }
    Ok(faults)
}

async fn settle(_: &User) -> Result<()> {
    tokio::time::sleep(Duration::from_millis(400)).await;
    Ok(())
}

/// A page's kind: its path, with every id and day left out.
fn name_of(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts = path.split('/').filter(|part| !part.is_empty());
    let kinds = parts.map(|part| if part.contains(|c: char| c.is_ascii_digit()) { "one" } else { part });
    let name = kinds.collect::<Vec<_>>().join("-");
    if name.is_empty() { "home".to_owned() } else { name }
}
