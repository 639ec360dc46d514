//! Building an agenda, proposing one, checking and publishing it.

use crate::command::commands;

commands! {}
