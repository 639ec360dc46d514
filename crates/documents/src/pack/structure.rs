//! The structure of a pack (ISO 32000-1, 14.7): one document, a part for each paper, and beneath it the paper's own
//! tree. Its keys are moved on, so that no two papers use the same one.

use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};

use lopdf_packs::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use super::copy::Copy;
use super::destination::leaves;
use super::paper;
use super::write::Writer;

/// What the pack's tree holds so far.
#[derive(Default)]
pub struct Structure {
    root: u32,
    document: u32,
    parts: Vec<u32>,
    /// From the keys of pages and annotations to their elements.
    parents: Vec<(i64, Elements)>,
    roles: Dictionary,
    classes: Dictionary,
    ids: BTreeMap<Vec<u8>, u32>,
    next_key: i64,
}

/// What a key leads to. A page's are many, and all pages' are kept to the end, so they are kept small.
enum Elements {
    /// The elements' numbers; nought where there is none.
    OfPage(Box<[u32]>),
    Other(Object),
}

impl Elements {
    fn of(object: Object) -> Self {
        let number = |element: &Object| match element {
            Object::Reference((number, 0)) => Some(*number),
            Object::Null => Some(0),
            _ => None,
        };
        let numbers = object.as_array().ok().and_then(|all| all.iter().map(number).collect());
        numbers.map_or(Self::Other(object), Self::OfPage)
    }

    fn into_object(self) -> Object {
        let element = |number: &u32| match number {
            0 => Object::Null,
            number => Object::Reference((*number, 0)),
        };
        match self {
            Self::OfPage(numbers) => Object::Array(numbers.iter().map(element).collect()),
            Self::Other(object) => object,
        }
    }
}

/// How a paper's tree hangs in the pack's.
pub struct Hung {
    part: u32,
    /// Added to the paper's keys.
    offset: i64,
    kids: Vec<Object>,
    parents: Vec<[Object; 2]>,
    has_tree: bool,
}

impl Structure {
    pub fn begin<W: Write>(out: &mut Writer<W>) -> Self {
        Self { root: out.reserve(), document: out.reserve(), ..Self::default() }
    }

    /// Reads a paper's tree, and changes in it what another paper's may clash with. `number` is the paper's in the pack.
    pub fn hang<W: Write>(&mut self, copy: &mut Copy<'_, W>, number: usize) -> Hung {
        let part = copy.out.reserve();
        let mut hung = Hung { part, offset: self.next_key, kids: vec![], parents: vec![], has_tree: false };
        let root = copy.file.catalog().ok().and_then(|catalogue| catalogue.get(b"StructTreeRoot").ok());
        let Some(id) = root.and_then(|root| root.as_reference().ok()) else { return hung };
        let Ok(tree) = copy.file.get_dictionary(id).cloned() else { return hung };
        hung.has_tree = true;
        copy.keys_from = Some(self.next_key);
        // Those at the top of the paper's tree stand beneath its part.
        copy.stands_at(id, part);
        let roles = self.take_in(&copy.file, &tree, b"RoleMap", number);
        let classes = self.take_in(&copy.file, &tree, b"ClassMap", number);
        let elements = elements(&copy.file, &tree);
        for element in &elements {
            if let Some(own) = rename(&mut copy.file, *element, &roles, &classes, number)
                && let Some(new) = copy.number(*element)
            {
                self.ids.insert(own, new);
            }
        }
        for attributes in shared_attributes(&copy.file, &elements) {
            if let Ok(attributes) = copy.file.get_object_mut(attributes) {
                each_dictionary(attributes, &mut |it| move_headers(it, number));
            }
        }
        if let Some(parents) = paper::dictionary(&copy.file, &tree, b"ParentTree") {
            hung.parents = leaves(&copy.file, parents, b"Nums");
        }
        hung.kids = match tree.get(b"K").and_then(|kids| copy.file.dereference(kids)) {
            Ok((_, Object::Array(kids))) => kids.clone(),
            Ok((Some(only), _)) => vec![Object::Reference(only)],
            Ok((None, Object::Dictionary(only))) => vec![Object::Dictionary(only.clone())],
            _ => vec![],
        };
        hung
    }

