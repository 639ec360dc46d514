//! How actions and updates and escalations lie in the database.

use pledgeboard_domain::{Action, ActionUpdate, Escalation};

use crate::{
    column::{date, id, text},
    record::record,
    table::{Side, Table},
};

record! { Action => ACTION, ActionUpdate => ACTION_UPDATE, Escalation => ESCALATION }

const ACTION: Table = Table {
    name: "action",
    called: "action",
    columns: &[
        text("reference"),
        id("owner_id"),
        date("due"),
        text("state"),
        date("opened_on"),
        id("agenda_item_id"),
        id("promise_id"),
        date("done_on"),
        id("closed_at_id"),
        date("closed_on"),
    ],
    sides: &[Side {
        name: "action_words",
        columns: &[text("text"), text("plain_text"), text("done_plain"), text("withdrawn_reason")],
    }],
    links: &[],
    order: "t.reference, t.id",
    search: &["text", "reference", "plain_text", "done_plain"],
};

const ACTION_UPDATE: Table = Table {
    name: "action_update",
    called: "update",
    columns: &[id("action_id"), date("on"), id("person_id")],
    sides: &[Side { name: "action_update_words", columns: &[text("text")] }],
    links: &[],
    order: "t.\"on\", t.id",
    search: &["text"],
};

const ESCALATION: Table = Table {
    name: "escalation",
    called: "escalation",
    columns: &[id("action_id"), id("promise_id"), text("to"), date("on"), date("replied_on")],
    sides: &[Side { name: "escalation_words", columns: &[text("why"), text("reply")] }],
    links: &[],
    order: "t.\"on\", t.id",
    search: &["why", "reply"],
};
