//! An event logged away from the board: a small file or an e-mail form goes out, comes back filled, and is compared
//! with the board before anything is written.

pub mod form;

pub use form::{AwayForm, Imported};
