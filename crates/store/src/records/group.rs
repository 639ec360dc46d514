//! How groups and what they ask for lie in the database.

use pledgeboard_domain::{AgendaRequest, Group};

use crate::{
    column::{date, id, text},
    record::record,
    table::{Links, Side, Table},
};

record! { Group => GROUP, AgendaRequest => AGENDA_REQUEST }

const GROUP: Table = Table {
    name: "group",
    called: "group",
    columns: &[
        text("name"),
        text("kind"),
        text("about"),
        text("meets"),
        text("engages"),
        text("owes"),
        id("lead_id"),
        date("ended_on"),
    ],
    sides: &[],
    links: &[
        Links { field: "cohorts", table: "group_cohort", own: "group_id", other: "cohort_id" },
        Links { field: "people", table: "group_person", own: "group_id", other: "person_id" },
    ],
    order: "t.name, t.id",
    search: &["name", "about", "meets", "engages", "owes"],
};

const AGENDA_REQUEST: Table = Table {
    name: "agenda_request",
    called: "request",
    columns: &[
        id("group_id"),
        date("asked_on"),
        text("share"),
        id("agenda_item_id"),
        text("outcome"),
        date("answered_on"),
        id("answered_by"),
        date("told_on"),
        text("told_how"),
        id("told_by"),
    ],
    sides: &[Side { name: "agenda_request_words", columns: &[text("words"), text("answer")] }],
    links: &[],
    order: "t.asked_on DESC, t.id DESC",
    search: &["words", "answer"],
};
