//! A page's content stream (ISO 32000-1, 7.8.2), written as it is drawn.

use kurbo::{BezPath, PathEl, Point, Rect};

use super::syntax;
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

/// Below this many thousandths of an em a gap is no gap.
const KERN: f64 = 0.4;

/// Words that are shown by one operator: the reader moves on by their widths. Its string stays open.
struct Run {
    start: Point,
    /// Thousandths of an em from the start to where the reader stands.
    shown: f64,
}

/// Glyphs that belong together, as they stand in an operator that shows them: from within a string to within a string.
#[derive(Default)]
pub struct Word {
    bytes: Vec<u8>,
    /// Thousandths of an em by which the reader moves on.
    shown: f64,
}

impl Word {
    /// Adds a glyph whose width in the file is `width`, so many thousandths of an em from the word's start.
    pub fn push(&mut self, glyph: u16, width: f64, at: f64) {
        self.shown += kern(&mut self.bytes, self.shown - at) + width;
        for byte in glyph.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend([b'\\', byte]),
                b'\r' => self.bytes.extend(b"\\r"),
                _ => self.bytes.push(byte),
            }
        }
    }
}

/// Moves the reader back within a string, if it is worth it; answers by how much it moved on.
fn kern(bytes: &mut Vec<u8>, back: f64) -> f64 {
    if back.abs() <= KERN {
        return 0.0;
    }
    bytes.push(b')');
    syntax::length(bytes, back);
    bytes.push(b'(');
    -back
}

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
        self.words("/Span <</ActualText ");
        syntax::text(&mut self.bytes, text);
        self.words(">> BDC\n");
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

    /// Shows a word that starts at a place on the page.
    pub fn show(&mut self, word: &Word, at: Point, size: f64) {
        if self.run.as_ref().is_none_or(|run| run.start.y != at.y) {
            self.end_run();
            self.words("1 0 0 1 ");
            self.number(at.x);
            self.number(self.height - at.y);
            self.words("Tm\n[(");
        }
        let run = self.run.get_or_insert(Run { start: at, shown: 0.0 });
        run.shown += kern(&mut self.bytes, run.shown - (at.x - run.start.x) * 1000.0 / size) + word.shown;
        self.bytes.extend_from_slice(&word.bytes);
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
        if self.run.take().is_some() {
            self.words(")] TJ\n");
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

    fn number(&mut self, value: f64) {
        syntax::length(&mut self.bytes, value);
        self.bytes.push(b' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(draw: impl FnOnce(&mut Content)) -> String {
        let mut content = Content::new(100.0);
        draw(&mut content);
        String::from_utf8(content.finish()).unwrap().replacen("1 J\n1 j\n", "", 1)
    }

    fn letter(glyph: u16) -> Word {
        let mut word = Word::default();
        word.push(glyph, 500.0, 0.0);
        word
    }

    #[test]
    fn glyphs_of_one_line_are_shown_by_one_operator() {
        let said = written(|it| {
            it.start_text("Face0", 10.0, Colour(0, 0, 0));
            let mut word = Word::default();
            word.push(1, 500.0, 0.0);
            word.push(40, 500.0, 500.0);
            it.show(&word, Point::new(20.0, 30.0), 10.0);
            it.show(&letter(18), Point::new(29.0, 30.0), 10.0);
            it.show(&letter(3), Point::new(20.0, 50.0), 10.0);
        });
        let expected = "0 0 0 rg\nBT\n/Face0 10 Tf\n1 0 0 1 20 70 Tm\n[(\0\u{1}\0\\()100(\0\u{12})] TJ\n1 0 0 1 20 50 Tm\n[(\0\u{3})] TJ\nET\n";
        assert_eq!(said, expected);
    }

    #[test]
    fn a_mark_ends_the_text_before_it() {
        let said = written(|it| {
            it.start_text("Face0", 10.0, Colour(0, 0, 0));
            it.show(&letter(1), Point::new(20.0, 30.0), 10.0);
            it.end();
        });
        assert!(said.ends_with("[(\0\u{1})] TJ\nET\nEMC\n"), "{said}");
    }
}
