//! How attendances lie in the database.

use pledgeboard_domain::Attendance;

use crate::{
    column::{id, json, text},
    record::record,
    table::Table,
};

record! { Attendance => ATTENDANCE }

const ATTENDANCE: Table = Table {
    name: "attendance",
    called: "attendance",
    columns: &[
        id("meeting_id"),
        id("person_id"),
        text("status"),
        id("substitute_for_id"),
        id("from_item_id"),
        id("to_item_id"),
        json("interests"),
    ],
    sides: &[],
    links: &[],
    order: "t.id",
    search: &[],
};
