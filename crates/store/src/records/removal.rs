//! How removals lie in the database.

use pledgeboard_domain::Removal;

use crate::{
    column::{date, id, json, text},
    record::record,
    table::Table,
};

record! { Removal => REMOVAL }

const REMOVAL: Table = Table {
    name: "removal",
    called: "removal",
    columns: &[date("on"), id("person_id"), text("why"), json("places")],
    sides: &[],
    links: &[],
    order: "t.\"on\", t.id",
    search: &[],
};
