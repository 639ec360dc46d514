//! The loop, told as stories: what children said, what became of it, and how promises are judged.

mod board;
mod events;
mod promises;
mod voices;
