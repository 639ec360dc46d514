//! Search over everything, from anywhere.

use crate::command::commands;

commands! {}
