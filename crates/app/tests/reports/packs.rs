//! Agenda packs of the sample board: numbered through, the same pages everywhere, nothing private in the public one.

use std::path::Path;
use std::process::Command;

use pledgeboard_app::{
    App, Clock, Context,
    reports::{ExportedReport, ReportKind, ReportRequest, export},
};
use pledgeboard_domain::{
    AgendaContent, AgendaItem, AgendaVersion, Audience, Code, Meeting, MeetingState, PackNumbers, Paper,
};
use serde_json::{Value, json};

use crate::printed;

async fn made(cx: &Context, document: ReportKind, audience: Audience, meeting: &Meeting) -> ExportedReport {
    let request = ReportRequest {
        audience: Some(audience),
        meeting_id: Some(meeting.id),
        ..ReportRequest::new(document)
    };
    export(cx, request).await.unwrap()
}

/// The words of a page, by the number that is printed on it.
fn words(file: &Path, page: i64, first: i64) -> String {
    let page = (page - first + 1).to_string();
    let said = Command::new("pdftotext")
        .args(["-f", &page, "-l", &page, "-enc", "UTF-8"])
        .arg(file)
        .arg("-")
        .output();
    let said = said.expect("install poppler-utils, which has pdftotext").stdout;
    String::from_utf8_lossy(&said).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A meeting whose agenda is published with papers, open and private.
async fn published(cx: &Context) -> (Meeting, AgendaContent) {
    let mut read = cx.read().await.unwrap();
    for version in read.all::<AgendaVersion>().await.unwrap() {
        let papers: Vec<_> = version.content.items.iter().flat_map(|it| &it.papers).collect();
        if version.number == 1
            && papers.iter().any(|it| it.access.is_open())
            && papers.iter().any(|it| !it.access.is_open())
        {
            return (read.one::<Meeting>(version.meeting_id).await.unwrap(), version.content);
        }
    }
    panic!("no agenda of the sample has papers of both kinds")
}

#[tokio::test]
async fn the_agenda_says_on_which_pages_of_the_pack_each_paper_stands() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let (meeting, content) = published(&cx).await;
    for audience in [Audience::Public, Audience::Members] {
        let pack = made(&cx, ReportKind::Pack, audience, &meeting).await;
        let file = printed::save(&format!("pack-{audience:?}.pdf").to_lowercase(), &pack.file);
        let check = Command::new("qpdf").arg("--check").arg(&file).output().expect("install qpdf");
        assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
        let last = i64::try_from(pack.pages).unwrap();
        for page in 1..=last {
            assert!(words(&file, page, 1).contains(&format!("Page {page} of {last}")), "{audience:?} {page}");
        }
        let mut found = 0;
        for paper in content.items.iter().flat_map(|it| &it.papers) {
            let said = pack.text.lines().find(|line| line.contains(&paper.title) && line.contains("page"));
            if !audience.may_read(&paper.access) {
                assert!(said.is_none() && !pack.text.contains(&paper.title), "{said:?}");
                continue;
            }
            let said = said.unwrap();
            let from = said
                .split(['(', ','])
                .find_map(|part| part.trim().strip_prefix("pages ").or(part.trim().strip_prefix("page ")));
            let from: i64 = from.unwrap().split(['–', ')']).next().unwrap().parse().unwrap();
            let on_it = words(&file, from, 1);
            assert!(on_it.contains(&paper.title), "“{said}”, but there: {on_it}");
            assert_eq!(on_it.contains("Not for publication"), !paper.access.is_open(), "{on_it}");
            found += 1;
        }
        assert!(found > 0);
    }
}

#[tokio::test]
async fn open_papers_have_the_same_numbers_in_both_packs() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let (meeting, content) = published(&cx).await;
    let public = made(&cx, ReportKind::Pack, Audience::Public, &meeting).await;
    let members = made(&cx, ReportKind::Pack, Audience::Members, &meeting).await;
    assert!(members.pages > public.pages);
    assert!(members.notes.iter().any(|note| note.contains("not for publication")), "{:?}", members.notes);
    assert!(public.notes.iter().any(|note| note.contains("left out")), "{:?}", public.notes);
    for paper in content.items.iter().flat_map(|it| &it.papers).filter(|it| it.access.is_open()) {
        let of = |report: &ExportedReport| {
            report.text.lines().rfind(|line| line.starts_with(&paper.title)).map(str::to_owned)
        };
        assert!(of(&public).is_some());
        assert_eq!(of(&public), of(&members));
    }
}

fn late_paper(item: &Value, file: &Path) -> Value {
    json!({ "item_id": item, "file": { "path": file }, "reason": "The figures came on Friday." })
}

