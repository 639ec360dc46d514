//! j. The documents, saved as PDF from the Reports screen and read again: what was entered is there, what is exempt or sensitive is not.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use pledgeboard_tests::{Dialog, User};

use crate::agenda::{LATE_TITLE, PRIVATE_TITLE, PUBLIC_REASON, PUBLIC_TITLE};
use crate::evening::{DECISION, DECISION_PLAIN, NOTES, PRIVATE_NOTES, REFERENCE};
use crate::event::{FOR_THE_BOARD, SENSITIVE};
use crate::minutes::SUMMARY;
use crate::people::COUNCIL;
use crate::promise::PLAIN;
use crate::screen::check_screen;

/// How the list of meetings names the one of the story.
const MEETING: &str = "3 December 2026";
/// How long a document may take, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(20);

struct Wanted {
    /// As the screen calls it.
    document: &'static str,
    /// Who it is for; none where the document has one audience.
    audience: Option<&'static str>,
    has: &'static [&'static str],
    has_not: &'static [&'static str],
}

const WANTED: [Wanted; 6] = [
    Wanted {
        document: "Agenda",
        audience: Some("The public"),
        has: &[COUNCIL, PUBLIC_TITLE, PUBLIC_REASON, LATE_TITLE],
        has_not: &[PRIVATE_TITLE, "Larchwood", SENSITIVE, FOR_THE_BOARD],
    },
    Wanted { document: "Agenda", audience: Some("Members"), has: &[PRIVATE_TITLE], has_not: &[SENSITIVE] },
    Wanted {
        document: "Minutes",
        audience: Some("The public"),
        has: &[NOTES, DECISION, REFERENCE],
        has_not: &[PRIVATE_TITLE, "Larchwood", "4,750", SENSITIVE],
    },
    Wanted {
        document: "Minutes",
        audience: Some("Members"),
        has: &[NOTES, PRIVATE_NOTES],
        has_not: &[SENSITIVE],
    },
    Wanted {
        document: "Meeting report for children",
        audience: None,
        has: &[SUMMARY, DECISION_PLAIN],
        has_not: &["Larchwood", SENSITIVE, FOR_THE_BOARD],
    },
    Wanted {
        document: "Promises report for children",
        audience: None,
        has: &[PLAIN],
        has_not: &["Larchwood", SENSITIVE, FOR_THE_BOARD],
    },
];

pub async fn hold_what_was_entered(user: &User, home: &Path) -> Result<()> {
    user.follow("Reports").await?;
    user.see_heading("Reports").await?;
    user.see("Before it goes out").await?;
    check_screen(user, "the reports").await?;
    for (at, wanted) in WANTED.iter().enumerate() {
        let Wanted { document, audience, has, has_not } = wanted;
        let file = home.join(format!("{at}.pdf"));
        save(user, wanted, &file).await?;
        let words = read(&file)?;
        let called = format!("{document}, for {}", audience.unwrap_or("Children"));
        for expected in *has {
            if !words.contains(&plain(expected)) {
                bail!("“{called}” does not say “{expected}”; it says:\n{words}")
            }
        }
        for forbidden in *has_not {
            if words.contains(&plain(forbidden)) {
                bail!("“{called}” says “{forbidden}”:\n{words}")
            }
        }
    }
    save_all(user, home).await
}

/// Everything that is due for the meeting at once; what may be published holds nothing that may not.
async fn save_all(user: &User, home: &Path) -> Result<()> {
    user.choose("Document", "Agenda").await?;
    user.choose("Meeting", MEETING).await?;
    user.will_answer(Dialog::Open, home).await?;
    user.click("Save all for this meeting").await?;
    user.see("Done.").await?;
    user.check_accessibility("all documents of a meeting, saved").await?;
    user.picture("reports-saved-all").await?;
    let folder = home.join("meeting-2026-12-03");
    let mut published = 0;
    for file in std::fs::read_dir(&folder)? {
        let file = file?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        ensure!(!name.contains("Larchwood"), "a file is called {name}");
        if !name.ends_with(".pdf") || name.contains("members") || name.contains("chair") {
            continue;
        }
        published += 1;
        let words = read(&file)?;
        for forbidden in [PRIVATE_TITLE, "Larchwood", SENSITIVE] {
            ensure!(!words.contains(&plain(forbidden)), "{name} says “{forbidden}”");
        }
    }
    ensure!(published >= 4, "{published} files that may be published in {}", folder.display());
    Ok(())
}

/// Chooses the document and its reader, sees it, and presses the screen's own button.
async fn save(user: &User, wanted: &Wanted, file: &Path) -> Result<()> {
    user.choose("Document", wanted.document).await?;
    if user.has_field("Meeting").await? {
        user.choose("Meeting", MEETING).await?;
    }
    if let Some(audience) = wanted.audience {
        user.tick(audience).await?;
    }
    user.not_see("Making the document").await?;
    user.will_answer(Dialog::Save, file).await?;
    user.click("Save as PDF").await?;
    let begun = Instant::now();
    while !file.is_file() {
        ensure!(begun.elapsed() < PATIENCE, "“Save as PDF” wrote no {}", file.display());
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    Ok(())
}

/// The words of the file, as another program reads them.
fn read(file: &Path) -> Result<String> {
    let output = Command::new("pdftotext")
        .arg(file)
        .arg("-")
        .output()
        .context("Run `cargo xtask test`: pdftotext is not installed.")?;
    Ok(plain(&String::from_utf8_lossy(&output.stdout)))
}

/// One space between words; a word that a line break parts is put together again.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
