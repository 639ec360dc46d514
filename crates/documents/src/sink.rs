//! What the layout asks of whoever draws: a page, marks around content, text, shapes, pictures.
//!
//! All lengths are points, from the top left corner of the page, y downwards.

use std::rc::Rc;

use kurbo::{BezPath, Point, Rect};

use crate::fonts::{Face, Shaped};
use crate::palette::Colour;

/// Says what the drawing between `begin` and `end` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Real content, numbered within its page.
    Content { role: Role, number: u32 },
    /// A header, footer or repeated table heading.
    Furniture,
    /// Lines and grounds.
    Decoration,
}

/// The standard structure types of ISO 32000-1, 14.8.4, that these documents use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Document,
    Heading(u8),
    Paragraph,
    Span,
    Link,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableHead,
    TableBody,
    TableRow,
    HeaderCell,
    DataCell,
    Figure,
    Division,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(3) => "H3",
            Self::Heading(4) => "H4",
            Self::Heading(5) => "H5",
            Self::Heading(_) => "H6",
            Self::Paragraph => "P",
            Self::Span => "Span",
            Self::Link => "Link",
            Self::List => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::TableRow => "TR",
            Self::HeaderCell => "TH",
            Self::DataCell => "TD",
            Self::Figure => "Figure",
            Self::Division => "Div",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Left end of the baseline.
    pub origin: Point,
    /// Words of one face, each where the one before it ends.
    pub words: Vec<Rc<Shaped>>,
    pub face: Face,
    pub size: f64,
    pub colour: Colour,
}

/// A decoded picture without transparency.
#[derive(Debug, PartialEq)]
pub enum Image {
    /// A JPEG file as it is; components 1 or 3.
    Jpeg { bytes: Vec<u8>, width: u32, height: u32, components: u8 },
    /// Eight bits each of red, green and blue.
    Rgb { pixels: Vec<u8>, width: u32, height: u32 },
}

impl Image {
    pub fn size(&self) -> (u32, u32) {
        match self {
            Self::Jpeg { width, height, .. } | Self::Rgb { width, height, .. } => (*width, *height),
        }
    }
}

pub trait PageSink {
    fn start_page(&mut self, width: f64, height: f64);
    fn begin(&mut self, mark: Mark);
    fn end(&mut self);
    fn text(&mut self, text: &Text);
    fn fill(&mut self, path: &BezPath, colour: Colour);
    fn stroke(&mut self, path: &BezPath, colour: Colour, width: f64);
    fn image(&mut self, image: &Rc<Image>, area: Rect);
}

/// Draws nothing: for laying a document out to count its pages.
#[derive(Debug, Default)]
pub struct Nowhere;

impl PageSink for Nowhere {
    fn start_page(&mut self, _width: f64, _height: f64) {}
    fn begin(&mut self, _mark: Mark) {}
    fn end(&mut self) {}
    fn text(&mut self, _text: &Text) {}
    fn fill(&mut self, _path: &BezPath, _colour: Colour) {}
    fn stroke(&mut self, _path: &BezPath, _colour: Colour, _width: f64) {}
    fn image(&mut self, _image: &Rc<Image>, _area: Rect) {}
}
