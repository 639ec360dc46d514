//! Reports: which there are, what they say when nothing is chosen, how they are kept, and their plain words.

use chrono::NaiveDate;
use pledgeboard_app::{
    App, AppError, Clock, Context,
    reports::{ReportKind, ReportRequest, WordsField, export},
};
use pledgeboard_domain::{
    Action, AgendaItem, Audience, Code, Meeting, MeetingState, Promise, StrategyPeriod, promise::current_set,
};
use serde_json::{Value, json};

use crate::printed;

struct Desk {
    app: App,
    cx: Context,
    folder: tempfile::TempDir,
}

async fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let app = App::start(folder.path().join("home"), Clock::new(Some(printed::today()))).await.unwrap();
    app.call("desk.open", json!({ "path": folder.path().join("anytown.pledgeboard") })).await.unwrap();
    Desk { app, cx, folder }
}

fn asked(document: ReportKind) -> Value {
    serde_json::to_value(ReportRequest::new(document)).unwrap()
}

async fn refused(desk: &Desk, document: ReportKind, change: Value) -> AppError {
    let mut request = asked(document);
    request.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    desk.app.call("reports.preview", request).await.unwrap_err()
}

#[tokio::test]
async fn the_list_knows_what_can_be_printed_and_about_what() {
    let desk = desk().await;
    let list = desk.app.call("reports.list", json!({})).await.unwrap();
    let documents = list["documents"].as_array().unwrap();
    assert_eq!(documents.len(), ReportKind::ALL.len());
    assert!(documents.iter().all(|it| it["not_yet"].is_null()), "{documents:#?}");
    assert_eq!(documents[0]["audiences"], json!(["public", "members", "chair", "children"]));
    let child_meeting = documents.iter().find(|it| it["document"] == "child_meeting").unwrap();
    assert_eq!(child_meeting["audiences"], json!(["children"]));
    let meetings = list["meetings"].as_array().unwrap();
    let of = |name: &str| {
        let document = documents.iter().find(|it| it["document"] == name).unwrap();
        meetings.iter().find(|it| it["id"] == document["meeting_id"]).unwrap()
    };
    assert_eq!(of("agenda")["held"], json!(false), "the next meeting's agenda");
    assert_eq!(of("minutes")["held"], json!(true), "the last meeting's minutes");
    assert!(of("minutes")["date"].as_str() < of("agenda")["date"].as_str());
    assert!(!list["themes"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn on_an_empty_board_each_says_why_it_cannot_be_made_yet() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let mut write = cx.write("empty the board").await.unwrap();
    for meeting in write.all::<Meeting>().await.unwrap() {
        let later = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
        let mut meeting = Meeting { date: later, state: MeetingState::Planned, started_at: None, ..meeting };
        write.update(&mut meeting).await.unwrap();
    }
    write.commit().await.unwrap();
    let agenda = export(&cx, ReportRequest::new(ReportKind::Agenda)).await.unwrap_err();
    assert_eq!(agenda.field.as_deref(), Some("meeting_id"));
    assert!(agenda.message.starts_with("No meeting is planned."), "{agenda}");
    let minutes = export(&cx, ReportRequest::new(ReportKind::Minutes)).await.unwrap_err();
    assert_eq!(minutes.message, "No meeting has been held yet, so there is nothing to report.");
}

#[tokio::test]
async fn a_preview_is_a_pdf_for_the_most_careful_audience() {
    let desk = desk().await;
    let preview = desk.app.call("reports.preview", asked(ReportKind::Agenda)).await.unwrap();
    assert_eq!(preview["audience"], json!("public"));
    assert_eq!(preview["file_name"], json!("agenda-2026-12-03-public.pdf"));
    assert!(preview["pdf_base64"].as_str().unwrap().starts_with("JVBERi0xLjc"), "no PDF 1.7");
    assert!(preview["text"].as_str().unwrap().contains("Thursday 3 December 2026"));
    let pages = preview["pages"].as_u64().unwrap();
    assert!((2..10).contains(&pages), "{pages}");
    for (document, audience) in [
        (ReportKind::Minutes, Audience::Public),
        (ReportKind::ActionLog, Audience::Public),
        (ReportKind::ChildPromises, Audience::Children),
        (ReportKind::ChildMeeting, Audience::Children),
        (ReportKind::CareLeaversPromises, Audience::Children),
        (ReportKind::CareLeaversMeeting, Audience::Children),
        (ReportKind::Poster, Audience::Children),
        (ReportKind::EventSheet, Audience::Public),
        (ReportKind::Reminders, Audience::Members),
        (ReportKind::WorkProgramme, Audience::Public),
        (ReportKind::SelfAssessment, Audience::Members),
    ] {
        assert_eq!(export(&desk.cx, ReportRequest::new(document)).await.unwrap().audience, audience);
    }
}

#[tokio::test]
async fn a_poster_is_one_page_and_says_what_would_not_fit() {
    let desk = desk().await;
    let poster = export(&desk.cx, ReportRequest::new(ReportKind::Poster)).await.unwrap();
    assert_eq!((poster.pages, poster.parts), (1, 1));
    assert!(poster.text.contains("We did"), "{}", poster.text);
    assert!(poster.notes.iter().any(|note| note.contains("would not fit on one page")), "{:?}", poster.notes);
}

#[tokio::test]
async fn words_are_read_as_a_child_would_and_nothing_is_kept() {
    let desk = desk().await;
    let read = |words: &str| {
        let words = words.to_owned();
        desk.app.call("reports.read_words", json!({ "words": words }))
    };
    let hard = read("We will ensure that you know.").await.unwrap();
    assert_eq!(hard["findings"][0]["mend"]["text"], json!("We will make sure that you know."));
    assert_eq!(read("We will tell you.").await.unwrap()["is_easy"], json!(true));
    let refused =
        desk.app.call("reports.read_words", json!({ "words": "a".repeat(2_001) })).await.unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("words"));
}

#[tokio::test]
async fn what_cannot_be_printed_is_named_with_its_place_before_anything_is_printed() {
    let desk = desk().await;
    let mut write = desk.cx.write("write a sign").await.unwrap();
    let mut action = write.all::<Action>().await.unwrap().remove(0);
    action.text = "Ask what the sign 𓀀 on the door of the house means".into();
    write.update(&mut action).await.unwrap();
    write.commit().await.unwrap();

    let preview = desk.app.call("reports.preview", asked(ReportKind::ActionLog)).await.unwrap();
    assert!(
        preview["pdf_base64"].as_str().unwrap().starts_with("JVBERi0xLjc"),
        "a proof is shown all the same"
    );
    let told = preview["unprintable"].as_array().unwrap();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&told[0]["character"], &told[0]["code"]), (&json!("𓀀"), &json!("U+13000")));
    assert!(told[0]["within"].as_str().unwrap().contains("what the sign 𓀀 on the door"), "{told:?}");

    let path = desk.folder.path().join("log.pdf");
    let save = |format: &str| {
        let mut report = asked(ReportKind::ActionLog);
        report["format"] = json!(format);
        desk.app.call("reports.save", json!({ "report": report, "path": path.with_extension(format) }))
    };
    let refused = save("pdf").await.unwrap_err();
    assert_eq!(refused.code, Code::Invalid);
    assert!(refused.message.starts_with("No typeface here can print “𓀀” (U+13000) in “"), "{refused}");
    assert!(!path.exists());
    // A web page is shown in whatever typefaces its reader has.
    save("html").await.unwrap();
}

