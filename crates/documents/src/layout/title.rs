//! The head of a document.

use super::flow::{Flow, bookmark, is_blank, slices};
use super::line::Words;
use super::slice::Slice;
use crate::block::{Tone, plain};
use crate::sink::Role;
use crate::structure::NodeId;

impl Flow {
    pub fn title(
        &mut self,
        kicker: Option<&str>,
        text: &str,
        subtitle: &[String],
        width: f64,
        parent: NodeId,
    ) -> Vec<Slice> {
        let mut all = Vec::new();
        if let Some(kicker) = kicker {
            let node = self.tree.add(parent, Role::Paragraph);
            let words = Words { tone: self.theme.kicker, bold: true, ..self.body() };
            all.append(&mut slices(self.set(&plain(kicker), words, width, node), 0.0));
        }
        if !is_blank(&plain(text)) {
            let level = self.next_level(1);
            let node = self.tree.add(parent, Role::Heading(level));
            let (size, _) = self.theme.heading(1);
            let words = Words { size, leading: 1.18, tone: Tone::Ink, bold: true };
            let mut title = slices(self.set(&plain(text), words, width, node), 3.0);
            if let Some(first) = title.first_mut() {
                first.items.push(bookmark(node, level, text.to_owned()));
            }
            all.append(&mut title);
        }
        for (index, line) in subtitle.iter().enumerate() {
            let node = self.tree.add(parent, Role::Paragraph);
            let words = Words { tone: Tone::Soft, ..self.body() };
            let before = if index == 0 { 5.0 } else { 0.0 };
            all.append(&mut slices(self.set(&plain(line.as_str()), words, width, node), before));
        }
        let tall: f64 = all.iter().map(|slice| slice.before + slice.height).sum();
        if tall > self.theme.height() * 0.7 {
            // A title of many lines runs on, as a paragraph does.
            return all;
        }
        let mut whole = Slice::stack(all);
        whole.height += self.theme.gap * 0.5;
        vec![whole]
    }
}
