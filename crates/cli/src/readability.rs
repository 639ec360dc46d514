//! `readability`: what a child may find hard in a report.

use pledgeboard_app::{
    AppError,
    domain::easy_read,
    reports::{self, ExportedReport, ReportKind, ReportRequest},
};

use crate::{
    Refused,
    arguments::{ChildReport, ListFormat, Readability},
    say,
};

pub async fn readability(asked: Readability) -> Result<(), Refused> {
    let kind = match asked.report {
        ChildReport::ChildPromises => ReportKind::ChildPromises,
        ChildReport::ChildMeeting => ReportKind::ChildMeeting,
        ChildReport::Poster => ReportKind::Poster,
    };
    let request = ReportRequest { meeting_on: asked.meeting, ..ReportRequest::new(kind) };
    let cx = asked.on.open().await?;
    let made = reports::proof(&cx, request).await;
    cx.store.close().await;
    let report = made?;
    match asked.format {
        ListFormat::Json => {
            let found =
                serde_json::json!({ "title": report.title, "missing": report.missing, "hard": report.hard });
            say(&serde_json::to_string_pretty(&found).map_err(AppError::fault)?)?;
        }
        ListFormat::Text => say(&lines(&report))?,
    }
    match report.missing.len() + report.hard.len() {
        0 => Ok(()),
        1 => Err(Refused("One text is missing or may be hard for a child.".into())),
        some => Err(Refused(format!("{some} texts are missing or may be hard for a child."))),
    }
}

fn lines(report: &ExportedReport) -> String {
    let mut lines = vec![];
    for words in &report.missing {
        lines.push(format!("{}: nothing is written yet.", words.place));
    }
    for hard in &report.hard {
        lines.push(format!("{}: {}", hard.words.place, hard.summary));
        for finding in &hard.findings {
            lines.push(format!("  “{}”: {}", finding.passage, finding.message));
        }
    }
    if lines.is_empty() {
        lines.push("Easy to read, as far as a checker can tell.".into());
    }
    lines.push(easy_read::LIMITS.into());
    lines.join("\n")
}
