//! A file written as its objects come, so that a pack is never whole in memory: streams as they are, everything else
//! in compressed object streams (ISO 32000-1, 7.5.7), and a cross-reference stream at the end.

use std::io::{self, Write};

use flate2::{Compression, write::ZlibEncoder};
use lopdf_packs::{Dictionary, Object, Stream, dictionary};

/// Objects that share one compressed stream.
const TOGETHER: usize = 200;

/// Where an object lies.
#[derive(Debug, Clone, Copy)]
enum Place {
    Nowhere,
    At(u64),
    Within { stream: u32, index: u16 },
}

pub struct Writer<W> {
    out: W,
    written: u64,
    /// By object number.
    places: Vec<Place>,
    waiting: Vec<(u32, Vec<u8>)>,
}

impl<W: Write> Writer<W> {
    pub fn begin(mut out: W) -> io::Result<Self> {
        // Four bytes above 127 say that the file is binary.
        let head = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
        out.write_all(head)?;
        Ok(Self { out, written: head.len() as u64, places: vec![Place::Nowhere], waiting: Vec::new() })
    }

    /// A number for an object that comes later.
    pub fn reserve(&mut self) -> u32 {
        self.places.push(Place::Nowhere);
        u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
    }

    pub fn add(&mut self, object: &Object) -> io::Result<u32> {
        let number = self.reserve();
        self.put(number, object)?;
        Ok(number)
    }

    pub fn put(&mut self, number: u32, object: &Object) -> io::Result<()> {
        if let Object::Stream(stream) = object {
            return self.put_stream(number, stream);
        }
        let mut bytes = Vec::new();
        say(&mut bytes, object)?;
        self.waiting.push((number, bytes));
        if self.waiting.len() == TOGETHER { self.put_together() } else { Ok(()) }
    }

    fn put_stream(&mut self, number: u32, stream: &Stream) -> io::Result<()> {
        let mut head = format!("{number} 0 obj\n").into_bytes();
        say(&mut head, &Object::Dictionary(stream.dict.clone()))?;
        head.extend(b"\nstream\n");
        self.set(number, Place::At(self.written));
        for bytes in [head.as_slice(), &stream.content, b"\nendstream\nendobj\n"] {
            self.out.write_all(bytes)?;
            self.written += bytes.len() as u64;
        }
        Ok(())
    }

    fn put_together(&mut self) -> io::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        let number = self.reserve();
        let (mut index, mut content) = (String::new(), Vec::new());
        for (at, (object, bytes)) in waiting.iter().enumerate() {
            index.push_str(&format!("{object} {} ", content.len()));
            content.extend(bytes);
            content.push(b'\n');
            self.set(*object, Place::Within { stream: number, index: u16::try_from(at).unwrap_or(u16::MAX) });
        }
        let dictionary = dictionary! {
            "Type" => "ObjStm", "N" => count(waiting.len()), "First" => count(index.len()),
        };
        let whole = [index.as_bytes(), &content].concat();
        self.put_stream(number, &compressed(dictionary, &whole)?)
    }

    fn set(&mut self, number: u32, place: Place) {
        if let Some(slot) = self.places.get_mut(number as usize) {
            *slot = place;
        }
    }

    /// Writes what is still waiting and the cross-references; gives back the writer beneath.
    pub fn finish(mut self, root: u32, info: u32, id: &[u8]) -> io::Result<W> {
        self.put_together()?;
        let number = self.reserve();
        let start = self.written;
        self.set(number, Place::At(start));
        let mut table = Vec::with_capacity(self.places.len() * 8);
        for place in &self.places {
            let (kind, first, second) = match *place {
                Place::Nowhere => (0, 0, 0),
                Place::At(offset) => (1, offset, 0),
                Place::Within { stream, index } => (2, u64::from(stream), index),
            };
            table.push(kind);
            table.extend(first.to_be_bytes().into_iter().skip(3));
            table.extend(second.to_be_bytes());
        }
        let id = Object::String(id.to_vec(), lopdf_packs::StringFormat::Hexadecimal);
        let dictionary = dictionary! {
            "Type" => "XRef",
            "Size" => count(self.places.len()),
            "W" => vec![1.into(), 5.into(), 2.into()],
            "Root" => Object::Reference((root, 0)),
            "Info" => Object::Reference((info, 0)),
            "ID" => vec![id.clone(), id],
        };
        self.put_stream(number, &compressed(dictionary, &table)?)?;
        write!(self.out, "startxref\n{start}\n%%EOF\n")?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// A stream with its content compressed.
pub fn compressed(mut dictionary: Dictionary, content: &[u8]) -> io::Result<Stream> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    dictionary.set("Filter", "FlateDecode");
    Ok(Stream::new(dictionary, encoder.finish()?))
}

fn say(bytes: &mut Vec<u8>, object: &Object) -> io::Result<()> {
    lopdf_packs::Writer::write_object(bytes, object).map_err(io::Error::other)
}

pub fn count(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_again_whether_they_lie_alone_or_together() {
        let mut writer = Writer::begin(Vec::new()).unwrap();
        let stream = writer.add(&Object::Stream(Stream::new(Dictionary::new(), b"abc".to_vec()))).unwrap();
        let pages = writer.reserve();
        let many: Vec<u32> = (0..450).map(|number| writer.add(&Object::Integer(number)).unwrap()).collect();
        writer.put(pages, &dictionary! { "Type" => "Pages", "Kids" => vec![], "Count" => 0 }.into()).unwrap();
        let root = dictionary! { "Type" => "Catalog", "Pages" => Object::Reference((pages, 0)) };
        let root = writer.add(&root.into()).unwrap();
        let info = writer.add(&Dictionary::new().into()).unwrap();
        let bytes = writer.finish(root, info, b"0123456789abcdef").unwrap();
        let file = lopdf_packs::Document::load_mem(&bytes).unwrap();
        assert_eq!(file.get_object((stream, 0)).unwrap().as_stream().unwrap().content, b"abc");
        for (said, number) in many.iter().enumerate() {
            assert_eq!(file.get_object((*number, 0)).unwrap().as_i64().unwrap(), said as i64);
        }
    }
}
