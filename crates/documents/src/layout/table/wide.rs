//! A table that is wider than the page.

use super::super::flow::Flow;
use super::super::slice::{Item, Slice};
use super::columns::shares;
use crate::block::{Cell, Inline, Run, Table, Tone};
use crate::sink::Role;
use crate::structure::NodeId;

impl Flow {
    /// Each row becomes a group of its own: a line for each column, with the column's heading before the cell. So nothing is
    /// set too small to read, and no word is cut.
    pub(super) fn unfolded(&mut self, table: &Table, width: f64, node: NodeId) -> Vec<Slice> {
        let section = self.tree.add(node, Role::TableBody);
        let widths = shares(&[1.0, 2.0], width);
        let mut slices: Vec<Slice> = Vec::new();
        for row in &table.rows {
            let mut group = Vec::new();
            for (index, cell) in row.cells.iter().enumerate() {
                let heading = table.header.get(index).map(heading).unwrap_or_default();
                let strips = self.row(&[heading, cell.clone()], &widths, section, !table.header.is_empty());
                group.extend(self.ruled(strips, &widths, width));
            }
            let last = group.len();
            for (index, slice) in group.iter_mut().enumerate() {
                // A group begins and ends with two lines at least.
                slice.keep_with_next = index == 0 || index + 2 == last;
            }
            if let Some(first) = group.first_mut() {
                first.before = self.theme.gap * 1.4;
                first.items.push(Item::rule(0.0, 0.0, width, self.theme.palette.ink(Tone::Accent), 1.0));
            }
            slices.extend(group);
        }
        slices
    }
}

/// A column's heading before a cell.
fn heading(cell: &Cell) -> Cell {
    let bold = |inline: &Inline| match inline {
        Inline::Run(run) => Inline::Run(Run { bold: true, tone: Some(Tone::Accent), ..run.clone() }),
        other => other.clone(),
    };
    Cell { paragraphs: cell.paragraphs.iter().map(|runs| runs.iter().map(bold).collect()).collect() }
}
