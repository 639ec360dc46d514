//! The board's own records: settings, people, seats, themes, Link Champions, half-terms.

use crate::command::commands;

commands! {}
