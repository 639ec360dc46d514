//! How channels lie in the database.

use pledgeboard_domain::Channel;

use crate::{
    column::{date, id, json, text},
    record::record,
    table::{Links, Table},
};

record! { Channel => CHANNEL }

const CHANNEL: Table = Table {
    name: "channel",
    called: "channel",
    columns: &[
        text("name"),
        text("kind"),
        text("partner"),
        text("every"),
        text("about"),
        id("person_id"),
        json("heard"),
        date("ended_on"),
    ],
    sides: &[],
    links: &[Links { field: "cohorts", table: "channel_cohort", own: "channel_id", other: "cohort_id" }],
    order: "t.name, t.id",
    search: &["name", "partner", "about"],
};
