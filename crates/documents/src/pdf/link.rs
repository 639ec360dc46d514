//! Link annotations. Each says where it leads, and is part of the structure.

use lopdf::{Document as File, Object, ObjectId, dictionary};

use super::catalogue::{dictionary_mut, text_string};
use crate::layout::theme::PAGE_HEIGHT;
use crate::{DocumentError, Link};

/// Adds the annotations to their pages. Their keys in the parent tree follow those of the pages.
pub fn add(file: &mut File, pages: &[ObjectId], links: &[Link]) -> Result<Vec<ObjectId>, DocumentError> {
    let mut ids = Vec::new();
    for (index, link) in links.iter().enumerate() {
        let area = [link.area.x0, PAGE_HEIGHT - link.area.y1, link.area.x1, PAGE_HEIGHT - link.area.y0];
        let key = i64::try_from(pages.len() + index).unwrap_or(i64::MAX);
        let annotation = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => area.map(real).to_vec(),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            // Printed with the page, never hidden (ISO 19005-2, 6.3.2).
            "F" => 4,
            "A" => dictionary! {
                "Type" => "Action",
                "S" => "URI",
                "URI" => Object::string_literal(link.address.as_str()),
            },
            "Contents" => text_string(&said(link)),
            "StructParent" => key,
        };
        let id = file.add_object(annotation);
        if let Some(page) = pages.get(link.page) {
            let page = dictionary_mut(file, *page)?;
            let mut all = page.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
            all.push(Object::Reference(id));
            page.set("Annots", all);
        }
        ids.push(id);
    }
    Ok(ids)
}

pub fn real(value: f64) -> Object {
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a page are small")]
    let value = ((value * 1000.0).round() / 1000.0) as f32;
    Object::Real(value)
}

/// What is said of a link: its words and where it leads.
fn said(link: &Link) -> String {
    let words = link.words.trim();
    match link.address.strip_prefix("page:") {
        Some(page) => format!("{words}, page {page}"),
        None => format!("{words}: {}", link.address),
    }
}
