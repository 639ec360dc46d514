//! The store's promises, told as stories. The same stories will run on every engine.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

mod changes;
mod copies;
mod data;
mod elsewhere;
mod files;
mod killed;
mod removal;
mod scene;
mod vault;