#[tokio::test]
async fn reminders_are_one_champions_own() {
    let desk = desk().await;
    let list = desk.app.call("reports.list", json!({})).await.unwrap();
    let champions = list["champions"].as_array().unwrap();
    let sam = champions.iter().find(|it| it["name"] == "Cllr Sam Okafor").unwrap();
    let request = ReportRequest {
        person_id: Some(serde_json::from_value(sam["id"].clone()).unwrap()),
        ..ReportRequest::new(ReportKind::Reminders)
    };
    let report = export(&desk.cx, request).await.unwrap();
    assert_eq!(report.file_name, "reminders-2026-11-22.ics");
    let file = String::from_utf8(report.file).unwrap();
    let calendar: Vec<&str> = file.lines().filter(|it| it.starts_with("SUMMARY:")).collect();
    assert!(calendar.contains(&"SUMMARY:Anytown Corporate Parenting Board"), "{calendar:#?}");
    assert!(!file.contains("Back to Elm Lodge"), "that is somebody else's event");
    assert_eq!(file.matches("BEGIN:VEVENT").count(), file.matches("CLASS:PRIVATE").count());

    let colin = desk.cx.read().await.unwrap().all::<pledgeboard_domain::Person>().await.unwrap();
    let colin = colin.into_iter().find(|it| it.name == "Colin Webb").unwrap();
    let nothing = refused(&desk, ReportKind::Reminders, json!({ "person_id": colin.id })).await;
    assert_eq!(nothing.field.as_deref(), Some("person_id"));
    let public = refused(&desk, ReportKind::Reminders, json!({ "audience": "public" })).await;
    assert_eq!(public.field.as_deref(), Some("audience"));
}

