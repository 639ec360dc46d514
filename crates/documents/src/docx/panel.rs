//! Grounds behind paragraphs, and the properties that every paragraph has.

use super::numbering::Number;
use super::units::twips;
use super::xml::Xml;
use crate::block::Tone;
use crate::layout::theme::Theme;

/// Twentieths of a point from a panel's edge to its words.
pub const PADDING: usize = 200;

/// Where a block stands: within lists, panels and groups that stay together.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    /// Lists around it.
    pub level: usize,
    /// From the left margin to the words, in twentieths of a point.
    pub indent: usize,
    /// Of the panel around it.
    pub panel: Option<Tone>,
    /// Stays on the page of what follows.
    pub keep: bool,
    /// The last line of a list: what follows is parted from it as from a paragraph.
    pub ends: bool,
}

/// What there is to say of one paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub struct Paragraph<'a> {
    pub style: &'a str,
    pub keep_with_next: bool,
    pub break_before: bool,
    /// Of a list: its number, and the level it is on.
    pub number: Option<(Number, usize)>,
    pub right_to_left: bool,
}

/// In the order that the schema asks (ISO/IEC 29500-1, 17.3.1.26).
pub fn properties(xml: &mut Xml, paragraph: Paragraph<'_>, place: Place, theme: &Theme) {
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", paragraph.style);
    if paragraph.keep_with_next || place.keep {
        xml.empty("w:keepNext", &[]);
    }
    if paragraph.break_before {
        xml.empty("w:pageBreakBefore", &[]);
    }
    if let Some((number, level)) = paragraph.number {
        xml.open("w:numPr", &[]);
        xml.value("w:ilvl", &level.to_string());
        xml.value("w:numId", &number.id.to_string());
        xml.close();
    }
    if let Some(tone) = place.panel {
        ground(xml, &theme.palette.wash(tone).hex());
    }
    if paragraph.right_to_left {
        xml.empty("w:bidi", &[]);
    }
    if place.ends {
        xml.empty("w:spacing", &[("w:after", &twips(theme.gap))]);
    }
    indent(xml, paragraph, place);
    xml.close();
}

/// A ground with a border of its own colour, so that it stands out a little around the words.
fn ground(xml: &mut Xml, colour: &str) {
    xml.open("w:pBdr", &[]);
    for side in ["w:top", "w:left", "w:bottom", "w:right"] {
        let space = if matches!(side, "w:left" | "w:right") { "8" } else { "3" };
        let edge = [("w:val", "single"), ("w:sz", "8"), ("w:space", space), ("w:color", colour)];
        xml.empty(side, &edge);
    }
    xml.close();
    xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)]);
}

/// A list knows its own indent; what else stands in a list or a panel is told.
fn indent(xml: &mut Xml, paragraph: Paragraph<'_>, place: Place) {
    let padding = if place.panel.is_some() { PADDING } else { 0 };
    let right = padding.to_string();
    let left = place.indent + padding + paragraph.number.map_or(0, |(number, _)| number.hanging);
    if left == paragraph.number.map_or(0, |(number, _)| number.left) && padding == 0 {
        return;
    }
    let (left, hanging) = (left.to_string(), paragraph.number.map(|(number, _)| number.hanging.to_string()));
    let mut attributes = vec![("w:left", left.as_str()), ("w:right", &right)];
    attributes.extend(hanging.as_deref().map(|hanging| ("w:hanging", hanging)));
    xml.empty("w:ind", &attributes);
}
