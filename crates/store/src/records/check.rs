//! How checks lie in the database.

use pledgeboard_domain::Check;

use crate::{
    column::{date, id, text},
    record::record,
    table::{Side, Table},
};

record! { Check => CHECK }

const CHECK: Table = Table {
    name: "check",
    called: "check",
    columns: &[
        id("promise_id"),
        text("lens"),
        text("rating"),
        date("on"),
        text("source"),
        id("event_id"),
        id("person_id"),
    ],
    sides: &[Side { name: "check_evidence", columns: &[text("evidence")] }],
    links: &[],
    order: "t.\"on\", t.id",
    search: &["evidence", "source"],
};
