//! The year at a glance: half-terms, themes, Link Champions, events, meetings, and the gaps. And each meeting's plan.

pub(crate) mod cycle;
mod grid;
mod half_term;
mod meeting;
mod plan;
mod remove;

use crate::command::commands;

pub(crate) use grid::YearHalfTerm;
pub(crate) use meeting::VersionLine;
pub(crate) use plan::{PersonChoice, ThemeChoice, people, themes};

commands! {
    read "meetings.year" => grid::year, grid::ShowYear => grid::YearView;
    read "meetings.half_term" => half_term::show, half_term::ShowHalfTerm => half_term::HalfTermView;
    read "meetings.show" => meeting::show, meeting::ShowMeeting => meeting::MeetingView;
    read "meetings.choices" => plan::choices, crate::Nothing => plan::MeetingChoices;
    write "meetings.save" => plan::save, plan::SaveMeeting => pledgeboard_domain::id::MeetingId;
    write "meetings.remove" => remove::remove, remove::RemoveMeeting => ();
}
