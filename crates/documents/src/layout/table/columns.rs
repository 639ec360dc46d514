//! How wide the columns of a table are.

use std::borrow::Cow;

use super::super::flow::Flow;
use super::super::line::{Words, longest_word};
use crate::block::{Cell, Table};

impl Flow {
    /// Shares of the width by weight, but none narrower than its longest word; none at all where the page has no room for
    /// that. A word that would fill almost half the page alone is cut.
    pub(super) fn columns(&mut self, table: &Table, width: f64) -> Option<Vec<f64>> {
        let heads = Words { bold: true, ..self.body() };
        let mut least = vec![0.0_f64; table.weights.len()];
        let body = self.body();
        let rows = table.rows.iter().map(|row| (&row.cells, body));
        for (cells, words) in std::iter::once((&table.header, heads)).chain(rows) {
            for (cell, least) in cells.iter().zip(&mut least) {
                for paragraph in &cell.paragraphs {
                    *least = least.max(longest_word(&mut self.shaper, paragraph, words));
                }
            }
        }
        let most = width * 0.4;
        let padding = 2.0 * self.theme.cell_padding.0 + 0.5;
        let least: Vec<f64> = least.iter().map(|least| (least + padding).min(most)).collect();
        (least.iter().sum::<f64>() <= width).then(|| widen(&shares(&table.weights, width), &least))
    }
}

/// A table in which each row has a cell for each column.
pub fn regular(table: &Table) -> Cow<'_, Table> {
    let cells = |cells: &Vec<Cell>| cells.len();
    let longest = table.rows.iter().map(|row| cells(&row.cells)).max().unwrap_or(0);
    let count = longest.max(table.header.len());
    let is_headed = table.header.is_empty() || table.header.len() == count;
    let is_weighed =
        table.weights.len() == count && table.weights.iter().all(|it| it.is_normal() && *it > 0.0);
    if is_headed && is_weighed && table.rows.iter().all(|row| row.cells.len() == count) {
        return Cow::Borrowed(table);
    }
    let mut whole = table.clone();
    if !whole.header.is_empty() {
        whole.header.resize(count, Cell::default());
    }
    for row in &mut whole.rows {
        row.cells.resize(count, Cell::default());
    }
    whole.weights.resize(count, 1.0);
    for weight in whole.weights.iter_mut().filter(|it| !it.is_normal() || **it <= 0.0) {
        *weight = 1.0;
    }
    Cow::Owned(whole)
}

pub fn shares(weights: &[f64], width: f64) -> Vec<f64> {
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| width * weight / total).collect()
}

/// Takes from columns that have room to spare what others lack.
pub fn widen(widths: &[f64], least: &[f64]) -> Vec<f64> {
    let lacking: f64 = widths.iter().zip(least).map(|(width, least)| (least - width).max(0.0)).sum();
    let spare: f64 = widths.iter().zip(least).map(|(width, least)| (width - least).max(0.0)).sum();
    if lacking <= 0.0 || spare < lacking {
        return widths.to_vec();
    }
    let share = 1.0 - lacking / spare;
    widths
        .iter()
        .zip(least)
        .map(|(width, least)| if width < least { *least } else { least + (width - least) * share })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_column_takes_from_those_with_room_to_spare() {
        assert_eq!(widen(&[50.0, 150.0], &[80.0, 60.0]), [80.0, 120.0]);
        assert_eq!(widen(&[50.0, 150.0], &[40.0, 60.0]), [50.0, 150.0]);
        assert_eq!(widen(&[50.0, 50.0], &[80.0, 80.0]), [50.0, 50.0]);
    }

    #[test]
    fn a_row_that_is_too_short_or_too_long_loses_no_cell() {
        let mut table = Table::new("", ["Who", "What"], &[1.0, f64::NAN]);
        table.row(vec!["Ruth".into()]);
        table.row(vec!["Sam".into(), "a".into(), "b".into()]);
        let whole = regular(&table);
        assert!(whole.rows.iter().all(|row| row.cells.len() == 3));
        assert_eq!((whole.header.len(), whole.weights.as_slice()), (3, &[1.0, 1.0, 1.0][..]));
    }
}
