//! What children said, and its answers.

use crate::command::commands;

commands! {}