#[tokio::test]
async fn the_same_board_and_day_give_the_same_file() {
    let desk = desk().await;
    let report = || export(&desk.cx, ReportRequest::new(ReportKind::ChildPromises));
    assert!(report().await.unwrap().file == report().await.unwrap().file);
}

#[tokio::test]
async fn an_audience_or_a_meeting_that_a_document_does_not_have_is_refused() {
    let desk = desk().await;
    let minutes = refused(&desk, ReportKind::Minutes, json!({ "audience": "children" })).await;
    assert_eq!(minutes.field.as_deref(), Some("audience"));
    assert_eq!(
        minutes.message,
        "There is no edition of the minutes for children. Children have a report of their own: choose the meeting report for children."
    );
    let promises = refused(&desk, ReportKind::ChildPromises, json!({ "audience": "public" })).await;
    assert_eq!(
        promises.message,
        "There is no edition of the promises report for children for the public. Choose children."
    );
    let nobody = refused(&desk, ReportKind::Agenda, json!({ "meeting_on": "2026-12-25" })).await;
    assert_eq!((nobody.code, nobody.field.as_deref()), (Code::NotFound, Some("meeting_on")));
    assert_eq!(nobody.message, "There is no meeting on Friday 25 December 2026.");
    let early = refused(&desk, ReportKind::Minutes, json!({ "meeting_on": "2026-12-03" })).await;
    assert!(early.message.contains("has not been held"), "{early}");
    let list = desk.app.call("reports.list", json!({})).await.unwrap();
    if let Some(event) = list["events"].as_array().unwrap().first() {
        let change = json!({ "event_id": event["id"], "audience": "public" });
        let sheet = refused(&desk, ReportKind::EventSheet, change).await;
        assert!(sheet.message.starts_with("A sheet for a planned event says where children will be."));
    }
}

#[tokio::test]
async fn a_report_is_saved_whole_or_refused_beside_its_path() {
    let desk = desk().await;
    let save = |path: std::path::PathBuf| {
        let report = asked(ReportKind::Minutes);
        desk.app.call("reports.save", json!({ "report": report, "path": path }))
    };
    let path = desk.folder.path().join("minutes");
    let saved = save(path.clone()).await.unwrap();
    assert_eq!(saved["result"]["path"], json!(path.with_extension("pdf")));
    assert!(std::fs::read(path.with_extension("pdf")).unwrap().starts_with(b"%PDF-1.7"));

    for (place, words) in [
        (desk.folder.path().join("nowhere/minutes.pdf"), "There is no such folder. Choose another place."),
        (desk.folder.path().join(""), "That is a folder, not a file."),
        ("".into(), "Choose where to save it."),
    ] {
        let error = save(place).await.unwrap_err();
        assert_eq!((error.field.as_deref(), error.message.as_str()), (Some("path"), words));
    }
    let parts: Vec<_> = std::fs::read_dir(desk.folder.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|it| it == "part"))
        .collect();
    assert!(parts.is_empty(), "{parts:?}");
}

