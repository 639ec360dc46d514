//! Reads a tagged PDF as a screen reader does: walks the structure tree, and says what each element holds.

mod content;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

/// One element of the structure.
#[derive(Debug, Default)]
pub struct Element {
    pub role: String,
    pub language: Option<String>,
    pub alt: Option<String>,
    pub kids: Vec<Kid>,
}

#[derive(Debug)]
pub enum Kid {
    Element(Element),
    Words(String),
    Link,
}

/// The whole document; panics where the structure and the content of the pages do not belong together.
pub fn read(bytes: &[u8]) -> Element {
    let file = Document::load_mem(bytes).unwrap();
    let pages: BTreeMap<ObjectId, BTreeMap<i64, String>> =
        file.get_pages().into_values().map(|page| (page, content::marked(&file, page))).collect();
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let root = file.get_dictionary(root).unwrap();
    let mut reader = Reader { file: &file, pages: &pages, met: BTreeSet::new(), words: BTreeSet::new() };
    let mut whole = Element::default();
    for kid in reader.kids(root) {
        whole.kids.push(reader.kid(&kid, None));
    }
    let marked: usize = pages.values().map(BTreeMap::len).sum();
    assert_eq!(reader.words.len(), marked, "content that no element holds");
    whole
}

struct Reader<'a> {
    file: &'a Document,
    pages: &'a BTreeMap<ObjectId, BTreeMap<i64, String>>,
    met: BTreeSet<ObjectId>,
    words: BTreeSet<(ObjectId, i64)>,
}

impl Reader<'_> {
    fn kids(&self, element: &Dictionary) -> Vec<Object> {
        match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        }
    }

    /// `on` is the page of its element, where the content is that does not say its own.
    fn kid(&mut self, kid: &Object, on: Option<ObjectId>) -> Kid {
        if let Object::Reference(id) = kid {
            assert!(self.met.insert(*id), "an element stands in two places");
            let element = self.file.get_dictionary(*id).unwrap().clone();
            return Kid::Element(self.element(&element));
        }
        if let Object::Integer(number) = kid {
            return self.content(on.expect("content on no page"), *number);
        }
        let kid = kid.as_dict().unwrap();
        if kid.get(b"Type").and_then(Object::as_name).unwrap() == b"OBJR" {
            return Kid::Link;
        }
        let page = kid.get(b"Pg").and_then(Object::as_reference).unwrap();
        self.content(page, kid.get(b"MCID").and_then(Object::as_i64).unwrap())
    }

    fn content(&mut self, page: ObjectId, number: i64) -> Kid {
        assert!(self.words.insert((page, number)), "content stands in two elements");
        Kid::Words(self.pages[&page].get(&number).expect("an element without its content").clone())
    }

    fn element(&mut self, element: &Dictionary) -> Element {
        let string = |key: &[u8]| element.get(key).ok().map(|it| content::string(it.as_str().unwrap()));
        let kids = self.kids(element);
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        Element {
            role: String::from_utf8_lossy(element.get(b"S").and_then(Object::as_name).unwrap()).into_owned(),
            language: string(b"Lang"),
            alt: string(b"Alt"),
            kids: kids.iter().map(|kid| self.kid(kid, page)).collect(),
        }
    }
}

impl Element {
    /// All words, in the order of the structure.
    pub fn words(&self) -> String {
        let words = |kid: &Kid| match kid {
            Kid::Element(element) => element.words(),
            Kid::Words(words) => words.clone(),
            Kid::Link => String::new(),
        };
        self.kids.iter().map(words).collect()
    }

    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Element(element) => Some(element),
            _ => None,
        })
    }

    /// All elements below, each before those within it.
    pub fn all(&self) -> Vec<&Element> {
        self.elements().flat_map(|element| std::iter::once(element).chain(element.all())).collect()
    }

    /// The words in each language that is not the document's.
    pub fn languages(&self) -> Vec<(String, String)> {
        let own = |it: &&Element| it.language.is_some();
        let spoken = self.all().into_iter().filter(own);
        spoken.map(|it| (it.language.clone().unwrap_or_default(), it.words())).collect()
    }

    /// Every element stands where it may stand, and no heading is skipped (ISO 32000-1, 14.8.4; ISO 14289-1, 7).
    pub fn check(&self) {
        for element in self.elements() {
            let within = self.role.as_str();
            let may = match element.role.as_str() {
                "Document" => within.is_empty(),
                "LI" => within == "L",
                "Lbl" | "LBody" => within == "LI",
                "THead" | "TBody" => within == "Table",
                "TR" => within == "THead" || within == "TBody",
                "TH" | "TD" => within == "TR",
                "Span" | "Link" => !matches!(within, "L" | "LI" | "Table" | "THead" | "TBody" | "TR"),
                _ => matches!(within, "Document" | "Div" | "LBody"),
            };
            assert!(may, "{} within {within}", element.role);
            assert!(element.role != "Figure" || element.alt.as_deref().is_some_and(|alt| !alt.is_empty()));
            element.check();
        }
        if self.role == "Table" {
            let rows = self.all().into_iter().filter(|it| it.role == "TR").map(|it| it.kids.len());
            assert!(rows.clone().min() == rows.max(), "rows of different lengths");
        }
        if self.role == "Document" {
            let mut above = 0;
            for level in self.all().iter().filter_map(|it| it.role.strip_prefix('H')?.parse::<u8>().ok()) {
                assert!(level <= above + 1, "heading {level} after {above}");
                above = level;
            }
        }
    }
}

/// Whether all words stand within the page's edges.
pub fn within_the_page(bytes: &[u8]) -> bool {
    let file = Document::load_mem(bytes).unwrap();
    file.get_pages().into_values().all(|page| content::within(&file, page))
}
