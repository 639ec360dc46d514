//! How self-assessments lie in the database.

use pledgeboard_domain::Assessment;

use crate::{
    column::{date, id, json, text},
    record::record,
    table::{Links, Side, Table},
};

record! { Assessment => ASSESSMENT }

const ASSESSMENT: Table = Table {
    name: "assessment",
    called: "self-assessment",
    columns: &[date("on"), id("observed_id")],
    sides: &[Side {
        name: "assessment_words",
        columns: &[json("modules"), text("observed_by"), text("observation")],
    }],
    links: &[Links {
        field: "actions",
        table: "assessment_action",
        own: "assessment_id",
        other: "action_id",
    }],
    order: "t.\"on\", t.id",
    // It has no title of its own.
    search: &["on", "modules", "observed_by", "observation"],
};
