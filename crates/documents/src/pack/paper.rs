//! A paper as somebody else's program wrote it: read, looked at, and refused if nobody could open it.

use std::collections::{BTreeSet, HashSet};

use lopdf_packs::{Dictionary, Document, LoadOptions, Object, ObjectId, xref::XrefEntry};
use thiserror::Error;

use super::active::{self, Active};
use super::claim::{self, Claims};

/// No stream of a paper's structure grows larger than this when it is unpacked; in bytes.
const LARGEST: usize = 256 << 20;

/// Why a file is not taken as a paper. The sentence goes behind the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unfit {
    #[error("is no PDF. Save it as a PDF and attach that.")]
    NotPdf,
    #[error("is damaged and cannot be opened. Ask its author for it again, or save it anew as a PDF.")]
    Damaged,
    #[error("is protected with a password. Save a copy without a password and attach that.")]
    Protected,
}

/// What there is to know of a paper before it is attached or published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspected {
    pub pages: usize,
    /// It says what is a heading, a list, a table; without that a screen reader cannot follow it.
    pub tagged: bool,
    /// What it says of itself.
    pub claims: Claims,
    /// What a pack leaves out.
    pub active: BTreeSet<Active>,
    /// Its table of objects was broken, and was put together anew.
    pub repaired: bool,
}

/// Reads a paper and says what there is to know of it.
///
/// # Errors
/// When it cannot be opened by everyone it is for.
pub fn inspect(bytes: &[u8]) -> Result<Inspected, Unfit> {
    let paper = Paper::read(bytes)?;
    let mut found = active::of_document(&paper.file);
    for page in &paper.pages {
        found.extend(active::of_page(&paper.file, &page.own));
    }
    Ok(Inspected {
        pages: paper.pages.len(),
        tagged: paper.is_tagged(),
        claims: claim::read(&paper.file),
        active: found,
        repaired: paper.repaired,
    })
}

/// A page with what it has from the nodes above it.
#[derive(Debug)]
pub struct Page {
    pub id: ObjectId,
    /// Its own entries, and those that it inherits (ISO 32000-1, 7.7.3.4).
    pub own: Dictionary,
}

pub struct Paper {
    pub file: Document,
    pub pages: Vec<Page>,
    pub repaired: bool,
}

fn options(force_reconstruct: bool) -> LoadOptions {
    LoadOptions { max_decompressed_size: Some(LARGEST), force_reconstruct, ..LoadOptions::default() }
}

impl Paper {
    pub fn read(bytes: &[u8]) -> Result<Self, Unfit> {
        // The header may follow some other bytes (ISO 32000-1, annex H, implementation note 13).
        let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
        if !head.windows(5).any(|words| words == b"%PDF-") {
            return Err(Unfit::NotPdf);
        }
        let first = opened(bytes, false)?;
        if let Some(file) = first.filter(|file| !lost_something(file))
            && let Some(pages) = pages(&file)
        {
            let repaired = file.xref_recovery.is_some();
            return Ok(Self { file, pages, repaired });
        }
        // Its table of objects leads nowhere: they are looked for one by one.
        let file = opened(bytes, true)?.ok_or(Unfit::Damaged)?;
        let pages = pages(&file).filter(|pages| is_complete(&file, pages)).ok_or(Unfit::Damaged)?;
        Ok(Self { file, pages, repaired: true })
    }

    pub fn catalogue(&self) -> Option<&Dictionary> {
        self.file.catalog().ok()
    }

    pub fn is_tagged(&self) -> bool {
        let Some(catalogue) = self.catalogue() else { return false };
        let marked = dictionary(&self.file, catalogue, b"MarkInfo")
            .is_some_and(|info| info.get(b"Marked").and_then(Object::as_bool).unwrap_or(false));
        let tree = dictionary(&self.file, catalogue, b"StructTreeRoot");
        marked && tree.is_some_and(|tree| tree.has(b"K"))
    }
}

fn opened(bytes: &[u8], anew: bool) -> Result<Option<Document>, Unfit> {
    use lopdf_packs::Error::{Decryption, InvalidPassword, UnsupportedSecurityHandler};
    match Document::load_mem_with_options(bytes, options(anew)) {
        Ok(file) if file.is_encrypted() || file.was_encrypted() => Err(Unfit::Protected),
        Ok(file) => Ok(Some(file)),
        Err(InvalidPassword | Decryption(_) | UnsupportedSecurityHandler(_)) => Err(Unfit::Protected),
        Err(_) => Ok(None),
    }
}

