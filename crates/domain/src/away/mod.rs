//! An event logged away from the board: a small file or an e-mail form goes out, comes back filled, and is compared
//! with the board before anything is written.

pub mod compare;
mod dates;
pub mod email;
pub mod file;
pub mod form;
mod labels;
mod lines;
pub mod parts;
pub mod reading;
#[cfg(test)]
mod tests;

pub use file::{AwayCheck, AwayEvent, AwayFacts, AwayFile, AwayVoice};
pub use form::{AwayForm, Imported};
