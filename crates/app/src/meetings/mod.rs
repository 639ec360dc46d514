//! Meetings: the year, the work programme, the agenda and its publishing, the evening itself, and the minutes.

use crate::command::Command;

pub(crate) mod agenda;
mod evening;
pub(crate) mod holidays;
pub(crate) mod minutes;
pub(crate) mod programme;
pub(crate) mod year;

pub(crate) fn commands() -> impl Iterator<Item = &'static Command> {
    [year::COMMANDS, programme::COMMANDS, agenda::COMMANDS, evening::COMMANDS, minutes::COMMANDS]
        .into_iter()
        .flatten()
}
