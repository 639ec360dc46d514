//! The sample board, and every document that can be made of it.

use chrono::NaiveDate;
use pledgeboard_app::{
    Clock, Context,
    reports::{ExportedReport, ReportFormat, ReportKind, ReportRequest, Subject, export},
    sample,
};
use pledgeboard_domain::{AgendaItem, Audience, Code, Event, Meeting, StrategyPeriod, Theme};

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// The sample board in a folder of its own.
pub async fn anytown(folder: &std::path::Path) -> Context {
    let store = sample::create(&folder.join("anytown.pledgeboard"), today()).await.unwrap();
    Context { store, person: None, clock: Clock::new(Some(today())) }
}

/// A document of the sample board with what was asked for.
pub struct Made {
    pub name: String,
    pub document: ReportKind,
    pub audience: Audience,
    pub request: ReportRequest,
    pub report: ExportedReport,
}

/// Every document for every audience that it has, about every meeting and event that it can be about.
pub async fn everything(cx: &Context) -> Vec<Made> {
    let mut read = cx.read().await.unwrap();
    let meetings = read.all::<Meeting>().await.unwrap();
    let event = read.all::<Event>().await.unwrap().into_iter().find(|event| !event.held);
    let theme = read.all::<Theme>().await.unwrap().into_iter().next();
    let periods = read.all::<StrategyPeriod>().await.unwrap();
    let items = read.all::<AgendaItem>().await.unwrap();
    let open = items.iter().find(|it| it.access.is_open() && !it.voices.is_empty()).cloned();
    let closed = items.iter().find(|it| !it.access.is_open()).cloned();
    drop(read);
    let mut requests = vec![];
    for document in ReportKind::ALL {
        let one = ReportRequest::new(*document);
        let subject = document.listing().subject;
        let about: Vec<(String, ReportRequest)> = match subject {
            Subject::Meeting | Subject::HeldMeeting => meetings
                .iter()
                .filter(|meeting| subject == Subject::Meeting || meeting.state.was_held())
                .map(|it| (it.date.to_string(), ReportRequest { meeting_id: Some(it.id), ..one.clone() }))
                .collect(),
            Subject::Event => vec![
                ("blank".into(), one.clone()),
                ("theme".into(), ReportRequest { theme_id: theme.as_ref().map(|it| it.id), ..one.clone() }),
                ("event".into(), ReportRequest { event_id: event.as_ref().map(|it| it.id), ..one }),
            ],
            Subject::Strategy => periods
                .iter()
                .map(|it| (it.name.clone(), ReportRequest { period_id: Some(it.id), ..one.clone() }))
                .collect(),
            Subject::Item => [("blank", None), ("open", open.as_ref()), ("closed", closed.as_ref())]
                .map(|(name, item)| {
                    (name.to_owned(), ReportRequest { agenda_item_id: item.map(|it| it.id), ..one.clone() })
                })
                .into(),
            Subject::Assessment => {
                vec![("this".into(), one.clone()), ("last".into(), ReportRequest { year: Some(2025), ..one })]
            }
            Subject::Span | Subject::Year | Subject::Board | Subject::LinkChampion => {
                vec![(String::new(), one)]
            }
            Subject::AcademicYear => {
                vec![("this".into(), one.clone()), ("last".into(), ReportRequest { year: Some(2025), ..one })]
            }
        };
        for (name, request) in about {
            for audience in document.listing().audiences {
                let planned = request.event_id.is_some() && *audience == Audience::Public;
                if !planned {
                    requests
                        .push((name.clone(), ReportRequest { audience: Some(*audience), ..request.clone() }));
                }
            }
        }
    }
    let mut made = vec![];
    for (name, request) in requests {
        let audience = request.audience.unwrap();
        let document = request.document;
        // The PDF, also of what comes in another form when nobody says.
        let as_pdf = ReportRequest { format: Some(ReportFormat::Pdf), ..request.clone() };
        let report = match export(cx, as_pdf).await {
            Ok(report) => report,
            // Most meetings have no late items and papers.
            Err(error) if document == ReportKind::Supplement && error.code == Code::NotFound => continue,
            Err(error) => panic!("{document:?} {name}: {error}"),
        };
        let name = format!("{document:?}-{name}-{audience:?}").to_lowercase();
        made.push(Made { name, document, audience, request, report });
    }
    made
}

/// The same document in every form that it has besides PDF.
pub async fn other_forms(cx: &Context, made: &Made) -> Vec<ExportedReport> {
    let mut forms = vec![];
    for format in made.document.listing().formats.iter().filter(|format| **format != made.report.format) {
        let request = ReportRequest { format: Some(*format), ..made.request.clone() };
        if !format.is_for(made.audience) {
            assert_eq!(export(cx, request).await.unwrap_err().field.as_deref(), Some("format"));
        } else {
            forms.push(export(cx, request).await.unwrap());
        }
    }
    forms
}

/// A file in the folder for test output, where it can be looked at afterwards.
pub fn save(name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("reports");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}
