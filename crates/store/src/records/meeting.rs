//! How meetings and corrections lie in the database.

use pledgeboard_domain::{Correction, Meeting};

use crate::{
    column::{date, flag, id, text, time},
    record::record,
    table::{Links, Side, Table},
};

record! { Meeting => MEETING, Correction => CORRECTION }

const MEETING: Table = Table {
    name: "meeting",
    called: "meeting",
    columns: &[
        date("date"),
        time("starts"),
        time("ends"),
        text("place"),
        text("kind"),
        text("title"),
        flag("in_public"),
        id("chair_id"),
        text("state"),
        time("started_at"),
        time("ended_at"),
        id("current_item_id"),
        id("approved_at_id"),
        date("approved_on"),
        id("signed_by"),
        text("plain_summary"),
    ],
    sides: &[Side { name: "meeting_notes", columns: &[text("chair_comments")] }],
    links: &[
        Links { field: "themes", table: "meeting_theme", own: "meeting_id", other: "theme_id" },
        Links { field: "entitled", table: "meeting_entitled", own: "meeting_id", other: "person_id" },
    ],
    order: "t.date, t.starts, t.id",
    search: &["title", "place", "plain_summary"],
};

const CORRECTION: Table = Table {
    name: "correction",
    called: "correction",
    columns: &[id("meeting_id"), id("agenda_item_id"), date("on"), id("person_id")],
    sides: &[Side { name: "correction_words", columns: &[text("text")] }],
    links: &[],
    order: "t.\"on\", t.id",
    search: &["text"],
};
