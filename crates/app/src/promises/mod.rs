//! Promises, what we will do, how we will know, and checks through the three lenses.

use crate::command::commands;

commands! {}
