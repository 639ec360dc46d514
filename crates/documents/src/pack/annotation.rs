//! What lies on a page: links, notes, marks. Kept with how it looks, but without what it does.

use lopdf_packs::{Dictionary, Document, Object, ObjectId, dictionary};

use super::destination::Destinations;
use super::paper::{self, array};
use crate::link::may_be_followed;

/// Entries that begin something, or that only a form or another program reads.
const NEVER: [&[u8]; 12] = [
    b"A",
    b"AA",
    b"PA",
    b"Dest",
    b"Parent",
    b"FS",
    b"AF",
    b"PieceInfo",
    b"RichMediaContent",
    b"RichMediaSettings",
    b"Movie",
    b"Sound",
];

/// What a pack keeps, by its type (ISO 32000-1, table 169).
const KEPT: [&[u8]; 18] = [
    b"Link",
    b"Text",
    b"FreeText",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"StrikeOut",
    b"Stamp",
    b"Caret",
    b"Ink",
    b"Popup",
    b"Watermark",
    b"Widget",
];

/// Cleans the annotations of a page where they lie; returns those that stay, and the numbers of those that go.
pub fn clean(file: &mut Document, page: &Dictionary, places: &Destinations) -> (Vec<Object>, Vec<ObjectId>) {
    let all = array(file, page, b"Annots").cloned().unwrap_or_default();
    let (mut kept, mut gone) = (Vec::new(), Vec::new());
    for annotation in all {
        let Ok((_, Object::Dictionary(held))) = file.dereference(&annotation) else { continue };
        let cleaned = cleaned(file, held, places);
        match (annotation, cleaned) {
            (Object::Reference(id), Some(cleaned)) => {
                file.objects.insert(id, Object::Dictionary(cleaned));
                kept.push(Object::Reference(id));
            }
            (_, Some(cleaned)) => kept.push(Object::Dictionary(cleaned)),
            (Object::Reference(id), None) => gone.push(id),
            _ => {}
        }
    }
    (kept, gone)
}

fn cleaned(file: &Document, held: &Dictionary, places: &Destinations) -> Option<Dictionary> {
    let kind = held.get(b"Subtype").and_then(Object::as_name).ok()?;
    if !KEPT.contains(&kind) {
        return None;
    }
    let mut cleaned = held.clone();
    NEVER.iter().for_each(|key| drop(cleaned.remove(key)));
    match kind {
        b"Link" => {
            if let Some(address) = address(file, held) {
                cleaned.set("A", dictionary! { "Type" => "Action", "S" => "URI", "URI" => address });
            } else if let Some(place) = places.of_link(file, held) {
                cleaned.set("Dest", place);
            }
        }
        b"Widget" => {
            // A picture of the field, as it was filled in: a stamp does nothing.
            if !cleaned.has(b"AP") {
                return None;
            }
            cleaned.set("Subtype", "Stamp");
            for key in
                [&b"FT"[..], b"Ff", b"V", b"DV", b"T", b"TU", b"TM", b"Kids", b"MK", b"H", b"DA", b"Opt"]
            {
                cleaned.remove(key);
            }
        }
        _ => {}
    }
    Some(cleaned)
}

/// Where a link leads outside the paper.
fn address(file: &Document, link: &Dictionary) -> Option<Object> {
    let action = paper::dictionary(file, link, b"A")?;
    if action.get(b"S").and_then(Object::as_name).ok()? != b"URI" {
        return None;
    }
    let (_, address) = file.dereference(action.get(b"URI").ok()?).ok()?;
    let said = String::from_utf8_lossy(address.as_str().ok()?);
    may_be_followed(&said).then(|| address.clone())
}
