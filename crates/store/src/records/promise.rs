//! How strategys and promises and commitments and measures lie in the database.

use pledgeboard_domain::{Commitment, Measure, Promise, StrategyPeriod};

use crate::{
    column::{date, flag, id, integer, json, number, text},
    record::record,
    table::{Links, Table},
};

record! { StrategyPeriod => STRATEGY_PERIOD, Promise => PROMISE, Commitment => COMMITMENT, Measure => MEASURE }

const STRATEGY_PERIOD: Table = Table {
    name: "strategy_period",
    called: "strategy",
    columns: &[text("name"), date("starts"), date("ends"), text("vision_for_children")],
    sides: &[],
    links: &[],
    order: "t.starts, t.id",
    search: &[],
};

const PROMISE: Table = Table {
    name: "promise",
    called: "promise",
    columns: &[
        id("strategy_period_id"),
        integer("number"),
        text("title"),
        text("text"),
        text("plain_text"),
        id("theme_id"),
        json("principles"),
        text("you_said_plain"),
        id("person_id"),
        integer("review_every"),
        date("retired_on"),
        id("follows_id"),
    ],
    sides: &[],
    links: &[Links { field: "voices", table: "promise_voice", own: "promise_id", other: "voice_id" }],
    order: "t.number, t.id",
    search: &["title", "text", "plain_text"],
};

const COMMITMENT: Table = Table {
    name: "commitment",
    called: "commitment",
    columns: &[
        id("promise_id"),
        integer("position"),
        text("text"),
        text("plain_text"),
        id("person_id"),
        text("person_words"),
        date("due"),
        date("done_on"),
        text("done_plain"),
    ],
    sides: &[],
    links: &[],
    order: "t.position, t.id",
    search: &["text", "plain_text", "done_plain"],
};

const MEASURE: Table = Table {
    name: "measure",
    called: "measure",
    columns: &[
        id("promise_id"),
        integer("position"),
        id("indicator_id"),
        text("text"),
        text("plain_text"),
        text("unit"),
        flag("counts"),
        text("better"),
        number("target"),
        number("like_us"),
        number("england"),
        number("all_children"),
        json("points"),
        text("why"),
    ],
    sides: &[],
    links: &[],
    order: "t.position, t.id",
    search: &["text", "why"],
};
