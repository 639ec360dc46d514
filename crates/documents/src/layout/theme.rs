//! Sizes and spaces on paper. Lengths are points.

use crate::block::{Document, Style, TextSize, Tone};
use crate::palette::Palette;

pub const PAGE_WIDTH: f64 = 595.28;
pub const PAGE_HEIGHT: f64 = 841.89;

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
    /// Of a page: a table that is no taller stays on one.
    pub whole_table: f64,
    pub palette: Palette,
}

impl Theme {
    pub fn of(document: &Document) -> Self {
        let style = Self::of_style(document.style);
        let style = if document.close && document.style == Style::Adult { style.close() } else { style };
        let theme = Self { palette: Palette::of(document), ..style };
        // The board's own colour stands above the title in every document.
        Self { kicker: document.accent.map_or(theme.kicker, |_| Tone::Accent), ..theme }
    }

    fn of_style(style: Style) -> Self {
        let palette = Palette::default();
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
                kicker: Tone::Accent,
                whole_table: 0.34,
                palette,
            },
            Style::Large => Self {
                body: 14.0,
                lead: 16.0,
                small: 12.5,
                furniture: 10.5,
                leading: 1.4,
                headings: [26.0, 18.0, 15.5, 14.5],
                margin_side: 50.0,
                gap: 8.0,
                cell_padding: (6.0, 6.5),
                ..Self::of_style(Style::Adult)
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
                whole_table: 0.55,
                palette,
            },
            Style::CareLeavers => Self {
                body: 12.0,
                lead: 13.5,
                small: 12.0,
                furniture: 10.0,
                leading: 1.46,
                headings: [27.0, 17.0, 14.0, 12.5],
                margin_side: 54.0,
                margin_top: 54.0,
                margin_bottom: 66.0,
                gap: 8.0,
                cell_padding: (7.0, 6.5),
                picture: (62.0, 58.0),
                kicker: Tone::Plum,
                whole_table: 0.5,
                palette,
            },
            Style::Poster => Self {
                body: 18.0,
                lead: 20.0,
                small: 16.0,
                furniture: 14.0,
                leading: 1.4,
                headings: [54.0, 24.0, 20.0, 18.0],
                margin_side: 48.0,
                margin_top: 44.0,
                margin_bottom: 70.0,
                gap: 9.0,
                cell_padding: (8.0, 8.0),
                picture: (84.0, 76.0),
                kicker: Tone::Plum,
                whole_table: 0.55,
                palette,
            },
        }
    }

    /// The same, as close as a page to read with a pen in the hand may be.
    fn close(self) -> Self {
        Self {
            body: 9.2,
            lead: 10.0,
            small: 9.2,
            leading: 1.27,
            headings: [19.0, 13.0, 11.0, 10.0],
            margin_side: 38.0,
            margin_top: 34.0,
            margin_bottom: 48.0,
            gap: 4.0,
            cell_padding: (4.5, 3.2),
            ..self
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(style: Style) -> [f64; 5] {
        let theme = Theme::of_style(style);
        [theme.body, theme.lead, theme.small, theme.furniture, theme.headings[3]]
    }

    #[test]
    fn nothing_in_a_childrens_document_is_smaller_than_14_points() {
        for style in [Style::Children, Style::Poster] {
            assert!(sizes(style).iter().all(|size| *size >= 14.0), "{style:?}");
        }
    }

    #[test]
    fn care_leavers_read_12_points_outside_the_foot_of_the_page() {
        let [body, lead, small, _, heading] = sizes(Style::CareLeavers);
        assert!([body, lead, small, heading].iter().all(|size| *size >= 12.0));
    }
}
