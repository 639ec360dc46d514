//! How minutes, decisions and approved minutes lie in the database.

use pledgeboard_domain::{ApprovedMinutes, Decision, Minute};

use crate::{
    column::{id, integer, json, text},
    record::record,
    table::{Side, Table},
};

record! { Minute => MINUTE, Decision => DECISION, ApprovedMinutes => APPROVED_MINUTES }

const MINUTE: Table = Table {
    name: "minute",
    called: "minute",
    columns: &[
        id("agenda_item_id"),
        text("number"),
        text("text"),
        text("officer_summary"),
        text("plain_text"),
    ],
    sides: &[Side { name: "minute_private", columns: &[text("private_text")] }],
    links: &[],
    order: "t.id",
    search: &["number", "text", "private_text", "officer_summary", "plain_text"],
};

const DECISION: Table = Table {
    name: "decision",
    called: "decision",
    columns: &[id("agenda_item_id"), integer("position"), id("mover_id"), id("seconder_id"), json("votes")],
    sides: &[Side { name: "decision_words", columns: &[text("text"), text("plain_text")] }],
    links: &[],
    order: "t.position, t.id",
    search: &["text", "plain_text"],
};

const APPROVED_MINUTES: Table = Table {
    name: "approved_minutes",
    called: "record of approved minutes",
    columns: &[id("meeting_id")],
    sides: &[Side { name: "approved_minutes_content", columns: &[json("content")] }],
    links: &[],
    order: "t.id",
    search: &[],
};
