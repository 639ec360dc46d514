//! The loop, told as stories: what children said, what became of it, and how promises are judged.

mod answers;
mod away;
mod board;
mod events;
mod indicators;
mod never;
mod promises;
mod voice_map;
mod voices;
