//! Papers that somebody spoilt, by accident or on purpose: each is kept whole or refused in a sentence with its name.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{
    by_chance::{Chance, HOSTILE, cases},
    desk::Desk,
};

/// Papers of other programs.
const PAPERS: [&[u8]; 4] = [
    include_bytes!("../../../documents/tests/papers/chromium.pdf"),
    include_bytes!("../../../documents/tests/papers/cairo.pdf"),
    include_bytes!("../../../documents/tests/papers/word-shaped.pdf"),
    include_bytes!("../../../documents/tests/papers/tex.pdf"),
];

/// Cut off, with a bit turned, with bytes put in or made up as a whole.
fn spoilt(chance: &mut Chance) -> Vec<u8> {
    let mut paper = chance.pick(&PAPERS).to_vec();
    match chance.of(0..5) {
        0 => paper.truncate(chance.of(0..paper.len())),
        1 => {
            for _ in 0..chance.of(1..40_usize) {
                let at = chance.of(0..paper.len());
                paper[at] ^= 1 << chance.of(0..8_u32);
            }
        }
        2 => {
            let at = chance.of(0..paper.len());
            let bytes = chance.of(proptest::collection::vec(0_u8.., 1..200));
            paper.splice(at..at, bytes);
        }
        3 => {
            // A number, such as a length or a place, becomes another.
            let digits: Vec<usize> =
                (1..paper.len()).filter(|at| paper[*at].is_ascii_digit() && paper[at - 1] == b' ').collect();
            let at = *chance.pick(&digits);
            let number = *chance.pick(&["9999999999", "-1", "0", "4294967296", "99999999999999999999"]);
            paper.splice(at..=at, number.bytes());
        }
        _ => {
            paper = chance.of(proptest::collection::vec(0_u8.., 0..4_000));
            if chance.one_in(2) {
                paper.splice(0..0, *b"%PDF-1.7\n");
            }
        }
    }
    paper
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spoilt_paper_is_kept_or_refused_with_its_name() {
    let desk = Desk::new().await;
    let data = desk.data().await;
    let meetings = &data.records["meeting"];
    let is_draft = |it: &&Value| it["state"] == "agenda_drafted";
    let draft = &meetings.iter().find(is_draft).unwrap()["id"];
    let item = &data.records["agenda_item"].iter().find(|it| it["meeting_id"] == *draft).unwrap()["id"];
    let mut chance = Chance::new("papers");
    let (mut wrong, mut kept) = (vec![], vec![]);
    for _ in 0..cases(40) {
        let name = format!("{}.pdf", chance.pick(&HOSTILE));
        let file = json!({ "dropped": { "name": name, "content": STANDARD.encode(spoilt(&mut chance)) } });
        let request = json!({ "item_id": item, "file": file, "reason": "" });
        match desk.try_it("agenda.attach_paper", &request).await {
            Ok(Ok(attached)) => kept.push(attached["result"]["id"].clone()),
            Ok(Err(refused)) if refused.field.as_deref() == Some("file") => {}
            Ok(Err(refused)) => wrong.push(format!("not beside the file: {refused:?}")),
            Err(trouble) => wrong.push(trouble),
        }
    }
    assert!(!kept.is_empty(), "some are spoilt where no reader minds");
    // What was kept is read again: for its words, and for the pack.
    let words = json!({ "words": "nobody wrote this" });
    let pack = json!({
        "report": { "document": "pack", "meeting_id": draft },
        "path": desk.folder.path().join("pack.pdf"),
    });
    for (name, request) in [("removal.find", words), ("reports.save", pack)] {
        if let Err(trouble) = desk.try_it(name, &request).await {
            wrong.push(trouble);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_base_64_is_refused_beside_the_file() {
    let desk = Desk::new().await;
    let item = desk.data().await.records["agenda_item"][0]["id"].clone();
    let file = json!({ "dropped": { "name": "late.pdf", "content": "not base 64" } });
    let request = json!({ "item_id": item, "file": file, "reason": "" });
    let refused = desk.try_it("agenda.attach_paper", &request).await.unwrap().unwrap_err();
    assert_eq!(refused.message, "“late.pdf” did not arrive whole. Attach it again.");
    assert_eq!(refused.field.as_deref(), Some("file"));
}