#[tokio::test]
async fn missing_plain_words_are_listed_with_where_they_go_and_adults_words_never_stand_in() {
    let desk = desk().await;
    let mut write = desk.cx.write("forget the plain words").await.unwrap();
    let sets = write.all::<StrategyPeriod>().await.unwrap();
    let mut promise = current_set(desk.cx.today(), write.all::<Promise>().await.unwrap(), &sets).remove(0);
    promise.plain_text = String::new();
    write.update(&mut promise).await.unwrap();
    write.commit().await.unwrap();

    let report = export(&desk.cx, ReportRequest::new(ReportKind::ChildPromises)).await.unwrap();
    let missing = report.missing.iter().find(|it| it.id == promise.id.0).unwrap();
    assert_eq!(
        (missing.field, missing.place.as_str()),
        (WordsField::PromisePlain, "Promise 1: What we promise")
    );
    assert_eq!(missing.about, promise.text);
    assert!(report.text.contains("We are still writing this part."));
    assert!(!report.text.contains(&promise.text));

    let words = "We will ask you before you move. Placement stability is monitored by the IRO, and a strategy meeting \
                 must be convened before anything of that kind is allowed to happen to you.";
    let request =
        json!({ "field": "promise_plain", "id": promise.id, "version": missing.version, "words": words });
    let written = desk.app.call("reports.save_words", request.clone()).await.unwrap();
    assert_eq!((&written["result"], &written["changed"]), (&json!(promise.version + 1), &json!(["promise"])));
    assert_eq!(written["can_undo"], json!(true));

    let preview = desk.app.call("reports.preview", asked(ReportKind::ChildPromises)).await.unwrap();
    assert!(preview["text"].as_str().unwrap().contains("We will ask you before you move."));
    let hard = preview["readability"].as_array().unwrap();
    let hard = hard.iter().find(|it| it["id"] == json!(promise.id)).unwrap();
    let kinds: Vec<_> =
        hard["findings"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"long_sentence") && kinds.contains(&"passive"), "{hard:#}");

    // A second officer, who still sees the old words, does not overwrite these.
    let stale = desk.app.call("reports.save_words", request).await.unwrap_err();
    assert_eq!(stale.code, Code::Stale);
}

#[tokio::test]
async fn the_words_of_a_published_agenda_are_not_mended_in_place() {
    let desk = desk().await;
    let mut read = desk.cx.read().await.unwrap();
    let meetings = read.all::<Meeting>().await.unwrap();
    let of = |state| meetings.iter().find(|it| it.state == state).unwrap().id;
    let published =
        read.by::<AgendaItem>("meeting_id", of(MeetingState::AgendaPublished)).await.unwrap().remove(0);
    let approved =
        read.by::<AgendaItem>("meeting_id", of(MeetingState::MinutesApproved)).await.unwrap().remove(0);
    drop(read);
    let words = |field: &str, item: &AgendaItem, version: i64| json!({ "field": field, "id": item.id, "version": version, "words": "We will listen to you." });
    let request = words("item_summary", &published, published.version);
    let error = desk.app.call("reports.save_words", request).await.unwrap_err();
    assert_eq!((error.code, error.field.as_deref()), (Code::Rule, Some("words")));
    let error = desk.app.call("reports.save_words", words("minute_plain", &published, 0)).await.unwrap_err();
    assert!(error.message.starts_with("This meeting has not been held"), "{error}");

    let long =
        json!({ "field": "minute_plain", "id": approved.id, "version": 1, "words": "long ".repeat(1000) });
    let error = desk.app.call("reports.save_words", long).await.unwrap_err();
    assert_eq!(error.field.as_deref(), Some("words"));
}

