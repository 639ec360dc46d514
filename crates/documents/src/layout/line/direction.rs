//! Which way the characters of a text read (Unicode Standard Annex 9).

use std::ops::Range;

use smallvec::smallvec;
use unicode_bidi::{BidiInfo, Level};

use super::piece::Few;
use crate::language;

/// The direction of each byte, and of each paragraph. Empty where all reads from left to right.
#[derive(Debug, Default)]
pub struct Directions {
    levels: Vec<Level>,
    /// Where each paragraph ends, and its direction.
    paragraphs: Vec<(usize, Level)>,
}

impl Directions {
    pub fn of(text: &str) -> Self {
        // Hebrew, the first script that reads from right to left, begins here.
        if text.chars().all(|character| character < '\u{590}') {
            return Self::default();
        }
        let mut directions = Self::default();
        for paragraph in text.split_inclusive('\n') {
            let base = if language::is_right_to_left(paragraph) { Level::rtl() } else { Level::ltr() };
            directions.levels.extend(BidiInfo::new(paragraph, Some(base)).levels);
            directions.paragraphs.push((directions.levels.len(), base));
        }
        directions
    }

    fn level(&self, at: usize) -> Level {
        self.levels.get(at).copied().unwrap_or(Level::ltr())
    }

    /// The direction of the paragraph in which a place is.
    pub fn base(&self, at: usize) -> Level {
        self.paragraphs.iter().find(|(end, _)| at < *end).map_or(Level::ltr(), |(_, base)| *base)
    }

    /// The level of words that stand within others and have their own direction.
    pub fn embedded(&self, at: usize, right_to_left: bool) -> Level {
        let around = self.level(at);
        if around.is_rtl() == right_to_left {
            return around;
        }
        Level::new(around.number() + 1).unwrap_or(around)
    }

    /// Stretches of one direction.
    pub fn stretches(&self, range: Range<usize>) -> Few<(Level, Range<usize>)> {
        if self.levels.is_empty() {
            return smallvec![(Level::ltr(), range)];
        }
        let mut stretches = Few::<(Level, Range<usize>)>::new();
        for at in range {
            let level = self.level(at);
            match stretches.last_mut() {
                Some((known, range)) if *known == level => range.end = at + 1,
                _ => stretches.push((level, at..at + 1)),
            }
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paragraph_has_its_own_direction() {
        let text = "home\nبيت 12\nhome";
        let directions = Directions::of(text);
        let at = text.find('ب').unwrap();
        assert!(directions.base(0).is_ltr() && directions.base(at).is_rtl());
        assert!(directions.base(text.len() - 1).is_ltr());
        let arabic = directions.stretches(at..text.rfind('\n').unwrap());
        let levels: Vec<u8> = arabic.iter().map(|(level, _)| level.number()).collect();
        assert_eq!(levels, [1, 2], "figures read from left to right");
        assert_eq!(directions.embedded(at, false).number(), 2);
        assert_eq!(Directions::of("home 12").stretches(0..7).as_slice(), [(Level::ltr(), 0..7)]);
    }
}
