//! How cohorts lie in the database.

use pledgeboard_domain::Cohort;

use crate::{
    column::{integer, json, text},
    record::record,
    table::Table,
};

record! { Cohort => COHORT }

const COHORT: Table = Table {
    name: "cohort",
    called: "cohort",
    columns: &[text("name"), text("heard_by"), text("told_by"), integer("position"), json("age_bands")],
    sides: &[],
    links: &[],
    order: "t.position, t.id",
    search: &[],
};