#[tokio::test]
async fn a_boards_own_colour_logo_and_word_are_in_its_documents_or_it_is_told_why_not() {
    let desk = desk().await;
    let mut write = desk.cx.write("dress the board").await.unwrap();
    let mut board = write.board().await.unwrap();
    board.promises_called = "the pledge".into();
    board.colour = "#ffe08a".into();
    board.logo = write.keep_file(b"once a picture").await.unwrap();
    write.update(&mut board).await.unwrap();
    write.commit().await.unwrap();
    let preview = desk.app.call("reports.preview", asked(ReportKind::ChildPromises)).await.unwrap();
    assert_eq!(preview["title"], "How are we doing with our pledges?");
    assert!(preview["file_name"].as_str().unwrap().starts_with("how-are-we-doing-with-our-pledges-"));
    let notes = preview["notes"].to_string();
    assert!(notes.contains("The logo is left out.") && notes.contains("too pale to read"), "{notes}");
    let list = desk.app.call("reports.list", json!({})).await.unwrap();
    let names: Vec<_> = list["documents"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
    assert!(names.contains(&&json!("pledges report for children")), "{names:?}");
    let change = json!({ "part": 2 });
    assert_eq!(refused(&desk, ReportKind::ChildPromises, change).await.field.as_deref(), Some("part"));
}

#[tokio::test]
async fn a_self_assessment_is_the_newest_or_the_one_that_is_chosen() {
    let desk = desk().await;
    let one = ReportRequest::new(ReportKind::SelfAssessment);
    let made = export(&desk.cx, one.clone()).await.unwrap();
    assert_eq!(made.file_name, "self-assessment-2026-11-10.pdf");
    assert!(made.text.contains("Since last time: 8 better, 1 worse and 3 the same."), "{}", made.text);
    assert!(
        made.text.contains("Not for publication: paragraph") || made.text.contains("Not for publication")
    );
    assert!(!made.text.contains("agreement between the two councils"), "{}", made.text);
    let last = export(&desk.cx, ReportRequest { year: Some(2025), ..one.clone() }).await.unwrap();
    assert!(last.text.contains("The board has judged all 19 statements."), "{}", last.text);
    let list = desk.app.call("reports.list", json!({})).await.unwrap();
    let ids: Vec<_> = list["assessments"].as_array().unwrap().iter().map(|it| it["id"].clone()).collect();
    let older =
        ReportRequest { assessment_id: serde_json::from_value(ids[1].clone()).unwrap(), ..one.clone() };
    assert_eq!(export(&desk.cx, older).await.unwrap().text, last.text);
    let none = export(&desk.cx, ReportRequest { year: Some(2020), ..one.clone() }).await.unwrap_err();
    assert_eq!(none.message, "There is no self-assessment of 2020. Choose another year.");
    let mut write = desk.cx.write("take them out").await.unwrap();
    for it in write.all::<pledgeboard_domain::Assessment>().await.unwrap() {
        write.delete(&it).await.unwrap();
    }
    write.commit().await.unwrap();
    let none = export(&desk.cx, one).await.unwrap_err();
    assert_eq!(none.message, "No self-assessment has been begun yet. Begin one under Board.");
    let list = desk.app.call("reports.list", json!({})).await.unwrap();
    let documents = list["documents"].as_array().unwrap();
    let line = documents.iter().find(|it| it["document"] == "self_assessment").unwrap();
    assert_eq!(line["not_yet"], json!(none.message));
}

#[tokio::test]
async fn a_usual_years_work_programme_stands_on_one_page() {
    let desk = desk().await;
    for audience in [Audience::Public, Audience::Members] {
        let request =
            ReportRequest { audience: Some(audience), ..ReportRequest::new(ReportKind::WorkProgramme) };
        let report = export(&desk.cx, request).await.unwrap();
        assert_eq!(report.pages, 1, "{audience:?}");
        assert!(report.text.contains("Agreed for scrutiny, Cllr Jean Moss, on:"));
    }
    let request = ReportRequest::new(ReportKind::WorkProgramme);
    assert_eq!(export(&desk.cx, request).await.unwrap().file_name, "work-programme-2026-27-public.pdf");
}

#[tokio::test]
async fn a_report_cover_is_one_page_blank_and_for_each_item_to_come() {
    let desk = desk().await;
    let items = desk.cx.read().await.unwrap().all::<AgendaItem>().await.unwrap();
    let blank = ReportRequest {
        format: Some(pledgeboard_app::reports::ReportFormat::Pdf),
        ..ReportRequest::new(ReportKind::ReportCover)
    };
    assert_eq!(export(&desk.cx, blank.clone()).await.unwrap().pages, 1);
    for item in items.iter().filter(|it| !it.voices.is_empty() || !it.promises.is_empty()) {
        let request = ReportRequest { agenda_item_id: Some(item.id), ..blank.clone() };
        assert_eq!(export(&desk.cx, request).await.unwrap().pages, 1, "{}", item.title);
    }
}
