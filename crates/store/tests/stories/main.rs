//! The store's promises, told as stories. The same stories will run on every engine.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

mod bursts;
mod changes;
mod child;
mod clock;
mod copies;
mod data;
mod elsewhere;
mod files;
mod killed;
mod moved;
mod removal;
mod scene;
mod vault;