    /// Takes in a paper's names for roles or classes; those that another paper means otherwise get a new name.
    fn take_in(
        &mut self,
        file: &Document,
        tree: &Dictionary,
        key: &[u8],
        number: usize,
    ) -> BTreeMap<Vec<u8>, Vec<u8>> {
        let mut renamed = BTreeMap::new();
        let Some(own) = paper::dictionary(file, tree, key) else { return renamed };
        let all = if key == b"RoleMap" { &mut self.roles } else { &mut self.classes };
        for (name, meaning) in own {
            let meaning = file.dereference(meaning).map_or(meaning, |(_, meaning)| meaning).clone();
            let known = all.get(name).ok();
            if known.is_some_and(|known| *known != meaning) {
                let new = [name.as_slice(), format!("-{number}").as_bytes()].concat();
                all.set(new.clone(), meaning);
                renamed.insert(name.clone(), new);
            } else if known.is_none() {
                all.set(name.clone(), meaning);
            }
        }
        renamed
    }

    /// Puts a paper's tree into the pack's. Its elements are copied by whoever writes `copy` out.
    pub fn place<W: Write>(
        &mut self,
        copy: &mut Copy<'_, W>,
        hung: Hung,
        title: &str,
        language: Option<Object>,
    ) -> io::Result<()> {
        if !hung.has_tree {
            return Ok(());
        }
        for [key, elements] in hung.parents {
            let Ok(key) = key.as_i64() else { continue };
            let key = key.max(0) + hung.offset;
            let elements = Elements::of(copy.turned(elements));
            self.parents.push((key, elements));
            self.next_key = self.next_key.max(key + 1);
        }
        let kids: Vec<Object> = hung.kids.into_iter().map(|kid| copy.turned(kid)).collect();
        let mut part = dictionary! {
            "Type" => "StructElem", "S" => "Part", "P" => Object::Reference((self.document, 0)),
            "K" => kids, "T" => lopdf_packs::text_string(title),
        };
        if let Some(language) = language {
            part.set("Lang", language);
        }
        copy.out.put(hung.part, &part.into())?;
        self.parts.push(hung.part);
        Ok(())
    }

    /// Writes the tree's upper end; its root, or nothing where no paper has a tree.
    pub fn write<W: Write>(mut self, out: &mut Writer<W>) -> io::Result<Option<u32>> {
        if self.parts.is_empty() {
            return Ok(None);
        }
        let reference = |number: u32| Object::Reference((number, 0));
        let parts: Vec<Object> = self.parts.iter().map(|part| reference(*part)).collect();
        let document = dictionary! {
            "Type" => "StructElem", "S" => "Document", "P" => reference(self.root), "K" => parts,
        };
        out.put(self.document, &document.into())?;
        self.parents.sort_by_key(|(key, _)| *key);
        let pairs = self.parents.into_iter().map(|(key, it)| [Object::Integer(key), it.into_object()]);
        let parents = tree(out, b"Nums", pairs)?;
        let mut root = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![reference(self.document)],
            "ParentTree" => reference(parents),
            "ParentTreeNextKey" => self.next_key,
        };
        for (key, names) in [("RoleMap", self.roles), ("ClassMap", self.classes)] {
            if !names.is_empty() {
                root.set(key, names);
            }
        }
        if !self.ids.is_empty() {
            let name = |id: Vec<u8>| Object::String(id, StringFormat::Hexadecimal);
            let pairs = self.ids.into_iter().map(|(id, element)| [name(id), reference(element)]);
            let ids = tree(out, b"Names", pairs)?;
            root.set("IDTree", reference(ids));
        }
        out.put(self.root, &root.into())?;
        Ok(Some(self.root))
    }
}

