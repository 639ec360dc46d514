//! The store's promises, told as stories. Those of all boards are told with each engine: with a
//! server's where `PLEDGEBOARD_TEST_SERVER` names one.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

mod bursts;
mod changes;
mod child;
mod clock;
mod copies;
mod data;
mod elsewhere;
mod files;
mod gathering;
mod killed;
mod moved;
mod parts;
mod removal;
mod scene;
mod tls;
mod together;
mod vault;
