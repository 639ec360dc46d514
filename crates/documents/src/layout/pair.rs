//! A picture on the left, the words that it goes with on the right.

use kurbo::Point;

use super::flow::{Flow, keep_ends_together, slices};
use super::line::Words;
use super::slice::{Drawing, Item, Owner, Slice, icon_path, panel};
use crate::block::{Pair, plain};
use crate::sink::Role;
use crate::structure::{Detail, NodeId};

impl Flow {
    pub fn pair(&mut self, pair: &Pair, width: f64, parent: NodeId) -> Vec<Slice> {
        let node = self.tree.add(parent, Role::Division);
        let (across, down) = self.theme.picture;
        let mut picture = self.picture(pair, node);
        let left = across + self.theme.body * 1.15;

        let mut words = Vec::new();
        if let Some(label) = &pair.label {
            let line = self.tree.add(node, Role::Paragraph);
            let look = Words { tone: pair.tone, bold: true, ..self.body() };
            let mut label = slices(self.set(&plain(label.as_str()), look, width - left, line), 0.0);
            for slice in &mut label {
                slice.keep_with_next = true;
            }
            words.append(&mut label);
        }
        for (index, paragraph) in pair.paragraphs.iter().enumerate() {
            let line = self.tree.add(node, Role::Paragraph);
            let before = if index == 0 { 0.0 } else { self.theme.gap * 0.25 };
            let mut paragraph = slices(self.set(paragraph, self.body(), width - left, line), before);
            keep_ends_together(&mut paragraph);
            words.append(&mut paragraph);
        }
        for slice in &mut words {
            slice.shift(left, 0.0);
        }
        let height: f64 = words.iter().map(|slice| slice.before + slice.height).sum();
        let before = self.theme.gap * 1.15;
        if height < self.theme.height() * 0.7 {
            let mut whole = Slice::stack(words);
            whole.shift(0.0, ((down - whole.height) / 2.0).max(0.0));
            whole.items.splice(0..0, picture);
            return vec![Slice { before, ..Slice::new(whole.height.max(down), whole.items) }];
        }
        // Longer than a page can hold beside its picture: the picture stands by the first lines.
        let mut first = Slice::default();
        while first.height < down && !words.is_empty() {
            first = Slice::stack(vec![first, words.remove(0)]);
        }
        first.items.splice(0..0, picture.drain(..));
        first.before = before;
        words.insert(0, first);
        words
    }

    fn picture(&mut self, pair: &Pair, node: NodeId) -> Vec<Item> {
        let (across, down) = self.theme.picture;
        let detail = Detail { alt: Some(pair.icon.alt.to_owned()), ..Detail::default() };
        let figure = self.tree.add_with(node, Role::Figure, detail);
        let size = down * 0.56;
        let at = Point::new((across - size) / 2.0, (down - size) / 2.0);
        let strokes = icon_path(pair.icon.path, at, size);
        vec![
            Item::fill(panel(0.0, 0.0, across, down, down * 0.16), self.theme.palette.wash(pair.tone)),
            Item {
                owner: Owner::Node(figure),
                drawing: Drawing::Stroke(strokes, self.theme.palette.ink(pair.tone), size / 12.0),
            },
        ]
    }
}
