//! How the work programme's topics and standing reports and fixed points lie in the database.

use pledgeboard_domain::{Anchor, StandingReport, Topic};

use crate::{
    column::{date, flag, id, integer, text},
    record::record,
    table::{Side, Table},
};

record! { Topic => TOPIC, StandingReport => STANDING_REPORT, Anchor => ANCHOR }

const TOPIC: Table = Table {
    name: "topic",
    called: "topic",
    columns: &[
        integer("academic_year"),
        id("half_term_id"),
        text("dealt_by"),
        id("theme_id"),
        text("tool"),
        id("standing_report_id"),
        flag("is_public"),
        date("done_on"),
    ],
    sides: &[Side { name: "topic_words", columns: &[text("subject"), text("why"), text("dropped_reason")] }],
    links: &[],
    order: "t.academic_year, t.id",
    search: &["subject", "why", "dropped_reason"],
};

const STANDING_REPORT: Table = Table {
    name: "standing_report",
    called: "standing report",
    columns: &[
        text("title"),
        id("author_id"),
        text("author_words"),
        integer("month"),
        text("must_cover"),
        date("retired_on"),
    ],
    sides: &[],
    links: &[],
    order: "t.month, t.id",
    search: &["title", "author_words", "must_cover"],
};

const ANCHOR: Table = Table {
    name: "anchor",
    called: "fixed point of the year",
    columns: &[integer("academic_year"), text("title"), date("starts"), date("ends")],
    sides: &[],
    links: &[],
    order: "t.starts, t.id",
    search: &["title"],
};
