//! Layers (ISO 32000-1, 8.11): what a paper hides stays hidden.

use std::io::{self, Write};

use lopdf_packs::{Object, dictionary};

use super::copy::Copy;
use super::paper::{array, dictionary};
use super::write::Writer;

#[derive(Default)]
pub struct Layers {
    all: Vec<Object>,
    hidden: Vec<Object>,
}

impl Layers {
    pub fn take_in<W: Write>(&mut self, copy: &mut Copy<'_, W>) {
        let file = &copy.file;
        let held = file.catalog().ok().and_then(|catalogue| dictionary(file, catalogue, b"OCProperties"));
        let Some(held) = held else { return };
        let all = array(file, held, b"OCGs").cloned().unwrap_or_default();
        let usual = dictionary(file, held, b"D");
        let of = |key: &[u8]| usual.and_then(|usual| array(file, usual, key)).cloned().unwrap_or_default();
        let off = usual.is_some_and(|usual| {
            usual.get(b"BaseState").and_then(Object::as_name).is_ok_and(|state| state == b"OFF")
        });
        let hidden = match off {
            true => all.iter().filter(|layer| !of(b"ON").contains(layer)).cloned().collect(),
            false => of(b"OFF"),
        };
        self.all.extend(all.into_iter().map(|layer| copy.turned(layer)));
        self.hidden.extend(hidden.into_iter().map(|layer| copy.turned(layer)));
    }

    pub fn write<W: Write>(self, out: &mut Writer<W>) -> io::Result<Option<u32>> {
        if self.all.is_empty() {
            return Ok(None);
        }
        let usual = dictionary! {
            "Name" => Object::string_literal("As published"), "Order" => self.all.clone(), "OFF" => self.hidden,
        };
        out.add(&dictionary! { "OCGs" => self.all, "D" => usual }.into()).map(Some)
    }
}
