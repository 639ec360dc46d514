//! How persons and seats and term of offices lie in the database.

use pledgeboard_domain::{Person, Seat, TermOfOffice};

use crate::{
    column::{date, flag, id, integer, json, text},
    record::record,
    table::{Side, Table},
};

record! { Person => PERSON, Seat => SEAT, TermOfOffice => TERM_OF_OFFICE }

const PERSON: Table = Table {
    name: "person",
    called: "person",
    columns: &[
        text("title"),
        text("name"),
        text("organisation"),
        text("job"),
        text("brings"),
        json("roles"),
        text("first_name"),
        date("name_agreed_on"),
        text("name_agreed_with"),
        date("left_on"),
    ],
    sides: &[Side { name: "person_contact", columns: &[text("email"), text("phone")] }],
    links: &[],
    order: "t.name, t.id",
    search: &["name", "title", "organisation", "job", "brings"],
};

const SEAT: Table = Table {
    name: "seat",
    called: "seat",
    columns: &[
        text("name"),
        text("role"),
        text("organisation"),
        flag("counts_for_quorum"),
        integer("position"),
        date("closed_on"),
    ],
    sides: &[],
    links: &[],
    order: "t.position, t.id",
    search: &["name", "organisation"],
};

const TERM_OF_OFFICE: Table = Table {
    name: "term_of_office",
    called: "term of office",
    columns: &[id("seat_id"), id("person_id"), date("from"), date("to")],
    sides: &[],
    links: &[],
    order: "t.\"from\", t.id",
    search: &[],
};
