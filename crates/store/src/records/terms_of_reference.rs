//! How the sections of the terms of reference lie in the database.

use pledgeboard_domain::TermsSection;

use crate::{
    column::{integer, text},
    record::record,
    table::Table,
};

record! { TermsSection => TERMS_SECTION }

const TERMS_SECTION: Table = Table {
    name: "terms_section",
    called: "section of the terms of reference",
    columns: &[integer("position"), text("heading"), text("text")],
    sides: &[],
    links: &[],
    order: "t.position, t.id",
    search: &["heading", "text"],
};
