//! The styles, under Word's own names, so that its outline, its contents list and its screen reader know them.

use super::package::MAIN;
use super::units::{half_points, twips};
use super::xml::Xml;
use crate::DocumentError;
use crate::block::{Document, Tone};
use crate::layout::theme::Theme;
use crate::palette::{LINE, PAPER};

pub const FONT: &str = "Atkinson Hyperlegible Next";
/// For scripts that our typeface lacks, on a machine that has no better idea.
const OTHER_FONT: &str = "Arial";

/// A paragraph style.
struct Look {
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    next: &'static str,
    /// Points; none for what it is based on.
    size: Option<f64>,
    bold: bool,
    tone: Option<Tone>,
    /// Points above and below.
    space: (f64, f64),
    /// From 0 for the title; none for what is no heading.
    outline: Option<u8>,
    keep_with_next: bool,
}

impl Look {
    const fn new(id: &'static str, name: &'static str) -> Self {
        Self {
            id,
            name,
            based_on: "Normal",
            next: "Normal",
            size: None,
            bold: false,
            tone: None,
            space: (0.0, 0.0),
            outline: None,
            keep_with_next: false,
        }
    }
}

pub fn part(document: &Document, theme: &Theme) -> Result<Vec<u8>, DocumentError> {
    let mut xml = Xml::new("w:styles", &[("xmlns:w", MAIN)]);
    defaults(&mut xml, document, theme);
    for look in looks(theme) {
        paragraph(&mut xml, &look, theme);
    }
    characters(&mut xml, theme);
    table(&mut xml, theme);
    xml.finish()
}

/// The size, the typeface and the language of everything.
fn defaults(xml: &mut Xml, document: &Document, theme: &Theme) {
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    let fonts = [("w:ascii", FONT), ("w:eastAsia", OTHER_FONT), ("w:hAnsi", FONT), ("w:cs", OTHER_FONT)];
    xml.empty("w:rFonts", &fonts);
    xml.value("w:color", &theme.palette.ink(Tone::Ink).hex());
    xml.value("w:sz", &half_points(theme.body));
    xml.value("w:szCs", &half_points(theme.body));
    let languages = [("w:val", document.language.as_str()), ("w:eastAsia", "en-GB"), ("w:bidi", "ar-SA")];
    xml.empty("w:lang", &languages);
    xml.close();
    xml.close();
    xml.open("w:pPrDefault", &[]);
    xml.open("w:pPr", &[]);
    // Lines in hundredths of a line of 240.
    let line = if theme.body > 12.0 { "312" } else { "288" };
    let after = twips(theme.gap);
    xml.empty("w:spacing", &[("w:after", &after), ("w:line", line), ("w:lineRule", "auto")]);
    xml.close();
    xml.close();
    xml.close();
}

fn looks(theme: &Theme) -> Vec<Look> {
    let gap = theme.gap;
    let body = |id, name| Look { space: (0.0, gap), ..Look::new(id, name) };
    let mut all = vec![
        Look { based_on: "", ..body("Normal", "Normal") },
        // A heading like the others, so that the title stands in Word's outline and is read out as one.
        Look {
            size: Some(theme.heading(1).0),
            bold: true,
            space: (0.0, 3.0),
            outline: Some(0),
            keep_with_next: true,
            next: "Subtitle",
            ..Look::new("Title", "Title")
        },
        Look { tone: Some(Tone::Soft), ..Look::new("Subtitle", "Subtitle") },
        Look {
            bold: true,
            tone: Some(theme.kicker),
            keep_with_next: true,
            next: "Title",
            ..Look::new("Kicker", "Line above the title")
        },
        Look { size: Some(theme.lead), ..body("Lead", "Opening paragraph") },
        Look { size: Some(theme.small), ..body("Small", "Aside") },
        Look { space: (0.0, gap * 0.45), next: "ListBullet", ..Look::new("ListBullet", "List Bullet") },
        Look { space: (0.0, gap * 0.45), next: "ListNumber", ..Look::new("ListNumber", "List Number") },
        Look { space: (0.0, gap * 0.45), next: "ListContinue", ..Look::new("ListContinue", "List Continue") },
        Look { space: (0.0, 2.2), next: "Facts", ..Look::new("Facts", "Facts") },
        Look { bold: true, tone: Some(Tone::Accent), ..Look::new("TableHeading", "Table Heading") },
        Look { space: (0.0, 1.0), next: "TableText", ..Look::new("TableText", "Table Text") },
        Look { bold: true, keep_with_next: true, ..Look::new("PairLabel", "Label beside a picture") },
        Look { space: (0.0, 2.0), next: "PairText", ..Look::new("PairText", "Words beside a picture") },
        Look { next: "Callout", ..Look::new("Callout", "Panel") },
        Look { space: (gap * 1.6, 0.0), next: "WritingLine", ..Look::new("WritingLine", "Line to write on") },
        Look { space: (0.0, 2.0), next: "TickBox", ..Look::new("TickBox", "Box to tick") },
        Look { size: Some(2.0), ..Look::new("Gap", "Space after a table") },
        Look {
            size: Some(theme.furniture),
            tone: Some(Tone::Soft),
            space: (0.0, gap),
            next: "Header",
            ..Look::new("Header", "header")
        },
        Look {
            size: Some(theme.furniture),
            bold: true,
            tone: Some(Tone::Coral),
            space: (0.0, gap),
            ..Look::new("Marking", "Marking of every page")
        },
        Look {
            size: Some(theme.furniture),
            tone: Some(Tone::Soft),
            next: "Footer",
            ..Look::new("Footer", "footer")
        },
    ];
    for (level, id, name) in [
        (1, "Heading1", "heading 1"),
        (2, "Heading2", "heading 2"),
        (3, "Heading3", "heading 3"),
        (4, "Heading4", "heading 4"),
    ] {
        let (size, before) = theme.heading(level);
        all.push(Look {
            size: Some(size),
            bold: true,
            space: (before, gap * 0.6),
            outline: Some(level - 1),
            keep_with_next: true,
            ..Look::new(id, name)
        });
    }
    all
}

