//! Places for a pen: ruled lines and boxes to tick.

use super::flow::{Flow, slices};
use super::slice::{Item, Slice};
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
        let node = self.tree.add(parent, Role::Paragraph);
        let words = self.set_close(label, self.body(), width, node);
        let colour = self.theme.palette.ink(Tone::Soft);
        let is_short = words.len() == 1 && words.iter().all(|line| line.width < width * 0.6);
        let mut all = Vec::new();
        let mut left = 0.0;
        if is_short {
            // A short label stands on the first line, and the rule begins behind it.
            left = words.iter().map(|line| line.width + self.theme.body * 0.7).sum();
            let mut first = Slice::stack(slices(words, 0.0));
            first.shift(0.0, RULED - self.body().baseline() - 2.5);
            all.push(Slice { before: self.theme.gap * 0.7, ..Slice::new(0.0, first.items) });
        } else {
            all.append(&mut slices(words, self.theme.gap * 1.3));
        }
        for number in 0..count {
            let left = if number == 0 { left } else { 0.0 };
            let rule = Item::rule(left, RULED, width - left, colour, 0.6);
            all.push(Slice::new(RULED, vec![rule]));
        }
        let last = all.len();
        for (index, slice) in all.iter_mut().enumerate() {
            slice.keep_with_next = index + 1 < last;
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
        let node = self.tree.add(parent, Role::Paragraph);
        let label = self.set_close(label, self.body(), width, node);
        let detail = Detail { numbering: Some(Numbering::Bullets), ..Detail::default() };
        let list = self.tree.add_with(parent, Role::List, detail);
        let indent = self.theme.body * 1.5;
        let between = self.theme.body * 1.4;
        let height = self.body().height();
        let wide = label.iter().map(|line| line.width).fold(0.0, f64::max);
        let (mut all, mut row, mut x) = (Vec::new(), Slice::new(height, Vec::new()), 0.0);
        if label.len() == 1 && wide < width * 0.3 {
            // A short label stands before its boxes.
            row = Slice::stack(slices(label, 0.0));
            x = if wide > 0.0 { wide + between } else { 0.0 };
        } else {
            all = slices(label, 0.0);
        }
        for option in options {
            let entry = self.tree.add(list, Role::ListItem);
            let square = self.tree.add(entry, Role::Label);
            let body = self.tree.add(entry, Role::ListBody);
            let square = self.set_close(&plain("☐"), self.body(), width, square);
            let words = self.set_close(&plain(option.as_str()), self.body(), width - indent, body);
            let across = indent + words.iter().map(|line| line.width).fold(0.0, f64::max);
            if x > 0.0 && x + across > width {
                all.push(std::mem::replace(&mut row, Slice::new(height, Vec::new())));
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
        let last = all.len();
        for (index, slice) in all.iter_mut().enumerate() {
            slice.before = if index == 0 { self.theme.gap } else { 3.0 };
            slice.keep_with_next = index + 1 < last;
        }
        all
    }
}
