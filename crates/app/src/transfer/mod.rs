//! The whole board as data: out, in again, and checked.

mod records;

pub(crate) use records::Records;
