//! How half-terms lie in the database.

use pledgeboard_domain::HalfTerm;

use crate::{
    column::{date, integer, text},
    record::record,
    table::Table,
};

record! { HalfTerm => HALF_TERM }

const HALF_TERM: Table = Table {
    name: "half_term",
    called: "half-term",
    columns: &[integer("academic_year"), text("term"), date("starts"), date("ends")],
    sides: &[],
    links: &[],
    order: "t.starts, t.id",
    search: &[],
};
