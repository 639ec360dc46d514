//! d. The chair makes the next meeting's agenda: proposed, reordered, timed, kept private where it must be, checked and
//! published. e. A late item makes version 2.

use std::path::Path;

use anyhow::Result;
use chrono::NaiveDate;
use fantoccini::key::Key;
use pledgeboard_documents::block::{Block, Document, Style};
use pledgeboard_documents::{RenderOptions, pdf};
use pledgeboard_tests::{Dialog, Role, User};

use crate::people::{CHAIR, DIRECTOR};
use crate::screen::check_screen;
use crate::start::THEME;

pub const MEETING: &str = "Thursday 3 December 2026";
/// Told to members only; the public reads [`PUBLIC_TITLE`] and [`PUBLIC_REASON`].
pub const PRIVATE_TITLE: &str = "Price of the Larchwood contract";
pub const PUBLIC_TITLE: &str = "A contract";
pub const PUBLIC_REASON: &str = "It would tell other bidders what the council is ready to pay.";
pub const LATE_TITLE: &str = "A burst pipe at a children’s home";
pub const LATE_REASON: &str = "The home has no heating and cannot wait until February.";
const CHILDREN: &str = "What children told us";

pub async fn is_begun_for_the_theme(user: &User) -> Result<()> {
    user.work_as(CHAIR).await?;
    user.follow("Meetings").await?;
    user.see_heading("Meetings").await?;
    check_screen(user, "the year").await?;
    user.follow(MEETING).await?;
    user.see("Wednesday 25 November 2026").await?;
    check_screen(user, "a meeting").await?;
    user.click("Change").await?;
    user.see_heading("Change the meeting").await?;
    user.tick(THEME).await?;
    user.click("Save the meeting").await?;
    user.see("Meeting changed").await?;
    user.follow("Make the agenda").await?;
    user.see_heading("The agenda begins here").await
}

pub async fn is_proposed_from_what_children_said(user: &User) -> Result<()> {
    user.click("Propose an agenda").await?;
    user.see_heading("A proposed agenda").await?;
    user.see("voices are without an answer").await?;
    check_screen(user, "the proposal").await?;
    for line in ["Welcome and apologies", THEME] {
        user.tick(line).await?;
    }
    user.click("Add ").await?;
    for (at, title) in
        ["Welcome and apologies", "Declarations of interest", CHILDREN, THEME].iter().enumerate()
    {
        user.see(&format!("{} {title}", at + 1)).await?;
    }
    Ok(())
}

pub async fn is_put_in_order_by_keys(user: &User) -> Result<()> {
    user.focus(Role::Button, &format!("3 {CHILDREN}")).await?;
    user.press(&format!("{}{}", char::from(Key::Alt), char::from(Key::Up))).await?;
    user.see(&format!("2 {CHILDREN}")).await?;
    user.see("3 Declarations of interest").await
}

/// The row of the children's item goes down and comes up again.
pub async fn is_put_in_order_by_mouse(user: &User) -> Result<()> {
    let interests = "Declarations of interest";
    user.drag_row(&format!("3 {interests}"), &format!("2 {CHILDREN}")).await?;
    user.see(&format!("2 {interests}")).await?;
    user.drag_row(&format!("3 {CHILDREN}"), &format!("2 {interests}")).await?;
    user.see(&format!("2 {CHILDREN}")).await
}

pub async fn runs_its_clock(user: &User) -> Result<()> {
    // Three minutes of welcome from 5:30pm, then thirty of children, then two of interests.
    user.see("5:33pm · 30").await?;
    user.see("6:03pm · 2").await?;
    user.see("Listen 30").await?;
    user.click(&format!("2 {CHILDREN}")).await?;
    user.fill("Discussing", "35").await?;
    user.see("5:33pm · 45").await?;
    user.see("6:18pm · 2").await?;
    user.see("Listen 45").await?;
    user.choose("Lead", CHAIR).await?;
    check_screen(user, "an item's editor").await?;
    user.click("Done").await
}

pub async fn keeps_an_item_private(user: &User) -> Result<()> {
    user.click("Add an item").await?;
    user.fill("Title", PRIVATE_TITLE).await?;
    user.choose("What it is", "Report").await?;
    user.choose("Purpose", "Decide").await?;
    user.click("Add the item").await?;
    user.choose("Lead", DIRECTOR).await?;
    user.click("Who may read it").await?;
    user.tick("Exempt").await?;
    user.tick("3: ").await?;
    user.fill("Title that the public reads", PUBLIC_TITLE).await?;
    user.fill("Reason that the public may read", PUBLIC_REASON).await?;
    user.press(&char::from(Key::Tab).to_string()).await?;
    user.see("Exempt · paragraph 3").await?;
    user.not_see("Not saved yet.").await
}

pub async fn gets_a_paper(user: &User, home: &Path) -> Result<()> {
    let file = home.join("placement-costs.pdf");
    std::fs::write(&file, paper()?)?;
    user.will_answer(Dialog::Open, &file).await?;
    user.click("Attach a paper").await?;
    user.see("Paper attached").await?;
    user.see("1 page").await?;
    user.click("Read placement-costs").await?;
    user.see_heading("placement-costs").await?;
    user.click("Read it as text").await?;
    user.see("What each place costs in a week.").await?;
    user.click("Close").await?;
    user.click("Done").await
}

pub async fn is_checked_and_published(user: &User) -> Result<()> {
    user.click("Check and publish").await?;
    user.see_heading("Ready to publish?").await?;
    user.see("A quorum is possible: 3 members can count and 3 are needed").await?;
    user.see("5 clear days").await?;
    user.click("Put them last").await?;
    user.see("Private items come last, after the resolution").await?;
    user.see("Exempt item has its paragraph and public reason").await?;
    check_screen(user, "the check before publishing").await?;
    user.click("Publish the agenda").await?;
    user.see("version 1, published").await?;
    check_screen(user, "a published agenda").await
}

/// e. What cannot wait comes in a new version, with the chair's reason.
pub async fn takes_a_late_item(user: &User) -> Result<()> {
    user.follow("Meetings").await?;
    user.follow(&format!("Agenda of {MEETING}")).await?;
    user.see("version 1, published").await?;
    user.click("Add a late item").await?;
    user.see_heading("Add a late item").await?;
    user.fill("Title", LATE_TITLE).await?;
    user.click("Add the late item").await?;
    user.see("urgen").await?;
    user.fill("Why it cannot wait", LATE_REASON).await?;
    user.choose("Lead", DIRECTOR).await?;
    user.click("Add the late item").await?;
    user.see("version 2, published").await?;
    user.see(LATE_TITLE).await?;
    user.see("Late item").await?;
    user.see(LATE_REASON).await
}

/// A paper as a director would send it.
fn paper() -> Result<Vec<u8>> {
    let mut document = Document::new("Placement costs", Style::Adult);
    document.push(Block::Title { kicker: None, text: "Placement costs".into(), subtitle: vec![] });
    document.paragraph("What each place costs in a week.");
    let created = NaiveDate::from_ymd_opt(2026, 11, 16).and_then(|day| day.and_hms_opt(9, 0, 0));
    Ok(pdf(&document, &RenderOptions { created: created.unwrap_or_default() })?)
}
