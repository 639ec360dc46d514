//! Pictures with the words that are said in their place.

mod strokes;

use std::collections::HashMap;

use super::package::{Package, RELATIONS};
use super::units::emu;
use super::xml::Xml;
use crate::DocumentError;
use crate::block::{Figure, Icon, Pair, Picture, Tone};
use crate::layout::theme::Theme;
use crate::picture;
use strokes::{Ground, Sheet};

/// The pictures of one document: each is numbered, and each icon is drawn once.
#[derive(Default)]
pub struct Pictures {
    count: u32,
    icons: HashMap<(&'static str, Tone, bool), Vec<u8>>,
}

/// A picture as it will stand on the page; lengths in points.
pub struct Drawn {
    bytes: Vec<u8>,
    width: f64,
    height: f64,
    alt: String,
}

impl Pictures {
    pub fn figure(&mut self, figure: &Figure, theme: &Theme, width: f64) -> Result<Drawn, DocumentError> {
        let alt = figure.alt.clone();
        match &figure.picture {
            Picture::Icon(icon, tone) => {
                let bytes = self.icon(*icon, *tone, theme, false);
                Ok(Drawn { bytes, width: figure.height, height: figure.height, alt })
            }
            Picture::Image(bytes) => {
                let (across, down) = picture::decode(bytes)?.size();
                let ratio = f64::from(across) / f64::from(down.max(1));
                let height = figure.height.min(width / ratio);
                Ok(Drawn { bytes: bytes.clone(), width: height * ratio, height, alt })
            }
        }
    }

    /// An icon on its ground, as it stands beside words.
    pub fn beside(&mut self, pair: &Pair, theme: &Theme) -> Drawn {
        let bytes = self.icon(pair.icon, pair.tone, theme, true);
        let (width, height) = theme.picture;
        Drawn { bytes, width, height, alt: pair.icon.alt.to_owned() }
    }

    fn icon(&mut self, icon: Icon, tone: Tone, theme: &Theme, on_ground: bool) -> Vec<u8> {
        let draw = || {
            let ground = on_ground.then(|| {
                let (width, height) = theme.picture;
                Ground { width, height, colour: theme.palette.wash(tone) }
            });
            Sheet::draw(icon.path, theme.palette.ink(tone), ground).png()
        };
        self.icons.entry((icon.name, tone, on_ground)).or_insert_with(draw).clone()
    }

    /// In a run of its own, in the line (ISO/IEC 29500-1, 20.4.2.8).
    pub fn draw(&mut self, xml: &mut Xml, package: &mut Package, picture: Drawn) {
        self.count += 1;
        let (number, name) = (self.count.to_string(), format!("Picture {}", self.count));
        let size = [("cx", emu(picture.width)), ("cy", emu(picture.height))];
        let size = [(size[0].0, size[0].1.as_str()), (size[1].0, size[1].1.as_str())];
        let id = package.picture(picture.bytes);
        let said = [("id", number.as_str()), ("name", &name), ("descr", &picture.alt)];
        xml.open("w:r", &[]);
        xml.open("w:drawing", &[]);
        xml.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
        xml.empty("wp:extent", &size);
        xml.empty("wp:docPr", &said);
        xml.open("wp:cNvGraphicFramePr", &[]);
        xml.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")]);
        xml.close();
        xml.open("a:graphic", &[]);
        let space = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        xml.open("a:graphicData", &[("uri", space)]);
        xml.open("pic:pic", &[]);
        xml.open("pic:nvPicPr", &[]);
        xml.empty("pic:cNvPr", &said);
        xml.empty("pic:cNvPicPr", &[]);
        xml.close();
        xml.open("pic:blipFill", &[]);
        xml.empty("a:blip", &[("xmlns:r", RELATIONS), ("r:embed", &id)]);
        xml.open("a:stretch", &[]);
        xml.empty("a:fillRect", &[]);
        xml.close();
        xml.close();
        xml.open("pic:spPr", &[]);
        xml.open("a:xfrm", &[]);
        xml.empty("a:off", &[("x", "0"), ("y", "0")]);
        xml.empty("a:ext", &size);
        xml.close();
        xml.open("a:prstGeom", &[("prst", "rect")]);
        xml.empty("a:avLst", &[]);
        for _ in 0..8 {
            xml.close();
        }
    }
}
