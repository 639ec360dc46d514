//! How retention rules lie in the database.

use pledgeboard_domain::RetentionRule;

use crate::{
    column::{integer, text},
    record::record,
    table::Table,
};

record! { RetentionRule => RETENTION_RULE }

const RETENTION_RULE: Table = Table {
    name: "retention_rule",
    called: "retention rule",
    columns: &[text("kind"), integer("years")],
    sides: &[],
    links: &[],
    order: "t.kind",
    search: &[],
};
