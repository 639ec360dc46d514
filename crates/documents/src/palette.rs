//! The colours on paper, in every format: the tokens of the product's look, and the board's own accent.

use crate::block::{Document, Tone};

/// Red, green and blue, 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

pub const LINE: Colour = Colour(0xe4, 0xdc, 0xcd);
pub const PAPER: Colour = Colour(0xfa, 0xf6, 0xef);
const WHITE: Colour = Colour(255, 255, 255);

/// What words need against their ground: WCAG 2.2, success criterion 1.4.3.
const READABLE: f64 = 4.5;

impl Colour {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let pair = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self(pair(0)?, pair(2)?, pair(4)?))
    }

    /// A board's colour, if words in it can be read on white, on paper and on its own wash.
    pub fn accent(text: &str) -> Option<Self> {
        let colour = Self::parse(text)?;
        [WHITE, PAPER, colour.wash()]
            .iter()
            .all(|ground| colour.contrast(*ground) >= READABLE)
            .then_some(colour)
    }

    /// `0b5a63`.
    pub fn hex(self) -> String {
        format!("{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// The pale ground that goes with it.
    fn wash(self) -> Self {
        let pale = |value: u8| u8::try_from((u16::from(value) + 7 * 255) / 8).unwrap_or(u8::MAX);
        Self(pale(self.0), pale(self.1), pale(self.2))
    }

    /// From 1 to 21, WCAG 2.2.
    pub fn contrast(self, ground: Self) -> f64 {
        let (one, other) = (self.luminance(), ground.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(self.0) + 0.7152 * channel(self.1) + 0.0722 * channel(self.2)
    }
}

/// The colours of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Palette {
    accent: Option<Colour>,
}

impl Palette {
    pub fn of(document: &Document) -> Self {
        Self { accent: document.accent }
    }

    /// The colour of words in a tone; each has at least 4.5:1 on white, on paper and on its own wash.
    pub fn ink(self, tone: Tone) -> Colour {
        match tone {
            Tone::Ink => Colour(0x1e, 0x2a, 0x32),
            Tone::Soft => Colour(0x55, 0x64, 0x6e),
            Tone::Accent => self.accent.unwrap_or_else(|| self.ink(Tone::Teal)),
            Tone::Teal => Colour(0x0b, 0x5a, 0x63),
            Tone::Plum => Colour(0x5d, 0x3f, 0x8c),
            Tone::Sun => Colour(0x6b, 0x4a, 0x00),
            Tone::Leaf => Colour(0x2a, 0x6f, 0x4a),
            Tone::Coral => Colour(0xa8, 0x32, 0x1f),
        }
    }

    /// The ground of a tone, for panels and pills.
    pub fn wash(self, tone: Tone) -> Colour {
        match tone {
            Tone::Ink | Tone::Soft => Colour(0xf3, 0xed, 0xe2),
            Tone::Accent => self.accent.map_or_else(|| self.wash(Tone::Teal), Colour::wash),
            Tone::Teal => Colour(0xe0, 0xee, 0xee),
            Tone::Plum => Colour(0xeb, 0xe4, 0xf5),
            Tone::Sun => Colour(0xfd, 0xf1, 0xd3),
            Tone::Leaf => Colour(0xdf, 0xee, 0xe3),
            Tone::Coral => Colour(0xfb, 0xe4, 0xde),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TONES: [Tone; 8] =
        [Tone::Ink, Tone::Soft, Tone::Accent, Tone::Teal, Tone::Plum, Tone::Sun, Tone::Leaf, Tone::Coral];

    #[test]
    fn every_tone_can_be_read_on_white_on_its_wash_and_on_paper() {
        for accent in [None, Colour::accent("#7a1f5c"), Colour::accent("#003366")] {
            let palette = Palette { accent };
            for tone in TONES {
                for ground in [WHITE, palette.wash(tone), PAPER] {
                    let contrast = palette.ink(tone).contrast(ground);
                    assert!(contrast >= READABLE, "{tone:?} on {ground:?}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn black_on_white_is_21_to_1() {
        assert!((Colour(0, 0, 0).contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((WHITE.contrast(Colour(0, 0, 0)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn a_colour_too_pale_to_read_is_no_accent() {
        assert_eq!(Colour::accent("#ffcc00"), None);
        // 4.6:1 on white, but not on its own wash.
        assert_eq!(Colour::accent("#767676"), None);
        assert_eq!(Colour::accent("#7a1f5c"), Some(Colour(0x7a, 0x1f, 0x5c)));
    }

    #[test]
    fn what_is_no_colour_is_none() {
        for text in ["", "#12345", "#12345g", "123456", "#ééé", "#1234567"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
        assert_eq!(Colour::parse("#0b5a63").map(Colour::hex).as_deref(), Some("0b5a63"));
    }
}
