//! Where links and bookmarks lead within a paper. Names are resolved: in a pack, two papers may use the same one.

use std::collections::{HashMap, HashSet};

use lopdf_packs::{Dictionary, Document, Object, ObjectId};

use super::paper::{array, dictionary};

pub struct Destinations {
    named: HashMap<Vec<u8>, Object>,
    pages: HashSet<ObjectId>,
}

impl Destinations {
    pub fn of(file: &Document, pages: impl Iterator<Item = ObjectId>) -> Self {
        let mut named = HashMap::new();
        if let Ok(catalogue) = file.catalog() {
            for (name, place) in dictionary(file, catalogue, b"Dests").into_iter().flatten() {
                named.insert(name.clone(), place.clone());
            }
            let tree = dictionary(file, catalogue, b"Names").and_then(|it| dictionary(file, it, b"Dests"));
            if let Some(tree) = tree {
                for [name, place] in leaves(file, tree, b"Names") {
                    if let Ok(name) = name.as_str() {
                        named.insert(name.to_vec(), place);
                    }
                }
            }
        }
        Self { named, pages: pages.collect() }
    }

    /// A place on one of the paper's pages, as an array that begins with the page.
    pub fn resolve(&self, file: &Document, place: &Object) -> Option<Vec<Object>> {
        let (_, place) = file.dereference(place).ok()?;
        let place = match place {
            Object::Name(name) | Object::String(name, _) => file.dereference(self.named.get(name)?).ok()?.1,
            place => place,
        };
        let place = match place {
            Object::Dictionary(held) => file.dereference(held.get(b"D").ok()?).ok()?.1,
            place => place,
        };
        let place = place.as_array().ok()?;
        let page = place.first()?.as_reference().ok()?;
        self.pages.contains(&page).then(|| place.clone())
    }

    /// Where an annotation or a bookmark leads, if that is within the paper.
    pub fn of_link(&self, file: &Document, link: &Dictionary) -> Option<Vec<Object>> {
        if let Ok(place) = link.get(b"Dest") {
            return self.resolve(file, place);
        }
        let action = dictionary(file, link, b"A")?;
        let within = action.get(b"S").and_then(Object::as_name).ok()? == b"GoTo";
        if within { self.resolve(file, action.get(b"D").ok()?) } else { None }
    }
}

/// The pairs of a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7).
pub fn leaves(file: &Document, root: &Dictionary, of: &[u8]) -> Vec<[Object; 2]> {
    let mut pairs = Vec::new();
    let mut seen: HashSet<ObjectId> = HashSet::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        for pair in array(file, node, of).into_iter().flat_map(|held| held.as_chunks::<2>().0) {
            pairs.push(pair.clone());
        }
        for kid in array(file, node, b"Kids").into_iter().flatten() {
            if kid.as_reference().is_ok_and(|id| !seen.insert(id)) {
                continue;
            }
            if let Ok((_, Object::Dictionary(kid))) = file.dereference(kid) {
                open.push(kid);
            }
        }
    }
    pairs
}
