//! The tree of what is what, that a screen reader walks: headings, paragraphs, lists, tables, figures.

use kurbo::Rect;

use crate::sink::Role;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NodeId(usize);

impl NodeId {
    pub const ROOT: Self = Self(0);

    pub fn index(self) -> usize {
        self.0
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub role: Role,
    pub parent: Option<NodeId>,
    pub kids: Vec<Kid>,
    pub detail: Detail,
    attached: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kid {
    Node(NodeId),
    /// Content number `number` of page `page` (both from 0).
    Content {
        page: usize,
        number: u32,
    },
    /// A link's place on a page, by its place in the list of links.
    Link(usize),
}

/// What some roles must say besides.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Detail {
    /// Said in place of a figure.
    pub alt: Option<String>,
    pub language: Option<String>,
    /// Where a figure stands, once it is drawn.
    pub area: Option<Rect>,
    pub scope: Option<Scope>,
    pub numbering: Option<Numbering>,
    /// What a table is about.
    pub summary: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Row,
    Column,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    Bullets,
    Numbers,
}

/// Nodes are made while blocks are flowed, and hung into the tree when their first content is drawn, so that
/// the order of the tree is the order of reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    nodes: Vec<Node>,
}

impl Default for Tree {
    fn default() -> Self {
        let root = Node {
            role: Role::Document,
            parent: None,
            kids: Vec::new(),
            detail: Detail::default(),
            attached: true,
        };
        Self { nodes: vec![root] }
    }
}

impl Tree {
    pub fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.add_with(parent, role, Detail::default())
    }

    pub fn add_with(&mut self, parent: NodeId, role: Role, detail: Detail) -> NodeId {
        self.nodes.push(Node { role, parent: Some(parent), kids: Vec::new(), detail, attached: false });
        NodeId(self.nodes.len() - 1)
    }

    /// Hangs a node, and those above it, into the tree.
    pub fn touch(&mut self, id: NodeId) {
        let Some(node) = self.nodes.get_mut(id.0) else { return };
        if node.attached {
            return;
        }
        node.attached = true;
        if let Some(parent) = node.parent {
            self.touch(parent);
            if let Some(parent) = self.nodes.get_mut(parent.0) {
                parent.kids.push(Kid::Node(id));
            }
        }
    }

    /// Adds a piece of drawn content, or a link's place, to a node.
    pub fn push(&mut self, id: NodeId, kid: Kid) {
        self.touch(id);
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.kids.push(kid);
        }
    }

    /// Notes where a figure was drawn.
    pub fn set_area(&mut self, id: NodeId, area: Rect) {
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.detail.area = Some(node.detail.area.map_or(area, |known| known.union(area)));
        }
    }

    pub fn role(&self, id: NodeId) -> Role {
        self.nodes.get(id.0).map_or(Role::Span, |node| node.role)
    }

    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_hang_in_the_order_in_which_they_are_drawn() {
        let mut tree = Tree::default();
        let paragraph = tree.add(NodeId::ROOT, Role::Paragraph);
        let link = tree.add(paragraph, Role::Link);
        tree.push(paragraph, Kid::Content { page: 0, number: 0 });
        tree.push(link, Kid::Content { page: 0, number: 1 });
        tree.push(paragraph, Kid::Content { page: 0, number: 2 });
        let kids = &tree.nodes()[paragraph.index()].kids;
        assert_eq!(kids.len(), 3);
        assert_eq!(kids[1], Kid::Node(link));
    }

    #[test]
    fn what_is_never_drawn_is_not_in_the_tree() {
        let mut tree = Tree::default();
        tree.add(NodeId::ROOT, Role::Paragraph);
        assert!(tree.nodes()[0].kids.is_empty());
    }
}
