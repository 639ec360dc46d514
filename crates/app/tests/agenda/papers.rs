use base64::Engine;
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, dictionary};
use serde_json::{Value, json};

use super::board::told;

/// A PDF of so many empty pages.
fn document(pages: usize) -> Document {
    let mut document = Document::with_version("1.7");
    let root = document.new_object_id();
    let kids: Vec<Object> = (0..pages)
        .map(|_| document.add_object(dictionary! { "Type" => "Page", "Parent" => root }).into())
        .collect();
    let count = i64::try_from(pages).unwrap();
    document.objects.insert(
        root,
        dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        }
        .into(),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    document.trailer.set(
        "ID",
        vec![Object::string_literal("0123456789abcdef"), Object::string_literal("0123456789abcdef")],
    );
    document
}

fn bytes(mut document: Document) -> Vec<u8> {
    let mut bytes = vec![];
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn locked() -> Vec<u8> {
    let mut document = document(1);
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "secret",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    bytes(document)
}

fn dropped(item: &Value, name: &str, content: &[u8]) -> Value {
    let content = base64::engine::general_purpose::STANDARD.encode(content);
    json!({ "item_id": item, "file": { "dropped": { "name": name, "content": content } }, "reason": "" })
}

#[tokio::test]
async fn a_paper_is_kept_whole_and_its_pages_counted() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let item = told.add(&meeting, "Unblocking homes").await;
    let path = told.folder.path().join("homes_near_school.pdf");
    std::fs::write(&path, bytes(document(31))).unwrap();
    let attached = told
        .call("agenda.attach_paper", json!({ "item_id": item, "file": { "path": path }, "reason": "" }))
        .await;
    let paper = &attached["result"];
    assert_eq!((paper["title"].as_str(), paper["pages"].as_i64()), (Some("homes near school"), Some(31)));
    let agenda = told.agenda(&meeting).await;
    let advice = agenda["ready"].as_array().unwrap();
    assert!(advice.iter().any(|point| point["words"] == "Item 1 paper is 31 pages. The board asked for 4."));
    let read = told.call("agenda.read_paper", json!({ "paper_id": paper["id"] })).await;
    let read =
        base64::engine::general_purpose::STANDARD.decode(read["pdf_base64"].as_str().unwrap()).unwrap();
    assert_eq!(read, std::fs::read(&path).unwrap());
    let copy = told.folder.path().join("copy.pdf");
    told.call("agenda.copy_paper", json!({ "paper_id": paper["id"], "path": copy })).await;
    assert_eq!(std::fs::read(&copy).unwrap(), std::fs::read(&path).unwrap());
    let folder = json!({ "paper_id": paper["id"], "path": told.folder.path() });
    assert_eq!(told.refused("agenda.copy_paper", folder).await.0.as_deref(), Some("path"));
    let detached =
        told.call("agenda.detach_paper", json!({ "item_id": item, "paper_id": paper["id"] })).await;
    assert_eq!(told.agenda(&meeting).await["items"][0]["papers"], json!([]));
    told.call("history.undo", json!({ "entry": detached["entry"] })).await;
    assert_eq!(told.agenda(&meeting).await["items"][0]["papers"][0]["pages"], 31);
}

#[tokio::test]
async fn what_nobody_could_open_is_refused_by_name_with_the_remedy() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let item = told.add(&meeting, "Unblocking homes").await;
    let whole = bytes(document(3));
    for (name, content, says) in [
        ("notes.docx", b"PK\x03\x04 a Word file".to_vec(), "is no PDF. Save it as a PDF"),
        ("half.pdf", whole[..whole.len() / 3].to_vec(), "is damaged"),
        ("empty.pdf", bytes(document(0)), "is damaged"),
        ("secret.pdf", locked(), "is protected with a password"),
    ] {
        let (field, message) = told.refused("agenda.attach_paper", dropped(&item, name, &content)).await;
        assert_eq!(field.as_deref(), Some("file"));
        assert!(message.contains(name) && message.contains(says), "{message}");
    }
    let missing = json!({ "item_id": item, "file": { "path": "/nowhere/report.pdf" }, "reason": "" });
    assert!(told.refused("agenda.attach_paper", missing).await.1.contains("“report.pdf” cannot be read"));
    assert_eq!(told.agenda(&meeting).await["items"][0]["papers"], json!([]), "nothing was stored");
}

