//! `export all`: what is due for a meeting, written into one folder, with a list of it and of what is missing.

use std::io::ErrorKind;
use std::path::Path;

use pledgeboard_app::{
    AppError, Context,
    domain::{Code, wording},
    reports::due::{self, DueList, MadeDocument, Missing},
};

use crate::{
    Refused,
    arguments::{ExportAll, ListFormat},
    say,
};

pub async fn all(asked: ExportAll) -> Result<(), Refused> {
    let cx = asked.on.open().await?;
    let done = write(&cx, &asked).await;
    cx.store.close().await;
    let (list, made) = done?;
    let missing = missing(&list, &made);
    let text = match asked.format {
        ListFormat::Json => {
            let found = serde_json::json!({ "meeting": list.meeting, "made": made, "missing": missing });
            serde_json::to_string_pretty(&found).map_err(AppError::fault)?
        }
        ListFormat::Text => lines(&list, &made, &missing, &asked.out),
    };
    say(&text)?;
    match missing.len() {
        0 => Ok(()),
        1 => Err(Refused("One document that is due is missing or not whole.".into())),
        some => Err(Refused(format!("{some} documents that are due are missing or not whole."))),
    }
}

/// One document that cannot be made is no reason to leave the others out; a folder that cannot be written is.
async fn write(cx: &Context, asked: &ExportAll) -> Result<(DueList, Vec<MadeDocument>), Refused> {
    let mut list = due::due(cx, asked.meeting, &asked.forms).await?;
    folder(&asked.out)?;
    let mut made = vec![];
    for request in &list.documents {
        match due::save_into(cx, request.clone(), &asked.out).await {
            Ok(document) => made.push(document),
            Err(error) if error.code == Code::Storage => return Err(error.into()),
            Err(error) => list.missing.push(Missing { what: due::what_of(request), why: error.message }),
        }
    }
    Ok((list, made))
}

/// Makes the folder where it is not there; its own folder must be.
fn folder(out: &Path) -> Result<(), Refused> {
    match std::fs::create_dir(out) {
        Ok(()) => Ok(()),
        Err(_) if out.is_dir() => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(Refused("That is a file, not a folder. Choose another place.".into()))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(Refused("There is no such folder. Choose another place.".into()))
        }
        Err(error) => Err(error.into()),
    }
}

/// What could not be made, and what is not whole; each once, whatever its forms.
fn missing(list: &DueList, made: &[MadeDocument]) -> Vec<Missing> {
    let mut missing = list.missing.clone();
    let unfinished = made.iter().filter(|it| !it.still_writing.is_empty()).map(|it| Missing {
        what: it.what.clone(),
        why: format!("We are still writing: {}.", it.still_writing.join("; ")),
    });
    for it in unfinished {
        if !missing.contains(&it) {
            missing.push(it);
        }
    }
    missing
}

fn lines(list: &DueList, made: &[MadeDocument], missing: &[Missing], out: &Path) -> String {
    let day = wording::date(list.meeting);
    let mut lines = vec![];
    if made.is_empty() {
        lines.push(format!("Nothing was made for the meeting on {day}."));
    } else {
        lines.push(format!("Made for the meeting on {day}, in {}:", out.display()));
    }
    for document in made {
        lines.extend(document.files.iter().map(|file| format!("  {file}: {}", document.what)));
    }
    let mut notes: Vec<(&str, &String)> =
        made.iter().flat_map(|it| it.notes.iter().map(|note| (it.what.as_str(), note))).collect();
    notes.dedup();
    if !notes.is_empty() {
        lines.push("To know before it goes out:".to_owned());
        lines.extend(notes.iter().map(|(what, note)| format!("  {what}: {note}")));
    }
    if !missing.is_empty() {
        lines.push("Missing:".to_owned());
        lines.extend(missing.iter().map(|it| format!("  {}: {}", it.what, it.why)));
    }
    lines.join("\n")
}
