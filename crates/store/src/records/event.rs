//! How events and reality checks lie in the database.

use pledgeboard_domain::{Event, RealityCheck};

use crate::{
    column::{date, flag, id, integer, json, text},
    record::record,
    table::{Side, Table},
};

record! { Event => EVENT, RealityCheck => REALITY_CHECK }

const EVENT: Table = Table {
    name: "event",
    called: "event",
    columns: &[
        text("title"),
        id("theme_id"),
        id("half_term_id"),
        date("date"),
        text("place"),
        text("kind"),
        id("person_id"),
        flag("held"),
        json("came"),
        integer("came_total"),
    ],
    sides: &[Side { name: "event_account", columns: &[text("what_happened"), text("take_to_board")] }],
    links: &[],
    order: "t.date DESC, t.id",
    search: &["title", "place", "what_happened", "take_to_board"],
};

const REALITY_CHECK: Table = Table {
    name: "reality_check",
    called: "reality check",
    columns: &[id("event_id"), id("promise_id"), id("agenda_item_id"), text("verdict")],
    sides: &[Side {
        name: "reality_check_words",
        columns: &[text("claim"), text("stands_in"), text("seen")],
    }],
    links: &[],
    order: "t.id",
    search: &["claim", "stands_in", "seen"],
};