/// An object that the table of objects names could not be read, or a stream was read without its content.
fn lost_something(file: &Document) -> bool {
    let lost = |(number, entry): (&u32, &XrefEntry)| match entry {
        XrefEntry::Normal { generation, offset } => {
            *offset > 0 && !file.objects.contains_key(&(*number, *generation))
        }
        _ => false,
    };
    let emptied = |object: &Object| match object {
        Object::Dictionary(dictionary) => dictionary.has(b"Length"),
        _ => false,
    };
    file.reference_table.entries.iter().any(lost) || file.objects.values().any(emptied)
}

/// All pages in order; nothing where one of them is not there, or has lost what stands on it.
fn pages(file: &Document) -> Option<Vec<Page>> {
    const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];
    let root = file.catalog().ok()?.get(b"Pages").and_then(Object::as_reference).ok()?;
    let mut pages = Vec::new();
    let mut seen = HashSet::new();
    let mut open = vec![(root, Dictionary::new())];
    while let Some((id, above)) = open.pop() {
        let node = file.get_dictionary(id).ok()?;
        if !seen.insert(id) {
            return None;
        }
        let mut own = above;
        for key in INHERITED {
            if let Ok(value) = node.get(key) {
                own.set(key, value.clone());
            }
        }
        let kids = node.get(b"Kids").ok().and_then(|kids| file.dereference(kids).ok());
        if let Some((_, Object::Array(kids))) = kids {
            // The last one in is the first one out.
            for kid in kids.iter().rev() {
                open.push((kid.as_reference().ok()?, own.clone()));
            }
        } else if node.has_type(b"Pages") {
            return None;
        } else {
            // (lopdf's own `extend` joins arrays.)
            node.iter().for_each(|(key, value)| own.set(key.clone(), value.clone()));
            if !has_its_content(file, &own) {
                return None;
            }
            pages.push(Page { id, own });
        }
    }
    (!pages.is_empty()).then_some(pages)
}

/// Everything that the pages draw with is there. A file that was cut off has pages, but no longer all of that.
fn is_complete(file: &Document, pages: &[Page]) -> bool {
    let mut seen: HashSet<ObjectId> = HashSet::new();
    let drawn =
        |page: &Page| [b"Resources".as_slice(), b"Contents"].map(|key| page.own.get(key).ok().cloned());
    let mut open: Vec<Object> = pages.iter().flat_map(drawn).flatten().collect();
    while let Some(object) = open.pop() {
        match object {
            Object::Reference(id) if seen.insert(id) => match file.objects.get(&id) {
                Some(Object::Dictionary(node)) if node.has_type(b"Page") || node.has_type(b"Pages") => {}
                Some(found @ (Object::Array(_) | Object::Dictionary(_) | Object::Reference(_))) => {
                    open.push(found.clone());
                }
                Some(Object::Stream(stream)) => open.push(Object::Dictionary(stream.dict.clone())),
                Some(_) => {}
                None => return false,
            },
            Object::Array(items) => open.extend(items),
            Object::Dictionary(held) => open.extend(held.iter().map(|(_, value)| value.clone())),
            _ => {}
        }
    }
    true
}

fn has_its_content(file: &Document, page: &Dictionary) -> bool {
    let is_stream = |id: &Object| matches!(file.dereference(id), Ok((_, Object::Stream(_))));
    match page.get(b"Contents").map(|contents| file.dereference(contents)) {
        Err(_) | Ok(Ok((_, Object::Null))) => true,
        Ok(Ok((_, Object::Stream(_)))) => true,
        Ok(Ok((_, Object::Array(parts)))) => parts.iter().all(is_stream),
        Ok(_) => false,
    }
}

/// A dictionary behind a key, whether it stands there or is referred to.
pub fn dictionary<'a>(file: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    match file.dereference(of.get(key).ok()?).ok()?.1 {
        Object::Dictionary(found) => Some(found),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// An array behind a key, whether it stands there or is referred to.
pub fn array<'a>(file: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a Vec<Object>> {
    file.dereference(of.get(key).ok()?).ok()?.1.as_array().ok()
}
