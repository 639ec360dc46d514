//! Sizes, spaces and colours on paper. Lengths are points.

use crate::block::{Style, TextSize, Tone};
use crate::sink::Colour;

pub const PAGE_WIDTH: f64 = 595.28;
pub const PAGE_HEIGHT: f64 = 841.89;

pub const LINE: Colour = Colour(0xe4, 0xdc, 0xcd);
pub const PAPER: Colour = Colour(0xfa, 0xf6, 0xef);

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    pub body: f64,
    pub lead: f64,
    pub small: f64,
    /// Footers and page numbers.
    pub furniture: f64,
    /// Line height as a multiple of the size.
    pub leading: f64,
    /// Heading levels 1 to 4.
    pub headings: [f64; 4],
    pub margin_side: f64,
    pub margin_top: f64,
    pub margin_bottom: f64,
    /// Between paragraphs.
    pub gap: f64,
    pub cell_padding: (f64, f64),
    /// Width and height of the ground behind a pair's picture.
    pub picture: (f64, f64),
    /// The tone of the line above the title.
    pub kicker: Tone,
}

impl Theme {
    pub fn of(style: Style) -> Self {
        match style {
            Style::Adult => Self {
                body: 11.0,
                lead: 12.5,
                small: 10.0,
                furniture: 9.0,
                leading: 1.42,
                headings: [25.0, 16.0, 13.0, 11.5],
                margin_side: 54.0,
                margin_top: 54.0,
                margin_bottom: 64.0,
                gap: 7.0,
                cell_padding: (7.0, 5.5),
                picture: (54.0, 50.0),
                kicker: Tone::Teal,
            },
            Style::Children => Self {
                body: 14.0,
                lead: 15.5,
                small: 14.0,
                furniture: 14.0,
                leading: 1.5,
                headings: [29.0, 19.0, 16.0, 14.5],
                margin_side: 48.0,
                margin_top: 50.0,
                margin_bottom: 76.0,
                gap: 9.0,
                cell_padding: (6.0, 7.5),
                picture: (89.0, 82.0),
                kicker: Tone::Plum,
            },
        }
    }

    pub fn width(&self) -> f64 {
        PAGE_WIDTH - 2.0 * self.margin_side
    }

    /// What a page holds between its margins.
    pub fn height(&self) -> f64 {
        PAGE_HEIGHT - self.margin_top - self.margin_bottom
    }

    pub fn size(&self, size: TextSize) -> f64 {
        match size {
            TextSize::Body => self.body,
            TextSize::Lead => self.lead,
            TextSize::Small => self.small,
        }
    }

    /// The size of a heading and the space above it.
    pub fn heading(&self, level: u8) -> (f64, f64) {
        let index = usize::from(level.clamp(1, 4)) - 1;
        let size = self.headings.get(index).copied().unwrap_or(self.body);
        (size, if level <= 2 { size * 1.25 } else { size * 0.95 })
    }
}

/// The colour of words in a tone; each has at least 4.5:1 on white and on its own wash.
pub fn ink(tone: Tone) -> Colour {
    match tone {
        Tone::Ink => Colour(0x1e, 0x2a, 0x32),
        Tone::Soft => Colour(0x55, 0x64, 0x6e),
        Tone::Teal => Colour(0x0b, 0x5a, 0x63),
        Tone::Plum => Colour(0x5d, 0x3f, 0x8c),
        Tone::Sun => Colour(0x6b, 0x4a, 0x00),
        Tone::Leaf => Colour(0x2a, 0x6f, 0x4a),
        Tone::Coral => Colour(0xa8, 0x32, 0x1f),
    }
}

/// The ground of a tone, for panels and pills.
pub fn wash(tone: Tone) -> Colour {
    match tone {
        Tone::Ink | Tone::Soft => Colour(0xf3, 0xed, 0xe2),
        Tone::Teal => Colour(0xe0, 0xee, 0xee),
        Tone::Plum => Colour(0xeb, 0xe4, 0xf5),
        Tone::Sun => Colour(0xfd, 0xf1, 0xd3),
        Tone::Leaf => Colour(0xdf, 0xee, 0xe3),
        Tone::Coral => Colour(0xfb, 0xe4, 0xde),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TONES: [Tone; 7] =
        [Tone::Ink, Tone::Soft, Tone::Teal, Tone::Plum, Tone::Sun, Tone::Leaf, Tone::Coral];

    /// Relative luminance, WCAG 2.2.
    fn luminance(Colour(red, green, blue): Colour) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
    }

    #[test]
    fn every_tone_can_be_read_on_white_on_its_wash_and_on_paper() {
        for tone in TONES {
            for ground in [Colour(255, 255, 255), wash(tone), PAPER] {
                let contrast = (luminance(ground) + 0.05) / (luminance(ink(tone)) + 0.05);
                assert!(contrast >= 4.5, "{tone:?} on {ground:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn nothing_in_a_childrens_document_is_smaller_than_14_points() {
        let theme = Theme::of(Style::Children);
        for size in [theme.body, theme.lead, theme.small, theme.furniture, theme.headings[3]] {
            assert!(size >= 14.0);
        }
    }
}
