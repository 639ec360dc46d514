//! The structure tree (ISO 32000-1, 14.7) and the parent tree that leads from content back to it.
//!
//! A document has many times as many elements as other objects: they are put into the file's syntax as they are walked.

use std::io::{self, Write};

use super::syntax::{length, number, reference, text};
use super::write::Writer;
use crate::Painted;
use crate::layout::theme::PAGE_HEIGHT;
use crate::structure::{Kid, Node, NodeId, Numbering, Scope};

/// Writes the tree as the object `root`; `pages` and `links` are the numbers of those objects.
pub fn write<W: Write>(
    out: &mut Writer<W>,
    root: u32,
    pages: &[u32],
    links: &[u32],
    painted: &Painted,
) -> io::Result<()> {
    let elements = vec![0; painted.tree.nodes().len()];
    let mut tree = Tree { painted, root, pages, links, elements, content: vec![], holders: vec![] };
    tree.hang(out, NodeId::ROOT);
    for (node, element) in painted.tree.nodes().iter().zip(&tree.elements) {
        if *element > 0 {
            tree.say(out.object(*element)?, node);
        }
    }
    let parents = out.reserve();
    tree.say_parents(out.object(parents)?);
    let bytes = out.object(root)?;
    bytes.extend(b"<</Type/StructTreeRoot/K ");
    reference(bytes, tree.element(NodeId::ROOT));
    bytes.extend(b"/ParentTree ");
    reference(bytes, parents);
    bytes.extend(b"/ParentTreeNextKey ");
    number(bytes, pages.len() + links.len());
    bytes.extend(b">>");
    Ok(())
}

struct Tree<'a> {
    painted: &'a Painted,
    root: u32,
    pages: &'a [u32],
    links: &'a [u32],
    /// Of each node; nought for one that hangs nowhere.
    elements: Vec<u32>,
    /// Pages' pieces of content by page and number, with their elements.
    content: Vec<(usize, u32, u32)>,
    /// Links with their elements.
    holders: Vec<(usize, u32)>,
}

impl Tree<'_> {
    /// Numbers the elements in the order of reading, and notes what they hold.
    fn hang<W: Write>(&mut self, out: &mut Writer<W>, id: NodeId) {
        let element = out.reserve();
        if let Some(place) = self.elements.get_mut(id.index()) {
            *place = element;
        }
        let painted = self.painted;
        for kid in painted.tree.nodes().get(id.index()).map(|node| node.kids.as_slice()).unwrap_or_default() {
            match *kid {
                Kid::Node(kid) => self.hang(out, kid),
                Kid::Content { page, number } => self.content.push((page, number, element)),
                Kid::Link(index) => self.holders.push((index, element)),
            }
        }
    }

    fn element(&self, id: NodeId) -> u32 {
        self.elements.get(id.index()).copied().unwrap_or(0)
    }

    /// The page on which a piece of an element stands; none for an element within it.
    fn page(&self, kid: &Kid) -> Option<u32> {
        let page = match kid {
            Kid::Node(_) => return None,
            Kid::Content { page, .. } => *page,
            Kid::Link(index) => self.painted.links.get(*index)?.page,
        };
        self.pages.get(page).copied()
    }

    fn say(&self, bytes: &mut Vec<u8>, node: &Node) {
        bytes.extend(b"<</Type/StructElem/S/");
        bytes.extend(node.role.name().as_bytes());
        bytes.extend(b"/P ");
        reference(bytes, node.parent.map_or(self.root, |parent| self.element(parent)));
        // What does not say its page stands on its element's.
        let page = node.kids.iter().find_map(|kid| self.page(kid));
        say_page(bytes, page);
        bytes.extend(b"/K[");
        for (index, kid) in node.kids.iter().enumerate() {
            if index > 0 {
                bytes.push(b' ');
            }
            self.say_kid(bytes, kid, self.page(kid).filter(|own| Some(*own) != page));
        }
        bytes.push(b']');
        say_detail(bytes, node);
        bytes.extend(b">>");
    }

    /// `elsewhere` is the page of a piece that is not on its element's.
    fn say_kid(&self, bytes: &mut Vec<u8>, kid: &Kid, elsewhere: Option<u32>) {
        match kid {
            Kid::Node(kid) => reference(bytes, self.element(*kid)),
            Kid::Content { number: own, .. } if elsewhere.is_none() => number(bytes, *own),
            Kid::Content { number: own, .. } => {
                bytes.extend(b"<</Type/MCR");
                say_page(bytes, elsewhere);
                bytes.extend(b"/MCID ");
                number(bytes, *own);
                bytes.extend(b">>");
            }
            Kid::Link(index) => {
                bytes.extend(b"<</Type/OBJR");
                say_page(bytes, elsewhere);
                bytes.extend(b"/Obj ");
                reference(bytes, self.links.get(*index).copied().unwrap_or(0));
                bytes.extend(b">>");
            }
        }
    }

    /// Keys of pages lead to the elements of their content, in its order; those of links follow.
    fn say_parents(&mut self, bytes: &mut Vec<u8>) {
        self.content.sort_unstable();
        self.holders.sort_unstable();
        bytes.extend(b"<</Nums[");
        let mut content = self.content.as_slice();
        for page in 0..self.pages.len() {
            let (own, rest) = content.split_at(content.partition_point(|(of, ..)| *of == page));
            content = rest;
            number(bytes, page);
            bytes.push(b'[');
            for (.., element) in own {
                reference(bytes, *element);
                bytes.push(b' ');
            }
            bytes.push(b']');
        }
        for (index, element) in &self.holders {
            number(bytes, self.pages.len() + index);
            bytes.push(b' ');
            reference(bytes, *element);
            bytes.push(b' ');
        }
        bytes.extend(b"]>>");
    }
}

fn say_page(bytes: &mut Vec<u8>, page: Option<u32>) {
    if let Some(page) = page {
        bytes.extend(b"/Pg ");
        reference(bytes, page);
    }
}

fn say_detail(bytes: &mut Vec<u8>, node: &Node) {
    let detail = &node.detail;
    if let Some(alt) = &detail.alt {
        bytes.extend(b"/Alt");
        text(bytes, alt);
    }
    if let Some(language) = &detail.language {
        // Letters, figures and hyphens (RFC 5646, 2.1).
        bytes.extend(b"/Lang(");
        bytes.extend(language.bytes().filter(|it| it.is_ascii_alphanumeric() || *it == b'-'));
        bytes.push(b')');
    }
    if let Some(scope) = detail.scope {
        bytes.extend(match scope {
            Scope::Row => b"/A<</O/Table/Scope/Row>>".as_slice(),
            Scope::Column => b"/A<</O/Table/Scope/Column>>",
        });
    } else if let Some(numbering) = detail.numbering {
        bytes.extend(match numbering {
            Numbering::Bullets => b"/A<</O/List/ListNumbering/Disc>>".as_slice(),
            Numbering::Numbers => b"/A<</O/List/ListNumbering/Decimal>>",
        });
    } else if let Some(area) = detail.area {
        bytes.extend(b"/A<</O/Layout/Placement/Block/BBox[");
        for value in [area.x0, PAGE_HEIGHT - area.y1, area.x1, PAGE_HEIGHT - area.y0] {
            length(bytes, value);
            bytes.push(b' ');
        }
        bytes.extend(b"]>>");
    } else if let Some(summary) = &detail.summary {
        bytes.extend(b"/A<</O/Table/Summary");
        text(bytes, summary);
        bytes.extend(b">>");
    }
}
