//! The sink that draws with printpdf.

use std::rc::Rc;

use kurbo::{BezPath, PathEl, Rect};
use printpdf::{
    Color, CurTransMat, DictItem, Line, LineCapStyle, LineJoinStyle, LinePoint, Mm, Op, PaintMode,
    PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rgb, TextItem,
    TextMatrix, WindingOrder, XObjectId, XObjectTransform,
};

use super::embed::Fonts;
use crate::DocumentError;
use crate::fonts::Glyph;
use crate::palette::Colour;
use crate::sink::{Image, Mark, PageSink, Text};

#[derive(Default)]
pub struct PrintpdfSink {
    pages: Vec<Sheet>,
    fonts: Fonts,
    images: Vec<Rc<Image>>,
    /// Whether text is being shown, and the font, size and colour that hold.
    state: State,
}

struct Sheet {
    width: f64,
    height: f64,
    ops: Vec<Op>,
}

#[derive(Default)]
struct State {
    in_text: bool,
    font: Option<(printpdf::FontId, f64)>,
    fill: Option<Colour>,
}

impl PrintpdfSink {
    pub fn finish(self, title: &str) -> Result<lopdf::Document, DocumentError> {
        let mut document = PdfDocument::new(title);
        for (number, image) in self.images.iter().enumerate() {
            document.resources.xobjects.map.insert(image_id(number), super::embed::image(image));
        }
        document.resources.fonts.map = self.fonts.embed()?;
        document.pages = self
            .pages
            .into_iter()
            .map(|sheet| PdfPage::new(millimetres(sheet.width), millimetres(sheet.height), sheet.ops))
            .collect();
        let options =
            PdfSaveOptions { subset_fonts: false, image_optimization: None, ..PdfSaveOptions::default() };
        Ok(document.to_lopdf_document(&options, &mut Vec::new()))
    }

    fn op(&mut self, op: Op) {
        if let Some(sheet) = self.pages.last_mut() {
            sheet.ops.push(op);
        }
    }

    /// From the top of the page to the bottom.
    fn flip(&self, y: f64) -> f64 {
        self.pages.last().map_or(0.0, |sheet| sheet.height) - y
    }

    fn leave_text(&mut self) {
        if std::mem::take(&mut self.state.in_text) {
            self.op(Op::EndTextSection);
        }
    }

    fn fill_with(&mut self, colour: Colour) {
        if self.state.fill != Some(colour) {
            self.state.fill = Some(colour);
            self.op(Op::SetFillColor { col: rgb(colour) });
        }
    }

    fn points(&self, path: &BezPath) -> Vec<(Vec<LinePoint>, bool)> {
        let mut rings: Vec<(Vec<LinePoint>, bool)> = Vec::new();
        let point = |at: kurbo::Point, bezier: bool| LinePoint {
            p: Point { x: Pt(single(at.x)), y: Pt(single(self.flip(at.y))) },
            bezier,
        };
        for element in path.elements() {
            if let PathEl::MoveTo(at) = element {
                rings.push((vec![point(*at, false)], false));
                continue;
            }
            let Some((ring, closed)) = rings.last_mut() else { continue };
            match element {
                PathEl::LineTo(at) => ring.push(point(*at, false)),
                PathEl::CurveTo(first, second, end) => {
                    ring.extend([point(*first, true), point(*second, true), point(*end, false)]);
                }
                PathEl::QuadTo(..) | PathEl::MoveTo(_) => {}
                PathEl::ClosePath => *closed = true,
            }
        }
        rings
    }

    fn show(&mut self, x: f64, y: f64, items: Vec<TextItem>) {
        if !items.is_empty() {
            let matrix = TextMatrix::Translate(Pt(single(x)), Pt(single(self.flip(y))));
            self.op(Op::SetTextMatrix { matrix });
            self.op(Op::ShowText { items });
        }
    }
}

impl PageSink for PrintpdfSink {
    fn start_page(&mut self, width: f64, height: f64) {
        self.pages.push(Sheet { width, height, ops: Vec::new() });
        self.state = State::default();
        self.op(Op::SetLineCapStyle { cap: LineCapStyle::Round });
        self.op(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
    }

    fn begin(&mut self, mark: Mark) {
        self.leave_text();
        let (tag, properties) = match mark {
            Mark::Content { role, number } => (role.name(), vec![("MCID", DictItem::Int(number.into()))]),
            Mark::Furniture => ("Artifact", vec![("Type", name("Pagination"))]),
            Mark::Decoration => ("Artifact", vec![("Type", name("Layout"))]),
        };
        self.op(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: dictionary(properties),
        });
    }

