//! Completes the document that printpdf hands over.

use lopdf::{Dictionary, Document as File, Object, ObjectId, dictionary};
use pledgeboard_domain::text::steers;
use sha2::{Digest, Sha256};

use super::{RenderOptions, link, metadata, outline, writing};
use crate::block::Document;
use crate::{DocumentError, Painted};

/// The objects that the structure tree leads to, and those that lead to the whole.
pub struct Whole {
    pub pages: Vec<ObjectId>,
    pub links: Vec<ObjectId>,
    /// Where the tree is to stand.
    pub tree: ObjectId,
    pub root: ObjectId,
    pub info: ObjectId,
    /// Distinct documents have distinct identifiers; the same document has the same one.
    pub id: [u8; 16],
}

/// Adds everything but the structure tree.
pub fn complete(
    file: &mut File,
    document: &Document,
    painted: &Painted,
    options: &RenderOptions,
) -> Result<Whole, DocumentError> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    for (number, page) in pages.iter().enumerate() {
        let page = dictionary_mut(file, *page)?;
        page.remove(b"Annots");
        page.set("Tabs", "S");
        page.set("StructParents", i64::try_from(number).unwrap_or(i64::MAX));
    }
    let links = link::add(file, &pages, &painted.links)?;
    let outline = outline::add(file, &pages, &painted.bookmarks);
    let xmp = metadata::xmp(document, options);
    let metadata = metadata::add(file, &xmp);
    let intent = metadata::output_intent(file);
    let id = identify(file, &pages, &xmp);
    let tree = file.new_object_id();
    let end = |key: &[u8]| file.trailer.get(key).and_then(Object::as_reference);
    let root = end(b"Root").map_err(|error| writing(&error))?;
    let info = end(b"Info").map_err(|error| writing(&error))?;
    file.objects.insert(info, Object::Dictionary(metadata::info(document, options)));

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
    Ok(Whole { pages, links, tree, root, info, id })
}

fn identify(file: &File, pages: &[ObjectId], xmp: &str) -> [u8; 16] {
    let mut hash = Sha256::new();
    hash.update(xmp);
    for content in pages.iter().flat_map(|page| file.get_page_contents(*page)) {
        if let Ok(stream) = file.get_object(content).and_then(Object::as_stream) {
            hash.update(&stream.content);
        }
    }
    let mut id = [0; 16];
    id.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
    id
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
