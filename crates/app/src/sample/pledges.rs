//! The table of Anytown's ten promises. A few plain-words fields are empty, as they are on a real board.

mod first;
mod last;

use super::promises::Pledge;

/// In the order of their numbers.
pub(super) fn promises() -> impl Iterator<Item = &'static Pledge> {
    first::FIRST.iter().chain(&last::LAST)
}
