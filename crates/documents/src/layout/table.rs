//! Tables and rows of facts.

mod columns;
mod wide;

pub use columns::widen;

use std::rc::Rc;

use kurbo::Rect;

use super::flow::Flow;
use super::line::{Line, Words};
use super::slice::{Drawing, Item, Owner, Slice};
use crate::block::{Cell, Fact, Table, Tone};
use crate::palette;
use crate::sink::Role;
use crate::structure::{Detail, NodeId, Scope};

/// One row's cells, each a strip of lines with the space above it.
type Strips = Vec<Vec<(f64, Line)>>;

impl Flow {
    pub fn table(&mut self, table: &Table, width: f64, parent: NodeId) -> Vec<Slice> {
        let table = &columns::regular(table);
        let summary = Some(table.summary.clone()).filter(|summary| !summary.is_empty());
        let node = self.tree.add_with(parent, Role::Table, Detail { summary, ..Detail::default() });
        let Some(widths) = self.columns(table, width) else {
            return self.unfolded(table, width, node);
        };
        let mut slices = Vec::new();
        let mut running = None;
        if !table.header.is_empty() {
            let section = self.tree.add(node, Role::TableHead);
            let head = self.head(&table.header, &widths, section, width);
            // Headings that fill a third of the page are not repeated: a row would have no room beneath them.
            if head.height < self.theme.height() / 3.0 {
                running = Some(Rc::new(head.as_furniture()));
            }
            slices.push(head);
        }
        let section = self.tree.add(node, Role::TableBody);
        for row in &table.rows {
            let row = self.row(&row.cells, &widths, section, table.row_headers);
            slices.extend(self.ruled(row, &widths, width).into_iter().map(|mut slice| {
                slice.running_head.clone_from(&running);
                slice
            }));
        }
        self.keep_rows_together(&mut slices);
        if let Some(first) = slices.first_mut() {
            first.before = self.theme.gap * 1.4;
            if table.header.is_empty() {
                first.behind(Item::rule(0.0, 0.0, width, palette::LINE, 0.8));
            }
        }
        slices
    }

    /// A short table stays on one page; of a long one, neither a small first row nor the last is left alone.
    fn keep_rows_together(&self, slices: &mut [Slice]) {
        let whole: f64 = slices.iter().map(|slice| slice.height).sum();
        let count = slices.len();
        let is_short = whole < self.theme.height() * self.theme.whole_table;
        let top: f64 = slices.iter().take(3).map(|slice| slice.height).sum();
        let opens = if top < self.theme.height() * 0.25 { 2 } else { 1 };
        for (index, slice) in slices.iter_mut().enumerate() {
            let is_end = index < opens || index + 2 == count;
            slice.keep_with_next |= index + 1 < count && (is_short || is_end);
        }
    }

    /// A term in the first column, its words in the second, without rules.
    pub fn facts(&mut self, facts: &[Fact], width: f64, parent: NodeId) -> Vec<Slice> {
        let node = self.tree.add(parent, Role::Table);
        let section = self.tree.add(node, Role::TableBody);
        let widths = columns::shares(&[1.0, 3.1], width);
        let mut slices = Vec::new();
        for fact in facts {
            let term = crate::block::Inline::toned(fact.term.as_str(), Tone::Soft);
            let cells = [Cell::runs(vec![term]), Cell::runs(fact.text.clone())];
            let strips = self.row(&cells, &widths, section, true);
            let lines = strips.iter().map(|strip| height(strip)).fold(0.0, f64::max);
            if lines > self.theme.height() * 0.55 {
                slices.extend(self.ruled(strips, &widths, width));
            } else {
                slices.push(place(strips, &widths, (0.0, 2.2), lines));
            }
        }
        if let Some(first) = slices.first_mut() {
            first.before = self.theme.gap;
        }
        slices
    }

