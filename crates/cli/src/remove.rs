//! `remove-for-good`: looks where words stand, and takes them out for whoever says why.

use std::{io::Read, path::Path};

use pledgeboard_app::{
    backups::Shelf,
    domain::wording,
    removal::{self, FindWords, Holding, RemoveWords},
};

use crate::{Refused, arguments::RemoveForGood, say};

pub async fn remove(asked: RemoveForGood) -> Result<(), Refused> {
    let words = words_in(&asked.words_file)?;
    let cx = asked.on.open().await?;
    let done = match asked.why {
        None => removal::find(&cx, FindWords { words }).await.map(|found| told(&found)),
        Some(why) => {
            let request = RemoveWords { words, why, papers: vec![] };
            let shelf = Shelf::beside(&asked.on.board);
            removal::from_board_and(&shelf, &cx, request).await.map(|done| {
                let gone = "The words are gone for good from the board and the backups beside it. Copies elsewhere still hold them.";
                [vec![gone.to_owned()], done.result.notices].concat().join("\n")
            })
        }
    };
    cx.store.close().await;
    say(&done?)
}

/// From a file or standard input, so that they do not stay in the shell's history.
pub fn words_in(file: &Path) -> Result<String, Refused> {
    let mut words = String::new();
    if file.as_os_str() == "-" {
        std::io::stdin().read_to_string(&mut words)?;
    } else {
        words = std::fs::read_to_string(file)?;
    }
    Ok(words.trim().to_owned())
}

fn told(found: &Holding) -> String {
    let count = |n: u32, one: &str, many: &str| wording::count(n.into(), one, many);
    let mut lines: Vec<String> = found
        .kinds
        .iter()
        .map(|kind| {
            let records = count(kind.records, "record", "records");
            format!("{}: {records}, {} of its history", kind.called, count(kind.changes, "change", "changes"))
        })
        .collect();
    lines.extend(found.papers.iter().map(|paper| match paper.unread {
        true => format!("paper “{}”: cannot be read by a program; look at it yourself", paper.title),
        false => format!("paper “{}”: holds them; remove its file in the app", paper.title),
    }));
    match lines.as_slice() {
        [] => "These words stand nowhere on the board.".into(),
        _ => lines.join("\n") + "\nNothing was changed. With --why they are removed; nobody can undo that.",
    }
}
