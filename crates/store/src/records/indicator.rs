//! How indicators and their numbers lie in the database.

use pledgeboard_domain::{Indicator, IndicatorPoint};

use crate::{
    column::{date, flag, id, integer, number, text},
    record::record,
    table::Table,
};

record! { Indicator => INDICATOR, IndicatorPoint => INDICATOR_POINT }

const INDICATOR: Table = Table {
    name: "indicator",
    called: "indicator",
    columns: &[
        text("name"),
        text("plain_text"),
        text("definition"),
        text("denominator"),
        text("ages"),
        text("unit"),
        flag("counts"),
        text("better"),
        number("target"),
        text("source"),
        id("theme_id"),
        integer("position"),
        date("retired_on"),
    ],
    sides: &[],
    links: &[],
    order: "t.position, t.id",
    search: &["name", "definition", "plain_text"],
};

const INDICATOR_POINT: Table = Table {
    name: "indicator_point",
    called: "number",
    columns: &[
        id("indicator_id"),
        date("on"),
        text("period"),
        number("value"),
        integer("of"),
        number("like_us"),
        number("england"),
        number("all_children"),
        text("why"),
    ],
    sides: &[],
    links: &[],
    order: "t.\"on\", t.id",
    search: &["why"],
};
