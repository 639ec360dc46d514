//! Documents: gathered from the board, previewed, saved.

use crate::command::commands;

commands! {}