#[tokio::test]
async fn an_untagged_paper_is_attached_with_a_word_and_a_tagged_one_without() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let item = told.add(&meeting, "Unblocking homes").await;
    let notices = async |name: &str, content: &[u8]| {
        let attached = told.call("agenda.attach_paper", dropped(&item, name, content)).await;
        attached["result"]["notices"].as_array().unwrap().clone()
    };
    let mut scripted = document(2);
    let script =
        scripted.add_object(dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") });
    scripted.catalog_mut().unwrap().set("OpenAction", script);
    assert_eq!(
        notices("scan.pdf", &bytes(scripted)).await,
        [
            json!(
                "“scan.pdf” is not tagged: a screen reader cannot follow it, so a pack with it does not say that \
                 everybody can read it (PDF/UA). Ask its author for a tagged PDF."
            ),
            json!("A pack leaves out of “scan.pdf”: scripts.")
        ]
    );
    let tagged = include_bytes!("../../../documents/tests/papers/libreoffice-tagged.pdf");
    assert!(
        notices("report.pdf", tagged).await.iter().all(|it| !it.as_str().unwrap().contains("not tagged"))
    );
    // A document of ours says that everybody can read it.
    let mut ours =
        pledgeboard_documents::block::Document::new("Homes", pledgeboard_documents::block::Style::Adult);
    ours.push(pledgeboard_documents::block::Block::Title {
        kicker: None,
        text: "Homes".into(),
        subtitle: vec![],
    });
    let created = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(9, 0, 0).unwrap();
    let ours = pledgeboard_documents::pdf(&ours, &pledgeboard_documents::RenderOptions { created }).unwrap();
    assert!(notices("homes.pdf", &ours).await.is_empty());
}

#[tokio::test]
async fn a_papers_words_and_access_can_change_while_the_agenda_is_a_draft() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let item = told.add(&meeting, "Unblocking homes").await;
    let paper = told.call("agenda.attach_paper", dropped(&item, "homes.pdf", &bytes(document(2)))).await;
    let change = |title: &str, access: Value| {
        json!({
            "paper_id": paper["result"]["id"], "version": 1, "title": title, "plain_summary": "",
            "access": access,
        })
    };
    let open = json!({ "access": "open", "paragraphs": [], "access_reason": "" });
    let bare = json!({ "access": "exempt", "paragraphs": [], "access_reason": "" });
    assert_eq!(told.refused("agenda.save_paper", change("", open.clone())).await.0.as_deref(), Some("title"));
    assert_eq!(
        told.refused("agenda.save_paper", change("Homes", bare)).await.0.as_deref(),
        Some("paragraphs")
    );
    told.call("agenda.save_paper", change("Homes near school", open)).await;
    assert_eq!(told.agenda(&meeting).await["items"][0]["papers"][0]["title"], "Homes near school");
}

#[tokio::test]
async fn a_paper_for_a_published_agenda_needs_a_reason_and_makes_a_version() {
    let told = told().await;
    let meeting = told.plan("2026-12-03").await;
    let item = told.add(&meeting, "Unblocking homes").await;
    told.call("agenda.publish", json!({ "meeting_id": meeting, "late_reason": "" })).await;
    let mut late = dropped(&item, "homes.pdf", &bytes(document(2)));
    assert_eq!(told.refused("agenda.attach_paper", late.clone()).await.0.as_deref(), Some("reason"));
    late["reason"] = json!("The figures came on Friday.");
    let paper = told.call("agenda.attach_paper", late).await;
    let agenda = told.agenda(&meeting).await;
    assert_eq!(agenda["versions"][1]["reason"], "A paper was added to item 1: The figures came on Friday.");
    let gone = json!({ "item_id": item, "paper_id": paper["result"]["id"] });
    assert!(told.refused("agenda.detach_paper", gone).await.1.contains("is published"));
}
