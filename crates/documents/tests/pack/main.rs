//! Packs of papers by many programs: nothing of a paper is lost, and nothing of it acts.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod acting;
#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod make;
mod numbers;
mod producers;
mod refused;
mod structure;
#[path = "../verapdf/mod.rs"]
mod verapdf;
