//! What nobody means to print, and somebody will: an empty meeting, an empty board, 300 actions, a logo that is no
//! picture, a place that takes no file. Nothing panics, nothing is half written, and a refusal is one sentence.

use pledgeboard_app::{
    App, AppError, Clock, Context,
    reports::{ReportFormat, ReportKind, ReportRequest, Subject, export},
    sample,
};
use pledgeboard_domain::{Action, Audience, Code, Meeting, MeetingState};
use serde_json::json;

use crate::printed;

/// A plain sentence or two, and no fault of ours.
fn is_plain(error: &AppError) {
    assert_ne!(error.code, Code::Fault, "{error}");
    assert!(error.message.ends_with('.') && error.message.len() < 300, "{error}");
}

/// Every form of a document for everybody that it is for; what can be made is, and what cannot says why.
async fn all(cx: &Context, request: &ReportRequest) -> usize {
    let mut made = 0;
    for audience in request.document.listing().audiences {
        for format in request.document.listing().formats {
            if !format.is_for(*audience) {
                continue;
            }
            let asked = ReportRequest { audience: Some(*audience), format: Some(*format), ..request.clone() };
            match export(cx, asked).await {
                Ok(report) => {
                    assert!(!report.file.is_empty(), "{:?} {audience:?} {format:?}", request.document);
                    made += 1;
                }
                Err(error) => is_plain(&error),
            }
        }
    }
    made
}

#[tokio::test]
async fn a_meeting_without_items_is_printed_in_whatever_state_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let like = cx.read().await.unwrap().all::<Meeting>().await.unwrap().pop().unwrap();
    for (day, state) in [
        (1, MeetingState::Planned),
        (2, MeetingState::AgendaDrafted),
        (3, MeetingState::AgendaPublished),
        (4, MeetingState::Held),
        (5, MeetingState::MinutesDrafted),
        (6, MeetingState::MinutesApproved),
    ] {
        let mut write = cx.write("plan an empty meeting").await.unwrap();
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let mut empty =
            Meeting { id: cx.new_id(), version: 0, date, state, started_at: None, ..like.clone() };
        write.insert(&mut empty).await.unwrap();
        write.commit().await.unwrap();
        for document in ReportKind::ALL {
            let subject = document.listing().subject;
            if !matches!(subject, Subject::Meeting | Subject::HeldMeeting) {
                continue;
            }
            let request = ReportRequest { meeting_id: Some(empty.id), ..ReportRequest::new(*document) };
            let made = all(&cx, &request).await;
            let held = state >= MeetingState::Held;
            let due = *document != ReportKind::Supplement && (subject == Subject::Meeting || held);
            assert_eq!(made > 0, due, "{document:?}, {state:?}");
        }
    }
}

#[tokio::test]
async fn an_empty_board_prints_what_it_can_and_says_of_the_rest_why_not() {
    let folder = tempfile::tempdir().unwrap();
    let store =
        sample::create_empty(&folder.path().join("empty.pledgeboard"), printed::today()).await.unwrap();
    let cx = Context { store, person: None, clock: Clock::new(Some(printed::today())) };
    let mut made = 0;
    for document in ReportKind::ALL {
        made += all(&cx, &ReportRequest::new(*document)).await;
    }
    assert!(made > 10, "{made}");
}

#[tokio::test]
async fn three_hundred_actions_are_all_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let mut write = cx.write("add many actions").await.unwrap();
    let like = write.all::<Action>().await.unwrap().pop().unwrap();
    let long = "Ask every school, every home and every placement what they would change first. ".repeat(4);
    for number in 0..300 {
        let mut action = Action {
            id: cx.new_id(),
            version: 0,
            reference: format!("A99-{number:03}"),
            text: format!("{number}. {long}"),
            ..like.clone()
        };
        write.insert(&mut action).await.unwrap();
    }
    write.commit().await.unwrap();
    for format in [ReportFormat::Pdf, ReportFormat::Docx, ReportFormat::Html, ReportFormat::Csv] {
        let request = ReportRequest {
            audience: Some(Audience::Members),
            format: Some(format),
            ..ReportRequest::new(ReportKind::ActionLog)
        };
        let report = export(&cx, request).await.unwrap();
        let text = match format {
            ReportFormat::Html | ReportFormat::Csv => String::from_utf8(report.file).unwrap(),
            _ => report.text,
        };
        for number in 0..300 {
            assert!(text.contains(&format!("A99-{number:03}")), "{number} is not in {format:?}");
        }
        assert!(format != ReportFormat::Pdf || report.pages > 20, "{}", report.pages);
    }
}

