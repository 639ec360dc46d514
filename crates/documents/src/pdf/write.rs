//! A file written as its objects come, so that it is never whole in memory: streams as they are, everything else in
//! compressed object streams (ISO 32000-1, 7.5.7), and a cross-reference stream at the end.

use std::io::{self, Write};

use flate2::{Compression, write::ZlibEncoder};

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
    /// Objects that will share the next stream: their numbers, and where each begins in what is `said`.
    waiting: Vec<(u32, usize)>,
    said: Vec<u8>,
    /// One for all streams: its tables are larger than most of them.
    encoder: ZlibEncoder<Vec<u8>>,
}

impl<W: Write> Writer<W> {
    pub fn begin(mut out: W) -> io::Result<Self> {
        // Four bytes above 127 say that the file is binary.
        let head = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
        out.write_all(head)?;
        Ok(Self {
            out,
            written: head.len() as u64,
            places: vec![Place::Nowhere],
            waiting: Vec::new(),
            said: Vec::new(),
            encoder: ZlibEncoder::new(Vec::new(), Compression::default()),
        })
    }

    /// A number for an object that comes later.
    pub fn reserve(&mut self) -> u32 {
        self.places.push(Place::Nowhere);
        u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
    }

    /// Where the object of that number, which is no stream, is to be said.
    pub fn object(&mut self, number: u32) -> io::Result<&mut Vec<u8>> {
        if self.waiting.len() == TOGETHER {
            self.put_together()?;
        }
        self.said.push(b'\n');
        self.waiting.push((number, self.said.len()));
        Ok(&mut self.said)
    }

    /// Writes a stream, whose `dictionary` says how long it is.
    pub fn stream(&mut self, number: u32, dictionary: &[u8], content: &[u8]) -> io::Result<()> {
        self.set(number, Place::At(self.written));
        let head = format!("{number} 0 obj\n");
        for bytes in [head.as_bytes(), dictionary, b"\nstream\n", content, b"\nendstream\nendobj\n"] {
            self.out.write_all(bytes)?;
            self.written += bytes.len() as u64;
        }
        Ok(())
    }

    fn put_together(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let number = self.reserve();
        let (mut index, count) = (Vec::new(), self.waiting.len());
        for (at, (object, start)) in std::mem::take(&mut self.waiting).into_iter().enumerate() {
            write!(index, "{object} {start} ")?;
            self.set(object, Place::Within { stream: number, index: u16::try_from(at).unwrap_or(u16::MAX) });
        }
        self.encoder.write_all(&index)?;
        self.encoder.write_all(&self.said)?;
        self.said.clear();
        self.compressed(number, &format!("/Type/ObjStm/N {count}/First {}", index.len()))
    }

    /// Writes a stream of all that the encoder was given.
    fn compressed(&mut self, number: u32, says: &str) -> io::Result<()> {
        let content = self.encoder.reset(Vec::new())?;
        let dictionary = format!("<<{says}/Filter/FlateDecode/Length {}>>", content.len());
        self.stream(number, dictionary.as_bytes(), &content)
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
        self.encoder.write_all(&table)?;
        let size = self.places.len();
        let id: String = id.iter().map(|byte| format!("{byte:02X}")).collect();
        let ends = format!("/Root {root} 0 R/Info {info} 0 R/ID[<{id}><{id}>]");
        self.compressed(number, &format!("/Type/XRef/Size {size}/W[1 5 2]{ends}"))?;
        write!(self.out, "startxref\n{start}\n%%EOF\n")?;
        self.out.flush()?;
        Ok(self.out)
    }
}
