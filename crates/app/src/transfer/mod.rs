//! The whole board as data: out, in again, and checked.

mod findings;
mod records;

pub(crate) use findings::{between_records, of_records};
pub(crate) use records::Records;
