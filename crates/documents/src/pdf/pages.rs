//! The sink that writes pages. printpdf makes the file around them and embeds fonts and pictures.

use std::rc::Rc;

use kurbo::{BezPath, Rect};
use lopdf::Object;
use printpdf::{Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, XObjectId};

use super::{content::Content, embed::Fonts, packer::Packer, words::Words, writing};
use crate::DocumentError;
use crate::palette::Colour;
use crate::sink::{Image, Mark, PageSink, Text};

#[derive(Default)]
pub struct PrintpdfSink {
    /// The widths and heights of all pages.
    sizes: Vec<(f64, f64)>,
    /// The page that is being painted; those before it are with the packer.
    page: Option<Content>,
    packer: Packer,
    fonts: Fonts,
    words: Words,
    images: Vec<Rc<Image>>,
}

impl PrintpdfSink {
    pub fn finish(mut self, title: &str) -> Result<lopdf::Document, DocumentError> {
        self.end_page();
        let mut file = self.document(title, &self.sizes)?;
        let pages: Vec<_> = file.get_pages().into_values().collect();
        let contents = self.packer.finish().map_err(|error| writing(&error))?;
        for (page, stream) in pages.into_iter().zip(contents) {
            let old = super::catalogue::dictionary_mut(&mut file, page)?
                .get(b"Contents")
                .and_then(Object::as_reference)
                .map_err(|error| writing(&error))?;
            file.objects.insert(old, Object::Stream(stream));
        }
        Ok(file)
    }

    /// What was drawn on each page, compressed, beside a document whose only page names what they show.
    pub fn drawings(mut self) -> Result<(lopdf::Document, Vec<Vec<u8>>), DocumentError> {
        self.end_page();
        let file = self.document("", self.sizes.get(..1).unwrap_or_default())?;
        let contents = self.packer.finish().map_err(|error| writing(&error))?;
        Ok((file, contents.into_iter().map(|stream| stream.content).collect()))
    }

    /// Pages of these sizes on which nothing stands yet, with all fonts and pictures.
    fn document(&self, title: &str, sizes: &[(f64, f64)]) -> Result<lopdf::Document, DocumentError> {
        let mut document = PdfDocument::new(title);
        for (number, image) in self.images.iter().enumerate() {
            document.resources.xobjects.map.insert(XObjectId(image_name(number)), super::embed::image(image));
        }
        document.resources.fonts.map = self.fonts.embed()?;
        document.pages = sizes
            .iter()
            .map(|(width, height)| PdfPage::new(millimetres(*width), millimetres(*height), vec![]))
            .collect();
        // printpdf looks on the pages for the glyphs to describe: it is shown each once, and then has its words taken.
        if let Some(first) = document.pages.first_mut() {
            first.ops = specimen(&self.fonts);
        }
        let options =
            PdfSaveOptions { subset_fonts: false, image_optimization: None, ..PdfSaveOptions::default() };
        Ok(document.to_lopdf_document(&options, &mut Vec::new()))
    }

    fn end_page(&mut self) {
        if let Some(page) = self.page.take() {
            self.packer.add(page.finish());
        }
    }
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
        self.end_page();
        self.sizes.push((width, height));
        self.page = Some(Content::new(height));
    }

    fn begin(&mut self, mark: Mark) {
        if let Some(page) = &mut self.page {
            page.begin(mark);
        }
    }

    fn end(&mut self) {
        if let Some(page) = &mut self.page {
            page.end();
        }
    }

    fn text(&mut self, text: &Text) {
        if let Some(page) = &mut self.page {
            super::words::show(page, &mut self.fonts, &mut self.words, text);
        }
    }

    fn fill(&mut self, path: &BezPath, colour: Colour) {
        if let Some(page) = &mut self.page {
            page.fill(path, colour);
        }
    }

    fn stroke(&mut self, path: &BezPath, colour: Colour, width: f64) {
        if let Some(page) = &mut self.page {
            page.stroke(path, colour, width);
        }
    }

    fn image(&mut self, image: &Rc<Image>, area: Rect) {
        let known = self.images.iter().position(|known| Rc::ptr_eq(known, image));
        let number = known.unwrap_or_else(|| {
            self.images.push(Rc::clone(image));
            self.images.len() - 1
        });
        if let Some(page) = &mut self.page {
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
