//! Documents broken on purpose, one fault each.

use lopdf::{Dictionary, Document, Object};

type Break = fn(&mut Document);

/// What is broken, and the profile that must say so: PDF/UA-1 or PDF/A-2a.
const FAULTS: [(&str, &str, Break); 16] = [
    ("no-alt", "ua1", |file| each(file, "Figure", |it| drop(it.remove(b"Alt")))),
    ("no-scope", "ua1", |file| each(file, "TH", |it| drop(it.remove(b"A")))),
    ("skipped-heading", "ua1", |file| each(file, "H3", |it| it.set("S", "H4"))),
    ("untagged-content", "ua1", |file| {
        on_page(file, |content| content.extend(b"\n0 0 m 100 100 l S"));
    }),
    ("untagged-content-archived", "2a", |file| {
        on_page(file, |content| content.extend(b"\n0 0 m 100 100 l S"));
        drop(file.catalog_mut().unwrap().remove(b"MarkInfo"));
    }),
    ("no-language", "ua1", |file| drop(file.catalog_mut().unwrap().remove(b"Lang"))),
    ("no-language-archived", "2a", |file| {
        file.catalog_mut().unwrap().set("Lang", Object::string_literal("English, of England"));
    }),
    ("title-not-shown", "ua1", |file| drop(file.catalog_mut().unwrap().remove(b"ViewerPreferences"))),
    ("no-structure", "ua1", |file| drop(file.catalog_mut().unwrap().remove(b"StructTreeRoot"))),
    ("no-structure-archived", "2a", |file| drop(file.catalog_mut().unwrap().remove(b"StructTreeRoot"))),
    ("no-colour-intent", "2a", |file| drop(file.catalog_mut().unwrap().remove(b"OutputIntents"))),
    ("no-metadata", "ua1", |file| drop(file.catalog_mut().unwrap().remove(b"Metadata"))),
    ("furniture-read-aloud", "ua1", |file| {
        on_page(file, |content| {
            let words =
                String::from_utf8_lossy(content).replace("/Artifact <</Type /Pagination>> BDC", "/P BMC");
            *content = words.into_bytes();
        });
    }),
    ("list-without-items", "ua1", |file| each(file, "LI", |it| it.set("S", "P"))),
    ("rows-outside-a-table", "ua1", |file| each(file, "Table", |it| it.set("S", "Div"))),
    ("glyphs-that-say-nothing", "ua1", |file| {
        for object in file.objects.values_mut() {
            if let Object::Dictionary(font) = object {
                font.remove(b"ToUnicode");
            }
        }
    }),
];

/// Each fault in a document that has none.
pub fn all(good: &[u8]) -> Vec<(&'static str, &'static str, Vec<u8>)> {
    FAULTS.into_iter().map(|(name, profile, fault)| (name, profile, broken(good, fault))).collect()
}

fn broken(good: &[u8], fault: Break) -> Vec<u8> {
    let mut file = Document::load_mem(good).unwrap();
    let before = format!("{:?}", file.objects);
    fault(&mut file);
    assert_ne!(before, format!("{:?}", file.objects), "the fault found nothing to break");
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// Does something to the content of the first page.
fn on_page(file: &mut Document, fault: fn(&mut Vec<u8>)) {
    let page = *file.get_pages().get(&1).unwrap();
    let mut content = file.get_page_content(page);
    fault(&mut content);
    file.change_page_content(page, content).unwrap();
}

/// Does something to each structure element of that type.
fn each(file: &mut Document, role: &str, fault: fn(&mut Dictionary)) {
    for object in file.objects.values_mut() {
        let Object::Dictionary(element) = object else { continue };
        let is =
            |key: &[u8], name: &str| element.get(key).and_then(Object::as_name).ok() == Some(name.as_bytes());
        if is(b"Type", "StructElem") && is(b"S", role) {
            fault(element);
        }
    }
}
