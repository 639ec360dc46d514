//! `export`: documents as PDF, the whole board as data.

use pledgeboard_app::{
    reports::{self, Audience, ReportKind, ReportRequest},
    transfer, write_whole,
};

use crate::{
    Refused,
    arguments::{DocumentFormat, Export, ExportData, ExportDocument, ExportOfMeeting, ForWhom},
    say,
};

pub async fn export(asked: Export) -> Result<(), Refused> {
    match asked {
        Export::Data(it) => data(it).await,
        Export::Agenda(it) => of_meeting(ReportKind::Agenda, it).await,
        Export::Minutes(it) => of_meeting(ReportKind::Minutes, it).await,
        Export::ChildMeeting(it) => of_meeting(ReportKind::ChildMeeting, it).await,
        Export::ActionLog(it) => document(ReportRequest::new(ReportKind::ActionLog), it.document).await,
        Export::ChildPromises(it) => {
            document(ReportRequest::new(ReportKind::ChildPromises), it.document).await
        }
        Export::EventSheet(it) => document(ReportRequest::new(ReportKind::EventSheet), it.document).await,
    }
}

async fn of_meeting(kind: ReportKind, asked: ExportOfMeeting) -> Result<(), Refused> {
    let request = ReportRequest { meeting_on: asked.meeting, ..ReportRequest::new(kind) };
    document(request, asked.document).await
}

async fn document(request: ReportRequest, asked: ExportDocument) -> Result<(), Refused> {
    let audience = asked.audience.map(|audience| match audience {
        ForWhom::Public => Audience::Public,
        ForWhom::Members => Audience::Members,
        ForWhom::Chair => Audience::Chair,
        ForWhom::Children => Audience::Children,
    });
    let cx = transfer::open(&asked.on.board, asked.on.today.clock()).await?;
    let exported = reports::export(&cx, ReportRequest { audience, ..request }).await;
    cx.store.close().await;
    let report = exported?;
    match asked.format {
        DocumentFormat::Pdf => write_whole(&asked.out, &report.pdf)?,
    }
    for note in &report.notes {
        eprintln!("Note: {note}");
    }
    for words in &report.missing {
        eprintln!("Still to write: {}.{}", words.place, about(&words.about));
    }
    say(&format!("Wrote {}", asked.out.display()))
}

/// What the missing words are about, on one line.
fn about(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { words } else { format!(" In adults' words: {words}") }
}

async fn data(asked: ExportData) -> Result<(), Refused> {
    let cx = transfer::open(&asked.on.board, asked.on.today.clock()).await?;
    transfer::export_data(&cx, &asked.out).await?;
    cx.store.close().await;
    say(&format!("Wrote {}", asked.out.display()))
}
