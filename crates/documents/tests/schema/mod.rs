//! What Word asks of a file before it opens it: well-formed parts, and properties in the order of the schema
//! (ISO/IEC 29500-1, annex A). LibreOffice is more patient, so it would not tell.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

/// The parts of the archive by name.
pub fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), bytes);
    }
    parts
}

/// The elements that may stand in each kind of properties, in their order; those that we never write are left out.
const ORDERS: [(&str, &[&str]); 12] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:bidi",
            "w:spacing",
            "w:ind",
            "w:outlineLvl",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:u",
            "w:shd", "w:rtl", "w:lang",
        ],
    ),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblW",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
            "w:tblCaption",
        ],
    ),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:tcPr", &["w:tcW", "w:tcBorders", "w:shd", "w:tcMar"]),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:sectPr", &["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:titlePg"]),
    ("w:style", &["w:name", "w:basedOn", "w:next", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr", "w:tblStylePr"]),
    ("w:lvl", &["w:start", "w:numFmt", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"]),
    (
        "w:settings",
        &[
            "w:zoom",
            "w:defaultTabStop",
            "w:characterSpacingControl",
            "w:compat",
            "w:themeFontLang",
            "w:decimalSymbol",
            "w:listSeparator",
        ],
    ),
    ("w:pBdr", &["w:top", "w:left", "w:bottom", "w:right", "w:between"]),
];

/// Well-formed, and every element where it may stand; otherwise what is wrong.
pub fn check(xml: &str) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    // Each element around, with the place in its order of the last child.
    let mut open: Vec<(String, usize)> = vec![];
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(element) => {
                let name = element.name().as_ref().to_owned();
                element.attributes().try_for_each(|it| it.map(drop)).map_err(|error| error.to_string())?;
                child(&mut open, &name)?;
                open.push((name, 0));
            }
            Event::Empty(element) => {
                element.attributes().try_for_each(|it| it.map(drop)).map_err(|error| error.to_string())?;
                child(&mut open, element.name().as_ref())?;
            }
            Event::End(_) => {
                let (name, _) = open.pop().unwrap_or_default();
                // A cell ends with a paragraph, or Word says that the file is damaged.
                if name == "w:tc" && !xml[..position(&reader)].ends_with("</w:p></w:tc>") {
                    return Err("a cell does not end with a paragraph".into());
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} is not closed")) }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap()
}

fn child(open: &mut [(String, usize)], name: &str) -> Result<(), String> {
    let Some((parent, last)) = open.last_mut() else { return Ok(()) };
    let Some((_, order)) = ORDERS.iter().find(|(known, _)| known == parent) else { return Ok(()) };
    let at =
        order.iter().position(|it| *it == name).ok_or_else(|| format!("{name} may not stand in {parent}"))?;
    if at < *last {
        return Err(format!("{name} comes too late in {parent}"));
    }
    *last = at;
    Ok(())
}

/// The values of an attribute, wherever it stands.
pub fn values<'a>(xml: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {attribute}=\"");
    let places: Vec<usize> = xml.match_indices(&start).map(|(at, found)| at + found.len()).collect();
    places.into_iter().filter_map(|at| xml[at..].split('"').next())
}

/// The values of an element that has one.
pub fn values_of<'a>(xml: &'a str, element: &str) -> impl Iterator<Item = &'a str> {
    let start = format!("<{element} w:val=\"");
    let places: Vec<usize> = xml.match_indices(&start).map(|(at, found)| at + found.len()).collect();
    places.into_iter().filter_map(|at| xml[at..].split('"').next())
}
