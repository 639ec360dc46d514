//! Link Champions' events and what they saw with their own eyes.

use crate::command::commands;

commands! {}
