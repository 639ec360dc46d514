//! The structure tree (ISO 32000-1, 14.7) and the parent tree that leads from content back to it.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document as File, Object, ObjectId, dictionary};

use super::catalogue::{dictionary_mut, text_string};
use super::link::real;
use crate::layout::theme::PAGE_HEIGHT;
use crate::structure::{Kid, Node, NodeId, Numbering, Scope};
use crate::{DocumentError, Painted};

/// Writes the tree; returns its root.
pub fn add(
    file: &mut File,
    pages: &[ObjectId],
    links: &[ObjectId],
    painted: &Painted,
) -> Result<ObjectId, DocumentError> {
    let nodes = painted.tree.nodes();
    let ids: Vec<ObjectId> = nodes.iter().map(|_| file.new_object_id()).collect();
    let root = file.new_object_id();
    let mut parents = Parents::default();
    let mut hung = vec![false; nodes.len()];
    hang(nodes, NodeId::ROOT, &mut hung);
    for ((node, id), hung) in nodes.iter().zip(&ids).zip(hung) {
        if hung {
            let element = element(node, *id, root, &ids, pages, links, &mut parents);
            file.objects.insert(*id, Object::Dictionary(element));
        }
    }
    let parent_tree = file.add_object(dictionary! { "Nums" => parents.numbers(pages.len()) });
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids.first().map(|id| Object::Reference(*id)).into_iter().collect::<Vec<_>>(),
        "ParentTree" => Object::Reference(parent_tree),
        "ParentTreeNextKey" => i64::try_from(pages.len() + links.len()).unwrap_or(i64::MAX),
    };
    file.objects.insert(root, Object::Dictionary(Dictionary::new()));
    *dictionary_mut(file, root)? = tree;
    Ok(root)
}

/// From content numbers and links to their elements.
#[derive(Default)]
struct Parents {
    content: BTreeMap<usize, BTreeMap<u32, ObjectId>>,
    links: BTreeMap<usize, ObjectId>,
}

impl Parents {
    fn numbers(self, pages: usize) -> Vec<Object> {
        let mut numbers = Vec::new();
        for page in 0..pages {
            let elements = self.content.get(&page).into_iter().flat_map(BTreeMap::values);
            numbers.push(key(page));
            numbers.push(Object::Array(elements.map(|id| Object::Reference(*id)).collect()));
        }
        for (index, element) in self.links {
            numbers.push(key(pages + index));
            numbers.push(Object::Reference(element));
        }
        numbers
    }
}

fn hang(nodes: &[Node], id: NodeId, hung: &mut [bool]) {
    if let Some(flag) = hung.get_mut(id.index()) {
        *flag = true;
    }
    for kid in nodes.get(id.index()).map(|node| node.kids.as_slice()).unwrap_or_default() {
        if let Kid::Node(kid) = kid {
            hang(nodes, *kid, hung);
        }
    }
}

fn element(
    node: &Node,
    id: ObjectId,
    root: ObjectId,
    ids: &[ObjectId],
    pages: &[ObjectId],
    links: &[ObjectId],
    parents: &mut Parents,
) -> Dictionary {
    let parent = node.parent.and_then(|parent| ids.get(parent.index())).copied().unwrap_or(root);
    let mut kids = Vec::new();
    for kid in &node.kids {
        match kid {
            Kid::Node(kid) => kids.extend(ids.get(kid.index()).map(|kid| Object::Reference(*kid))),
            Kid::Content { page, number } => {
                parents.content.entry(*page).or_default().insert(*number, id);
                kids.extend(pages.get(*page).map(|page| {
                    Object::Dictionary(dictionary! {
                        "Type" => "MCR",
                        "Pg" => Object::Reference(*page),
                        "MCID" => i64::from(*number),
                    })
                }));
            }
            Kid::Link(index) => {
                parents.links.insert(*index, id);
                kids.extend(links.get(*index).map(|link| {
                    Object::Dictionary(dictionary! { "Type" => "OBJR", "Obj" => Object::Reference(*link) })
                }));
            }
        }
    }
    let mut element = dictionary! {
        "Type" => "StructElem",
        "S" => node.role.name(),
        "P" => Object::Reference(parent),
        "K" => kids,
    };
    if let Some(alt) = &node.detail.alt {
        element.set("Alt", text_string(alt));
    }
    if let Some(language) = &node.detail.language {
        element.set("Lang", Object::string_literal(language.as_str()));
    }
    if let Some(attributes) = attributes(node) {
        element.set("A", attributes);
    }
    element
}

fn attributes(node: &Node) -> Option<Dictionary> {
    let detail = &node.detail;
    if let Some(scope) = detail.scope {
        let scope = match scope {
            Scope::Row => "Row",
            Scope::Column => "Column",
        };
        return Some(dictionary! { "O" => "Table", "Scope" => scope });
    }
    if let Some(numbering) = detail.numbering {
        let numbering = match numbering {
            Numbering::Bullets => "Disc",
            Numbering::Numbers => "Decimal",
        };
        return Some(dictionary! { "O" => "List", "ListNumbering" => numbering });
    }
    if let Some(area) = detail.area {
        let area = [area.x0, PAGE_HEIGHT - area.y1, area.x1, PAGE_HEIGHT - area.y0];
        return Some(
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => area.map(real).to_vec() },
        );
    }
    let summary = detail.summary.as_ref()?;
    Some(dictionary! { "O" => "Table", "Summary" => text_string(summary) })
}

fn key(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
