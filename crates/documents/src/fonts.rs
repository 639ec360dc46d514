//! The typefaces that travel with the product, and shaping of text in them.
//!
//! Atkinson Hyperlegible Next is set wherever it has the character; DejaVu Sans stands in for the rest. A
//! character that neither carries is reported by name: an empty box on paper would be a silent loss.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::OnceLock;

use harfrust::{Buffer, Direction, Feature, Font, ShapeOptions, ShaperFont, Tag};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
    /// DejaVu Sans, for characters that the others lack.
    Fallback,
}

/// One glyph of a cluster; lengths in thousandths of an em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub id: u16,
    pub advance: f64,
    /// The advance that the font itself gives, before kerning.
    pub natural: f64,
    pub dx: f64,
    pub dy: f64,
}

/// Characters that are drawn together, and the glyphs that draw them.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    pub text: String,
    pub glyphs: Vec<Glyph>,
}

/// A shaped stretch of one face; clusters in the order in which they are drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Shaped {
    pub face: Face,
    pub clusters: Vec<Cluster>,
    /// In thousandths of an em.
    pub width: f64,
}

impl Face {
    pub const ALL: [Self; 5] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic, Self::Fallback];

    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "AtkinsonHyperlegibleNext-Regular",
            Self::Bold => "AtkinsonHyperlegibleNext-Bold",
            Self::Italic => "AtkinsonHyperlegibleNext-Italic",
            Self::BoldItalic => "AtkinsonHyperlegibleNext-BoldItalic",
            Self::Fallback => "DejaVuSans",
        }
    }

    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
            Self::Bold => include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
            Self::Italic => include_bytes!("../fonts/AtkinsonHyperlegibleNext-Italic.ttf"),
            Self::BoldItalic => include_bytes!("../fonts/AtkinsonHyperlegibleNext-BoldItalic.ttf"),
            Self::Fallback => include_bytes!("../fonts/DejaVuSans.ttf"),
        }
    }

    fn font(self) -> &'static Font {
        static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
        let fonts =
            FONTS.get_or_init(|| Self::ALL.iter().filter_map(|face| Font::new(face.bytes(), 0)).collect());
        #[expect(
            clippy::indexing_slicing,
            reason = "the five faces are part of the program; a test parses each"
        )]
        &fonts[self as usize]
    }

    fn has(self, character: char) -> bool {
        self.font().charmap().map_unicode(character).is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

/// Shapes text, remembers words already shaped, and collects what cannot be printed.
#[derive(Default)]
pub struct Shaper {
    cache: HashMap<(Face, bool), HashMap<String, Rc<Shaped>>>,
    faces: HashMap<(Face, char), Face>,
    unprintable: BTreeSet<char>,
}

impl Shaper {
    /// The face in which a character will be set when `wanted` is asked for.
    pub fn face_for(&mut self, wanted: Face, character: char) -> Face {
        // Every face has these; a test says so.
        if character == ' ' || character.is_ascii_graphic() {
            return wanted;
        }
        if let Some(face) = self.faces.get(&(wanted, character)) {
            return *face;
        }
        let face = if wanted.has(character) {
            wanted
        } else {
            if !Face::Fallback.has(character) {
                self.unprintable.insert(character);
            }
            Face::Fallback
        };
        self.faces.insert((wanted, character), face);
        face
    }

    /// Characters met so far that no face carries.
    pub fn unprintable(&self) -> &BTreeSet<char> {
        &self.unprintable
    }

    pub fn shape(&mut self, face: Face, right_to_left: bool, text: &str) -> Rc<Shaped> {
        let known = self.cache.entry((face, right_to_left)).or_default();
        if let Some(shaped) = known.get(text) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(shape(face, right_to_left, text));
        known.insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }
}

fn shape(face: Face, right_to_left: bool, text: &str) -> Shaped {
    let font = face.font();
    let scale = 1000.0 / f64::from(font.units_per_em());
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    // Ligatures would tie letters into one glyph, which then cannot be selected or read out singly.
    let features = [Feature::new(Tag::new(b"liga"), 0, ..), Feature::new(Tag::new(b"clig"), 0, ..)];
    let options = ShapeOptions::new().features(&features);
    let shaper = ShaperFont::new(font);
    if harfrust::shape(&shaper, &mut buffer, options).is_err() {
        return Shaped { face, clusters: Vec::new(), width: 0.0 };
    }

    let infos = buffer.glyph_infos();
    let starts: BTreeSet<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    let mut clusters: Vec<(u32, Cluster)> = Vec::new();
    let mut width = 0.0;
    for (info, position) in infos.iter().zip(buffer.glyph_positions()) {
        let glyph = Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            advance: f64::from(position.x_advance) * scale,
            natural: f64::from(shaper.glyph_h_advance(info.glyph_id.into())) * scale,
            dx: f64::from(position.x_offset) * scale,
            dy: f64::from(position.y_offset) * scale,
        };
        width += glyph.advance;
        match clusters.last_mut() {
            Some((start, cluster)) if *start == info.cluster => cluster.glyphs.push(glyph),
            _ => {
                let start = info.cluster as usize;
                let end = starts.range(start + 1..).next().copied().unwrap_or(text.len());
                let text = text.get(start..end).unwrap_or_default().to_owned();
                clusters.push((info.cluster, Cluster { text, glyphs: vec![glyph] }));
            }
        }
    }
    Shaped { face, clusters: clusters.into_iter().map(|(_, cluster)| cluster).collect(), width }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_a_readable_font() {
        for face in Face::ALL {
            assert!(Font::new(face.bytes(), 0).is_some(), "{face:?}");
            assert!((' '..='~').all(|character| face.has(character)), "{face:?}");
        }
    }

    #[test]
    fn a_word_is_as_wide_as_its_letters() {
        let shaped = Shaper::default().shape(Face::Regular, false, "home");
        assert_eq!(shaped.clusters.len(), 4);
        assert!(shaped.width > 1500.0 && shaped.width < 3000.0, "{}", shaped.width);
    }

    #[test]
    fn a_missing_character_falls_back_and_a_hopeless_one_is_reported() {
        let mut shaper = Shaper::default();
        assert_eq!(shaper.face_for(Face::Bold, 'a'), Face::Bold);
        assert_eq!(shaper.face_for(Face::Regular, '☐'), Face::Fallback);
        assert!(shaper.unprintable().is_empty());
        shaper.face_for(Face::Regular, '𓀀');
        assert_eq!(shaper.unprintable().iter().collect::<String>(), "𓀀");
    }

    #[test]
    fn welsh_letters_the_euro_and_curly_quotes_are_in_the_faces() {
        let mut shaper = Shaper::default();
        for character in "ŵŷŴŶ€“”‘’–—…·•£½éüçñ✓→☐".chars() {
            shaper.face_for(Face::Regular, character);
        }
        assert!(shaper.unprintable().is_empty());
    }
}
