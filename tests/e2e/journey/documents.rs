//! j. The documents, saved as PDF and read again: what was entered is there, what is exempt or sensitive is not.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use pledgeboard_tests::User;
use serde_json::{Value, json};

use crate::agenda::{LATE_TITLE, PRIVATE_TITLE, PUBLIC_REASON, PUBLIC_TITLE};
use crate::evening::{DECISION, DECISION_PLAIN, NOTES, PRIVATE_NOTES, REFERENCE};
use crate::event::{FOR_THE_BOARD, SENSITIVE};
use crate::minutes::SUMMARY;
use crate::people::COUNCIL;
use crate::promise::PLAIN;

struct Wanted {
    document: &'static str,
    audience: &'static str,
    has: &'static [&'static str],
    has_not: &'static [&'static str],
}

const WANTED: [Wanted; 6] = [
    Wanted {
        document: "agenda",
        audience: "public",
        has: &[COUNCIL, PUBLIC_TITLE, PUBLIC_REASON, LATE_TITLE],
        has_not: &[PRIVATE_TITLE, "Larchwood", SENSITIVE, FOR_THE_BOARD],
    },
    Wanted { document: "agenda", audience: "members", has: &[PRIVATE_TITLE], has_not: &[SENSITIVE] },
    Wanted {
        document: "minutes",
        audience: "public",
        has: &[NOTES, DECISION, REFERENCE],
        has_not: &[PRIVATE_TITLE, "Larchwood", "4,750", SENSITIVE],
    },
    Wanted { document: "minutes", audience: "members", has: &[NOTES, PRIVATE_NOTES], has_not: &[SENSITIVE] },
    Wanted {
        document: "child_meeting",
        audience: "children",
        has: &[SUMMARY, DECISION_PLAIN],
        has_not: &["Larchwood", SENSITIVE, FOR_THE_BOARD],
    },
    Wanted {
        document: "child_promises",
        audience: "children",
        has: &[PLAIN],
        has_not: &["Larchwood", SENSITIVE, FOR_THE_BOARD],
    },
];

pub async fn hold_what_was_entered(user: &User, home: &Path) -> Result<()> {
    for wanted in &WANTED {
        let Wanted { document, audience, has, has_not } = wanted;
        let file = home.join(format!("{document}-{audience}.pdf"));
        save(user, wanted, &file).await?;
        let words = read(&file)?;
        for expected in *has {
            if !words.contains(&plain(expected)) {
                bail!("the {document} for {audience} does not say “{expected}”; it says:\n{words}")
            }
        }
        for forbidden in *has_not {
            if words.contains(&plain(forbidden)) {
                bail!("the {document} for {audience} says “{forbidden}”:\n{words}")
            }
        }
    }
    Ok(())
}

async fn save(user: &User, wanted: &Wanted, file: &Path) -> Result<()> {
    let of_a_meeting = wanted.document != "child_promises";
    let meeting = if of_a_meeting { json!("2026-12-03") } else { Value::Null };
    let report = json!({
        "document": wanted.document, "audience": wanted.audience, "meeting_on": meeting, "meeting_id": null,
        "event_id": null, "theme_id": null, "answered_since": null, "part": null,
    });
    user.call("reports.save", json!({ "report": report, "path": file })).await?;
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
