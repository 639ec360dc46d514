//! How themes and assignments lie in the database.

use pledgeboard_domain::{Assignment, Theme};

use crate::{
    column::{date, id, integer, json, text},
    record::record,
    table::Table,
};

record! { Theme => THEME, Assignment => ASSIGNMENT }

const THEME: Table = Table {
    name: "theme",
    called: "theme",
    columns: &[
        text("name"),
        text("child_name"),
        text("icon"),
        text("colour"),
        json("keywords"),
        json("principles"),
        json("questions"),
        integer("position"),
        date("retired_on"),
    ],
    sides: &[],
    links: &[],
    order: "t.position, t.id",
    search: &["name", "child_name", "keywords", "questions"],
};

const ASSIGNMENT: Table = Table {
    name: "assignment",
    called: "assignment",
    columns: &[id("theme_id"), id("person_id"), text("kind"), date("from"), date("to")],
    sides: &[],
    links: &[],
    order: "t.\"from\", t.id",
    search: &[],
};
