//! How the written part of annual reports lies in the database.

use pledgeboard_domain::AnnualReport;

use crate::{
    column::{id, integer, json, text},
    record::record,
    table::Table,
};

record! { AnnualReport => ANNUAL_REPORT }

const ANNUAL_REPORT: Table = Table {
    name: "annual_report",
    called: "annual report",
    columns: &[integer("year"), text("foreword"), id("foreword_by"), json("asks")],
    sides: &[],
    links: &[],
    order: "t.year",
    search: &["foreword", "asks"],
};
