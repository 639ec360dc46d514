//! The pack as a whole: paper after paper.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::ops::ControlFlow;

use chrono::NaiveDateTime;
use lopdf_packs::{Object, dictionary};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::active::{self, Active};
use super::claim::{self, Claims};
use super::copy::Copy;
use super::destination::Destinations;
use super::finish;
use super::layers::Layers;
use super::outline::{self, Entry};
use super::page::{self, Furniture, Pages};
use super::paper::{Paper, Unfit};
use super::stamp::{self, Stamp};
use super::structure::Structure;
use super::write::Writer;
use crate::DocumentError;

/// A pack to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    pub title: String,
    /// BCP 47 tag, such as `en-GB`.
    pub language: String,
    pub created: NaiveDateTime,
    /// The number of its first page: a supplement goes on from the pack before it.
    pub first: usize,
    pub parts: Vec<Part>,
}

/// A file within a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub title: String,
    /// From the outermost: "4. Unblocking homes", "Moves and who was told". What the part before it has too is not said
    /// again.
    pub bookmarks: Vec<String>,
    pub pages: usize,
    /// Our own: it carries its numbers already, and its links to `page:12` lead to that page.
    pub composed: bool,
    /// Stands at the head of each page, such as "Not for publication: paragraph 1".
    pub marking: Option<String>,
}

/// What there is to say of a pack that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub pages: usize,
    /// What the pack says of itself: what all its papers say.
    pub claims: Claims,
    /// Papers without headings, lists and tables for a screen reader.
    pub untagged: Vec<String>,
    /// Papers that are tagged, but do not say that they keep PDF/UA.
    pub unclaimed: Vec<String>,
    /// Papers from which something was left out.
    pub cleaned: Vec<(String, BTreeSet<Active>)>,
}

