//! What is stamped on a page, drawn by our own sink with our own typeface: "Page 12 of 184", "Not for publication".

use std::collections::BTreeMap;
use std::io::{self, Write};

use kurbo::{Point, Rect, Shape, Size};
use lopdf_packs::{Document, Object, Stream, dictionary};

use super::copy::Copy;
use super::paper;
use super::write::Writer;
use crate::DocumentError;
use crate::fonts::{Face, Family, Shaper};
use crate::palette::Colour;
use crate::pdf::pages::PrintpdfSink;
use crate::sink::{PageSink, Text};

const SIZE: f64 = 9.0;
const HEIGHT: f64 = 13.0;
const BASELINE: f64 = 3.6;
/// White around the words, so that they can be read on any ground.
const PADDING: f64 = 3.0;
const WHITE: Colour = Colour(255, 255, 255);
const INK: Colour = Colour(0x1e, 0x2a, 0x32);
const CORAL: Colour = Colour(0xb9, 0x3a, 0x26);

/// A picture in the pack that any page can show.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    pub number: u32,
    pub size: Size,
}

/// Draws words once each; `true` for a marking, which is red.
pub fn draw<W: Write>(
    out: &mut Writer<W>,
    wanted: &[(String, bool)],
) -> Result<BTreeMap<String, Stamp>, DocumentError> {
    let mut stamps = BTreeMap::new();
    if wanted.is_empty() {
        return Ok(stamps);
    }
    let mut sink = PrintpdfSink::default();
    let mut shaper = Shaper::default();
    let sizes: Vec<Size> =
        wanted.iter().map(|(words, marking)| page(&mut sink, &mut shaper, words, *marking)).collect();
    // The fonts pass from one lopdf to the other in a file of a single page, however many stamps there are.
    let (mut fonts, drawings) = sink.drawings()?;
    let failed = |error: &dyn std::fmt::Display| crate::pdf::writing(error);
    let mut bytes = Vec::new();
    fonts.save_to(&mut bytes).map_err(|error| failed(&error))?;
    let file = Document::load_mem(&bytes).map_err(|error| failed(&error))?;
    drop((fonts, bytes));
    let page = file.page_iter().next();
    let mut copy = Copy::of(file, out);
    let page = page.and_then(|page| copy.file.get_dictionary(page).ok());
    let fonts =
        page.and_then(|page| paper::dictionary(&copy.file, page, b"Resources")).cloned().unwrap_or_default();
    let fonts = Object::Dictionary(copy.turned_dictionary(fonts));
    let fonts = copy.out.add(&fonts).map_err(|error| failed(&error))?;
    for ((drawing, size), (words, _)) in drawings.into_iter().zip(sizes).zip(wanted) {
        let number = form(copy.out, drawing, size, fonts).map_err(|error| failed(&error))?;
        stamps.insert(words.clone(), Stamp { number, size });
    }
    copy.write_out().map_err(|error| failed(&error))?;
    Ok(stamps)
}

fn page(sink: &mut PrintpdfSink, shaper: &mut Shaper, words: &str, marking: bool) -> Size {
    // Bold, so that nobody takes a paper's own number for the pack's.
    let face = Face::Bold;
    let mut pieces: Vec<(Face, String)> = Vec::new();
    for character in words.chars() {
        let face = shaper.face_for(face, Family::Main, character);
        match pieces.last_mut() {
            Some((last, piece)) if *last == face => piece.push(character),
            _ => pieces.push((face, character.into())),
        }
    }
    let shaped: Vec<_> = pieces.iter().map(|(face, piece)| shaper.shape(*face, false, piece)).collect();
    let width = shaped.iter().map(|it| it.width).sum::<f64>() * SIZE / 1000.0 + 2.0 * PADDING;
    sink.start_page(width, HEIGHT);
    sink.fill(&Rect::new(0.0, 0.0, width, HEIGHT).to_path(0.1), WHITE);
    let mut right = PADDING;
    for shaped in shaped {
        let origin = Point::new(right, HEIGHT - BASELINE);
        right += shaped.width * SIZE / 1000.0;
        let colour = if marking { CORAL } else { INK };
        sink.text(&Text { origin, face: shaped.face, words: vec![shaped], size: SIZE, colour });
    }
    Size::new(width, HEIGHT)
}

fn form<W: Write>(out: &mut Writer<W>, drawing: Vec<u8>, size: Size, fonts: u32) -> io::Result<u32> {
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => [0.0, 0.0, size.width, size.height].map(real).to_vec(),
        "Resources" => Object::Reference((fonts, 0)),
        "Filter" => "FlateDecode",
    };
    out.add(&Object::Stream(Stream::new(form, drawing)))
}

fn real(value: f64) -> Object {
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a page are small")]
    let value = ((value * 1000.0).round() / 1000.0) as f32;
    Object::Real(value)
}
