//! Compresses pages on a thread of its own, while the next are painted.

use std::io::{self, Write as _};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Stream, dictionary};

/// Takes pages as they are whole, and gives them back in their order.
pub struct Packer {
    pages: Sender<Vec<u8>>,
    packed: JoinHandle<io::Result<Vec<Stream>>>,
}

impl Default for Packer {
    fn default() -> Self {
        let (pages, whole) = channel::<Vec<u8>>();
        let packed = thread::spawn(move || whole.into_iter().map(|page| compressed(&page)).collect());
        Self { pages, packed }
    }
}

impl Packer {
    pub fn add(&self, page: Vec<u8>) {
        // Nobody takes it when one before it failed, which `finish` says.
        let _ = self.pages.send(page);
    }

    /// Every page that was added.
    pub fn finish(self) -> io::Result<Vec<Stream>> {
        drop(self.pages);
        self.packed.join().unwrap_or_else(|_| Err(io::Error::other("the pages could not be compressed")))
    }
}

/// The usual level: the best one takes three times as long for a hundredth less.
fn compressed(content: &[u8]) -> io::Result<Stream> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    let stream = Stream::new(dictionary! { "Filter" => "FlateDecode" }, encoder.finish()?);
    Ok(stream.with_compression(false))
}
