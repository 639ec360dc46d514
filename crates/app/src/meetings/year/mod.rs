//! The year at a glance: half-terms, themes, Link Champions, events, meetings, and the gaps.

use crate::command::commands;

commands! {}
