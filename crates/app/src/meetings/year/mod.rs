//! The year at a glance: half-terms, themes, Link Champions, events, meetings, and the gaps. And each meeting's plan.

mod grid;
mod meeting;
mod plan;
mod remove;

use crate::command::commands;

pub(crate) use meeting::VersionLine;
pub(crate) use plan::{PersonChoice, people};

commands! {
    read "meetings.year" => grid::year, grid::ShowYear => grid::YearView;
    read "meetings.show" => meeting::show, meeting::ShowMeeting => meeting::MeetingView;
    read "meetings.choices" => plan::choices, crate::Nothing => plan::MeetingChoices;
    write "meetings.save" => plan::save, plan::SaveMeeting => pledgeboard_domain::id::MeetingId;
    write "meetings.remove" => remove::remove, remove::RemoveMeeting => ();
}
