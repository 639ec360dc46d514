//! What is made to be given out is remembered with the voices that it held: the loop's last step on paper.

use pledgeboard_domain::{PrintedDocument, Voice, id::VoiceId};
use pledgeboard_store::{Arg, Writing};

use super::ExportedReport;
use crate::{
    context::{Context, Written},
    error::{AppError, Outcome},
};

/// Remembers that a document was made, where it held voices. Paper that went out is not undone. Whoever may only read a
/// shared board saves documents too, and leaves no trace of it there.
///
/// # Errors
/// When the board cannot be written.
pub async fn remember(cx: &Context, report: &ExportedReport) -> Outcome<Written<()>> {
    let mut write = cx.write("save a document that holds voices").await?;
    let remembers = cx.store.member().is_none_or(|it| it.part.writes_all());
    if remembers && !report.voices.is_empty() {
        keep(cx, &mut write, report).await?;
    }
    write.cannot_be_undone();
    cx.done(write, ()).await
}

async fn keep(cx: &Context, write: &mut Writing, report: &ExportedReport) -> Outcome<()> {
    let voices = held(write, report).await?;
    if voices.is_empty() {
        return Ok(());
    }
    let kind = serde_json::to_value(report.document).map_err(AppError::fault)?;
    let mut made = PrintedDocument {
        id: cx.new_id(),
        version: 0,
        document: kind.as_str().unwrap_or_default().to_owned(),
        title: report.title.clone(),
        audience: report.audience,
        on: cx.today(),
        meeting_id: report.meeting_id,
        voices,
    };
    let today = write.find::<PrintedDocument>("t.\"on\" = $1", &[Arg::Date(cx.today())]).await?;
    match today.into_iter().find(|it| it.is_again(&made)) {
        None => write.insert(&mut made).await?,
        Some(mut before) => {
            if before.take_in(&made.voices) {
                write.update(&mut before).await?;
            }
        }
    }
    Ok(())
}

/// The voices of this part, where a report is given in parts.
async fn held(write: &mut Writing, report: &ExportedReport) -> Outcome<Vec<VoiceId>> {
    if report.parts == 1 {
        return Ok(report.voices.clone());
    }
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = words(&report.text);
    let mut voices = vec![];
    for id in &report.voices {
        if text.contains(&words(&write.one::<Voice>(*id).await?.words)) {
            voices.push(*id);
        }
    }
    Ok(voices)
}
