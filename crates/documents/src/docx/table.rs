//! Tables: their headings repeat on every page, their rows stay whole; and pictures with words beside them.

use super::body::Body;
use super::panel::Place;
use super::units::twips;
use super::xml::Xml;
use crate::block::{Cell, Pair, Table, plain};
use crate::layout::table::widen;
use crate::layout::theme::Theme;

/// What a cell is to its table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Heading,
    Body,
}

impl Body<'_> {
    pub fn table(&mut self, table: &Table, place: Place) {
        // Short rows would leave cells out, which Word calls damage.
        let columns =
            table.rows.iter().map(|row| row.cells.len()).chain([table.header.len()]).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        let width = self.width(place);
        let widths: Vec<String> =
            self::columns(table, columns, width, &self.theme).into_iter().map(twips).collect();
        let whole = twips(width);
        self.xml.open("w:tbl", &[]);
        properties(&mut self.xml, Some("BoardTable"), &whole, place, |xml| {
            let (first, column) = (on(!table.header.is_empty()), on(table.row_headers));
            let look =
                [("w:firstRow", first), ("w:lastRow", "0"), ("w:firstColumn", column), ("w:lastColumn", "0")];
            let look: Vec<_> = look.into_iter().chain([("w:noHBand", "1"), ("w:noVBand", "1")]).collect();
            xml.empty("w:tblLook", &look);
            if !table.summary.trim().is_empty() {
                xml.value("w:tblCaption", &table.summary);
            }
        });
        grid(&mut self.xml, &widths);
        if !table.header.is_empty() {
            self.row(&table.header, &widths, Row::Heading, Place { keep: true, ..place });
        }
        for (at, row) in table.rows.iter().enumerate() {
            // Neither the first row nor the last is left alone on a page.
            let keep = at + 1 < table.rows.len() && (at == 0 || at + 2 == table.rows.len() || place.keep);
            self.row(&row.cells, &widths, Row::Body, Place { keep, ..place });
        }
        self.xml.close();
        self.gap(Place { keep: false, ..place });
    }

    fn row(&mut self, cells: &[Cell], widths: &[String], row: Row, place: Place) {
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        if row == Row::Heading {
            self.xml.empty("w:tblHeader", &[]);
        }
        self.xml.close();
        let style = if row == Row::Heading { "TableHeading" } else { "TableText" };
        let inside = Place { keep: place.keep, ..Place::default() };
        for (at, width) in widths.iter().enumerate() {
            self.cell(width, None);
            match cells.get(at).map(|cell| cell.paragraphs.as_slice()).unwrap_or_default() {
                [] => self.line(style, &[], inside),
                paragraphs => paragraphs.iter().for_each(|words| self.line(style, words, inside)),
            }
            self.xml.close();
        }
        self.xml.close();
    }

    fn cell(&mut self, width: &str, right: Option<&str>) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
        if let Some(right) = right {
            self.xml.open("w:tcMar", &[]);
            self.xml.empty("w:right", &[("w:w", right), ("w:type", "dxa")]);
            self.xml.close();
        }
        self.xml.close();
    }

    /// The picture in one cell, the words in the other: no lines, and not announced as a table with headings.
    pub fn pair(&mut self, pair: &Pair, place: Place) {
        let (width, picture) = (self.width(place), self.theme.picture.0);
        let left = picture + self.theme.body * 1.15;
        let widths = [twips(left), twips(width - left)];
        let whole = twips(width);
        self.xml.open("w:tbl", &[]);
        properties(&mut self.xml, None, &whole, place, |xml| {
            let look = ["w:firstRow", "w:lastRow", "w:firstColumn", "w:lastColumn", "w:noHBand", "w:noVBand"];
            xml.empty("w:tblLook", &look.map(|name| (name, on(name.starts_with("w:no")))));
        });
        grid(&mut self.xml, &widths);
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        self.xml.close();
        let inside = Place { keep: place.keep, ..Place::default() };
        self.cell(&widths[0], Some("0"));
        self.open("PairText", &[], inside);
        let drawn = self.pictures.beside(pair, &self.theme);
        self.draw(drawn);
        self.xml.close();
        self.xml.close();
        self.cell(&widths[1], Some("0"));
        if let Some(label) = &pair.label {
            self.open("PairLabel", &[], inside);
            self.toned(label, pair.tone);
            self.xml.close();
        }
        for paragraph in &pair.paragraphs {
            self.line("PairText", paragraph, inside);
        }
        if pair.label.is_none() && pair.paragraphs.is_empty() {
            self.line("PairText", &plain(""), inside);
        }
        self.xml.close();
        self.xml.close();
        self.xml.close();
        self.gap(place);
    }
}

/// In the order that the schema asks (ISO/IEC 29500-1, 17.4.59).
fn properties(xml: &mut Xml, style: Option<&str>, width: &str, place: Place, end: impl FnOnce(&mut Xml)) {
    xml.open("w:tblPr", &[]);
    if let Some(style) = style {
        xml.value("w:tblStyle", style);
    }
    xml.empty("w:tblW", &[("w:w", width), ("w:type", "dxa")]);
    if place.indent > 0 {
        xml.empty("w:tblInd", &[("w:w", &place.indent.to_string()), ("w:type", "dxa")]);
    }
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    if style.is_none() {
        xml.open("w:tblCellMar", &[]);
        for side in ["w:left", "w:right"] {
            xml.empty(side, &[("w:w", "0"), ("w:type", "dxa")]);
        }
        xml.close();
    }
    end(xml);
    xml.close();
}

fn grid(xml: &mut Xml, widths: &[String]) {
    xml.open("w:tblGrid", &[]);
    for width in widths {
        xml.empty("w:gridCol", &[("w:w", width)]);
    }
    xml.close();
}

/// The width of each column, in points: its share, or an even one where it has none, and room for its longest word.
fn columns(table: &Table, count: usize, width: f64, theme: &Theme) -> Vec<f64> {
    let of = |at: usize| table.weights.get(at).copied().filter(|it| *it > 0.0).unwrap_or(1.0);
    let all: f64 = (0..count).map(of).sum();
    let shares: Vec<f64> = (0..count).map(|at| width * of(at) / all).collect();
    let rows = || table.rows.iter().map(|row| &row.cells).chain([&table.header]);
    // Whoever opens the file may not have our typeface, and others are wider.
    let letter = theme.body * 0.68;
    let least = (0..count).map(|at| {
        let words = rows().filter_map(|cells| cells.get(at)).flat_map(|cell| &cell.paragraphs).flatten();
        let longest = words.flat_map(|it| it.words().split_whitespace()).map(|it| it.chars().count()).max();
        let longest = f64::from(u32::try_from(longest.unwrap_or(0)).unwrap_or(u32::MAX));
        (longest * letter + 2.0 * theme.cell_padding.0).min(width * 0.3)
    });
    widen(&shares, &least.collect::<Vec<_>>())
}

fn on(wanted: bool) -> &'static str {
    if wanted { "1" } else { "0" }
}
