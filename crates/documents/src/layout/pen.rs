//! Places for a pen: ruled lines and boxes to tick.

use super::flow::{Flow, slices};
use super::slice::{Item, Slice};
use super::theme;
use crate::block::{Inline, Tone, plain};
use crate::sink::Role;
use crate::structure::{Detail, NodeId, Numbering};

/// Between ruled lines: 9 mm, for handwriting.
const RULED: f64 = 25.5;

impl Flow {
    pub fn writing_lines(
        &mut self,
        label: &[Inline],
        count: usize,
        width: f64,
        parent: NodeId,
    ) -> Vec<Slice> {
        let mut all = self.label(label, width, parent);
        let colour = theme::ink(Tone::Soft);
        for _ in 0..count {
            let rule = Item::rule(0.0, RULED, width, colour, 0.6);
            all.push(Slice { keep_with_next: true, ..Slice::new(RULED, vec![rule]) });
        }
        if let Some(last) = all.last_mut() {
            last.keep_with_next = false;
        }
        all
    }

    pub fn tick_boxes(
        &mut self,
        label: &[Inline],
        options: &[String],
        width: f64,
        parent: NodeId,
    ) -> Vec<Slice> {
        let mut all = self.label(label, width, parent);
        let detail = Detail { numbering: Some(Numbering::Bullets), ..Detail::default() };
        let list = self.tree.add_with(parent, Role::List, detail);
        let indent = self.theme.body * 1.5;
        let between = self.theme.body * 1.6;
        let (mut row, mut x) = (Slice::new(self.body().height(), Vec::new()), 0.0);
        for option in options {
            let entry = self.tree.add(list, Role::ListItem);
            let square = self.tree.add(entry, Role::Label);
            let body = self.tree.add(entry, Role::ListBody);
            let square = self.set(&plain("☐"), self.body(), width, square);
            let words = self.set(&plain(option.as_str()), self.body(), width - indent, body);
            let across = indent + words.iter().map(|line| line.width).fold(0.0, f64::max);
            if x > 0.0 && x + across > width {
                all.push(std::mem::replace(&mut row, Slice::new(self.body().height(), Vec::new())));
                x = 0.0;
            }
            let mut square = Slice::stack(slices(square, 0.0));
            square.shift(x, 0.0);
            let mut words = Slice::stack(slices(words, 0.0));
            words.shift(x + indent, 0.0);
            row.height = row.height.max(words.height);
            row.items.append(&mut square.items);
            row.items.append(&mut words.items);
            x += across + between;
        }
        all.push(row);
        for slice in all.iter_mut().skip(1) {
            slice.before = slice.before.max(3.0);
        }
        all
    }

    fn label(&mut self, label: &[Inline], width: f64, parent: NodeId) -> Vec<Slice> {
        let node = self.tree.add(parent, Role::Paragraph);
        let mut all = slices(self.set(label, self.body(), width, node), self.theme.gap * 1.3);
        for slice in &mut all {
            slice.keep_with_next = true;
        }
        all
    }
}