/// A PNG or JPEG that says it is 10,000 by 6,000 dots.
fn huge(of: &str) -> Vec<u8> {
    let (wide, high) = (10_000_u32, 6_000_u32);
    if of == "png" {
        let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        return [&head[..], &wide.to_be_bytes(), &high.to_be_bytes(), &[8, 2, 0, 0, 0, 1, 2, 3, 4]].concat();
    }
    let size = [&high.to_be_bytes()[2..], &wide.to_be_bytes()[2..]].concat();
    let head =
        [&[0xff, 0xd8, 0xff, 0xc0, 0, 17, 8][..], &size, &[3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]].concat();
    let scan = [0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0];
    [&head[..], &scan, &vec![0x5a; 300_000], &[0xff, 0xd9]].concat()
}

#[tokio::test]
async fn a_logo_that_is_too_large_or_damaged_is_refused_and_an_old_one_left_out_with_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let app = App::start(folder.path().join("home"), Clock::new(Some(printed::today()))).await.unwrap();
    app.call("desk.open", json!({ "path": folder.path().join("anytown.pledgeboard") })).await.unwrap();
    let cut = [
        &[0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 40, 0, 30, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1][..],
        &[0; 40],
    ]
    .concat();
    for (name, content, says) in [
        ("huge.png", huge("png"), "The picture has over 20 million dots. Choose a smaller one."),
        ("huge.jpg", huge("jpg"), "The picture has over 20 million dots. Choose a smaller one."),
        ("cut.jpg", cut, "The picture cannot be read. Choose another PNG or JPEG file."),
        (
            "cut.png",
            huge("png")[..20].to_vec(),
            "The picture cannot be read. Choose another PNG or JPEG file.",
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, &content).unwrap();
        let error = app.call("settings.keep_logo", json!({ "path": path })).await.unwrap_err();
        assert_eq!((error.field.as_deref(), error.message.as_str()), (Some("logo"), says), "{name}");
        // One that came with the data of an older program is no reason to print nothing.
        let mut write = cx.write("keep a logo").await.unwrap();
        let mut board = write.board().await.unwrap();
        board.logo = write.keep_file(&content).await.unwrap();
        write.update(&mut board).await.unwrap();
        write.commit().await.unwrap();
        for format in [ReportFormat::Pdf, ReportFormat::Docx, ReportFormat::Html] {
            let request = ReportRequest { format: Some(format), ..ReportRequest::new(ReportKind::Agenda) };
            let report = export(&cx, request).await.unwrap();
            let told = report.notes.iter().any(|note| note == &format!("The logo is left out. {says}"));
            assert!(told, "{name} {format:?}: {:?}", report.notes);
        }
    }
}

/// A full disk: the device that is always full stands where the file would be written beside its place.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_place_that_takes_no_file_is_refused_and_what_was_there_stays() {
    let folder = tempfile::tempdir().unwrap();
    let _cx = printed::anytown(folder.path()).await;
    let app = App::start(folder.path().join("home"), Clock::new(Some(printed::today()))).await.unwrap();
    app.call("desk.open", json!({ "path": folder.path().join("anytown.pledgeboard") })).await.unwrap();
    for document in ["agenda", "pack"] {
        let out = folder.path().join(document);
        std::fs::create_dir_all(out.join("taken.pdf")).unwrap();
        std::fs::write(out.join("full.pdf"), "the one before").unwrap();
        std::os::unix::fs::symlink("/dev/full", out.join("full.pdf.part")).unwrap();
        for (place, says) in [
            (
                out.join("full.pdf"),
                "The disk is full, so nothing was written. Free some space and try again.",
            ),
            (out.join("taken.pdf"), "That is a folder, not a file."),
            (out.join("nowhere/new.pdf"), "There is no such folder. Choose another place."),
            ("/sys/new.pdf".into(), "You may not read or write that file. Choose another folder."),
            (
                out.join("n".repeat(300)),
                "That name is too long, or this computer does not allow it. Choose a shorter one.",
            ),
        ] {
            let mut report = serde_json::to_value(ReportRequest::new(ReportKind::Agenda)).unwrap();
            report["document"] = json!(document);
            let save = app.call("reports.save", json!({ "report": report, "path": place }));
            let error = save.await.unwrap_err();
            assert_eq!((error.field.as_deref(), error.message.as_str()), (Some("path"), says), "{document}");
        }
        let mut left: Vec<_> = std::fs::read_dir(&out)
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, ["full.pdf", "taken.pdf"], "nothing half-written stays");
        assert_eq!(std::fs::read_to_string(out.join("full.pdf")).unwrap(), "the one before");
    }
}