fn paragraph(xml: &mut Xml, look: &Look, theme: &Theme) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", look.id)];
    if look.id == "Normal" {
        attributes.insert(1, ("w:default", "1"));
    }
    xml.open("w:style", &attributes);
    xml.value("w:name", look.name);
    if !look.based_on.is_empty() {
        xml.value("w:basedOn", look.based_on);
    }
    xml.value("w:next", look.next);
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if look.keep_with_next {
        xml.empty("w:keepNext", &[]);
        xml.empty("w:keepLines", &[]);
    }
    tabs(xml, look.id, theme);
    let (above, below) = (twips(look.space.0), twips(look.space.1));
    let mut spacing = vec![("w:before", above.as_str()), ("w:after", &below)];
    match look.id {
        "Gap" => spacing.extend([("w:line", "120"), ("w:lineRule", "exact")]),
        "Title" | "Heading1" | "Heading2" => spacing.extend([("w:line", "252"), ("w:lineRule", "auto")]),
        _ => {}
    }
    xml.empty("w:spacing", &spacing);
    if look.id == "Facts" {
        let width = twips(theme.width() * FACTS);
        xml.empty("w:ind", &[("w:left", &width), ("w:hanging", &width)]);
    }
    if let Some(level) = look.outline {
        xml.value("w:outlineLvl", &level.to_string());
    }
    xml.close();
    xml.open("w:rPr", &[]);
    if look.bold {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    }
    if let Some(tone) = look.tone {
        xml.value("w:color", &theme.palette.ink(tone).hex());
    }
    if let Some(size) = look.size {
        xml.value("w:sz", &half_points(size));
        xml.value("w:szCs", &half_points(size));
    }
    xml.close();
    xml.close();
}

/// The share of the width that a fact's term has.
const FACTS: f64 = 0.25;

/// Where words go on after a tab: the fact, the page's number; or the line that is written on.
fn tabs(xml: &mut Xml, style: &str, theme: &Theme) {
    let (fact, edge) = (twips(theme.width() * FACTS), twips(theme.width()));
    let tab: &[(&'static str, &str)] = match style {
        "Facts" => &[("w:val", "left"), ("w:pos", &fact)],
        "Footer" => &[("w:val", "right"), ("w:pos", &edge)],
        "WritingLine" => &[("w:val", "right"), ("w:leader", "underscore"), ("w:pos", &edge)],
        _ => return,
    };
    xml.open("w:tabs", &[]);
    xml.empty("w:tab", tab);
    xml.close();
}

fn characters(xml: &mut Xml, theme: &Theme) {
    for (id, name, bold) in [("Hyperlink", "Hyperlink", false), ("Pill", "Marked word", true)] {
        xml.open("w:style", &[("w:type", "character"), ("w:styleId", id)]);
        xml.value("w:name", name);
        xml.empty("w:qFormat", &[]);
        xml.open("w:rPr", &[]);
        if bold {
            xml.empty("w:b", &[]);
            xml.empty("w:bCs", &[]);
        } else {
            xml.value("w:color", &theme.palette.ink(Tone::Accent).hex());
            xml.value("w:u", "single");
        }
        xml.close();
        xml.close();
    }
}

/// Level lines between rows, and a header row in the board's colour.
fn table(xml: &mut Xml, theme: &Theme) {
    xml.open("w:style", &[("w:type", "table"), ("w:styleId", "BoardTable")]);
    xml.value("w:name", "Board Table");
    xml.open("w:tblPr", &[]);
    xml.open("w:tblBorders", &[]);
    for side in ["w:top", "w:bottom", "w:insideH"] {
        let colour = LINE.hex();
        xml.empty(side, &[("w:val", "single"), ("w:sz", "6"), ("w:space", "0"), ("w:color", &colour)]);
    }
    xml.close();
    xml.open("w:tblCellMar", &[]);
    let (across, down) = (twips(theme.cell_padding.0), twips(theme.cell_padding.1 * 0.7));
    for (side, width) in [("w:top", &down), ("w:left", &across), ("w:bottom", &down), ("w:right", &across)] {
        xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
    }
    xml.close();
    xml.close();
    xml.open("w:tblStylePr", &[("w:type", "firstRow")]);
    xml.open("w:tcPr", &[]);
    xml.open("w:tcBorders", &[]);
    let accent = theme.palette.ink(Tone::Accent).hex();
    xml.empty("w:bottom", &[("w:val", "single"), ("w:sz", "12"), ("w:space", "0"), ("w:color", &accent)]);
    xml.close();
    xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", &PAPER.hex())]);
    xml.close();
    xml.close();
    xml.close();
}