/// Gives an element the names that its pack uses; answers its identifier.
fn rename(
    file: &mut Document,
    id: ObjectId,
    roles: &BTreeMap<Vec<u8>, Vec<u8>>,
    classes: &BTreeMap<Vec<u8>, Vec<u8>>,
    number: usize,
) -> Option<Vec<u8>> {
    let element = file.get_object_mut(id).and_then(Object::as_dict_mut).ok()?;
    for key in [&b"AF"[..], b"PieceInfo"] {
        element.remove(key);
    }
    for (key, names) in [(&b"S"[..], roles), (b"C", classes)] {
        if let Ok(Object::Name(name)) = element.get_mut(key)
            && let Some(new) = names.get(name)
        {
            name.clone_from(new);
        }
    }
    let mut named = None;
    if let Ok(Object::String(own, _)) = element.get_mut(b"ID") {
        *own = within(number, own);
        named = Some(own.clone());
    }
    if let Ok(attributes) = element.get_mut(b"A") {
        each_dictionary(attributes, &mut |it| move_headers(it, number));
    }
    named
}

/// All elements that hang in the tree.
fn elements(file: &Document, tree: &Dictionary) -> Vec<ObjectId> {
    let mut found = Vec::new();
    let mut seen: HashSet<ObjectId> = HashSet::new();
    let mut open: Vec<&Object> = tree.get(b"K").into_iter().collect();
    while let Some(kid) = open.pop() {
        let Ok((id, kid)) = file.dereference(kid) else { continue };
        if id.is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        match kid {
            Object::Array(kids) => open.extend(kids),
            // What has no structure type is a piece of content.
            Object::Dictionary(element) if element.has(b"S") => {
                found.extend(id);
                open.extend(element.get(b"K").ok());
            }
            _ => {}
        }
    }
    found
}

/// An identifier that no other paper of the pack has.
fn within(number: usize, id: &[u8]) -> Vec<u8> {
    [format!("{number}-").as_bytes(), id].concat()
}

/// Attributes that are objects of their own, which elements may share.
fn shared_attributes(file: &Document, elements: &[ObjectId]) -> HashSet<ObjectId> {
    let held = elements.iter().filter_map(|id| file.get_dictionary(*id).ok()?.get(b"A").ok());
    let mut found = HashSet::new();
    for attributes in held {
        match attributes {
            Object::Reference(id) => drop(found.insert(*id)),
            Object::Array(all) => found.extend(all.iter().filter_map(|it| it.as_reference().ok())),
            _ => {}
        }
    }
    found
}

fn each_dictionary(object: &mut Object, change: &mut dyn FnMut(&mut Dictionary)) {
    match object {
        Object::Dictionary(dictionary) => change(dictionary),
        Object::Array(all) => all.iter_mut().for_each(|it| each_dictionary(it, change)),
        _ => {}
    }
}

/// The header cells of a table are named by their identifiers.
fn move_headers(attributes: &mut Dictionary, number: usize) {
    if let Ok(Object::Array(headers)) = attributes.get_mut(b"Headers") {
        for header in headers {
            if let Object::String(id, _) = header {
                *id = within(number, id);
            }
        }
    }
}

/// Writes a number or name tree in leaves that a reader can take one by one.
fn tree<W: Write>(
    out: &mut Writer<W>,
    key: &[u8],
    mut pairs: impl Iterator<Item = [Object; 2]>,
) -> io::Result<u32> {
    const LEAF: usize = 64;
    let mut kids = Vec::new();
    loop {
        let leaf: Vec<[Object; 2]> = pairs.by_ref().take(LEAF).collect();
        let (Some([first, _]), Some([last, _])) = (leaf.first(), leaf.last()) else { break };
        let limits = vec![first.clone(), last.clone()];
        let mut node = dictionary! { "Limits" => limits };
        node.set(key, leaf.into_iter().flatten().collect::<Vec<_>>());
        kids.push(Object::Reference((out.add(&node.into())?, 0)));
    }
    out.add(&dictionary! { "Kids" => kids }.into())
}
