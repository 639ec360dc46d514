//! The outline: headings, nested by level, that a reader shows beside the pages.

use lopdf::{Dictionary, Document as File, Object, ObjectId, dictionary};

use super::catalogue::text_string;
use super::link::real;
use crate::Bookmark;
use crate::layout::theme::PAGE_HEIGHT;

struct Entry {
    id: ObjectId,
    parent: Option<usize>,
    kids: Vec<usize>,
}

/// Writes the outline; returns its root, or nothing for a document without headings.
pub fn add(file: &mut File, pages: &[ObjectId], bookmarks: &[Bookmark]) -> Option<ObjectId> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut top = Vec::new();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let parent = bookmarks.get(..index)?.iter().rposition(|above| above.level < bookmark.level);
        match parent.and_then(|parent| entries.get_mut(parent)) {
            Some(parent) => parent.kids.push(index),
            None => top.push(index),
        }
        entries.push(Entry { id: file.new_object_id(), parent, kids: Vec::new() });
    }
    if top.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let reference = |index: &usize| entries.get(*index).map(|entry| Object::Reference(entry.id));
    let ends = |dictionary: &mut Dictionary, kids: &[usize]| {
        if let (Some(first), Some(last)) = (kids.first().and_then(reference), kids.last().and_then(reference))
        {
            dictionary.set("First", first);
            dictionary.set("Last", last);
            dictionary.set("Count", i64::try_from(kids.len()).unwrap_or(i64::MAX));
        }
    };
    for (index, (entry, bookmark)) in entries.iter().zip(bookmarks).enumerate() {
        let siblings =
            entry.parent.and_then(|parent| entries.get(parent)).map_or(&top, |parent| &parent.kids);
        let parent = entry.parent.as_ref().and_then(reference).unwrap_or(Object::Reference(root));
        let mut item = dictionary! { "Title" => text_string(&bookmark.title), "Parent" => parent };
        if let Some(page) = pages.get(bookmark.page) {
            let top = real(PAGE_HEIGHT - bookmark.y + 6.0);
            item.set("Dest", vec![Object::Reference(*page), "XYZ".into(), Object::Null, top, Object::Null]);
        }
        let place = siblings.iter().position(|sibling| *sibling == index)?;
        if let Some(before) = place.checked_sub(1).and_then(|place| siblings.get(place)).and_then(reference) {
            item.set("Prev", before);
        }
        if let Some(after) = siblings.get(place + 1).and_then(reference) {
            item.set("Next", after);
        }
        ends(&mut item, &entry.kids);
        // Below the second level the outline opens on demand.
        if bookmark.level > 1 && !entry.kids.is_empty() {
            item.set("Count", -i64::try_from(entry.kids.len()).unwrap_or(i64::MAX));
        }
        file.objects.insert(entry.id, Object::Dictionary(item));
    }
    let mut outline = dictionary! { "Type" => "Outlines" };
    ends(&mut outline, &top);
    let shown: usize =
        top.iter().filter_map(|index| entries.get(*index)).map(|entry| 1 + entry.kids.len()).sum();
    outline.set("Count", i64::try_from(shown).unwrap_or(i64::MAX));
    file.objects.insert(root, Object::Dictionary(outline));
    Some(root)
}
