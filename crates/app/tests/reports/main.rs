//! Reports: what can be printed, that it says what it should to whom it should, and that it is a valid file.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod bad_input;
mod commands;
mod conform;
mod due;
mod leak;
mod packs;
mod planted;
mod printed;
#[path = "../../../documents/tests/unpack/mod.rs"]
mod unpack;
#[path = "../../../documents/tests/verapdf/mod.rs"]
mod verapdf;
