//! Packs: an agenda and its papers in one PDF file, numbered through, with bookmarks, and without what a paper may do
//! by itself.
//!
//! Papers come from everybody's programs. They are read, and where needed repaired, by a newer lopdf than the one that
//! our own pages are drawn with. Each is read, copied and let go before the next, its streams as they are, so that a
//! pack needs little more memory than its largest paper.

mod active;
mod annotation;
mod claim;
mod copy;
mod destination;
mod finish;
mod layers;
mod marks;
mod merge;
mod outline;
mod page;
mod paper;
mod spot;
mod stamp;
mod structure;
mod words;
mod write;

pub use active::Active;
pub use claim::Claims;
pub use merge::{Made, Pack, PackError, Part, merge};
pub use page::link_to;
pub use paper::{Inspected, Unfit, inspect};
pub use words::text_of;
