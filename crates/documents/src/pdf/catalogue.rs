//! Completes the document that printpdf hands over.

use lopdf::{Dictionary, Document as File, Object, ObjectId, dictionary};
use pledgeboard_domain::text::steers;
use sha2::{Digest, Sha256};

use super::{RenderOptions, link, metadata, outline, structure, writing};
use crate::block::Document;
use crate::{DocumentError, Painted};

pub fn complete(
    file: &mut File,
    document: &Document,
    painted: &Painted,
    options: &RenderOptions,
) -> Result<(), DocumentError> {
    "1.7".clone_into(&mut file.version);
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    for (number, page) in pages.iter().enumerate() {
        let page = dictionary_mut(file, *page)?;
        page.remove(b"Annots");
        page.set("Tabs", "S");
        page.set("StructParents", i64::try_from(number).unwrap_or(i64::MAX));
    }
    let links = link::add(file, &pages, &painted.links)?;
    let tree = structure::add(file, &pages, &links, painted)?;
    let outline = outline::add(file, &pages, &painted.bookmarks);
    let xmp = metadata::xmp(document, options);
    let metadata = metadata::add(file, &xmp);
    let intent = metadata::output_intent(file);
    file.trailer.set("Info", metadata::info(document, options));
    let info = file.trailer.get(b"Info").cloned().map_err(|error| writing(&error))?;
    let info = file.add_object(info);
    file.trailer.set("Info", Object::Reference(info));
    set_id(file, &pages, &xmp);

    let root = file.trailer.get(b"Root").and_then(Object::as_reference).map_err(|error| writing(&error))?;
    let catalogue = dictionary_mut(file, root)?;
    catalogue.set("Lang", Object::string_literal(document.language.as_str()));
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });
    catalogue.set("StructTreeRoot", Object::Reference(tree));
    catalogue.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalogue.set("Metadata", Object::Reference(metadata));
    catalogue.set("OutputIntents", vec![Object::Reference(intent)]);
    if let Some(outline) = outline {
        catalogue.set("Outlines", Object::Reference(outline));
        catalogue.set("PageMode", "UseOutlines");
    }
    catalogue.remove(b"PageLayout");
    Ok(())
}

/// Distinct documents have distinct identifiers; the same document has the same one.
fn set_id(file: &mut File, pages: &[ObjectId], xmp: &str) {
    let mut hash = Sha256::new();
    hash.update(xmp);
    for content in pages.iter().flat_map(|page| file.get_page_contents(*page)) {
        if let Ok(stream) = file.get_object(content).and_then(Object::as_stream) {
            hash.update(&stream.content);
        }
    }
    let digest = hash.finalize();
    let id = Object::String(digest.iter().take(16).copied().collect(), lopdf::StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
}

pub fn dictionary_mut(file: &mut File, id: ObjectId) -> Result<&mut Dictionary, DocumentError> {
    file.get_object_mut(id).and_then(Object::as_dict_mut).map_err(|error| writing(&error))
}

/// Text as PDF keeps it: UTF-16 with its mark.
pub fn text_string(text: &str) -> Object {
    let text: String = text.chars().filter(|it| !steers(*it)).collect();
    let bytes = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}
