//! Headers and footers: the council, the marking of a copy that is not for publication, "Page 3 of 12"; and the sheet.

use super::package::{MAIN, Package, RELATIONS};
use super::units::twips;
use super::xml::Xml;
use crate::DocumentError;
use crate::block::Document;
use crate::layout::theme::{PAGE_HEIGHT, PAGE_WIDTH, Theme};

/// The ids of the parts that stand around the pages: what they are, for which pages, which part.
pub type Furniture = Vec<(&'static str, &'static str, String)>;

/// The first page has the council's name in its title, so its header holds the marking alone.
pub fn add(document: &Document, package: &mut Package) -> Result<Furniture, DocumentError> {
    let mut furniture = Vec::new();
    for (pages, name, council) in [("first", "header1.xml", false), ("default", "header2.xml", true)] {
        let id = package.add("header", name, "header", header(document, council)?);
        furniture.push(("w:headerReference", pages, id));
    }
    for (pages, name) in [("first", "footer1.xml"), ("default", "footer2.xml")] {
        let id = package.add("footer", name, "footer", footer(document)?);
        furniture.push(("w:footerReference", pages, id));
    }
    Ok(furniture)
}

fn header(document: &Document, council: bool) -> Result<Vec<u8>, DocumentError> {
    let mut xml = Xml::new("w:hdr", &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)]);
    let mut empty = true;
    if let Some(marking) = &document.header {
        line(&mut xml, "Marking", marking);
        empty = false;
    }
    if empty || council {
        line(&mut xml, "Header", if council { &document.publisher } else { "" });
    }
    xml.finish()
}

fn line(xml: &mut Xml, style: &str, words: &str) {
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", style);
    xml.close();
    run(xml, words);
    xml.close();
}

fn run(xml: &mut Xml, words: &str) {
    if !words.is_empty() {
        xml.open("w:r", &[]);
        xml.words("w:t", &[("xml:space", "preserve")], words);
        xml.close();
    }
}

fn footer(document: &Document) -> Result<Vec<u8>, DocumentError> {
    let mut xml = Xml::new("w:ftr", &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)]);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", "Footer");
    xml.close();
    run(&mut xml, &document.footer);
    xml.open("w:r", &[]);
    xml.empty("w:tab", &[]);
    xml.close();
    run(&mut xml, "Page ");
    field(&mut xml, " PAGE ");
    run(&mut xml, " of ");
    field(&mut xml, " NUMPAGES ");
    xml.close();
    xml.finish()
}

/// A field that Word works out; until it has, it says 1.
fn field(xml: &mut Xml, what: &str) {
    xml.open("w:fldSimple", &[("w:instr", what)]);
    run(xml, "1");
    xml.close();
}

/// A4, with the margins of the paper.
pub fn sheet(xml: &mut Xml, furniture: &Furniture, theme: &Theme) {
    xml.open("w:sectPr", &[]);
    for (name, pages, id) in furniture {
        xml.empty(name, &[("w:type", pages), ("r:id", id)]);
    }
    xml.empty("w:pgSz", &[("w:w", &twips(PAGE_WIDTH)), ("w:h", &twips(PAGE_HEIGHT))]);
    let (top, bottom, side) =
        (twips(theme.margin_top + 14.0), twips(theme.margin_bottom), twips(theme.margin_side));
    let near = twips(theme.margin_top * 0.55);
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &top),
            ("w:right", &side),
            ("w:bottom", &bottom),
            ("w:left", &side),
            ("w:header", &near),
            ("w:footer", &near),
            ("w:gutter", "0"),
        ],
    );
    xml.empty("w:titlePg", &[]);
    xml.close();
}
