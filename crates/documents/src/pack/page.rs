//! One page of a paper as it stands in a pack.

use std::collections::BTreeMap;
use std::io::{self, Write};

use kurbo::Affine;
use lopdf_packs::{Dictionary, Document, Object, ObjectId, Stream};

use super::annotation;
use super::copy::Copy;
use super::destination::Destinations;
use super::marks::Marks;
use super::merge::{Pack, Part, node};
use super::paper::{Page, array, dictionary};
use super::spot::{MARKING, NUMBER, Sheet};
use super::stamp::Stamp;
use super::write::Writer;

/// What a page keeps. All else is for other programs, or does something by itself.
const KEPT: [&[u8]; 12] = [
    b"MediaBox",
    b"CropBox",
    b"BleedBox",
    b"TrimBox",
    b"ArtBox",
    b"Resources",
    b"Rotate",
    b"Group",
    b"Tabs",
    b"StructParents",
    b"UserUnit",
    b"Contents",
];
/// Pages beneath one node of their tree.
const TOGETHER: usize = 40;
const SCHEME: &str = "page:";

/// The address of a page of the same pack, for a link on a page of our own.
pub fn link_to(page: usize) -> String {
    format!("{SCHEME}{page}")
}

/// The pages of the whole pack, which have their numbers before anything is written.
pub struct Pages {
    numbers: Vec<u32>,
    nodes: Vec<u32>,
    pub root: u32,
    /// What the first page is called.
    first: usize,
}

impl Pages {
    pub fn reserve<W: Write>(out: &mut Writer<W>, pack: &Pack) -> Self {
        let count = pack.pages();
        Self {
            numbers: (0..count).map(|_| out.reserve()).collect(),
            nodes: (0..count.div_ceil(TOGETHER)).map(|_| out.reserve()).collect(),
            root: out.reserve(),
            first: pack.first,
        }
    }

    pub fn number(&self, index: usize) -> u32 {
        self.numbers.get(index).copied().unwrap_or(self.root)
    }

    pub fn parent(&self, index: usize) -> u32 {
        self.nodes.get(index / TOGETHER).copied().unwrap_or(self.root)
    }

    /// Tells a copy where the pages of its paper stand, and where those of the whole pack do.
    pub fn stand<W: Write>(&self, copy: &mut Copy<'_, W>, pages: &[Page], first: usize) {
        for (at, page) in pages.iter().enumerate() {
            copy.stands_at(page.id, self.number(first + at));
        }
        for (index, number) in self.numbers.iter().enumerate() {
            copy.stands_at(far(self.first + index), *number);
        }
    }

    pub fn write<W: Write>(&self, out: &mut Writer<W>) -> io::Result<()> {
        let reference = |number: &u32| Object::Reference((*number, 0));
        for (pages, number) in self.numbers.chunks(TOGETHER).zip(&self.nodes) {
            let kids = pages.iter().map(reference).collect();
            out.put(*number, &node(Some(self.root), kids, pages.len()))?;
        }
        out.put(self.root, &node(None, self.nodes.iter().map(reference).collect(), self.numbers.len()))
    }
}

/// Stands for a page of the pack in a paper's own numbers, which never reach so far.
fn far(page: usize) -> ObjectId {
    (u32::MAX - u32::try_from(page).unwrap_or(0), u16::MAX)
}

/// What is put on a page, and what of its content must be brought to order first.
#[derive(Debug, Default)]
pub struct Placed {
    stamps: Vec<(u32, Affine)>,
    closed: usize,
    left_open: usize,
}

/// Finds a free place for a page's number and marking.
pub fn placed(
    file: &Document,
    page: &Page,
    part: &Part,
    label: &str,
    stamps: &BTreeMap<String, Stamp>,
) -> Placed {
    if part.composed {
        return Placed::default();
    }
    let sheet = Sheet::of(file, &page.own);
    let mut marks = Marks::of_page(file, &page.own);
    let (closed, left_open) = (marks.closed, marks.left_open);
    let wanted = [(Some(label), &NUMBER[..]), (part.marking.as_deref(), &MARKING[..])];
    let stamps = wanted
        .into_iter()
        .filter_map(|(words, spots)| Some((stamps.get(words?)?, spots)))
        .map(|(stamp, spots)| (stamp.number, sheet.place(&mut marks, stamp.size, spots)))
        .collect();
    Placed { stamps, closed, left_open }
}

