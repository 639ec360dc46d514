//! Everything that is due for a meeting, saved into one folder: what is made, what is missing, and what stands in the way.

use std::path::Path;

use pledgeboard_app::{App, Clock, Context};
use pledgeboard_domain::{AgendaItem, Code, Meeting, MeetingState, Paper, Person};
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
    std::fs::create_dir(folder.path().join("out")).unwrap();
    Desk { app, cx, folder }
}

impl Desk {
    async fn meeting(&self, state: MeetingState) -> Meeting {
        let all = self.cx.read().await.unwrap().all::<Meeting>().await.unwrap();
        all.into_iter().rfind(|it| it.state == state).unwrap()
    }

    fn asked(&self, meeting: &Meeting) -> Value {
        json!({ "meeting_id": meeting.id, "folder": self.folder.path().join("out"), "work": "all" })
    }

    async fn save(&self, meeting: &Meeting) -> Value {
        self.app.call("reports.save_all", self.asked(meeting)).await.unwrap()["result"].take()
    }

    /// The names of the files of a meeting, in their order.
    fn files(&self, meeting: &Meeting) -> Vec<String> {
        files(&self.folder.path().join("out").join(format!("meeting-{}", meeting.date)))
    }
}

fn files(folder: &Path) -> Vec<String> {
    let found = std::fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = found.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn said(result: &Value, list: &str) -> Vec<String> {
    let lines = result[list].as_array().unwrap().iter();
    lines
        .map(|it| format!("{}: {}", it["what"].as_str().unwrap(), it["why"].as_str().unwrap_or("")))
        .collect()
}

#[tokio::test]
async fn before_a_meeting_the_pack_the_run_sheet_and_the_year_are_there_and_the_public_waits_for_the_agenda()
{
    let desk = desk().await;
    let meeting = desk.meeting(MeetingState::AgendaDrafted).await;
    let result = desk.save(&meeting).await;
    assert_eq!(result["stopped"], json!(false));
    assert!(result["folder"].as_str().unwrap().ends_with("meeting-2026-12-03"), "{result}");
    assert_eq!(
        desk.files(&meeting),
        [
            "action-log-2026-11-22-members.csv",
            "action-log-2026-11-22-members.docx",
            "action-log-2026-11-22-members.html",
            "action-log-2026-11-22-members.pdf",
            "agenda-2026-12-03-members.docx",
            "agenda-2026-12-03-members.html",
            "agenda-2026-12-03-members.pdf",
            "agenda-pack-2026-12-03-members.pdf",
            "our-promises-2026-11-22-children.html",
            "our-promises-2026-11-22-children.pdf",
            "our-promises-2026-11-22-public.html",
            "our-promises-2026-11-22-public.pdf",
            "run-sheet-2026-12-03.pdf",
            "voice-summary-2026-11-22.docx",
            "voice-summary-2026-11-22.pdf",
            "work-programme-2026-27-members.csv",
            "work-programme-2026-27-members.docx",
            "work-programme-2026-27-members.html",
            "work-programme-2026-27-members.ics",
            "work-programme-2026-27-members.pdf",
            "work-programme-2026-27-public.csv",
            "work-programme-2026-27-public.docx",
            "work-programme-2026-27-public.html",
            "work-programme-2026-27-public.ics",
            "work-programme-2026-27-public.pdf",
        ]
    );
    let missing = said(&result, "missing");
    for line in [
        "Agenda for the public: It is not published yet. Publish it by Wednesday 25 November 2026.",
        "Agenda pack for the public: The agenda is not published yet. Publish it by Wednesday 25 November 2026.",
    ] {
        assert!(missing.iter().any(|it| it == line), "{line} is not in {missing:#?}");
    }
}

#[tokio::test]
async fn after_a_meeting_its_minutes_reports_for_children_and_poster_are_due_and_no_run_sheet() {
    let desk = desk().await;
    let meeting = desk.meeting(MeetingState::Held).await;
    let result = desk.save(&meeting).await;
    let files = desk.files(&meeting);
    for name in [
        "agenda-pack-2026-11-12-public.pdf",
        "what-happened-at-the-meeting-2026-11-12.pdf",
        "care-leavers-what-happened-at-the-meeting-2026-11-12.html",
        "how-are-we-doing-with-our-promises-2026-11-22.pdf",
        "you-said-we-did-2026-11-22.pdf",
    ] {
        assert!(files.iter().any(|it| it == name), "{name} is not in {files:#?}");
    }
    assert!(!files.iter().any(|it| it.starts_with("run-sheet")), "the evening is over");
    let missing = said(&result, "missing");
    assert!(
        missing.iter().any(|it| it == "Minutes for the public: They are not drafted yet."),
        "{missing:#?}"
    );
    let earlier = desk.meeting(MeetingState::MinutesDrafted).await;
    desk.save(&earlier).await;
    let files = desk.files(&earlier);
    assert!(files.iter().any(|it| it == "minutes-2026-10-08-public.docx"), "{files:#?}");
    // How things stand today is not of that meeting: the board has met since.
    assert!(!files.iter().any(|it| it.starts_with("action-log") || it.starts_with("you-said")), "{files:#?}");
}

#[tokio::test]
async fn supplements_are_due_once_something_came_late_each_of_them() {
    let desk = desk().await;
    let draft = desk.meeting(MeetingState::AgendaDrafted).await;
    let publish = json!({ "meeting_id": draft.id, "late_reason": "The chair was ill." });
    desk.app.call("agenda.publish", publish).await.unwrap();
    let mut read = desk.cx.read().await.unwrap();
    let items = read.by::<AgendaItem>("meeting_id", draft.id).await.unwrap();
    let item = items.iter().find(|it| it.access.is_open()).unwrap().id;
    let paper = read.all::<Paper>().await.unwrap().into_iter().find(|it| it.access.is_open()).unwrap();
    let content = read.file(&paper.hash).await.unwrap().unwrap();
    drop(read);
    desk.save(&draft).await;
    assert!(!desk.files(&draft).iter().any(|it| it.starts_with("supplement")), "nothing came late yet");
    for name in ["Late_figures.pdf", "Later_figures.pdf"] {
        let late = desk.folder.path().join(name);
        std::fs::write(&late, &content).unwrap();
        let attach = json!({ "item_id": item, "file": { "path": late }, "reason": "They came on Friday." });
        desk.app.call("agenda.attach_paper", attach).await.unwrap();
    }
    desk.save(&draft).await;
    let files = desk.files(&draft);
    let supplements: Vec<&String> = files.iter().filter(|it| it.starts_with("supplement")).collect();
    assert_eq!(
        supplements,
        [
            "supplement-2026-12-03-members-part-1.pdf",
            "supplement-2026-12-03-members-part-2.pdf",
            "supplement-2026-12-03-public-part-1.pdf",
            "supplement-2026-12-03-public-part-2.pdf",
        ]
    );
    assert!(files.iter().any(|it| it == "agenda-pack-2026-12-03-public.pdf"), "{files:#?}");
}

#[tokio::test]
async fn it_says_how_far_it_is_and_what_was_made_before_it_was_stopped_stays() {
    let desk = desk().await;
    let meeting = desk.meeting(MeetingState::AgendaDrafted).await;
    let save = desk.app.call("reports.save_all", desk.asked(&meeting));
    let stop = async {
        loop {
            let at = desk.app.call("work.look", json!({ "work": "all" })).await.unwrap();
            if at["done"].as_i64().unwrap() >= 2 {
                assert_eq!(at["of"], json!(25), "as many as there are documents, not pages");
                assert_eq!(desk.app.call("work.stop", json!({ "work": "all" })).await.unwrap(), json!(true));
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
    };
    let (saved, ()) = tokio::join!(save, stop);
    let result = &saved.unwrap()["result"];
    assert_eq!(result["stopped"], json!(true));
    let made = result["made"].as_array().unwrap();
    assert!((2..25).contains(&made.len()), "{}", made.len());
    let files = desk.files(&meeting);
    assert_eq!(files.len(), made.len(), "each is whole, and nothing else is there: {files:?}");
}

#[tokio::test]
async fn one_file_that_cannot_be_written_is_named_and_the_others_are_made() {
    let desk = desk().await;
    let meeting = desk.meeting(MeetingState::AgendaDrafted).await;
    let place = desk.folder.path().join("out/meeting-2026-12-03");
    std::fs::create_dir_all(place.join("agenda-2026-12-03-members.docx")).unwrap();
    std::fs::create_dir(place.join("agenda-pack-2026-12-03-members.pdf")).unwrap();
    let result = desk.save(&meeting).await;
    assert_eq!(result["made"].as_array().unwrap().len(), 23);
    let missing = said(&result, "missing");
    for what in ["Agenda for members", "Agenda pack for members"] {
        let line = format!("{what}: That is a folder, not a file.");
        assert!(missing.contains(&line), "{line} is not in {missing:#?}");
    }
    assert!(!desk.files(&meeting).iter().any(|it| it.ends_with(".part")));
}

#[tokio::test]
async fn a_folder_that_is_not_there_or_not_to_be_written_is_refused_in_one_sentence() {
    let desk = desk().await;
    let meeting = desk.meeting(MeetingState::AgendaDrafted).await;
    let out = desk.folder.path().join("out");
    std::fs::write(out.join("file"), "here already").unwrap();
    let mut places = vec![
        (out.join("nowhere"), "There is no such folder. Choose another place."),
        (out.join("file"), "There is no such folder. Choose another place."),
        ("".into(), "Choose a folder for the documents."),
    ];
    if cfg!(target_os = "linux") && Path::new("/sys").is_dir() {
        places.push(("/sys".into(), "You may not read or write that file. Choose another folder."));
    }
    for (place, words) in places {
        let request = json!({ "meeting_id": meeting.id, "folder": place, "work": null });
        let error = desk.app.call("reports.save_all", request).await.unwrap_err();
        assert_eq!((error.field.as_deref(), error.message.as_str()), (Some("folder"), words));
    }
    // A file of the folder's own name.
    std::fs::write(out.join("meeting-2026-12-03"), "here already").unwrap();
    let error = desk.app.call("reports.save_all", desk.asked(&meeting)).await.unwrap_err();
    assert_eq!(error.message, "That is a file, not a folder. Choose another place.");
    assert_eq!(files(&out), ["file", "meeting-2026-12-03"], "nothing was left behind");
}

#[tokio::test]
async fn for_a_meeting_with_nothing_to_print_no_folder_is_made() {
    let desk = desk().await;
    let meeting = desk.meeting(MeetingState::Planned).await;
    let error = desk.app.call("reports.save_all", desk.asked(&meeting)).await.unwrap_err();
    assert_eq!(error.code, Code::Rule);
    assert_eq!(error.message, "Nothing can be made for this meeting yet. Draft its agenda first.");
    assert!(files(&desk.folder.path().join("out")).is_empty());
    let nobody = json!({ "meeting_id": desk.cx.new_id::<pledgeboard_domain::id::MeetingId>(), "folder": "/", "work": null });
    assert_eq!(desk.app.call("reports.save_all", nobody).await.unwrap_err().code, Code::NotFound);
    assert!(
        !desk.cx.read().await.unwrap().all::<Person>().await.unwrap().is_empty(),
        "the board is as it was"
    );
}
