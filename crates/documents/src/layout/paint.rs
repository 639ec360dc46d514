//! Drawing pages on a sink, and noting where content, links and headings came to stand.

use kurbo::{Rect, Shape};

use super::paginate::Page;
use super::slice::{Drawing, Item, Owner};
use super::theme::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::sink::{Mark, PageSink, Role};
use crate::structure::{Kid, NodeId, Tree};

/// All that is known of a drawn document besides its pages.
#[derive(Debug)]
pub struct Painted {
    pub tree: Tree,
    pub links: Vec<Link>,
    pub bookmarks: Vec<Bookmark>,
    pub pages: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    pub page: usize,
    pub area: Rect,
    pub address: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    pub level: u8,
    pub title: String,
    pub page: usize,
    pub y: f64,
}

pub fn paint(pages: Vec<Page>, tree: Tree, sink: &mut dyn PageSink) -> Painted {
    let mut painted = Painted { tree, links: Vec::new(), bookmarks: Vec::new(), pages: pages.len() };
    for (page, content) in pages.into_iter().enumerate() {
        sink.start_page(PAGE_WIDTH, PAGE_HEIGHT);
        paint_page(page, content.items, &mut painted, sink);
    }
    painted
}

fn paint_page(page: usize, items: Vec<Item>, painted: &mut Painted, sink: &mut dyn PageSink) {
    let mut open: Option<Owner> = None;
    let mut next_number = 0;
    for item in items {
        match item.drawing {
            Drawing::Nothing => {
                if let Owner::Node(node) = item.owner {
                    painted.tree.touch(node);
                }
                continue;
            }
            Drawing::Bookmark { level, title, y } => {
                painted.bookmarks.push(Bookmark { level, title, page, y });
                continue;
            }
            Drawing::Link { area, address, words } => {
                if let Owner::Node(node) = item.owner {
                    painted.tree.push(node, Kid::Link(painted.links.len()));
                    painted.links.push(Link { page, area, address, words });
                }
                continue;
            }
            _ => {}
        }
        if open != Some(item.owner) {
            if open.is_some() {
                sink.end();
            }
            sink.begin(mark(item.owner, page, &mut next_number, &mut painted.tree));
            open = Some(item.owner);
        }
        if let Owner::Node(node) = item.owner {
            note_area(&mut painted.tree, node, &item.drawing);
        }
        draw(&item.drawing, sink);
    }
    if open.is_some() {
        sink.end();
    }
}

fn mark(owner: Owner, page: usize, next_number: &mut u32, tree: &mut Tree) -> Mark {
    match owner {
        Owner::Furniture => Mark::Furniture,
        Owner::Decoration => Mark::Decoration,
        Owner::Node(node) => {
            let number = *next_number;
            *next_number += 1;
            tree.push(node, Kid::Content { page, number });
            Mark::Content { role: tree.role(node), number }
        }
    }
}

fn note_area(tree: &mut Tree, node: NodeId, drawing: &Drawing) {
    if tree.role(node) != Role::Figure {
        return;
    }
    match drawing {
        Drawing::Fill(path, _) | Drawing::Stroke(path, _, _) => tree.set_area(node, path.bounding_box()),
        Drawing::Image(_, area) => tree.set_area(node, *area),
        _ => {}
    }
}

fn draw(drawing: &Drawing, sink: &mut dyn PageSink) {
    match drawing {
        Drawing::Text(text) => sink.text(text),
        Drawing::Fill(path, colour) => sink.fill(path, *colour),
        Drawing::Stroke(path, colour, width) => sink.stroke(path, *colour, *width),
        Drawing::Image(image, area) => sink.image(image, *area),
        Drawing::Link { .. } | Drawing::Bookmark { .. } | Drawing::Nothing => {}
    }
}