/// Cleans the annotations of a page, and turns links to `page:12` into what they mean.
pub fn clean<W: Write>(copy: &mut Copy<'_, W>, page: &mut Page, places: &Destinations, composed: bool) {
    let (kept, gone) = annotation::clean(&mut copy.file, &page.own, places);
    gone.into_iter().for_each(|id| copy.leave_out(id));
    if composed {
        for id in kept.iter().filter_map(|it| it.as_reference().ok()) {
            if let Ok(Object::Dictionary(link)) = copy.file.get_object_mut(id)
                && let Some(to) = leads_to(link)
            {
                link.remove(b"A");
                link.set("Dest", vec![Object::Reference(far(to)), "Fit".into()]);
            }
        }
    }
    if kept.is_empty() {
        page.own.remove(b"Annots");
    } else {
        page.own.set("Annots", kept);
    }
}

fn leads_to(link: &Dictionary) -> Option<usize> {
    let address = link.get(b"A").ok()?.as_dict().ok()?.get(b"URI").ok()?.as_str().ok()?;
    std::str::from_utf8(address).ok()?.strip_prefix(SCHEME)?.parse().ok()
}

/// What all pages share.
pub struct Furniture {
    /// Keeps the state of graphics as it was before the paper's own content.
    keep: u32,
}

impl Furniture {
    pub fn begin<W: Write>(out: &mut Writer<W>) -> io::Result<Self> {
        Ok(Self { keep: out.add(&Object::Stream(Stream::new(Dictionary::new(), b"q\n".to_vec())))? })
    }

    /// The page with its new numbers, and with what is stamped on it.
    pub fn dress<W: Write>(
        &self,
        copy: &mut Copy<'_, W>,
        page: Page,
        placed: &Placed,
        parent: u32,
    ) -> Dictionary {
        let own = &page.own;
        let mut kept: Dictionary = own
            .iter()
            .filter(|(key, _)| KEPT.contains(&key.as_slice()))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        let annotations = own.get(b"Annots").ok().cloned();
        let contents = contents(&copy.file, own);
        kept.remove(b"Contents");
        let mut resources = dictionary(&copy.file, own, b"Resources").cloned().unwrap_or_default();
        let pictures = dictionary(&copy.file, &resources, b"XObject").cloned().unwrap_or_default();
        if !placed.stamps.is_empty() {
            kept.remove(b"Resources");
            resources.remove(b"XObject");
        }
        let mut dressed = copy.turned_dictionary(kept);
        dressed.set("Type", "Page");
        dressed.set("Parent", Object::Reference((parent, 0)));
        if let Some(annotations) = annotations {
            let annotations = copy.turned(annotations);
            dressed.set("Annots", annotations);
        }
        let mut contents: Vec<Object> = contents.into_iter().map(|it| copy.turned(it)).collect();
        if !placed.stamps.is_empty() {
            let mut pictures = copy.turned_dictionary(pictures);
            let words = stamped(placed, &mut pictures);
            let mut resources = copy.turned_dictionary(resources);
            resources.set("XObject", pictures);
            dressed.set("Resources", resources);
            let keep = self.keep;
            contents.splice(0..0, (0..=placed.closed).map(|_| Object::Reference((keep, 0))));
            let stamp = copy.out.add(&Object::Stream(Stream::new(Dictionary::new(), words.into_bytes())));
            contents.extend(stamp.ok().map(|number| Object::Reference((number, 0))));
        }
        if !contents.is_empty() {
            dressed.set("Contents", contents);
        }
        dressed
    }
}

/// Closes what the page opened, and shows the stamps: artifacts, which a screen reader passes over.
fn stamped(placed: &Placed, pictures: &mut Dictionary) -> String {
    let mut words = "\nQ".repeat(1 + placed.left_open);
    words.push_str("\n/Artifact <</Type /Pagination>> BDC\n");
    for (stamp, turn) in &placed.stamps {
        let mut name = format!("PackStamp{stamp}");
        while pictures.has(name.as_bytes()) {
            name.push('x');
        }
        pictures.set(name.clone(), Object::Reference((*stamp, 0)));
        let numbers: Vec<String> = turn.as_coeffs().iter().map(|number| format!("{number:.4}")).collect();
        words.push_str(&format!("q {} cm /{name} Do Q\n", numbers.join(" ")));
    }
    words.push_str("EMC\n");
    words
}

fn contents(file: &Document, page: &Dictionary) -> Vec<Object> {
    match (page.get(b"Contents"), array(file, page, b"Contents")) {
        (_, Some(parts)) => parts.clone(),
        (Ok(Object::Null) | Err(_), None) => vec![],
        (Ok(one), None) => vec![one.clone()],
    }
}
