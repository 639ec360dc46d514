//! Tables: a header row, rows that may start with a header cell of their own, and cells of inlines.

use super::{Inline, plain};

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What the table is, for those who cannot see it; not printed.
    pub summary: String,
    /// Column headings, repeated on each page. Empty when the rows carry headers of their own.
    pub header: Vec<Cell>,
    pub rows: Vec<Row>,
    /// Shares of the width, one for each column.
    pub weights: Vec<f64>,
    /// The first cell of each row is that row's header.
    pub row_headers: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub cells: Vec<Cell>,
}

/// A cell holds paragraphs, each a line of inlines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    pub paragraphs: Vec<Vec<Inline>>,
}

impl Table {
    pub fn new<T: Into<Cell>>(
        summary: impl Into<String>,
        header: impl IntoIterator<Item = T>,
        weights: &[f64],
    ) -> Self {
        Self {
            summary: summary.into(),
            header: header.into_iter().map(Into::into).collect(),
            rows: Vec::new(),
            weights: weights.to_vec(),
            row_headers: true,
        }
    }

    pub fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells });
    }
}

impl Cell {
    pub fn runs(runs: Vec<Inline>) -> Self {
        Self { paragraphs: vec![runs] }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::runs(plain(text))
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::runs(plain(text))
    }
}

impl From<Inline> for Cell {
    fn from(inline: Inline) -> Self {
        Self::runs(vec![inline])
    }
}
