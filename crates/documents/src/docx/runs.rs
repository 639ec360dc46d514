//! Words within a paragraph.

use super::package::Package;
use super::xml::Xml;
use crate::block::{Inline, Pill, Run, Tone};
use crate::palette::Palette;

/// Writes words: runs, marked words, links.
pub struct Words<'a> {
    pub palette: Palette,
    pub package: &'a mut Package,
}

/// Languages that are written from right to left, as the first part of their tags.
const RIGHT_TO_LEFT: [&str; 11] = ["ar", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"];

pub fn is_right_to_left(language: &str) -> bool {
    let language = language.to_lowercase();
    RIGHT_TO_LEFT
        .iter()
        .any(|it| language.strip_prefix(it).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
}

/// Whether a whole paragraph runs from right to left.
pub fn all_right_to_left(inlines: &[Inline]) -> bool {
    let mut runs = inlines.iter().filter_map(|inline| match inline {
        Inline::Run(run) if !run.text.trim().is_empty() => Some(run),
        _ => None,
    });
    let right_to_left = |run: &Run| run.language.as_deref().is_some_and(is_right_to_left);
    runs.next().is_some_and(right_to_left) && runs.all(right_to_left)
}

impl Words<'_> {
    pub fn inlines(&mut self, xml: &mut Xml, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Run(run) => self.run(xml, run),
                Inline::Pill(pill) => self.pill(xml, pill),
                Inline::LineBreak => {
                    xml.open("w:r", &[]);
                    xml.empty("w:br", &[]);
                    xml.close();
                }
            }
        }
    }

    /// Words in a tone, where nothing else is to be said of them.
    pub fn toned(&mut self, xml: &mut Xml, text: &str, tone: Option<Tone>) {
        self.run(xml, &Run { text: text.to_owned(), tone, ..Run::default() });
    }

    fn run(&mut self, xml: &mut Xml, run: &Run) {
        if run.text.is_empty() {
            return;
        }
        if let Some(address) = run.address() {
            let id = self.package.link(address);
            xml.open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
        }
        xml.open("w:r", &[]);
        self.properties(xml, run);
        text(xml, &run.text);
        xml.close();
        if run.address().is_some() {
            xml.close();
        }
    }

    /// In the order that the schema asks (ISO/IEC 29500-1, 17.3.2.28).
    fn properties(&self, xml: &mut Xml, run: &Run) {
        xml.open("w:rPr", &[]);
        if run.address().is_some() {
            xml.value("w:rStyle", "Hyperlink");
        }
        for name in [("w:b", run.bold), ("w:bCs", run.bold), ("w:i", run.italic), ("w:iCs", run.italic)]
            .into_iter()
            .filter_map(|(name, wanted)| wanted.then_some(name))
        {
            xml.empty(name, &[]);
        }
        if let Some(tone) = run.tone {
            xml.value("w:color", &self.palette.ink(tone).hex());
        }
        if let Some(language) = &run.language {
            if is_right_to_left(language) {
                xml.empty("w:rtl", &[]);
                xml.empty("w:lang", &[("w:bidi", language)]);
            } else {
                xml.empty("w:lang", &[("w:val", language)]);
            }
        }
        xml.close();
    }

    /// A word on its ground, with a little of the ground on either side.
    fn pill(&mut self, xml: &mut Xml, pill: &Pill) {
        xml.open("w:r", &[]);
        xml.open("w:rPr", &[]);
        xml.value("w:rStyle", "Pill");
        xml.value("w:color", &self.palette.ink(pill.tone).hex());
        let ground = self.palette.wash(pill.tone).hex();
        xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", &ground)]);
        xml.close();
        text(xml, &format!("\u{a0}{}\u{a0}", pill.text));
        xml.close();
    }
}

/// Words within a run; line feeds and tabs are elements in Word.
pub fn text(xml: &mut Xml, words: &str) {
    for (at, line) in words.split('\n').enumerate() {
        if at > 0 {
            xml.empty("w:br", &[]);
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                xml.empty("w:tab", &[]);
            }
            if !piece.is_empty() {
                xml.words("w:t", &[("xml:space", "preserve")], piece);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_languages_direction_is_known_by_its_tag() {
        for language in ["ar", "ar-SY", "ps", "ckb-IQ", "fa-AF", "KU-Arab"] {
            assert!(is_right_to_left(language), "{language}");
        }
        for language in ["en-GB", "cy", "ti", "vi", "uk", "ku", "arn"] {
            assert!(!is_right_to_left(language), "{language}");
        }
        let arabic = Inline::in_language("مرحبا", "ar");
        assert!(all_right_to_left(std::slice::from_ref(&arabic)));
        assert!(!all_right_to_left(&[arabic, Inline::text("hello")]) && !all_right_to_left(&[]));
    }
}
