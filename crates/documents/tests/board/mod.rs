//! A small believable board and its documents.

pub mod inputs;
pub mod papers;
pub mod programme;
pub mod records;
