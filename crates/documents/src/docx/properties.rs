//! What the file says of itself: title, council, language, when it was made; and how Word is to treat it.

use super::package::MAIN;
use super::xml::Xml;
use crate::block::Document;
use crate::{DocumentError, RenderOptions};

pub fn core(document: &Document, options: &RenderOptions) -> Result<Vec<u8>, DocumentError> {
    let mut xml = Xml::new(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    let created = options.created.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    xml.words("dc:title", &[], &document.title);
    xml.words("dc:creator", &[], &document.publisher);
    xml.words("dc:language", &[], &document.language);
    xml.words("cp:lastModifiedBy", &[], &document.publisher);
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.words(name, &[("xsi:type", "dcterms:W3CDTF")], &created);
    }
    xml.finish()
}

pub fn application(document: &Document) -> Result<Vec<u8>, DocumentError> {
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    let mut xml = Xml::new("Properties", &[("xmlns", space)]);
    xml.words("Application", &[], "Pledgeboard");
    xml.words("Company", &[], &document.publisher);
    xml.finish()
}

pub fn settings(document: &Document) -> Result<Vec<u8>, DocumentError> {
    let mut xml = Xml::new("w:settings", &[("xmlns:w", MAIN)]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.value("w:defaultTabStop", "720");
    xml.value("w:characterSpacingControl", "doNotCompress");
    xml.open("w:compat", &[]);
    // Without it, Word opens the file in a mode for older versions, and says so in its title bar.
    xml.empty(
        "w:compatSetting",
        &[
            ("w:name", "compatibilityMode"),
            ("w:uri", "http://schemas.microsoft.com/office/word"),
            ("w:val", "15"),
        ],
    );
    xml.close();
    xml.empty("w:themeFontLang", &[("w:val", &document.language)]);
    xml.value("w:decimalSymbol", ".");
    xml.value("w:listSeparator", ",");
    xml.finish()
}

/// Where our typeface is not installed, Word takes the one that stands beside it.
pub fn fonts() -> Result<Vec<u8>, DocumentError> {
    let mut xml = Xml::new("w:fonts", &[("xmlns:w", MAIN)]);
    xml.open("w:font", &[("w:name", super::styles::FONT)]);
    xml.value("w:altName", "Arial");
    xml.value("w:charset", "00");
    xml.value("w:family", "swiss");
    xml.value("w:pitch", "variable");
    xml.close();
    xml.finish()
}
