//! How forms for events away from the board lie in the database.

use pledgeboard_domain::AwayForm;

use crate::{
    column::{date, id, json, text},
    record::record,
    table::Table,
};

record! { AwayForm => AWAY_FORM }

const AWAY_FORM: Table = Table {
    name: "away_form",
    called: "away form",
    columns: &[
        text("number"),
        id("event_id"),
        id("theme_id"),
        id("person_id"),
        date("made_on"),
        date("imported_on"),
        json("imported"),
    ],
    sides: &[],
    links: &[],
    order: "t.made_on DESC, t.id",
    search: &[],
};
