//! From the year's plan to a published agenda and its versions, told through the command list.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a story that cannot go on fails")]

mod board;
mod building;
mod groups;
mod papers;
mod programme;
mod proposing;
mod publishing;
mod year;
