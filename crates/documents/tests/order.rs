//! Every document of the set, for every audience, is read in the order in which its blocks stand, with all its words.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "anything/mod.rs"]
#[allow(dead_code, reason = "these stories make no documents of their own")]
mod anything;
#[allow(dead_code, reason = "these stories need only the whole set")]
mod board;
#[allow(dead_code, reason = "nothing is kept to be looked at")]
mod common;
#[allow(dead_code, reason = "each story reads what it needs")]
mod reading;

use anything::{heard, said};
use board::inputs::every_document;
use common::options;
use pledgeboard_documents::pdf;

#[test]
fn every_document_is_read_in_the_order_of_its_blocks() {
    let mut read_so_far = 0;
    for (name, audience, document) in every_document() {
        let read = reading::read(&pdf(&document, &options()).unwrap());
        read.check();
        assert_eq!(heard(&read), said(&document), "{name} for {audience:?}");
        read_so_far += 1;
    }
    assert!(read_so_far >= 20, "{read_so_far} documents");
}
