//! Home, for each role: what needs doing, and the loop in five numbers.

use crate::command::commands;

commands! {}
