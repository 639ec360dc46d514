//! Shaping of text in the typefaces that travel with the product.
//!
//! Atkinson Hyperlegible Next is set wherever it has the characters; Noto faces carry the other scripts of the
//! children's languages, and DejaVu Sans signs such as ✓. A character that none of them carries is reported by name:
//! an empty box on paper would be a silent loss.

mod face;
mod plan;

use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::FxHashMap;

pub use face::{Face, Family};

use plan::Plans;

/// One glyph of a cluster; lengths in thousandths of an em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub id: u16,
    /// The character of the cluster that it draws, if it draws one of them.
    pub draws: Option<char>,
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

/// A shaped stretch of one face; clusters in the order in which they are drawn, from left to right.
#[derive(Debug, Clone, PartialEq)]
pub struct Shaped {
    pub face: Face,
    pub right_to_left: bool,
    pub clusters: Vec<Cluster>,
    /// In thousandths of an em.
    pub width: f64,
}

impl Shaped {
    /// Its characters in the order of reading.
    pub fn text(&self) -> String {
        let clusters = self.clusters.iter().map(|cluster| cluster.text.as_str());
        if self.right_to_left { clusters.rev().collect() } else { clusters.collect() }
    }
}

/// What stands on a proof for a character that cannot be printed.
pub const STAND_IN: char = '□';

/// Whether a face has the character, or it has no shape of its own.
pub fn is_printable(character: char) -> bool {
    character == ' '
        || character.is_ascii_graphic()
        || is_silent(character)
        || Family::STAND_INS.iter().any(|family| Face::Regular.within(*family).has(character))
}

/// Characters that steer: they join and part letters, turn the direction, allow a break.
pub fn is_silent(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(character, '\u{61c}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Shapes text, remembers words already shaped, and collects what cannot be printed.
#[derive(Default)]
pub struct Shaper {
    cache: FxHashMap<(Face, bool), FxHashMap<String, Rc<Shaped>>>,
    faces: FxHashMap<(Face, Family, char), Face>,
    plans: Plans,
    unprintable: BTreeSet<char>,
    is_proof: bool,
}

impl Shaper {
    /// One that sets a box for each character that cannot be printed, and collects none.
    pub fn of_proofs() -> Self {
        Self { is_proof: true, ..Self::default() }
    }

    /// The character, or the box that stands for it on a proof.
    pub fn shown(&self, character: char) -> char {
        if self.is_proof && !is_printable(character) { STAND_IN } else { character }
    }

    /// The face in which a character will be set when `wanted` is asked for, in words of a family.
    pub fn face_for(&mut self, wanted: Face, family: Family, character: char) -> Face {
        // Every main face has these; a test says so.
        if family == Family::Main && (character == ' ' || character.is_ascii_graphic()) {
            return wanted;
        }
        if let Some(face) = self.faces.get(&(wanted, family, character)) {
            return *face;
        }
        let face = candidates(wanted, family).find(|face| face.has(character));
        if face.is_none() && !is_silent(character) {
            self.unprintable.insert(character);
        }
        let face =
            face.unwrap_or_else(|| if is_silent(character) { wanted.within(family) } else { Face::Fallback });
        self.faces.insert((wanted, family, character), face);
        face
    }

    /// The first face that has all of a word, if a letter of it is missing in the one that is wanted: no word is set in
    /// two.
    pub fn face_for_word(&self, wanted: Face, family: Family, word: &str) -> Option<Face> {
        let first = wanted.within(family);
        if !word.chars().any(|character| character.is_alphabetic() && !first.has(character)) {
            return None;
        }
        candidates(wanted, family).find(|face| word.chars().all(|it| is_silent(it) || face.has(it)))
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
        let shaped = Rc::new(self.plans.shape(face, right_to_left, text));
        known.insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }
}

fn candidates(wanted: Face, family: Family) -> impl Iterator<Item = Face> {
    std::iter::once(family).chain(Family::STAND_INS).map(move |family| wanted.within(family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_as_wide_as_its_letters() {
        let shaped = Shaper::default().shape(Face::Regular, false, "home");
        assert_eq!(shaped.clusters.len(), 4);
        assert!(shaped.width > 1500.0 && shaped.width < 3000.0, "{}", shaped.width);
    }

    #[test]
    fn a_missing_character_falls_back_and_a_hopeless_one_is_reported() {
        let mut shaper = Shaper::default();
        assert_eq!(shaper.face_for(Face::Bold, Family::Main, 'a'), Face::Bold);
        assert_eq!(shaper.face_for(Face::Regular, Family::Main, '☐'), Face::Fallback);
        assert_eq!(shaper.face_for(Face::Bold, Family::Main, 'ї'), Face::SansBold);
        assert_eq!(
            shaper.face_for(Face::Regular, Family::Arabic, '→'),
            Face::Regular.within(Family::Fallback)
        );
        assert!(shaper.unprintable().is_empty());
        shaper.face_for(Face::Regular, Family::Main, '𓀀');
        assert_eq!(shaper.unprintable().iter().collect::<String>(), "𓀀");
        assert!(!is_printable('𓀀') && is_printable('ቅ') && is_printable('\u{200c}'));
    }

    #[test]
    fn no_word_is_set_in_two_faces() {
        let shaper = Shaper::default();
        assert_eq!(shaper.face_for_word(Face::Bold, Family::Main, "“Nguyễn”,"), Some(Face::SansBold));
        assert_eq!(shaper.face_for_word(Face::Regular, Family::Main, "café"), None);
        assert_eq!(shaper.face_for_word(Face::Regular, Family::Main, "done✓"), None);
    }

    #[test]
    fn welsh_letters_the_euro_and_curly_quotes_are_in_the_faces() {
        let mut shaper = Shaper::default();
        for character in "ŵŷŴŶ€“”‘’–—…·•£½éüçñ✓→☐".chars() {
            shaper.face_for(Face::Regular, Family::Main, character);
        }
        assert!(shaper.unprintable().is_empty());
    }

    #[test]
    fn arabic_letters_are_joined_and_read_back_in_order() {
        let shaped = Shaper::default().shape(Face::Arabic, true, "بيت");
        let alone = ["ب", "ي", "ت"].map(|letter| Face::Arabic.glyph(letter.chars().next().unwrap()));
        let glyphs: Vec<_> = shaped.clusters.iter().flat_map(|it| &it.glyphs).map(|it| it.id).collect();
        assert!(glyphs.iter().all(|glyph| !alone.contains(&Some((*glyph).into()))), "{glyphs:?} stand alone");
        assert_eq!(shaped.text(), "بيت");
        // A letter that does not join the next is kept from it by a character that has no glyph.
        let shaped = Shaper::default().shape(Face::Arabic, true, "می\u{200c}خواهم");
        assert_eq!(shaped.text(), "می\u{200c}خواهم");
    }
}
