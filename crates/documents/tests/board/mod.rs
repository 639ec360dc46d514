//! A small believable board and its documents.

mod disclosure;
pub mod inputs;
pub mod papers;
pub mod programme;
pub mod records;
