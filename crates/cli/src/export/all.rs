//! `export all`: what is due for a meeting, written into one folder, with a list of it and of what is missing.

use pledgeboard_app::{
    AppError, Context,
    domain::wording,
    reports::due::{self, SavedAll, Which},
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
    let all = done?;
    let text = match asked.format {
        ListFormat::Json => {
            let found =
                serde_json::json!({ "meeting": all.meeting, "made": all.made, "missing": all.missing });
            serde_json::to_string_pretty(&found).map_err(AppError::fault)?
        }
        ListFormat::Text => lines(&all),
    };
    say(&text)?;
    match all.missing.len() {
        0 => Ok(()),
        1 => Err(Refused("One document that is due is missing or not whole.".into())),
        some => Err(Refused(format!("{some} documents that are due are missing or not whole."))),
    }
}

async fn write(cx: &Context, asked: &ExportAll) -> Result<SavedAll, AppError> {
    let list = due::due(cx, Which { on: asked.meeting, id: None }, &asked.forms).await?;
    Ok(due::save_all(cx, list, &asked.out, None).await?.result)
}

fn lines(SavedAll { meeting, made, missing, folder, .. }: &SavedAll) -> String {
    let day = wording::date(*meeting);
    let mut lines = vec![];
    if made.is_empty() {
        lines.push(format!("Nothing was made for the meeting on {day}."));
    } else {
        lines.push(format!("Made for the meeting on {day}, in {}:", folder));
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
