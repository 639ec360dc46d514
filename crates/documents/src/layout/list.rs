//! Lists: a label in the margin of each item.

use super::flow::Flow;
use super::line::Words;
use super::slice::Slice;
use crate::DocumentError;
use crate::block::{List, Tone, plain};
use crate::sink::Role;
use crate::structure::{Detail, NodeId, Numbering};

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
            labels.push((entry, self.set(&plain(item.label.as_str()), words, width / 2.0, label)));
        }
        let widest = labels.iter().flat_map(|(_, lines)| lines).map(|line| line.width).fold(0.0, f64::max);
        let indent = (widest + self.theme.body * 0.6).max(self.theme.body * 1.5);

        let mut slices = Vec::new();
        for (index, (item, (entry, label))) in list.items.iter().zip(labels).enumerate() {
            let body = self.tree.add(entry, Role::ListBody);
            let mut inner = self.blocks(&item.blocks, width - indent, body)?;
            for slice in &mut inner {
                slice.shift(indent, 0.0);
            }
            if let Some(first) = inner.first_mut() {
                first.before = if index == 0 { self.theme.gap } else { self.theme.gap * 0.45 };
                // The label is read before the words.
                for line in label {
                    first.items.splice(0..0, line.items);
                }
            }
            slices.append(&mut inner);
        }
        Ok(slices)
    }
}
