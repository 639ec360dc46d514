//! Lists: a label in the margin of each item.

use super::flow::{self, Flow};
use super::line::Words;
use super::slice::Slice;
use crate::DocumentError;
use crate::block::{List, Tone, plain};
use crate::language;
use crate::sink::Role;
use crate::structure::{Detail, NodeId, Numbering};
use crate::text;

/// Turns a label of figures the way of its item's words.
const RIGHT_TO_LEFT: &str = "\u{200f}";

impl Flow {
    pub fn list(&mut self, list: &List, width: f64, parent: NodeId) -> Result<Vec<Slice>, DocumentError> {
        let numbering = if list.ordered { Numbering::Numbers } else { Numbering::Bullets };
        let detail = Detail { numbering: Some(numbering), ..Detail::default() };
        let node = self.tree.add_with(parent, Role::List, detail);
        let tone = if list.ordered { Tone::Ink } else { Tone::Accent };
        let words = Words { tone, bold: !list.ordered, ..self.body() };
        let mut labels = Vec::new();
        for item in &list.items {
            let entry = self.tree.add(node, Role::ListItem);
            let label = self.tree.add(entry, Role::Label);
            // An item that reads from right to left has its label on the right.
            let mirrored =
                language::is_right_to_left(&text::blocks(item.blocks.get(..1).unwrap_or_default()));
            let turn = if mirrored { RIGHT_TO_LEFT } else { "" };
            let lines = self.set_close(&plain(format!("{turn}{}", item.label)), words, width / 2.0, label);
            labels.push((entry, mirrored, lines));
        }
        let widest = labels.iter().flat_map(|(.., lines)| lines).map(|line| line.width).fold(0.0, f64::max);
        let indent = (widest + self.theme.body * 0.6).max(self.theme.body * 1.5);

        let mut slices = Vec::new();
        for (index, (item, (entry, mirrored, mut label))) in list.items.iter().zip(labels).enumerate() {
            let body = self.tree.add(entry, Role::ListBody);
            let mut inner = self.blocks(&item.blocks, width - indent, body)?;
            for slice in inner.iter_mut().filter(|_| !mirrored) {
                slice.shift(indent, 0.0);
            }
            if inner.is_empty() {
                // An item without words still has its label.
                inner.push(Slice::new(self.body().height(), Vec::new()));
            }
            if let Some(first) = inner.first_mut() {
                first.before = if index == 0 { self.theme.gap } else { self.theme.gap * 0.45 };
                label.iter_mut().for_each(|line| line.align(width));
                let mut label = Slice::stack(flow::slices(label, 0.0));
                first.height = first.height.max(label.height);
                // The label is read before the words.
                label.items.append(&mut first.items);
                first.items = label.items;
            }
            slices.append(&mut inner);
        }
        Ok(slices)
    }
}