#[tokio::test]
async fn a_supplement_goes_on_with_the_page_numbers_that_were_published() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let app = App::start(folder.path().join("home"), Clock::new(Some(printed::today()))).await.unwrap();
    app.call("desk.open", json!({ "path": folder.path().join("anytown.pledgeboard") })).await.unwrap();
    let meetings = cx.read().await.unwrap().all::<Meeting>().await.unwrap();
    let draft = meetings.iter().find(|it| it.state == MeetingState::AgendaDrafted).unwrap();
    let none = ReportRequest { meeting_id: Some(draft.id), ..ReportRequest::new(ReportKind::Supplement) };
    assert_eq!(export(&cx, none).await.unwrap_err().code, Code::NotFound);
    app.call("agenda.publish", json!({ "meeting_id": draft.id, "late_reason": "The chair was ill." }))
        .await
        .unwrap();
    let items = cx.read().await.unwrap().by::<AgendaItem>("meeting_id", draft.id).await.unwrap();
    let item = json!(items.iter().find(|it| it.access.is_open()).unwrap().id);
    let before = made(&cx, ReportKind::Pack, Audience::Public, draft).await;

    let paper =
        cx.read().await.unwrap().all::<Paper>().await.unwrap().into_iter().find(|it| it.access.is_open());
    let content = cx.read().await.unwrap().file(&paper.unwrap().hash).await.unwrap().unwrap();
    let late = folder.path().join("Late_figures.pdf");
    std::fs::write(&late, content).unwrap();
    app.call("agenda.attach_paper", late_paper(&item, &late)).await.unwrap();

    let supplement = made(&cx, ReportKind::Supplement, Audience::Public, draft).await;
    let whole = made(&cx, ReportKind::Pack, Audience::Public, draft).await;
    assert_eq!(whole.pages, before.pages + supplement.pages, "the whole pack is both, one after the other");
    let (first, last) = (before.pages + 1, whole.pages);
    let file = printed::save("supplement.pdf", &supplement.file);
    let page = i64::try_from(first).unwrap();
    let said = words(&file, page, page);
    assert!(said.contains(&format!("Page {first} of {last}")), "{said}");
    assert!(said.contains("The figures came on Friday.") && said.contains("Late figures"), "{said}");
    let versions = cx.read().await.unwrap().by::<AgendaVersion>("meeting_id", draft.id).await.unwrap();
    let numbers: Vec<&PackNumbers> = versions.iter().map(|it| &it.content.pack).collect();
    assert_eq!(numbers[1].public.len(), 2);
    assert_eq!(numbers[0].public[..], numbers[1].public[..1], "what was published keeps its numbers");
    let agenda = made(&cx, ReportKind::Agenda, Audience::Public, draft).await;
    assert!(
        agenda.text.contains(&format!("Late figures (page {}", first + 1))
            || agenda.text.contains(&format!("Late figures (pages {}", first + 1)),
        "{}",
        agenda.text
    );
}

#[tokio::test]
async fn a_pack_that_is_being_made_says_how_far_it_is_and_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let (meeting, _) = published(&cx).await;
    let app = App::start(folder.path().join("home"), Clock::new(Some(printed::today()))).await.unwrap();
    app.call("desk.open", json!({ "path": folder.path().join("anytown.pledgeboard") })).await.unwrap();
    let path = folder.path().join("pack.pdf");
    let request = ReportRequest {
        meeting_id: Some(meeting.id),
        work: Some("the pack".into()),
        ..ReportRequest::new(ReportKind::Pack)
    };
    let save = app.call("reports.save", json!({ "report": request, "path": path }));
    let stop = async {
        let mut of = 0;
        loop {
            let done = app.call("work.look", json!({ "work": "the pack" })).await.unwrap();
            of = of.max(done["of"].as_i64().unwrap());
            if app.call("work.stop", json!({ "work": "the pack" })).await.unwrap() == json!(true) {
                return of;
            }
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
    };
    let (saved, _) = tokio::join!(save, stop);
    let refused = saved.unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Stopped, None));
    assert!(refused.message.contains("Nothing was written"));
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(left.iter().all(|it| !it.to_string_lossy().contains("pack.pdf")), "{left:?}");
    let nothing = app.call("work.look", json!({ "work": "the pack" })).await.unwrap();
    assert_eq!(nothing, json!({ "done": 0, "of": 0 }));

    // Nobody stops it now.
    app.call("reports.save", json!({ "report": request, "path": path })).await.unwrap();
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-1.7"));
}
