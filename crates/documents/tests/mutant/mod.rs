//! Documents broken on purpose, one fault each.

use lopdf::{Dictionary, Document, Object};

type Break = fn(&mut Document);

pub fn all(good: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let faults: [(&str, Break); 8] = [
        ("no-alt", |file| each(file, "Figure", |element| drop(element.remove(b"Alt")))),
        ("no-scope", |file| each(file, "TH", |element| drop(element.remove(b"A")))),
        ("skipped-heading", |file| each(file, "H3", |element| element.set("S", "H4"))),
        ("untagged-content", |file| {
            let page = *file.get_pages().get(&1).unwrap();
            let mut content = file.get_page_content(page);
            content.extend(b"\n0 0 m 100 100 l S");
            file.change_page_content(page, content).unwrap();
        }),
        ("no-language", |file| drop(file.catalog_mut().unwrap().remove(b"Lang"))),
        ("title-not-shown", |file| drop(file.catalog_mut().unwrap().remove(b"ViewerPreferences"))),
        ("no-structure", |file| drop(file.catalog_mut().unwrap().remove(b"StructTreeRoot"))),
        ("no-colour-intent", |file| drop(file.catalog_mut().unwrap().remove(b"OutputIntents"))),
    ];
    faults.into_iter().map(|(name, fault)| (name, broken(good, fault))).collect()
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
