//! How a pack's objects are written: as lopdf says them.

use std::io::{self, Write};

use flate2::{Compression, write::ZlibEncoder};
use lopdf_packs::{Dictionary, Object, Stream};

pub use crate::pdf::write::Writer;

impl<W: Write> Writer<W> {
    pub fn add(&mut self, object: &Object) -> io::Result<u32> {
        let number = self.reserve();
        self.put(number, object)?;
        Ok(number)
    }

    pub fn put(&mut self, number: u32, object: &Object) -> io::Result<()> {
        let Object::Stream(stream) = object else { return say(self.object(number)?, object) };
        let mut dictionary = Vec::new();
        say(&mut dictionary, &Object::Dictionary(stream.dict.clone()))?;
        self.stream(number, &dictionary, &stream.content)
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
    use lopdf_packs::dictionary;

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
