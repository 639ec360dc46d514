//! Slices: strips of a page that are never cut, the atoms of pagination.

use std::rc::Rc;

use kurbo::{Affine, BezPath, Point, Rect, RoundedRect, Shape, Vec2};

use crate::palette::Colour;
use crate::sink::{Image, Text};
use crate::structure::NodeId;

/// To whom a drawing belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    Node(NodeId),
    Furniture,
    Decoration,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub owner: Owner,
    pub drawing: Drawing,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    Text(Text),
    Fill(BezPath, Colour),
    Stroke(BezPath, Colour, f64),
    Image(Rc<Image>, Rect),
    Link {
        area: Rect,
        address: String,
        words: String,
    },
    Bookmark {
        level: u8,
        title: String,
        y: f64,
    },
    /// Nothing to see, but the node is there: an empty table cell.
    Nothing,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Slice {
    /// Space above, dropped at the top of a page.
    pub before: f64,
    pub height: f64,
    pub items: Vec<Item>,
    pub keep_with_next: bool,
    pub break_before: bool,
    /// What is repeated above this slice when it opens a page: its table's headings.
    pub running_head: Option<Rc<Slice>>,
}

impl Item {
    pub fn fill(path: impl Shape, colour: Colour) -> Self {
        Self { owner: Owner::Decoration, drawing: Drawing::Fill(path.to_path(0.05), colour) }
    }

    /// A level line.
    pub fn rule(x: f64, y: f64, width: f64, colour: Colour, thickness: f64) -> Self {
        let mut path = BezPath::new();
        path.move_to((x, y));
        path.line_to((x + width, y));
        Self { owner: Owner::Decoration, drawing: Drawing::Stroke(path, colour, thickness) }
    }

    pub fn shift(&mut self, by: Vec2) {
        let affine = Affine::translate(by);
        match &mut self.drawing {
            Drawing::Text(text) => text.origin += by,
            Drawing::Fill(path, _) | Drawing::Stroke(path, _, _) => path.apply_affine(affine),
            Drawing::Image(_, area) | Drawing::Link { area, .. } => *area = *area + by,
            Drawing::Bookmark { y, .. } => *y += by.y,
            Drawing::Nothing => {}
        }
    }
}

impl Slice {
    pub fn new(height: f64, items: Vec<Item>) -> Self {
        Self { height, items, ..Self::default() }
    }

    pub fn shift(&mut self, x: f64, y: f64) {
        for item in &mut self.items {
            item.shift(Vec2::new(x, y));
        }
    }

    /// The same drawing as page furniture, outside the structure.
    pub fn as_furniture(&self) -> Self {
        let mut copy = self.clone();
        copy.items.retain(|item| !matches!(item.drawing, Drawing::Link { .. } | Drawing::Nothing));
        for item in &mut copy.items {
            if matches!(item.owner, Owner::Node(_)) {
                item.owner = Owner::Furniture;
            }
        }
        copy
    }

    /// One uncut slice of several, one under the other; the space above the first is kept outside.
    pub fn stack(slices: Vec<Self>) -> Self {
        let mut whole = Self::default();
        for (index, mut slice) in slices.into_iter().enumerate() {
            if index == 0 {
                whole.before = slice.before;
                whole.break_before = slice.break_before;
            } else {
                whole.height += slice.before;
            }
            slice.shift(0.0, whole.height);
            whole.height += slice.height;
            whole.items.append(&mut slice.items);
            whole.keep_with_next = slice.keep_with_next;
        }
        whole
    }

    /// Puts a drawing behind what is there.
    pub fn behind(&mut self, item: Item) {
        self.items.insert(0, item);
    }
}

/// A panel with rounded corners.
pub fn panel(x: f64, y: f64, width: f64, height: f64, radius: f64) -> RoundedRect {
    RoundedRect::new(x, y, x + width, y + height, radius)
}

/// The strokes of a 24-unit drawing, placed and sized.
pub fn icon_path(path: &str, at: Point, size: f64) -> BezPath {
    let drawn = BezPath::from_svg(path).unwrap_or_default();
    Affine::translate(at.to_vec2()) * Affine::scale(size / 24.0) * drawn
}