    fn head(&mut self, cells: &[Cell], widths: &[f64], section: NodeId, width: f64) -> Slice {
        let row = self.tree.add(section, Role::TableRow);
        let words = Words { bold: true, tone: Tone::Accent, ..self.body() };
        let mut strips = Strips::new();
        for (cell, width) in cells.iter().zip(widths) {
            let detail = Detail { scope: Some(Scope::Column), ..Detail::default() };
            let node = self.tree.add_with(row, Role::HeaderCell, detail);
            strips.push(self.strip(cell, words, *width, node));
        }
        let lines = strips.iter().map(|strip| height(strip)).fold(0.0, f64::max);
        let mut slice = place(strips, widths, self.theme.cell_padding, lines);
        slice.behind(Item::fill(Rect::new(0.0, 0.0, width, slice.height), palette::PAPER));
        slice.items.push(Item::rule(0.0, slice.height, width, self.theme.palette.ink(Tone::Accent), 1.0));
        slice.keep_with_next = true;
        slice
    }

    fn row(&mut self, cells: &[Cell], widths: &[f64], section: NodeId, header: bool) -> Strips {
        let row = self.tree.add(section, Role::TableRow);
        let mut strips = Strips::new();
        for (index, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let is_header = header && index == 0;
            let role = if is_header { Role::HeaderCell } else { Role::DataCell };
            let scope = is_header.then_some(Scope::Row);
            let node = self.tree.add_with(row, role, Detail { scope, ..Detail::default() });
            strips.push(self.strip(cell, self.body(), *width, node));
        }
        strips
    }

    fn strip(&mut self, cell: &Cell, words: Words, width: f64, node: NodeId) -> Vec<(f64, Line)> {
        let inner = (width - 2.0 * self.theme.cell_padding.0).max(words.size);
        let mut strip = Vec::new();
        for paragraph in &cell.paragraphs {
            for (index, line) in self.set(paragraph, words, inner, node).into_iter().enumerate() {
                let before = if index == 0 && !strip.is_empty() { 3.0 } else { 0.0 };
                strip.push((before, line));
            }
        }
        if strip.is_empty() {
            // An empty cell is still a cell.
            let items = vec![Item { owner: Owner::Node(node), drawing: Drawing::Nothing }];
            strip.push((0.0, Line { items, ..Line::default() }));
        }
        strip
    }

    /// A row with a hairline under it; one that is too tall for a page is cut between lines.
    fn ruled(&mut self, mut strips: Strips, widths: &[f64], width: f64) -> Vec<Slice> {
        let padding = self.theme.cell_padding;
        let tallest = strips.iter().map(|strip| height(strip)).fold(0.0, f64::max);
        let mut slices = Vec::new();
        if tallest > self.theme.height() * 0.55 {
            let part = self.theme.height() * 0.12;
            while strips.iter().any(|strip| height(strip) > part) {
                let taken: Strips = strips.iter_mut().map(|strip| take(strip, part)).collect();
                let lines = taken.iter().map(|strip| height(strip)).fold(0.0, f64::max);
                let mut slice = place(taken, widths, (padding.0, 0.0), lines);
                if slices.is_empty() {
                    slice.shift(0.0, padding.1);
                    slice.height += padding.1;
                }
                slices.push(slice);
            }
        }
        let lines = strips.iter().map(|strip| height(strip)).fold(0.0, f64::max);
        let mut last = place(strips, widths, padding, lines);
        last.items.push(Item::rule(0.0, last.height, width, palette::LINE, 0.8));
        slices.push(last);
        slices
    }
}

fn height(strip: &[(f64, Line)]) -> f64 {
    strip.iter().map(|(before, line)| before + line.height).sum()
}

/// The lines that fit in `room`, at least one.
fn take(strip: &mut Vec<(f64, Line)>, room: f64) -> Vec<(f64, Line)> {
    let mut used = 0.0;
    let mut count = 0;
    for (before, line) in strip.iter() {
        used += before + line.height;
        if used > room && count > 0 {
            break;
        }
        count += 1;
    }
    strip.drain(..count).collect()
}

/// Sets the cells of a row side by side; cell after cell in the order of reading.
fn place(strips: Strips, widths: &[f64], padding: (f64, f64), lines: f64) -> Slice {
    let mut slice = Slice::new(lines + 2.0 * padding.1, Vec::new());
    let mut x = 0.0;
    for (strip, width) in strips.into_iter().zip(widths) {
        let mut cell = Slice::default();
        for (before, line) in strip {
            cell = Slice::stack(vec![cell, Slice { before, ..Slice::new(line.height, line.items) }]);
        }
        cell.shift(x + padding.0, padding.1);
        slice.items.append(&mut cell.items);
        x += width;
    }
    slice
}
