//! How printed documents lie in the database.

use pledgeboard_domain::PrintedDocument;

use crate::{
    column::{date, id, text},
    record::record,
    table::{Links, Table},
};

record! { PrintedDocument => PRINTED_DOCUMENT }

const PRINTED_DOCUMENT: Table = Table {
    name: "printed_document",
    called: "printed document",
    columns: &[text("document"), text("title"), text("audience"), date("on"), id("meeting_id")],
    sides: &[],
    links: &[Links {
        field: "voices",
        table: "printed_document_voice",
        own: "printed_document_id",
        other: "voice_id",
    }],
    order: "t.\"on\" DESC, t.id DESC",
    search: &[],
};