/// Why a pack was not made.
#[derive(Debug, Error)]
pub enum PackError {
    #[error("“{title}” {why}")]
    Unfit { title: String, why: Unfit },
    #[error("“{title}” has {found} pages now, not {wanted}. Attach it again.")]
    Pages { title: String, wanted: usize, found: usize },
    #[error(transparent)]
    Document(#[from] DocumentError),
    #[error(transparent)]
    Writing(#[from] io::Error),
    #[error("It was stopped.")]
    Stopped,
}

impl Pack {
    pub fn pages(&self) -> usize {
        self.parts.iter().map(|part| part.pages).sum()
    }

    /// "Page 12 of 184".
    pub fn label(&self, index: usize) -> String {
        format!("Page {} of {}", self.first + index, self.first + self.pages() - 1)
    }
}

/// Writes a pack. `files` gives the file of each part, by its place; `step` hears how many pages are done, and can stop
/// it. Blocks the thread.
///
/// # Errors
/// A paper that cannot be read, words that cannot be printed, or a place that cannot be written.
pub fn merge<W: Write>(
    pack: &Pack,
    out: W,
    mut files: impl FnMut(usize) -> io::Result<Vec<u8>>,
    mut step: impl FnMut(usize) -> ControlFlow<()>,
) -> Result<Made, PackError> {
    let mut out = Writer::begin(out)?;
    let stamps = stamps(pack, &mut out)?;
    let mut done = Merging {
        pages: Pages::reserve(&mut out, pack),
        structure: Structure::begin(&mut out),
        layers: Layers::default(),
        bookmarks: Vec::new(),
        path: Vec::new(),
        furniture: Furniture::begin(&mut out)?,
        made: Made {
            pages: pack.pages(),
            claims: Claims::BOTH,
            untagged: vec![],
            unclaimed: vec![],
            cleaned: vec![],
        },
        seal: Sha256::new(),
    };
    done.seal.update(format!("{} {} {}", pack.title, pack.created, pack.first));
    let mut first = 0;
    for (number, part) in pack.parts.iter().enumerate() {
        let file = files(number)?;
        done.seal.update(Sha256::digest(&file));
        let paper = Paper::read(&file).map_err(|why| PackError::Unfit { title: part.title.clone(), why })?;
        drop(file);
        if paper.pages.len() != part.pages {
            let (title, found) = (part.title.clone(), paper.pages.len());
            return Err(PackError::Pages { title, wanted: part.pages, found });
        }
        done.part(pack, number, first, paper, &stamps, &mut out, &mut step)?;
        first += part.pages;
    }
    finish::finish(pack, done, out)
}

/// What is gathered on the way.
pub struct Merging {
    pub pages: Pages,
    pub structure: Structure,
    pub layers: Layers,
    pub bookmarks: Vec<Entry>,
    /// The bookmarks above the last part.
    path: Vec<String>,
    furniture: Furniture,
    pub made: Made,
    pub seal: Sha256,
}

impl Merging {
    #[expect(clippy::too_many_arguments, reason = "a part, its place, and where it goes")]
    fn part<W: Write>(
        &mut self,
        pack: &Pack,
        number: usize,
        first: usize,
        paper: Paper,
        stamps: &BTreeMap<String, Stamp>,
        out: &mut Writer<W>,
        step: &mut impl FnMut(usize) -> ControlFlow<()>,
    ) -> Result<(), PackError> {
        let Some(part) = pack.parts.get(number) else { return Ok(()) };
        let mut found = active::of_document(&paper.file);
        let tagged = paper.is_tagged();
        let mut claims = claim::read(&paper.file);
        let language = language(&paper, &pack.language);
        let Paper { file, mut pages, .. } = paper;
        let places = Destinations::of(&file, pages.iter().map(|page| page.id));
        let own = outline::of_paper(&file, &places, part.bookmarks.len());
        let placed: Vec<_> = pages
            .iter()
            .enumerate()
            .map(|(at, page)| page::placed(&file, page, part, &pack.label(first + at), stamps))
            .collect();

        let mut copy = Copy::of(file, out);
        self.pages.stand(&mut copy, &pages, first);
        for page in &mut pages {
            found.extend(active::of_page(&copy.file, &page.own));
            page::clean(&mut copy, page, &places, part.composed);
        }
        let hung = self.structure.hang(&mut copy, number);
        self.layers.take_in(&mut copy);
        for (at, (page, placed)) in pages.into_iter().zip(&placed).enumerate() {
            let page = self.furniture.dress(&mut copy, page, placed, self.pages.parent(first + at));
            copy.out.put(self.pages.number(first + at), &Object::Dictionary(page))?;
            copy.write_out()?;
            if step(first + at + 1).is_break() {
                return Err(PackError::Stopped);
            }
        }
        self.bookmarks(&mut copy, part, own, first);
        self.structure.place(&mut copy, hung, &part.title, language)?;
        copy.write_out()?;

        if !part.composed && !found.is_empty() {
            // What its tags say of the parts that were left out no longer holds.
            claims = Claims { ua1: false, a2a: claims.a2a };
            self.made.cleaned.push((part.title.clone(), found));
        }
        if !tagged {
            claims = Claims { ua1: false, a2a: false };
            self.made.untagged.push(part.title.clone());
        } else if !claims.ua1 {
            self.made.unclaimed.push(part.title.clone());
        }
        self.made.claims = self.made.claims.and(claims);
        Ok(())
    }

    fn bookmarks<W: Write>(&mut self, copy: &mut Copy<'_, W>, part: &Part, own: Vec<Entry>, first: usize) {
        let place = |number: u32| {
            let place = vec![Object::Reference((number, 0)), "Fit".into()];
            Some(Object::Array(place))
        };
        let common = self.path.iter().zip(&part.bookmarks).take_while(|(before, now)| before == now).count();
        // A part always has a bookmark of its own.
        let common = common.min(part.bookmarks.len().saturating_sub(1));
        for (depth, title) in part.bookmarks.iter().enumerate().skip(common) {
            let title = lopdf_packs::text_string(title);
            let open = depth + 1 < part.bookmarks.len();
            self.bookmarks.push(Entry { depth, title, place: place(self.pages.number(first)), open });
        }
        self.path.clone_from(&part.bookmarks);
        self.bookmarks.extend(own.into_iter().map(|entry| {
            let place = entry.place.map(|place| copy.turned(place));
            Entry { place, ..entry }
        }));
    }
}

/// The language of a paper, where it is not the pack's.
fn language(paper: &Paper, usual: &str) -> Option<Object> {
    let said = paper.catalogue()?.get(b"Lang").ok()?;
    let (_, said) = paper.file.dereference(said).ok()?;
    let same = said.as_str().ok()?.eq_ignore_ascii_case(usual.as_bytes());
    (!same).then(|| said.clone())
}

fn stamps<W: Write>(pack: &Pack, out: &mut Writer<W>) -> Result<BTreeMap<String, Stamp>, DocumentError> {
    let mut wanted: Vec<(String, bool)> = Vec::new();
    let mut first = 0;
    for part in &pack.parts {
        if !part.composed {
            wanted.extend((first..first + part.pages).map(|index| (pack.label(index), false)));
            if let Some(marking) = &part.marking
                && !wanted.iter().any(|(words, _)| words == marking)
            {
                wanted.push((marking.clone(), true));
            }
        }
        first += part.pages;
    }
    stamp::draw(out, &wanted)
}

/// The dictionary of a node in the tree of pages.
pub fn node(parent: Option<u32>, kids: Vec<Object>, pages: usize) -> Object {
    let mut node = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => super::write::count(pages) };
    if let Some(parent) = parent {
        node.set("Parent", Object::Reference((parent, 0)));
    }
    Object::Dictionary(node)
}
