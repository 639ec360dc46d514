//! A page's content stream (ISO 32000-1, 7.8.2), written as it is drawn.

use kurbo::{BezPath, PathEl, Point, Rect};

use crate::palette::Colour;
use crate::sink::Mark;

/// Operators of one page, with the state that holds at their end.
pub struct Content {
    height: f64,
    bytes: Vec<u8>,
    in_text: bool,
    font: Option<(String, f64)>,
    fill: Option<Colour>,
    run: Option<Run>,
}

/// Glyphs that are shown by one operator: the reader moves on by their widths.
struct Run {
    start: Point,
    /// Thousandths of an em from the start to where the reader stands.
    shown: f64,
    /// Between `<` and `>`.
    in_string: bool,
}

/// Below this many thousandths of an em a gap is no gap.
const KERN: f64 = 0.4;

impl Content {
    pub fn new(height: f64) -> Self {
        // Round caps and joins.
        let bytes = b"1 J\n1 j\n".to_vec();
        Self { height, bytes, in_text: false, font: None, fill: None, run: None }
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.leave_text();
        self.bytes
    }

    pub fn begin(&mut self, mark: Mark) {
        self.leave_text();
        match mark {
            Mark::Content { role, number } => {
                self.words(&format!("/{} <</MCID {number}>> BDC\n", role.name()));
            }
            Mark::Furniture => self.words("/Artifact <</Type /Pagination>> BDC\n"),
            Mark::Decoration => self.words("/Artifact <</Type /Layout>> BDC\n"),
        }
    }

    pub fn end(&mut self) {
        self.leave_text();
        self.words("EMC\n");
    }

    /// What follows within the text stands for these characters.
    pub fn begin_actual_text(&mut self, text: &str) {
        self.end_run();
        self.words("/Span <</ActualText <FEFF");
        for unit in text.encode_utf16() {
            self.words(&format!("{unit:04X}"));
        }
        self.words(">>> BDC\n");
    }

    pub fn end_actual_text(&mut self) {
        self.end_run();
        self.words("EMC\n");
    }

    /// Words follow, in that font, size and colour.
    pub fn start_text(&mut self, font: &str, size: f64, colour: Colour) {
        if self.fill != Some(colour) {
            self.end_run();
            self.fill_with(colour);
        }
        if !self.in_text {
            self.in_text = true;
            self.words("BT\n");
        }
        if self.font.as_ref().is_none_or(|(known, of)| known != font || *of != size) {
            self.end_run();
            self.words(&format!("/{font} "));
            self.number(size);
            self.words("Tf\n");
            self.font = Some((font.to_owned(), size));
        }
    }

