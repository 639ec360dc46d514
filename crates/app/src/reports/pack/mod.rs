//! Agenda packs and their supplements: the agenda and its papers in one file, with one numbering that later files go
//! on with.

mod file;
mod number;
mod plan;

pub(super) use file::{export, save};
pub(crate) use number::number;
pub(super) use plan::supplements;
