//! The evening itself: attendance, interests, quorum, the current item, decisions and actions as they happen.

use crate::command::commands;

commands! {}
