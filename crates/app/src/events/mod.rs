//! Link Champions' events and what they saw with their own eyes.

use pledgeboard_domain::{
    Event, RealityCheck,
    id::{EventId, PromiseId, RealityCheckId},
};

use crate::{
    command::{Nothing, commands},
    voices::choices::Choice,
};

mod keep;
mod reality;
mod show;

use keep::{NewEvent, RemoveEvent};
use reality::{NewRealityCheck, RemoveRealityCheck};
use show::{EventLine, EventPage, ShowEvent};

commands! {
    read "events.list" => show::list, Nothing => Vec<EventLine>;
    read "events.show" => show::show, ShowEvent => EventPage;
    read "events.claims" => show::claims, Nothing => Vec<Choice<PromiseId>>;
    write "events.log" => keep::log, NewEvent => Event;
    write "events.edit" => keep::edit, Event => Event;
    write "events.remove" => keep::remove, RemoveEvent => EventId;
    write "events.check_claim" => reality::add, NewRealityCheck => RealityCheck;
    write "events.edit_claim" => reality::edit, RealityCheck => RealityCheck;
    write "events.remove_claim" => reality::remove, RemoveRealityCheck => RealityCheckId;
}
