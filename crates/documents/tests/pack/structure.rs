//! Tags, bookmarks, links and names of many papers in one file.

use std::process::Command;

use lopdf_packs::{Document, Object, dictionary};
use pledgeboard_documents::pack::Pack;

use crate::common::save;
use crate::make::{made, our_paper, pack_of, whole};
use crate::producers::{changed, paper};

fn opened(papers: &[(&str, Vec<u8>)]) -> Document {
    Document::load_mem(&made(&pack_of(papers), papers).unwrap().1).unwrap()
}

#[test]
fn tagged_papers_are_read_out_one_after_the_other() {
    let papers =
        [("Agenda", our_paper("Agenda", 1)), ("Word", paper("word-shaped")), ("Web", paper("chromium"))];
    let (made, path) = whole("pack-tagged.pdf", &papers);
    assert!(made.untagged.is_empty());
    assert_eq!(made.unclaimed, ["Web"], "it is tagged, but says nothing of PDF/UA");
    assert!(!made.claims.ua1 && !made.claims.a2a);
    let read = Command::new("pdfinfo").arg("-struct-text").arg(&path).output().unwrap().stdout;
    let read = String::from_utf8_lossy(&read);
    let parts: Vec<usize> = read.match_indices("\n  Part").map(|(at, _)| at).collect();
    assert_eq!(parts.len(), 3, "{read}");
    let mut at = 0;
    for words in
        ["Part 1 of Agenda", "A paper in the shape", "Its second page", "Families", "What happens next"]
    {
        at +=
            read[at..].find(words).unwrap_or_else(|| panic!("“{words}” is missing or out of order: {read}"));
    }
    assert!(read.contains("H1 (block)\n"), "a paper's own names for headings keep their meaning");
}

#[test]
fn an_untagged_paper_takes_the_claim_away() {
    let papers = [("Agenda", our_paper("Agenda", 2)), ("A scan", paper("scan"))];
    let (made, path) = whole("pack-untagged.pdf", &papers);
    assert_eq!(made.untagged, ["A scan"]);
    assert!(!made.claims.ua1 && !made.claims.a2a);
    let bytes = std::fs::read(&path).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("<pdfuaid:part>") && !text.contains("<pdfaid:part>"), "it claims something");
    let pack = Document::load_mem(&bytes).unwrap();
    assert!(!pack.catalog().unwrap().has(b"MarkInfo"));
    assert!(pack.catalog().unwrap().has(b"StructTreeRoot"), "the agenda's own tags stay");
}

#[test]
fn two_papers_may_use_the_same_names() {
    let tex = paper("tex");
    let pack = opened(&[("First", tex.clone()), ("Second", tex)]);
    let pages: Vec<_> = pack.get_pages().into_values().collect();
    let mut led = 0;
    for (index, page) in pages.iter().enumerate() {
        for link in pack.get_page_annotations(*page).unwrap() {
            let Ok(place) = link.get(b"Dest").and_then(Object::as_array) else { continue };
            let to = pages.iter().position(|it| place[0].as_reference().is_ok_and(|id| id == *it)).unwrap();
            assert_eq!(to / 2, index / 2, "a link leads into the other paper");
            led += 1;
        }
    }
    assert!(led >= 8, "only {led} links");
}

#[test]
fn bookmarks_stand_per_item_and_paper_with_the_papers_own_beneath() {
    let mut pack = pack_of(&[("Agenda", our_paper("Agenda", 1))]);
    let papers = [("Agenda", our_paper("Agenda", 1)), ("School", paper("tex")), ("Homes", paper("chromium"))];
    pack.parts = pack_of(&papers).parts;
    pack.parts[0].bookmarks = vec!["Agenda".into()];
    pack.parts[1].bookmarks = vec!["4. Places".into(), "School".into()];
    pack.parts[2].bookmarks = vec!["4. Places".into(), "Homes".into()];
    let file = Document::load_mem(&made(&pack, &papers).unwrap().1).unwrap();
    let lines: Vec<String> = outline(&file);
    assert_eq!(
        lines,
        [
            "Agenda, 1",
            "  Agenda, 1",
            "    Part 1 of Agenda, 1",
            "4. Places, 2",
            "  School, 2",
            "    School places, 2",
            "    What happens next, 3",
            "  Homes, 4",
        ]
    );
}

fn outline(file: &Document) -> Vec<String> {
    let pages: Vec<_> = file.get_pages().into_values().collect();
    let mut lines = Vec::new();
    let root = file.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
    let mut open =
        vec![(file.get_dictionary(root).unwrap().get(b"First").unwrap().as_reference().unwrap(), 0)];
    while let Some((id, depth)) = open.pop() {
        let entry = file.get_dictionary(id).unwrap();
        let title = lopdf_packs::decode_text_string(entry.get(b"Title").unwrap()).unwrap();
        let place = entry.get(b"Dest").unwrap().as_array().unwrap();
        let page = pages.iter().position(|it| place[0].as_reference().is_ok_and(|id| id == *it)).unwrap() + 1;
        lines.push(format!("{}{title}, {page}", "  ".repeat(depth)));
        open.extend(entry.get(b"Next").and_then(Object::as_reference).map(|next| (next, depth)));
        open.extend(entry.get(b"First").and_then(Object::as_reference).map(|first| (first, depth + 1)));
    }
    lines
}

#[test]
fn a_supplement_goes_on_with_the_numbers() {
    let papers = [("Late", our_paper("Late", 2))];
    let pack = Pack { first: 185, ..pack_of(&papers) };
    let (_, file) = made(&pack, &papers).unwrap();
    let path = save("pack-late.pdf", &file);
    assert!(crate::make::words(&path, 2).contains("Page 186 of 186"));
    let labels =
        format!("{:?}", Document::load_mem(&file).unwrap().catalog().unwrap().get(b"PageLabels").unwrap());
    assert!(labels.contains("185"), "readers call the page what is printed on it: {labels}");
}

#[test]
fn what_a_paper_hides_stays_hidden() {
    let file = changed("layers", &paper("cairo"), &["--object-streams=disable"]);
    let mut file = Document::load_mem(&file).unwrap();
    let layer = file.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("Draft") });
    let page = file.get_pages()[&1];
    let content = [b"/OC /Hid BDC 0 0 300 300 re f EMC\n".to_vec(), file.get_page_content(page)].concat();
    file.change_page_content(page, content).unwrap();
    let own = file.get_or_create_resources(page).unwrap().as_dict_mut().unwrap();
    own.set("Properties", dictionary! { "Hid" => layer });
    let layers = dictionary! {
        "OCGs" => vec![layer.into()], "D" => dictionary! { "OFF" => vec![layer.into()] },
    };
    file.catalog_mut().unwrap().set("OCProperties", layers);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    crate::producers::survives("layers", &bytes);
}
