//! The typefaces that travel with the product.

use std::sync::OnceLock;

use harfrust::Font;

/// One file of a typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
    Sans,
    SansBold,
    Arabic,
    ArabicBold,
    Ethiopic,
    EthiopicBold,
    /// DejaVu Sans, for signs, and for letters that no other carries.
    Fallback,
}

/// Faces of one design.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Family {
    /// Atkinson Hyperlegible Next: what is set unless a language asks for another.
    #[default]
    Main,
    /// Noto Sans: Ukrainian, Vietnamese, and all else in Cyrillic, Greek and Latin letters.
    Sans,
    /// Noto Naskh Arabic: Arabic, Pashto, Dari, Kurdish, Urdu.
    Arabic,
    /// Noto Sans Ethiopic: Tigrinya, Amharic.
    Ethiopic,
    Fallback,
}

impl Family {
    /// Who stands in for a character that a face lacks, the first that has it.
    pub const STAND_INS: [Self; 5] = [Self::Main, Self::Sans, Self::Arabic, Self::Ethiopic, Self::Fallback];
}

impl Face {
    pub const ALL: [Self; 11] = [
        Self::Regular,
        Self::Bold,
        Self::Italic,
        Self::BoldItalic,
        Self::Sans,
        Self::SansBold,
        Self::Arabic,
        Self::ArabicBold,
        Self::Ethiopic,
        Self::EthiopicBold,
        Self::Fallback,
    ];

    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// The same weight in another family; only the main one leans.
    pub fn within(self, family: Family) -> Self {
        let is_bold = matches!(
            self,
            Self::Bold | Self::BoldItalic | Self::SansBold | Self::ArabicBold | Self::EthiopicBold
        );
        let is_main = matches!(self, Self::Regular | Self::Bold | Self::Italic | Self::BoldItalic);
        match (family, is_bold) {
            (Family::Main, _) if is_main => self,
            (Family::Main, _) => Self::of(is_bold, false),
            (Family::Sans, false) => Self::Sans,
            (Family::Sans, true) => Self::SansBold,
            (Family::Arabic, false) => Self::Arabic,
            (Family::Arabic, true) => Self::ArabicBold,
            (Family::Ethiopic, false) => Self::Ethiopic,
            (Family::Ethiopic, true) => Self::EthiopicBold,
            (Family::Fallback, _) => Self::Fallback,
        }
    }

    /// How much larger it is set, so that its letters look as large as those of the main faces.
    pub fn scale(self) -> f64 {
        if matches!(self, Self::Arabic | Self::ArabicBold) { 1.14 } else { 1.0 }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "AtkinsonHyperlegibleNext-Regular",
            Self::Bold => "AtkinsonHyperlegibleNext-Bold",
            Self::Italic => "AtkinsonHyperlegibleNext-Italic",
            Self::BoldItalic => "AtkinsonHyperlegibleNext-BoldItalic",
            Self::Sans => "NotoSans-Regular",
            Self::SansBold => "NotoSans-Bold",
            Self::Arabic => "NotoNaskhArabic-Regular",
            Self::ArabicBold => "NotoNaskhArabic-Bold",
            Self::Ethiopic => "NotoSansEthiopic-Regular",
            Self::EthiopicBold => "NotoSansEthiopic-Bold",
            Self::Fallback => "DejaVuSans",
        }
    }

    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
            Self::Bold => include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
            Self::Italic => include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Italic.ttf"),
            Self::BoldItalic => include_bytes!("../../fonts/AtkinsonHyperlegibleNext-BoldItalic.ttf"),
            Self::Sans => include_bytes!("../../fonts/NotoSans-Regular.ttf"),
            Self::SansBold => include_bytes!("../../fonts/NotoSans-Bold.ttf"),
            Self::Arabic => include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
            Self::ArabicBold => include_bytes!("../../fonts/NotoNaskhArabic-Bold.ttf"),
            Self::Ethiopic => include_bytes!("../../fonts/NotoSansEthiopic-Regular.ttf"),
            Self::EthiopicBold => include_bytes!("../../fonts/NotoSansEthiopic-Bold.ttf"),
            Self::Fallback => include_bytes!("../../fonts/DejaVuSans.ttf"),
        }
    }

    /// Read when it is first asked for; a test reads each.
    pub(super) fn font(self) -> Option<&'static Font> {
        static FONTS: [OnceLock<Option<Font>>; Face::ALL.len()] =
            [const { OnceLock::new() }; Face::ALL.len()];
        FONTS.get(self as usize)?.get_or_init(|| Font::new(self.bytes(), 0)).as_ref()
    }

    pub fn has(self, character: char) -> bool {
        self.glyph(character).is_some()
    }

    /// The glyph that the face has for a character standing alone.
    pub(super) fn glyph(self, character: char) -> Option<u32> {
        let glyph = self.font()?.charmap().map_unicode(character)?.to_u32();
        (glyph != 0).then_some(glyph)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_a_readable_font_in_its_place() {
        for (place, face) in Face::ALL.into_iter().enumerate() {
            assert_eq!(face as usize, place);
            assert!(face.font().is_some() && face.has(' '), "{face:?}");
        }
    }

    #[test]
    fn the_main_faces_have_all_of_ascii() {
        for face in [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic] {
            assert!((' '..='~').all(|character| face.has(character)), "{face:?}");
        }
    }

    #[test]
    fn another_family_keeps_the_weight() {
        assert_eq!(Face::BoldItalic.within(Family::Arabic), Face::ArabicBold);
        assert_eq!(Face::Italic.within(Family::Main), Face::Italic);
        assert_eq!(Face::EthiopicBold.within(Family::Main), Face::Bold);
    }
}