    fn end(&mut self) {
        self.leave_text();
        self.op(Op::EndMarkedContent);
    }

    fn text(&mut self, text: &Text) {
        let font = self.fonts.id(text.shaped.face);
        self.fill_with(text.colour);
        if !self.state.in_text {
            self.state.in_text = true;
            self.op(Op::StartTextSection);
        }
        if self.state.font.as_ref() != Some(&(font.clone(), text.size)) {
            self.state.font = Some((font.clone(), text.size));
            self.op(Op::SetFont { font: PdfFontHandle::External(font), size: Pt(single(text.size)) });
        }
        let em = text.size / 1000.0;
        let (x, y) = (text.origin.x, text.origin.y);
        let mut pen = 0.0;
        let (mut from, mut run, mut shown) = (pen, Vec::new(), pen);
        for cluster in &text.shaped.clusters {
            // Several glyphs do not give their characters back by themselves, nor does one that stands for others.
            let actual = cluster.glyphs.len() != 1 || self.fonts.is_taken(text.shaped.face, cluster);
            let moved = cluster.glyphs.iter().any(|glyph| glyph.dx != 0.0 || glyph.dy != 0.0);
            if !actual
                && !moved
                && let [glyph] = cluster.glyphs.as_slice()
            {
                // The reader moves on by the width in the file; kerning is the difference.
                let kern: f64 = shown - pen;
                if kern.abs() > 0.4 && !run.is_empty() {
                    run.push(TextItem::Offset(single(kern)));
                    shown = pen;
                }
                run.push(self.fonts.show(text.shaped.face, *glyph, &cluster.text));
                shown += glyph.natural.trunc();
                pen += glyph.advance;
                continue;
            }
            self.show(x + from * em, y, std::mem::take(&mut run));
            if actual {
                self.op(actual_text(&cluster.text));
            }
            for glyph in &cluster.glyphs {
                let item = self.fonts.show(text.shaped.face, *glyph, &cluster.text);
                let Glyph { dx, dy, .. } = glyph;
                self.show(x + (pen + dx) * em, y - dy * em, vec![item]);
                pen += glyph.advance;
            }
            if actual {
                self.op(Op::EndMarkedContent);
            }
            (from, shown) = (pen, pen);
        }
        self.show(x + from * em, y, run);
    }

    fn fill(&mut self, path: &BezPath, colour: Colour) {
        self.leave_text();
        self.fill_with(colour);
        let rings = self.points(path).into_iter().map(|(points, _)| PolygonRing { points }).collect();
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.op(Op::DrawPolygon { polygon });
    }

    fn stroke(&mut self, path: &BezPath, colour: Colour, width: f64) {
        self.leave_text();
        self.op(Op::SetOutlineColor { col: rgb(colour) });
        self.op(Op::SetOutlineThickness { pt: Pt(single(width)) });
        for (points, is_closed) in self.points(path) {
            self.op(Op::DrawLine { line: Line { points, is_closed } });
        }
    }

    fn image(&mut self, image: &Rc<Image>, area: Rect) {
        self.leave_text();
        let known = self.images.iter().position(|known| Rc::ptr_eq(known, image));
        let number = known.unwrap_or_else(|| {
            self.images.push(Rc::clone(image));
            self.images.len() - 1
        });
        let bottom = self.flip(area.y1);
        let place = [area.width(), 0.0, 0.0, area.height(), area.x0, bottom].map(single);
        self.op(Op::SaveGraphicsState);
        self.op(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(place) });
        let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        self.op(Op::UseXobject { id: image_id(number), transform });
        self.op(Op::RestoreGraphicsState);
    }
}

fn actual_text(text: &str) -> Op {
    let data: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let properties = dictionary(vec![("ActualText", DictItem::String { data, literal: false })]);
    Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties }
}

fn dictionary(entries: Vec<(&str, DictItem)>) -> DictItem {
    DictItem::Dict { map: entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect() }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn image_id(number: usize) -> XObjectId {
    XObjectId(format!("Image{number}"))
}

fn rgb(Colour(red, green, blue): Colour) -> Color {
    let [r, g, b] = [red, green, blue].map(|value| f32::from(value) / 255.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

fn millimetres(points: f64) -> Mm {
    Mm(single(points / 72.0 * 25.4))
}

/// printpdf counts in single precision; a thousandth of a point is finer than any printer.
fn single(value: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a page are small")]
    let rounded = ((value * 1000.0).round() / 1000.0) as f32;
    rounded
}
