//! Meetings: the year, the agenda and its publishing, the evening itself, and the minutes.

use crate::command::Command;

mod agenda;
mod evening;
pub(crate) mod minutes;
mod year;

pub(crate) fn commands() -> impl Iterator<Item = &'static Command> {
    [year::COMMANDS, agenda::COMMANDS, evening::COMMANDS, minutes::COMMANDS].into_iter().flatten()
}
