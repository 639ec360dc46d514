//! The action log: open until the board closes it.

use crate::command::commands;

commands! {}