    /// Shows a glyph whose width in the file is `width`, with its origin at a place on the page.
    pub fn show(&mut self, glyph: u16, width: f64, at: Point, size: f64) {
        let level = self.run.as_ref().is_some_and(|run| run.start.y == at.y);
        if !level {
            self.end_run();
            self.words("1 0 0 1 ");
            self.number(at.x);
            self.number(self.height - at.y);
            self.words("Tm\n[");
            self.run = Some(Run { start: at, shown: 0.0, in_string: false });
        }
        let Some(mut run) = self.run.take() else { return };
        let gap = run.shown - (at.x - run.start.x) * 1000.0 / size;
        if gap.abs() > KERN {
            if std::mem::take(&mut run.in_string) {
                self.bytes.push(b'>');
            }
            self.number(gap);
            run.shown -= gap;
        }
        if !run.in_string {
            self.bytes.push(b'<');
            run.in_string = true;
        }
        self.bytes.extend(glyph.to_be_bytes().iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]));
        run.shown += width;
        self.run = Some(run);
    }

    pub fn fill(&mut self, path: &BezPath, colour: Colour) {
        self.leave_text();
        if self.fill != Some(colour) {
            self.fill_with(colour);
        }
        self.path(path);
        self.words("f\n");
    }

    pub fn stroke(&mut self, path: &BezPath, colour: Colour, width: f64) {
        self.leave_text();
        self.colour(colour);
        self.words("RG\n");
        self.number(width);
        self.words("w\n");
        self.path(path);
        self.words("S\n");
    }

    pub fn image(&mut self, name: &str, area: Rect) {
        self.leave_text();
        self.words("q\n");
        for value in [area.width(), 0.0, 0.0, area.height(), area.x0, self.height - area.y1] {
            self.number(value);
        }
        self.words(&format!("cm\n/{name} Do\nQ\n"));
    }

    fn leave_text(&mut self) {
        self.end_run();
        if std::mem::take(&mut self.in_text) {
            self.words("ET\n");
        }
    }

    fn end_run(&mut self) {
        if let Some(run) = self.run.take() {
            self.words(if run.in_string { ">] TJ\n" } else { "] TJ\n" });
        }
    }

    fn fill_with(&mut self, colour: Colour) {
        self.fill = Some(colour);
        self.colour(colour);
        self.words("rg\n");
    }

    fn colour(&mut self, Colour(red, green, blue): Colour) {
        for value in [red, green, blue] {
            self.number(f64::from(value) / 255.0);
        }
    }

    fn path(&mut self, path: &BezPath) {
        for element in path.elements() {
            let (points, operator): (&[Point], &str) = match element {
                PathEl::MoveTo(to) => (&[*to], "m\n"),
                PathEl::LineTo(to) => (&[*to], "l\n"),
                PathEl::CurveTo(first, second, to) => (&[*first, *second, *to], "c\n"),
                // Our drawings have none: SVG's quadratic curves are raised when they are read.
                PathEl::QuadTo(_, to) => (&[*to], "l\n"),
                PathEl::ClosePath => (&[], "h\n"),
            };
            for point in points {
                self.number(point.x);
                self.number(self.height - point.y);
            }
            self.words(operator);
        }
    }

    fn words(&mut self, words: &str) {
        self.bytes.extend_from_slice(words.as_bytes());
    }

    /// To a thousandth, without needless noughts, and a space.
    fn number(&mut self, value: f64) {
        #[expect(clippy::cast_possible_truncation, reason = "lengths on a page are small")]
        let thousandths = (value * 1000.0).round() as i64;
        if thousandths < 0 {
            self.bytes.push(b'-');
        }
        let (whole, mut part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
        self.words(&whole.to_string());
        if part > 0 {
            self.bytes.push(b'.');
            let mut place = 100;
            while part > 0 {
                self.bytes.push(b'0' + u8::try_from(part / place).unwrap_or(0));
                part %= place;
                place /= 10;
            }
        }
        self.bytes.push(b' ');
    }
}

fn hex(half: u8) -> u8 {
    b"0123456789ABCDEF".get(usize::from(half)).copied().unwrap_or(b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(draw: impl FnOnce(&mut Content)) -> String {
        let mut content = Content::new(100.0);
        draw(&mut content);
        String::from_utf8(content.finish()).unwrap().replacen("1 J\n1 j\n", "", 1)
    }

    #[test]
    fn numbers_are_short() {
        let said = written(|it| [0.0, 1.5, -0.05, 12.3456, -7.0].iter().for_each(|value| it.number(*value)));
        assert_eq!(said, "0 1.5 -0.05 12.346 -7 ");
    }

    #[test]
    fn glyphs_of_one_line_are_shown_by_one_operator() {
        let said = written(|it| {
            it.start_text("Face0", 10.0, Colour(0, 0, 0));
            it.show(1, 500.0, Point::new(20.0, 30.0), 10.0);
            it.show(2, 500.0, Point::new(25.0, 30.0), 10.0);
            it.show(18, 500.0, Point::new(29.0, 30.0), 10.0);
            it.show(3, 500.0, Point::new(20.0, 50.0), 10.0);
        });
        let expected = "0 0 0 rg\nBT\n/Face0 10 Tf\n1 0 0 1 20 70 Tm\n[<00010002>100 <0012>] TJ\n1 0 0 1 20 50 Tm\n[<0003>] TJ\nET\n";
        assert_eq!(said, expected);
    }

    #[test]
    fn a_mark_ends_the_text_before_it() {
        let said = written(|it| {
            it.start_text("Face0", 10.0, Colour(0, 0, 0));
            it.show(1, 500.0, Point::new(20.0, 30.0), 10.0);
            it.end();
        });
        assert!(said.ends_with("[<0001>] TJ\nET\nEMC\n"), "{said}");
    }
}
