//! A board goes to a server, a Link Champion comes to it from another computer with their own part, the server goes away and
//! comes back, and the board goes back into a file.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use pledgeboard_test_place::database;
use pledgeboard_test_server::Server;
use pledgeboard_tests::{User, cli, tell};
use serde_json::json;

const PASSWORD: &str = "kettle moon ladder";

#[tokio::test]
async fn a_board_is_shared_and_goes_on_when_its_server_comes_back() -> Result<()> {
    tell(shared).await
}

async fn shared(home: &Path) -> Result<()> {
    let server = Server::start()?;
    let address = database(&server.address()).await;

    let anna = User::at(&home.join("anna")).await?;
    anna.click("Open the sample board").await?;
    anna.see("Who is using this computer?").await?;
    anna.click("Democratic services").await?;
    anna.see_heading("Good").await?;
    anna.go("/settings/security").await?;
    anna.see_heading("Security").await?;
    anna.fill("Address of the empty database", "anytown").await?;
    anna.click("Share the board").await?;
    anna.see("not the address").await?;
    anna.picture("shared-refused").await?;
    anna.fill("Address of the empty database", &address).await?;
    anna.click("Share the board").await?;
    anna.see("The board is on the server now, and the same.").await?;
    anna.see("Copy the board into a file").await?;
    looked_at(&anna, "shared-security").await?;

    grant(&address, home)?;
    let sam = User::at(&home.join("sam")).await?;
    sam.click("Open a shared board").await?;
    let own = address.replacen("postgres://postgres@", "postgres://sam.okafor@", 1);
    sam.fill("Address", &own).await?;
    sam.fill("Password", "kettle moon").await?;
    sam.click("Open the board").await?;
    sam.see("That name or password is not right.").await?;
    sam.picture("shared-wrong-password").await?;
    sam.fill("Password", PASSWORD).await?;
    sam.click("Open the board").await?;
    // The server knows who came: nobody is asked.
    sam.see_heading("Good").await?;
    anna.see("Also here: Sam Okafor").await?;
    let refused = sam.call("board.add_theme", json!({ "name": "Mine", "child_name": "" })).await;
    let refused = refused.err().context("a Link Champion added a theme")?.to_string();
    ensure!(refused.contains("Your part in this board does not let you change that."), "{refused}");

    anna.go("/events").await?;
    anna.see_heading("Events").await?;
    let theme = sam.call("board.themes", json!({})).await?["themes"][0]["theme"]["id"].clone();
    let event = json!({ "title": "Pizza at the hub", "theme_id": theme, "half_term_id": null, "date": "2026-11-20",
        "place": "Youth hub", "kind": "meal", "person_id": null, "came": [], "came_total": 4, "what_happened": "",
        "take_to_board": "" });
    sam.call("events.log", event).await?;
    anna.see("Pizza at the hub").await?;

    server.stop()?;
    sam.see("The board’s server does not answer.").await?;
    looked_at(&sam, "shared-away").await?;
    server.again()?;
    sam.not_see("The board’s server does not answer.").await?;
    sam.go("/events").await?;
    sam.see("Pizza at the hub").await?;
    sam.close().await?;

    anna.go("/settings/security").await?;
    anna.click("Copy the board into a file").await?;
    anna.see("Protect it with a passphrase here.").await?;
    anna.see("Not protected.").await?;
    anna.close().await
}

async fn looked_at(user: &User, name: &str) -> Result<()> {
    user.check_accessibility(name).await?;
    user.picture(name).await?;
    user.resize(400, 800).await?;
    user.see("Menu").await?;
    user.check_fits(name).await?;
    user.picture(&format!("{name}-narrow")).await?;
    user.resize(1280, 800).await
}

/// As IT does it.
fn grant(address: &str, home: &Path) -> Result<()> {
    let password = home.join("password");
    std::fs::write(&password, PASSWORD)?;
    let mut grant = Command::new(cli()?);
    grant.args(["people", "grant", "--board", address, "--person", "Sam Okafor", "--part", "link_champion"]);
    let granted = grant.arg("--password-file").arg(&password).output()?;
    ensure!(granted.status.success(), "{}", String::from_utf8_lossy(&granted.stderr));
    Ok(())
}
