//! How papers lie in the database.

use pledgeboard_domain::Paper;

use crate::{
    column::{date, integer, json, text},
    record::record,
    table::{Side, Table},
};

record! { Paper => PAPER }

const PAPER: Table = Table {
    name: "paper",
    called: "paper",
    columns: &[
        text("hash"),
        integer("bytes"),
        integer("pages"),
        text("access"),
        json("paragraphs"),
        text("access_reason"),
        date("added_on"),
    ],
    sides: &[Side {
        name: "paper_words",
        columns: &[text("title"), text("file_name"), text("plain_summary")],
    }],
    links: &[],
    order: "t.added_on, t.id",
    search: &["title", "file_name", "plain_summary"],
};
