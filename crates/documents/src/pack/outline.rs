//! Bookmarks: per item and paper, with the paper's own beneath.

use std::collections::HashSet;
use std::io::{self, Write};

use lopdf_packs::{Dictionary, Document, Object, ObjectId, dictionary};

use super::destination::Destinations;
use super::paper;
use super::write::{Writer, count};

/// Deeper and longer than any reader can use.
const DEEPEST: usize = 8;
const MOST: usize = 5_000;

/// A bookmark; those that follow with a greater depth lie beneath it.
#[derive(Debug, Clone)]
pub struct Entry {
    pub depth: usize,
    pub title: Object,
    /// An array that begins with the page.
    pub place: Option<Object>,
    /// Whether what lies beneath is shown at first.
    pub open: bool,
}

/// The bookmarks of a paper, with places in its own numbers.
pub fn of_paper(file: &Document, places: &Destinations, depth: usize) -> Vec<Entry> {
    let mut found = Vec::new();
    let mut seen: HashSet<ObjectId> = HashSet::new();
    let root = file.catalog().ok().and_then(|catalogue| paper::dictionary(file, catalogue, b"Outlines"));
    let first = |of: &Dictionary, key: &[u8]| of.get(key).and_then(Object::as_reference).ok();
    let mut open: Vec<(ObjectId, usize)> =
        root.and_then(|root| first(root, b"First")).map(|id| (id, depth)).into_iter().collect();
    while let Some((id, depth)) = open.pop() {
        if !seen.insert(id) || found.len() >= MOST {
            continue;
        }
        let Ok(entry) = file.get_dictionary(id) else { continue };
        open.extend(first(entry, b"Next").map(|next| (next, depth)));
        if depth < DEEPEST {
            open.extend(first(entry, b"First").map(|below| (below, depth + 1)));
        }
        let title = entry.get(b"Title").and_then(|title| file.dereference(title));
        if let Ok((_, title @ Object::String(..))) = title {
            let place = places.of_link(file, entry).map(Object::Array);
            found.push(Entry { depth, title: title.clone(), place, open: false });
        }
    }
    found
}

/// Writes the outline; its root, or nothing without entries.
pub fn write<W: Write>(out: &mut Writer<W>, entries: &[Entry]) -> io::Result<Option<u32>> {
    if entries.is_empty() {
        return Ok(None);
    }
    let root = out.reserve();
    let numbers: Vec<u32> = entries.iter().map(|_| out.reserve()).collect();
    // The kids of each entry; those of the root come last.
    let mut kids: Vec<Vec<usize>> = vec![Vec::new(); entries.len() + 1];
    let mut parents = vec![entries.len(); entries.len()];
    let mut path: Vec<usize> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        path.truncate(entry.depth);
        let parent = path.last().copied().unwrap_or(entries.len());
        parents[at] = parent;
        kids[parent].push(at);
        path.push(at);
    }
    let reference = |at: usize| -> Object {
        numbers.get(at).map_or(Object::Reference((root, 0)), |number| Object::Reference((*number, 0)))
    };
    for (at, entry) in entries.iter().enumerate() {
        let mut said = dictionary! { "Title" => entry.title.clone(), "Parent" => reference(parents[at]) };
        if let Some(place) = &entry.place {
            said.set("Dest", place.clone());
        }
        let beside = &kids[parents[at]];
        let place = beside.iter().position(|kid| *kid == at).unwrap_or(0);
        if place > 0 {
            said.set("Prev", reference(beside[place - 1]));
        }
        if let Some(next) = beside.get(place + 1) {
            said.set("Next", reference(*next));
        }
        hang(&mut said, &kids[at], reference, entry.open, shown(entries, &kids, at));
        out.put(numbers[at], &said.into())?;
    }
    let mut said = dictionary! { "Type" => "Outlines" };
    let top = &kids[entries.len()];
    let all = top.iter().map(|at| 1 + shown_if_open(entries, &kids, *at)).sum();
    hang(&mut said, top, reference, true, all);
    out.put(root, &said.into())?;
    Ok(Some(root))
}

fn hang(
    said: &mut Dictionary,
    kids: &[usize],
    reference: impl Fn(usize) -> Object,
    open: bool,
    shown: usize,
) {
    let (Some(first), Some(last)) = (kids.first(), kids.last()) else { return };
    said.set("First", reference(*first));
    said.set("Last", reference(*last));
    // Below nought: closed (ISO 32000-1, table 153).
    let Object::Integer(number) = count(shown) else { return };
    said.set("Count", if open { number } else { -number });
}

/// How many entries beneath are shown once this one is open.
fn shown(entries: &[Entry], kids: &[Vec<usize>], at: usize) -> usize {
    kids[at].iter().map(|kid| 1 + shown_if_open(entries, kids, *kid)).sum()
}

fn shown_if_open(entries: &[Entry], kids: &[Vec<usize>], at: usize) -> usize {
    if entries[at].open { shown(entries, kids, at) } else { 0 }
}
