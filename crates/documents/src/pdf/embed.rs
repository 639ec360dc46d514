//! Fonts cut down to the glyphs in use, and pictures, as printpdf takes them.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, DictItem, ExternalStream, ExternalXObject, FontId, ParsedFont, PdfFont, Px, TextItem, XObject,
};
use subsetter::GlyphRemapper;

use super::writing;
use crate::DocumentError;
use crate::fonts::{Cluster, Face, Glyph};
use crate::sink::Image;

/// The glyphs in use of each face, and the characters that each stands for.
#[derive(Default)]
pub struct Fonts {
    /// By the face's number; asked for each letter of a document.
    used: [Option<Used>; Face::ALL.len()],
}

#[derive(Default)]
struct Used {
    glyphs: GlyphRemapper,
    /// By the glyph's number in the whole font.
    known: Vec<Option<Known>>,
}

/// A glyph in use.
struct Known {
    /// Its number in the font that will be embedded.
    id: u16,
    /// The characters that it stands for.
    says: String,
}

/// The name of a face in the resources of a page.
pub fn font_name(face: Face) -> &'static str {
    match face {
        Face::Regular => "Face0",
        Face::Bold => "Face1",
        Face::Italic => "Face2",
        Face::BoldItalic => "Face3",
        Face::Fallback => "Face4",
        Face::Sans => "Face5",
        Face::SansBold => "Face6",
        Face::Arabic => "Face7",
        Face::ArabicBold => "Face8",
        Face::Ethiopic => "Face9",
        Face::EthiopicBold => "Face10",
    }
}

impl Fonts {
    /// Whether the glyphs of a cluster give its characters back by themselves: one that stands for all of them.
    pub fn gives_back(&self, face: Face, cluster: &Cluster) -> bool {
        let [glyph] = cluster.glyphs.as_slice() else { return false };
        match self.used(face).and_then(|used| used.known(glyph.id)) {
            Some(known) => known.says.chars().eq(cluster.text.chars().map(read_as)),
            None => says(*glyph, &cluster.text) == said(&cluster.text),
        }
    }

    /// The number that a glyph has in the font that will be embedded.
    pub fn use_glyph(&mut self, face: Face, glyph: Glyph, text: &str) -> u16 {
        let Some(used) = self.used.get_mut(face as usize) else { return 0 };
        used.get_or_insert_default().take(glyph, text)
    }

    fn used(&self, face: Face) -> Option<&Used> {
        self.used.get(face as usize)?.as_ref()
    }

    fn all(&self) -> impl Iterator<Item = (Face, &Used)> {
        Face::ALL.into_iter().filter_map(|face| Some((face, self.used(face)?)))
    }

    /// Each font with all glyphs in use, and the characters that each stands for.
    pub fn shown(&self) -> impl Iterator<Item = (FontId, Vec<TextItem>)> {
        self.all().map(|(face, used)| {
            let known = used.known.iter().flatten();
            let mut glyphs: Vec<_> =
                known.map(|known| Codepoint::with_cid(known.id, 0.0, known.says.clone())).collect();
            glyphs.sort_by_key(|glyph| glyph.gid);
            (font_id(face), vec![TextItem::GlyphIds(glyphs)])
        })
    }

    pub fn embed(&self) -> Result<BTreeMap<FontId, PdfFont>, DocumentError> {
        self.all().map(|(face, used)| Ok((font_id(face), used.font(face)?))).collect()
    }
}

fn font_id(face: Face) -> FontId {
    FontId(font_name(face).to_owned())
}

impl Used {
    fn known(&self, glyph: u16) -> Option<&Known> {
        self.known.get(usize::from(glyph))?.as_ref()
    }

    fn take(&mut self, glyph: Glyph, text: &str) -> u16 {
        if let Some(known) = self.known(glyph.id) {
            return known.id;
        }
        let id = self.glyphs.remap(glyph.id);
        let at = usize::from(glyph.id);
        if self.known.len() <= at {
            self.known.resize_with(at + 1, || None);
        }
        if let Some(place) = self.known.get_mut(at) {
            *place = Some(Known { id, says: says(glyph, text) });
        }
        id
    }

    fn font(&self, face: Face) -> Result<PdfFont, DocumentError> {
        let bytes = subsetter::subset(face.bytes(), 0, &self.glyphs).map_err(|error| writing(&error))?;
        let mut font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
            .ok_or_else(|| writing(&format!("the typeface {} could not be cut down", face.name())))?;
        // Six letters mark a font of which a part is embedded (ISO 32000-1, 9.6.4).
        font.font_name = Some(format!("PLEDG{}+{}", char::from(b'A' + face as u8), face.name()));
        Ok(PdfFont::new(font))
    }
}

/// What a glyph stands for: the character that it draws, or all those of its cluster.
fn says(glyph: Glyph, text: &str) -> String {
    said(&glyph.draws.map_or_else(|| text.to_owned(), String::from))
}

fn said(text: &str) -> String {
    text.chars().map(read_as).collect()
}

/// A space that does not break is read as a space.
fn read_as(character: char) -> char {
    if matches!(character, '\u{a0}' | '\u{202f}') { ' ' } else { character }
}

pub fn image(image: &Image) -> XObject {
    let (width, height) = image.size();
    let (space, filter, content) = match image {
        Image::Jpeg { bytes, components, .. } => {
            (if *components == 1 { "DeviceGray" } else { "DeviceRGB" }, Some("DCTDecode"), bytes.clone())
        }
        Image::Rgb { pixels, .. } => ("DeviceRGB", None, pixels.clone()),
    };
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(width.into())),
        ("Height".to_owned(), DictItem::Int(height.into())),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
        ("ColorSpace".to_owned(), name(space)),
    ]);
    if let Some(filter) = filter {
        dict.insert("Filter".to_owned(), name(filter));
    }
    let stream = ExternalStream { dict, content, compress: filter.is_none() };
    let pixels = |count: u32| Some(Px(usize::try_from(count).unwrap_or(usize::MAX)));
    XObject::External(ExternalXObject { stream, width: pixels(width), height: pixels(height), dpi: None })
}
