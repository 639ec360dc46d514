//! From the evening's record to minutes that are drafted, approved and locked.

use crate::command::commands;

commands! {}
