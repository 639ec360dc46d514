//! Link Champions' events and what they saw with their own eyes.

use pledgeboard_domain::{
    Event, RealityCheck,
    id::{EventId, RealityCheckId},
};

use crate::command::{Nothing, commands};

mod keep;
mod reality;
pub(crate) mod show;
mod unfinished;

use keep::{NewEvent, RemoveEvent};
use reality::{NewRealityCheck, RemoveRealityCheck};
use show::{ClaimChoices, EventLine, EventPage, ShowEvent};
use unfinished::{LeftOff, Logging};

commands! {
    read "events.list" => show::list, Nothing => Vec<EventLine>;
    read "events.show" => show::show, ShowEvent => EventPage;
    read "events.claims" => show::claims, Nothing => ClaimChoices;
    desk "events.logging" => unfinished::logging, Logging => Nothing;
    desk "events.left_off" => unfinished::left_off, Nothing => LeftOff;
    write "events.log" => keep::log, NewEvent => Event;
    write "events.edit" => keep::edit, Event => Event;
    write "events.remove" => keep::remove, RemoveEvent => EventId;
    write "events.check_claim" => reality::add, NewRealityCheck => RealityCheck;
    write "events.edit_claim" => reality::edit, RealityCheck => RealityCheck;
    write "events.remove_claim" => reality::remove, RemoveRealityCheck => RealityCheckId;
}
