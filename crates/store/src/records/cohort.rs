//! How groups lie in the database.

use pledgeboard_domain::Cohort;

use crate::{
    column::{integer, text},
    record::record,
    table::Table,
};

record! { Cohort => COHORT }

const COHORT: Table = Table {
    name: "cohort",
    called: "group",
    columns: &[text("name"), text("heard_by"), text("told_by"), integer("position")],
    sides: &[],
    links: &[],
    order: "t.position, t.id",
    search: &[],
};
