//! The sink that writes pages. printpdf makes the file around them and embeds fonts and pictures.

use std::io::Write as _;
use std::rc::Rc;

use flate2::{Compression, write::ZlibEncoder};
use kurbo::{BezPath, Rect};
use lopdf::{Object, Stream, dictionary};
use printpdf::{Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, XObjectId};

use super::{content::Content, embed::Fonts, writing};
use crate::DocumentError;
use crate::palette::Colour;
use crate::sink::{Image, Mark, PageSink, Text};

#[derive(Default)]
pub struct PrintpdfSink {
    pages: Vec<Sheet>,
    fonts: Fonts,
    images: Vec<Rc<Image>>,
}

struct Sheet {
    width: f64,
    height: f64,
    content: Content,
}

impl PrintpdfSink {
    pub fn finish(self, title: &str) -> Result<lopdf::Document, DocumentError> {
        let mut document = PdfDocument::new(title);
        for (number, image) in self.images.iter().enumerate() {
            document.resources.xobjects.map.insert(XObjectId(image_name(number)), super::embed::image(image));
        }
        document.resources.fonts.map = self.fonts.embed()?;
        document.pages = self
            .pages
            .iter()
            .map(|sheet| PdfPage::new(millimetres(sheet.width), millimetres(sheet.height), vec![]))
            .collect();
        // printpdf looks on the pages for the glyphs to describe: it is shown each once, and then has its words taken.
        if let Some(first) = document.pages.first_mut() {
            first.ops = specimen(&self.fonts);
        }
        let options =
            PdfSaveOptions { subset_fonts: false, image_optimization: None, ..PdfSaveOptions::default() };
        let mut file = document.to_lopdf_document(&options, &mut Vec::new());
        let pages: Vec<_> = file.get_pages().into_values().collect();
        for (page, sheet) in pages.into_iter().zip(self.pages) {
            let stream = compressed(&sheet.content.finish()).map_err(|error| writing(&error))?;
            let old = super::catalogue::dictionary_mut(&mut file, page)?
                .get(b"Contents")
                .and_then(Object::as_reference)
                .map_err(|error| writing(&error))?;
            file.objects.insert(old, Object::Stream(stream));
        }
        Ok(file)
    }

    fn page(&mut self) -> Option<&mut Content> {
        self.pages.last_mut().map(|sheet| &mut sheet.content)
    }
}

/// The usual level: the best one takes three times as long for a hundredth less.
fn compressed(content: &[u8]) -> std::io::Result<Stream> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    let stream = Stream::new(dictionary! { "Filter" => "FlateDecode" }, encoder.finish()?);
    Ok(stream.with_compression(false))
}

fn specimen(fonts: &Fonts) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for (font, items) in fonts.shown() {
        ops.push(Op::SetFont { font: PdfFontHandle::External(font), size: Pt(10.0) });
        ops.push(Op::ShowText { items });
    }
    ops.push(Op::EndTextSection);
    ops
}

impl PageSink for PrintpdfSink {
    fn start_page(&mut self, width: f64, height: f64) {
        self.pages.push(Sheet { width, height, content: Content::new(height) });
    }

    fn begin(&mut self, mark: Mark) {
        if let Some(page) = self.page() {
            page.begin(mark);
        }
    }

    fn end(&mut self) {
        if let Some(page) = self.page() {
            page.end();
        }
    }

    fn text(&mut self, text: &Text) {
        if let Some(sheet) = self.pages.last_mut() {
            super::words::show(&mut sheet.content, &mut self.fonts, text);
        }
    }

    fn fill(&mut self, path: &BezPath, colour: Colour) {
        if let Some(page) = self.page() {
            page.fill(path, colour);
        }
    }

    fn stroke(&mut self, path: &BezPath, colour: Colour, width: f64) {
        if let Some(page) = self.page() {
            page.stroke(path, colour, width);
        }
    }

    fn image(&mut self, image: &Rc<Image>, area: Rect) {
        let known = self.images.iter().position(|known| Rc::ptr_eq(known, image));
        let number = known.unwrap_or_else(|| {
            self.images.push(Rc::clone(image));
            self.images.len() - 1
        });
        if let Some(page) = self.page() {
            page.image(&image_name(number), area);
        }
    }
}

fn image_name(number: usize) -> String {
    format!("Image{number}")
}

fn millimetres(points: f64) -> Mm {
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a page are small")]
    let rounded = (points / 72.0 * 25.4) as f32;
    Mm(rounded)
}
