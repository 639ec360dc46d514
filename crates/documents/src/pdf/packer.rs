//! Compresses pages on a thread of its own, while the next are painted.

use std::io::{self, Write as _};
use std::sync::mpsc::{Receiver, Sender, channel};
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
        let packed = thread::spawn(move || pack(whole));
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

/// At the usual level: the best one takes three times as long for a hundredth less. One encoder for all pages: its tables
/// are larger than most pages, and between other allocations each would leave a hole.
fn pack(pages: Receiver<Vec<u8>>) -> io::Result<Vec<Stream>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let packed = pages.into_iter().map(|page| {
        encoder.write_all(&page)?;
        let packed = encoder.reset(Vec::new())?;
        Ok(Stream::new(dictionary! { "Filter" => "FlateDecode" }, packed).with_compression(false))
    });
    packed.collect()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::ZlibDecoder;

    use super::*;

    #[test]
    fn each_page_comes_back_whole_and_in_its_place() {
        let packer = Packer::default();
        let pages: Vec<Vec<u8>> = (0..50_u8).map(|number| vec![number; 1000 * usize::from(number)]).collect();
        pages.iter().for_each(|page| packer.add(page.clone()));
        let packed = packer.finish().unwrap();
        let unpacked = packed.iter().map(|stream| {
            let mut page = Vec::new();
            ZlibDecoder::new(stream.content.as_slice()).read_to_end(&mut page).unwrap();
            page
        });
        assert_eq!(unpacked.collect::<Vec<_>>(), pages);
    }
}
